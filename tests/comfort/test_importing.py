"""Importing comfort from a file: each line once, by the same rules as what guests send; a wrong line stops no other."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.console import importing
from snowdrop.console.importing import Imported, NotKept, import_comfort
from snowdrop.memorials.actions import describe_memorial
from tests.world.cast import NOON, Cast, a_family, another_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


def lines(*given: object) -> list[bytes]:
    return [one if isinstance(one, bytes) else json.dumps(one).encode() + b"\n" for one in given]


def run(cast: Cast, *given: object) -> Imported:
    return import_comfort(lines(*given), cast.memorial, now=NOON, progress=lambda number: None)


def test_a_line_is_kept_as_if_it_had_been_sent_and_waits_for_its_reader(cast: Cast) -> None:
    sent = {
        "id": 7, "kind": "flower", "flower": "rose", "words": "שלום 🤍", "name": "Ruth", "relation": "her aunt",
        "reach": "ruth@example.org", "language": "he", "family_only": True, "sent_at": "2026-02-01T10:00:00+01:00",
    }  # fmt: skip

    imported = run(cast, sent)

    comfort = Comfort.objects.get()
    assert imported == Imported(1, 0, ())
    assert read_content(comfort) == Content("שלום 🤍", "Ruth", "her aunt", "ruth@example.org")
    assert (comfort.kind, comfort.flower, comfort.language, comfort.for_family_only) == ("flower", "rose", "he", True)
    assert (comfort.place, comfort.arrived_at) == (Place.HELD, datetime(2026, 2, 1, 9, tzinfo=UTC))


def test_the_same_file_twice_keeps_everything_once_with_ids_and_without(cast: Cast) -> None:
    file = [{"kind": "words", "words": f"Words {number}", "id": f"n{number}"} for number in range(3)]
    file += [{"kind": "candle"}, {"kind": "candle", "name": "Tom"}]

    first, second = run(cast, *file), run(cast, *reversed(file))

    assert (first, second) == (Imported(5, 0, ()), Imported(0, 5, ()))
    assert Comfort.objects.count() == 5


def test_an_import_that_was_interrupted_can_be_run_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 4)
    file = lines(*({"kind": "words", "words": f"Words {number}", "id": number} for number in range(10)))

    def stop_after_the_first(number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_comfort(file, cast.memorial, now=NOON, progress=stop_after_the_first)
    assert Comfort.objects.count() == 4

    assert run(cast, *file) == Imported(6, 4, ())


def test_a_wrong_line_is_named_with_its_number_and_the_reason_and_stops_no_other(cast: Cast) -> None:
    imported = run(
        cast,
        {"kind": "words", "words": "Right", "id": 1},
        b"not json\n",
        b'{"kind": "words", "words": "\xff"}\n',
        b"[1, 2]\n",
        b"\n",
        {"kind": "balloon", "words": "Words"},
        {"kind": "words", "words": 5},
        {"kind": "words", "words": " "},
        {"kind": "words", "words": "W", "colour": "blue"},
        {"kind": "words", "words": "W", "family_only": "yes"},
        {"kind": "words", "words": "W", "sent_at": "yesterday"},
        {"kind": "words", "words": "W", "sent_at": "2999-01-01T00:00:00"},
        {"kind": "words", "words": "W", "sent_at": "0001-01-01T00:00:00"},
        {"kind": "words", "words": "W", "id": [1]},
        {"kind": "words", "words": "Other words", "id": 1},
        b"[" * 100_000,
        b'{"kind": "words", "words": "' + b"w" * 300_000 + b'"}',
        {"kind": "words", "words": "Right too", "id": 2},
    )

    assert (imported.kept, imported.kept_before) == (2, 0)
    assert [line.number for line in imported.not_kept] == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]
    assert imported.not_kept[0] == NotKept(2, "This is not JSON.")
    assert imported.not_kept[1].reason == "This is not UTF-8."
    assert imported.not_kept[3].reason == "kind: Please choose what you would like to send."
    assert imported.not_kept[6].reason == "There is no field called 'colour'."
    assert imported.not_kept[12].reason == "Other words were kept under this id before; those stay."


def test_half_of_a_pair_of_characters_spoils_neither_its_line_nor_its_batch(cast: Cast) -> None:
    imported = run(cast, b'{"kind": "words", "words": "a\\ud83db", "name": "\\udc00"}\n', {"kind": "candle"})

    assert imported == Imported(2, 0, ())
    assert {read_content(comfort).words for comfort in Comfort.objects.all()} == {"ab", ""}


def test_one_line_in_two_memorials_has_two_tokens_that_nobody_can_work_out(cast: Cast) -> None:
    line, other = {"kind": "candle", "id": 1}, another_family()

    run(cast, line)
    run(other, line)

    assert len({bytes(comfort.arrival) for comfort in Comfort.objects.all()}) == 2


def test_what_was_kept_away_is_not_brought_back_by_importing_it_again(cast: Cast) -> None:
    line = {"kind": "words", "words": "Words", "id": 1}
    run(cast, line)
    actions.keep_away(cast.helper, Comfort.objects.select_related("memorial").get(), now=NOON)

    again = run(cast, line)

    assert (again, Comfort.objects.get().place) == (Imported(0, 1, ()), Place.SEALED)


def test_where_the_family_reads_everything_itself_it_goes_to_the_waiting_room(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", now=NOON)

    run(cast, {"kind": "candle"})

    assert Comfort.objects.get().place == Place.WAITING


def test_the_command_says_what_was_kept_and_names_what_was_not(cast: Cast, tmp_path: Path) -> None:
    file, out, err = tmp_path / "comfort.jsonl", StringIO(), StringIO()
    file.write_bytes(b"\xef\xbb\xbf" + b"".join(lines({"kind": "candle"}, b"not json\n")))

    with pytest.raises(CommandError, match="run this again"):
        call_command("import_comfort", str(file), "--memorial", cast.memorial.slug, stdout=out, stderr=err)

    assert "Lines kept now: 1. Kept before: 0." in out.getvalue()
    assert "Line 2: This is not JSON." in err.getvalue()


@pytest.mark.parametrize("wrong", ["memorial", "file"])
def test_the_command_refuses_with_a_sentence(cast: Cast, tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "comfort.jsonl"
    if wrong == "memorial":
        file.write_bytes(b"")

    with pytest.raises(CommandError, match="There is no memorial" if wrong == "memorial" else "cannot be read"):
        call_command("import_comfort", str(file), "--memorial", "x" if wrong == "memorial" else cast.memorial.slug)
