"""The labelled sentences for gentle notes, gathered by language. All are made up for these tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.safeguarding import sentences_de, sentences_en, sentences_es, sentences_fr


@dataclass(frozen=True, slots=True)
class Sentences:
    """Those of one language. The ones written first were written before any pattern was."""

    hurting_written_first: tuple[str, ...]
    kind_written_first: tuple[str, ...]
    hurting: tuple[str, ...]
    kind: tuple[str, ...]


SENTENCES: Final = {
    code: Sentences(
        module.HURTING_WRITTEN_FIRST,
        module.KIND_WRITTEN_FIRST,
        (*module.HURTING_WRITTEN_FIRST, *module.HURTING),
        (*module.KIND_WRITTEN_FIRST, *module.KIND, *module.KIND_WRITTEN_LAST),
    )
    for code, module in {"en": sentences_en, "es": sentences_es, "de": sentences_de, "fr": sentences_fr}.items()
}
