"""What is known to hurt in German, why, and what to say instead; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.german import grief, loss
from snowdrop.safeguarding.gentle_phrases.hurts import GentlePhrases

PHRASES: Final = GentlePhrases(
    language="de",
    and_name=" und an {name}",
    entries=(*loss.HURTS, *grief.HURTS),
    kind=(
        "wenigstens/zumindest/immerhin weißt/wisst du/ihr <1> dass <1> wir/ich <2> da/helfen/sind/bin/denke/denken/habe",
        "damit <2> wenigstens/zumindest",
        "wenigstens/zumindest kannst/könnt/habt/hast du/ihr <3> schlafen/ausruhen/essen/anrufen/hilfe/ruhe",
        "nicht <1> stark genug",
        "wir/ich <2> wieder versuchen/versuche/probiere/probieren",
        "darf/dürfen/dürft/darfst <4> weinen/traurig/stark",
        "wie geht",
        "es ist <1> normal dass/wenn/zu",
        "kind ist/war <1> kein",
        "so lange/lang",
        "engel des_nordens",
    ),
    negators=frozenset(
        {
            "nicht",
            "nie",
            "niemals",
            "niemand",
            "niemanden",
            "keiner",
            "kein",
            "keine",
            "keinen",
            "ohne",
            "nichts",
            "weder",
        }
    ),
    negations=(
        "nicht/nie/niemals/niemand/niemanden/niemandem/kein/keine/keinen/ohne/weder/nichts/keiner "
        "!vergessen/allein/aufgeben/traurig/weinen/schlimm/verzweifeln/nur/mehr/fair/so_traurig/fassen/glauben/zu_fassen/wahr/anders/grundlos",
        "ob/als_ob/statt/wünschte/anstatt",
    ),
    disowned_by=(
        "leute/manche/andere/viele/jemand/niemand/keiner/alle/wer/man/einige/menschen/die_dir/die_euch/die <4> "
        "sagen/sagt/sagten/behaupten/behauptet/erzählen/meinen/meint/erzählt/hören",
        "nicht/nie/niemals/kein/keine/ohne/hasse/will_nicht <5> "
        "sagen/behaupten/erzählen/sage/behaupte/hören/sprüche/sprüche_wie/sätze_wie/einreden",
        "sprüche/sätze/worte/floskeln wie",
    ),
    rejected_by=(
        "ist/sind/gibt/stimmt/muss/müssen/kann/hilft/tröstet <2> nicht/kein/keine/falsch/gelogen/unsinn/quatsch/eine_lüge/grausam",
        "<2> nicht/nie/kein/keine",
    ),
    clause_breaks=frozenset({"aber", "weil", "sondern", "denn", "doch", "jedoch"}),
)
