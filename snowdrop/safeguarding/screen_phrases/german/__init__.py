"""What attacks, sells or tells of danger in German; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.german import cruelty, danger, hostility, selling
from snowdrop.safeguarding.screen_phrases.signs import ScreenPhrases

PHRASES: Final = ScreenPhrases(
    language="de",
    entries=(*hostility.SIGNS, *cruelty.SIGNS, *selling.SIGNS, *danger.SIGNS),
    kind=(
        # Redensarten
        "würde/könnte/würden töten/morden/sterben/umbringen für",
        "würde/könnte <5> für <4> töten/morden/sterben",
        "es/das/dies bringt/brachte/bringen mich/uns um euch/dich/zu/wenn/dass/was",
        "bringt/bringen/brächte mich/uns um wenn/falls",
        "lache/lachen/lachten/lachst mich/uns/dich tot/kaputt",
        "totlachen/todmüde/totmüde/todtraurig/todunglücklich/sterbenslangweilig",
        "sterbe/sterben vor hunger/lachen/langeweile/neugier/sehnsucht/scham",
        # kein Angriff
        "nicht/nie/keine/keiner/niemand/niemals/keinesfalls/ohne <3> schuld/schuldig/verantwortlich",
        "schuld <2> nicht/nie/keiner/keine",
        "schuld hat niemand/keiner",
        "schuldgefühle/schuldgefühl",
        "nichts/keine/kein <1> was du/ihr <5> getan/gemacht/gesagt/gegessen/unterlassen/versäumt hast/habt",
        "verdient/verdienst <2> ruhe/pause/liebe/frieden/glück/trost/alles_glück/alles_gute/alle_liebe/das_beste/besseres",
        "ruhe/pause/liebe/frieden/glück/trost/zeit/alles_glück/alles_gute/alle_zeit/mitgefühl/kraft <3> verdient/verdienst/verdienen",
        "arzt/ärzte/ärztin/leute/menschen/klinik/er/sie/die/chef sollte/sollten sich/sie schämen/was_schämen",
        "sollte/sollten sich schämen",
        "du alter/alte/altes/lieber/liebe/liebes sack/gauner/esel/knallkopf/spinner/sau/haus",
        "keine/nicht/nie schlechte/schlechten/miese/mies <1> mutter/mama/eltern/vater",
        "nie/niemals/nicht/nichts <2> aufhören/aufhörst <3> mutter/mama/papa/vater/eltern",
        "so_eine/was_für_eine/eine_so wunderbare/tolle/liebevolle/gute/starke/großartige/warme mutter/mama/frau",
        "solche/solchen/so_eine mutter/mama/eltern wünscht/wünschen/wie_euch_wünscht/hat_jedes/braucht",
    ),
    negators=frozenset({"nicht", "nie", "niemals", "niemand", "kein", "keine", "keiner", "keinen", "nichts", "weder"}),
    negations=(
        "nicht/nie/niemals/niemand/niemanden/kein/keine/keinen/keinem/keiner/weder/nichts/ohne/keineswegs "
        "!nur/vergessen/vergiss/wahr/wundern/anders/so_tun/lügen/mehr/einmal/unfreundlich/böse_gemeint/umsonst/böse/hart/zu_leugnen/leugnen/jeder/jede/unrecht/grausam/gemein/traurig",
        "ob/als_ob/falls/unsinn_dass/lüge_dass/quatsch_dass",
    ),
    disowned_by=(
        "wenn/falls/wer/wo/sobald/sollte/lass/lasst <4> sagt/sagen/behauptet/behaupten/meint/meinen/einredet/einreden/denkt/glaubt/erzählt/sage/dir/euch/jemand",
        "wer/niemand/keiner <3> sagt/behauptet/meint/denkt/glaubt/erzählt/einredet/redet",
        "nie/nicht/niemals/kein <4> glaub/glaube/glaubt/glauben/einreden/hören/sagen/denk/denken/denkt",
        "glaub/glaubt/denk/denkt/hört/hör/lasst/lass <2> nie/nicht/niemals/niemandem",
        "dachte/dachten/glaubte/glaubten/fragte/fragten/fürchtete/denkst/denkt/glaubst/glaubt/fühlst/fragst/meinst <3> dass/es/das/ich/wir/du/ihr/mich/dich/ob/sei/ist",
        "sagten/sagte/meinten/warfen/warf <2> mir/uns/manche/einige/viele/alle/leute/ich/dir/euch_nach/man",
        "schlimm/furchtbar/schrecklich/unfassbar/gemein/grausam/schämen <3> was/dass/wenn/wie <5> sagte/sagten/sagt/sagen/schrieb/schreiben/gesagt/geschrieben",
        "was er/sie/man/die/leute/manche <4> gesagt/gesagt_hat/geschrieben",
    ),
    rejected_by=(
        "ist/sind/war/stimmt/hat/haben <2> nicht/falsch/gelogen/unsinn/quatsch/eine_lüge/grausam/unrecht",
        "<1> hat/haben unrecht",
    ),
    clause_breaks=frozenset({"aber", "weil", "sondern", "denn", "doch", "jedoch", "und", "deshalb", "also", "sonst"}),
    reported_by=(
        "leute/alle/jeder/jemand/manche/andere/man/sie/familie/nachbarn/schwiegermutter/dorf <4> "
        "sagen/sagt/meint/meinen/denkt/denken/flüstert/flüstern/schreiben/schreibt/erzählen/erzählt/redet/reden",
    ),
    common_words=frozenset(
        [
            "und",
            "der",
            "die",
            "das",
            "ist",
            "nicht",
            "ich",
            "du",
            "ihr",
            "wir",
            "euch",
            "dich",
            "mich",
            "mir",
            "dir",
            "sie",
            "ein",
            "eine",
            "zu",
            "mit",
            "auf",
            "für",
            "dass",
            "aber",
            "wie",
            "wenn",
            "auch",
            "sich",
            "von",
            "hat",
            "habe",
            "seid",
            "dein",
            "deine",
            "euer",
            "eure",
        ]
    ),
)
