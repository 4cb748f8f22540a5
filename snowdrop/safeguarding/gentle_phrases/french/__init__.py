"""What is known to hurt in French, why, and what to say instead; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.french import grief, loss
from snowdrop.safeguarding.gentle_phrases.hurts import GentlePhrases

PHRASES: Final = GentlePhrases(
    language="fr",
    and_name=" et à {name}",
    entries=(*loss.HURTS, *grief.HURTS),
    kind=(
        "au_moins/du_moins tu/vous <1> sais/savez que? <1> je/nous/on",
        "pour_que/ainsi/afin_que <2> au_moins",
        "au_moins vous/te/t' <1> apporter/apporte/apportons/accompagner/déposer/envoyer/dire/faire/aider/préparer/embrasse",
        "pas/jamais <2> ta/votre faute",
        "je/nous/j' <1> réessayer*/réessaierai/réessaie/rappelle",
        "c'est normal de/que",
        "dans vos/tes prières",
        "il n'y a",
        "café/vent/thé/très fort",
        "serre/serrons/embrasse/embrassons/pense/pensons/penser <2> fort/forte",
        "droit d'être",
        "le/ton/votre/du/quel/mon/aucun courage",
    ),
    negators=frozenset(
        {"ne", "pas", "jamais", "rien", "personne", "aucun", "aucune", "sans", "n'est", "n'es", "n'as", "n'a"}
    ),
    negations=(
        "pas/jamais/personne/aucun/aucune/sans/ni/rien/plus_besoin "
        "!seule/seul/seuls/t'inquiète/oublie/pleurer/triste/plus/perdre/espoir/inquiéter/grave/évident/facile/juste/facile_mais",
        "n'oserai*/n'oserais/comme_si/si_seulement",
    ),
    disowned_by=(
        "gens/certains/on/beaucoup/quelqu'un/personne/ceux/celui/tous/ceux_qui/d'autres <4> "
        "dit/disent/dira/diront/dire/raconte/prétend/prétendent/répète/répètent",
        "pas/jamais/sans/déteste/refuse <4> dire/dirai/dirons/dis/entendre/prétendre/disons/phrases",
        "phrases/mots/formules comme",
    ),
    rejected_by=(
        "ne/n'est/n'existe/n'a/ni/n'efface/n'aide/n'y/n'en",
        "est/sont <2> faux/mensonge/cruel/absurde/injuste",
        "<1> pas/jamais",
    ),
    clause_breaks=frozenset({"mais", "parce", "car", "donc", "puisque"}),
)
