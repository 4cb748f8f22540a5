"""Threats, wishes of harm, insults, hate, sexual words and pressing, in German."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.german.words import (
    BABY,
    DEAD,
    INSULT,
    LOST,
    PARENT,
    YOU_ARE,
    YOUR,
)
from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.vocabulary import Lane

SIGNS: Final = (
    Sign(
        "threat",
        (
            "ich/wir/man/jemand <2> bring/bringe/bringen/mach/mache/machen/schlag/schlage/schlagen/stech/steche/knall/knalle <1> dich/euch/sie <3> um/kalt/fertig/tot/zusammen/ab/platt",
            "ich/wir/jemand/man <3> dich/euch/sie <3> umbringen/töten/erschießen/abstechen/vergewaltigen/verprügeln/fertigmachen/kriegen/finden/holen/kaltmachen/vernichten/zerstören/erwürgen/schlagen/heimsuchen !wie/dass/am/im",
            "wir/ich kriegen/kriege/finden/finde/holen/hole/erwischen/erwische/verfolgen/verfolge/beobachten/beobachte dich/euch/sie !wunderbar/toll/mutig/so/großartig/stark/sehr/ab/am/um/vom/von/morgen",
            "weiß/wissen/kenne/kennen/wo <3> du/ihr <1> wohnst/wohnt/lebst/lebt/arbeitest/arbeitet/schläfst",
            "weiß/wissen/kenne/kennen deine/eure adresse/schule/haus/wohnung",
            "wirst/werdet/sollst/sollt/wirste <4> bereuen/büßen/bezahlen/zahlen/leid_tun/leidtun/noch_sehen/erleben_was/noch_erleben !nichts",
            "bereust/büßt/büßen/bezahlst/bezahlt <1> du/ihr/dafür/noch/das <2> noch/dafür/teuer/büßen",
            "pass/passt/passen <2> auf/gut_auf <2> dich/deine_kinder/eure_kinder/dein_anderes/deine_anderen <2> auf",
            f"{YOUR} <1> andere/anderen/anderes/nächste/nächsten/nächstes/restlichen/übrigen <1> {BABY} <3> dran/auch/nächsten/folgen/sterben/sicher/aufpassen",
            "du/ihr bist/seid <3> nächste/nächsten/dran/fällig",
            "wenn/sonst/falls <2> du/ihr <3> nicht/bezahlst/zahlst/schickst <6> veröffentliche/zeige/verbreite/poste/bilder/fotos/alle_erfahren",
            "deine/eure tage/stunden sind gezählt",
            "unfälle/unglücke passieren <2> schnell/schon/halt",
        ),
    ),
    Sign(
        "wished_harm",
        (
            "bring/bringt/häng/hängt/erhäng/erschieß/ertränk/verbrenn/vergrab <1> dich/euch <3> um/auf/endlich/doch/selbst/selber/gleich !mit/nach_hause/ins_bett/in_sicherheit/ein/unter/in_die_decke",
            "töte/erschieß/erhäng/vergifte/ertränke/ertränk dich/euch",
            "spring/springt/geh/fahr <3> brücke/zug/dach/fenster/hölle/sterben/verrecken/zum_teufel/teufel !spazieren",
            "stirb/verreck/verrecke/verreckt/krepier/krepiere/krepiert/schmor/schmort/brenn/verfaul/verrotte",
            "hoffe/hoffen/hoffentlich/wünsche/wünschen/wünschte/bete <3> du/ihr/dir/euch/sie/deine/eure <4> stirbst/sterbt/verreckst/verreckt/leidest/leidet/krebs/unfruchtbar/brennst/schmorst/krepierst/nie_wieder_kinder/"
            "nie_wieder_ein_kind/keine_kinder/nie_kinder/niemals_kinder/kein_kind/nie_mehr_kinder/nie_glücklich/nie_wieder_glücklich/tot/tod/qualen/schmerzen/pest/nie_schwanger/keine_ruhe !hast_und/vergessen",
            "hoffe/hoffen/hoffentlich/wünsche/wünschen <3> bekommst/bekommt/kriegst/kriegt/hast/habt <1> du/ihr? <1> nie/nie_wieder/niemals/keine/kein/nie_mehr <2> kinder/kind/baby/babys/eins",
            "hoffe/hoffen/hoffentlich/wünsche <3> nächste/nächsten/anderen/andere/restlichen <3> auch/stirbt/sterben/tot/verreckt/ebenfalls/verlierst/folgen",
            "hoffe/hoffen/hoffentlich/soll/möge <3> verfolgt/quält/plagt/auffrisst/heimsucht <3> dich/euch/leben/ewig/immer",
            "hoffe/hoffen/hoffentlich/mögest/sollst/sollt <4> leiden/verrecken/verrotten/sterben/brennen/verfaulen/schmoren/krepieren/in_der_hölle !müssen/musst/muss",
            f"du/ihr/sie/{PARENT} hättest/hättet/sollte/sollten/solltest/solltet/gehörst/gehört/gehören/müsste/müssten/verdienst <4> sterben/sterilisiert/knast/gefängnis/eingesperrt/tot/aufgehängt/erschossen/verbrannt/umbringen/"
            "weggesperrt/bestraft/abtreiben/krepieren/hängen/verhaftet/schämen/kastriert !sich",
            f"froh/freut/freue/freuen/freut_mich/glücklich/gut/schön/super/gottseidank/gott_sei_dank/zum_glück/toll/endlich <3> dass/ist/wenn? <4> {BABY} <2> tot/gestorben/weg/verreckt/krepiert/verloren/nicht_mehr_lebt/hin",
            f"froh/freut/freue/gut/schön/super/gottseidank/zum_glück/endlich/freut_mich/geschieht <3> {BABY}/es/er/sie/ding/das <1> {DEAD} !wird/gegangen/du/wir_da/friedlich/da",
            f"{BABY}/mund/maul/esser/problem/last weniger <3> welt/erde/stopfen/füttern/sorgen/gut/problem",
            "ein/eine/einer <3> weniger <2> auf_der_welt/auf_dieser_welt/in_deutschland/den_wir/zu_füttern",
            "dich/euch/dir <2> vermisst/vermissen/weint/braucht/will/wird <3> keiner/niemand/kein_mensch/keine_sau/nach",
            "keiner/niemand/kein_mensch/keine_sau <2> vermisst/vermissen/braucht/will/würde <2> dich/euch",
            "welt/wir/alle/familie/kinder/mann <3> besser/schöner/glücklicher <2> ohne dich/euch/solche/leute_wie",
            f"folg/folge/geh/leg/hinterher <3> {LOST} <2> grab/hinterher/tod/nach/sarg",
            "gut dass/das/so <5> weg/tot/verreckt/erledigt ist",
            "ab/fahr/fahrt/scher in/zur/zum <1> hölle/teufel",
            "selbst schuld",
        ),
    ),
    Sign(
        "insult",
        (
            f"du/ihr/dich/sie/so_eine/was_für_eine/eine/solche <3> {INSULT} !gehabt/zu_haben/hat/und_schwein",
            f"{YOU_ARE} <3> {INSULT}/ekelhaft/widerlich/abartig/krank_im/wertlos/nichts_wert/ein_nichts/das_letzte/das_allerletzte/eine_schande/erbärmlich/zum_kotzen/asozial/gestört/abstoßend/verachtenswert",
            "dumme/dummes/blöde/blödes/fette/fettes/hässliche/dreckige/dreckiges/faule/alte/elende/verdammte/widerliche/kranke/feige/verlogene/geile/miese/egoistische/ekelhafte "
            "schlampe/kuh/sau/hure/fotze/ziege/schwein/schweine/hexe/mörderin/lügnerin/weib/stück/nutte/pack/miststück/rabenmutter/idioten/person !wut",
            "fick/fickt/verpiss/verpisst/leck dich/euch/mich <2> selbst/ins_knie/am_arsch/doch/endlich",
            "fick/fickt/verpiss/verpisst dich/euch",
            "halt/haltet <2> maul/fresse/schnauze/klappe",
            "maul/fresse halten",
            "ich/wir hasse/hassen/verachte/verachten dich/euch/dein_gesicht/leute_wie/solche_leute !was",
            "du/ihr/dein_anblick kotzt/widert/ekelst/widerst/kotzen mich/uns/alle/nur",
            "schäm/schämt/pfui/schäme dich/euch !nicht/nie/keinesfalls",
            "schämen solltest/solltet/sollten du/ihr/sie",
            "drecks/dreckskind/scheißkind/drecksbalg/scheißbalg/drecksmutter/scheißmutter/kackkind/drecksfamilie",
            "stück/haufen scheiße/dreck/mist/abschaum",
        ),
    ),
    Sign(
        "insult",
        (
            "schlampe/schlampen/hure/huren/hurensohn/nutte/nutten/fotze/fotzen/drecksau/missgeburt/arschloch/miststück/wichser/dreckschwein/drecksschwein/abschaum/rabenmutter/rabeneltern/flittchen",
            "mörderin/kindsmörderin/kindermörderin/kindsmörder",
        ),
        lane=Lane.AMBER,
    ),
    Sign(
        "hate",
        (
            "kanake/kanaken/kanacken/neger/negern/negerkind/nigger/schwuchtel/schwuchteln/tunte/tunten/kampflesbe/zigeunerpack/zigeunerbrut/untermensch/untermenschen/judensau/judenschwein/judenpack/kümmeltürke/kümmeltürken/"
            "kameltreiber/ziegenficker/schlitzauge/schlitzaugen/transe/transen/krüppel/bimbo/affenmensch/kopftuchweib/asylantenpack/musel",
            "scheiß/drecks/dreckige/verdammte/blöde/verfluchte/elende/ekelhafte/typisch <1> ausländer/ausländern/flüchtlinge/asylanten/juden/jude/moslems/muslime/türken/araber/schwule/schwulen/lesben/zigeuner/schwarze/polen/russen/behinderte/transen/christen",
            "geh/geht/zurück/verschwinde/verschwindet/haut/raus <3> wo <1> ihr/du/sie <1> hergekommen/herkommt/herkommst/herkamt",
            "geh/geht/zurück/verschwinde/verschwindet/haut/raus <2> in/nach/aus <1> euer/dein/afrika/eure/deine/syrien/türkei/heimat/deutschland/unserem/polen !zimmer/leben/arbeit/büro",
            "schwule/schwulen/lesben/homos/zwei_männer/zwei_frauen/ausländer/behinderte/alleinerziehende/teenager/arbeitslose/hartzer/asylanten/muslime/unverheiratete/transen/kanaken/dicke_frauen/alte_frauen <4> "
            "keine_kinder/verboten/nicht_erlaubt/widernatürlich/unnatürlich/abartig/nicht_vermehren/keine_eltern/kein_recht/sünde/ekelhaft/nicht_dürfen",
            "widernatürlich/rassenschande/erbkrank/minderwertig/minderwertige/minderwertigen/lebensunwert/lebensunwertes/mischling/mischlinge/bastardkind",
            "behindertes/missgebildetes/entstelltes/mongoloides/verkrüppeltes/krankes/defektes baby/kind/balg/ding/vieh",
            "eure/deine/euer/eurer/eures/euresgleichen/deinesgleichen <1> sorte/art/rasse/volk/gleichen/brut/sippe <3> vermehren/vermehrt/aussterben/ausrotten/weg/nicht/nie/verschwinden",
            "leute/solche <1> eures/eurer/deiner/deinesgleichen schlages/sorte/art",
        ),
    ),
    Sign(
        "sexual",
        (
            "schick/schicke/schickt/zeig/zeige/sende/will/brauche <3> nacktbild/nacktbilder/nacktfoto/nacktfotos/nackt/brüste/titten/unterwäsche/höschen/muschi/sexy/nudes",
            "nacktbild/nacktbilder/nacktfotos/nudes/ficken/blasen/bumsen/titten/möpse/muschi/schwanz_lutschen/wichsen/sexy/geil/geile/porno/pornos/orgasmus/onlyfans/dreier/sexdate/vögeln",
            "will/möchte/würde/lass/könnte/mag <3> dich/mit_dir <3> ficken/vögeln/bumsen/schlafen/lecken/anfassen/ausziehen/bett/schwängern/nackt/verwöhnen/begrapschen !lassen/gehen/bringen",
            "mach/mache/machen/besorg/schenke/zeuge dir <2> neues/nächstes/anderes/ein? <1> baby/kind",
            "schwänger/schwängere/besame/besamen/begatten dich",
            "mein/meinen/harter/dicker schwanz/penis/pimmel/ding_in",
            "bist du <1> single/einsam_heute/allein_heute/geil/feucht",
            "was hast_du_an/trägst_du_gerade/trägst_du_drunter",
            "tröste/trösten/wärme/verwöhne <2> dich/im_bett <3> richtig/bett/nackt/körperlich/die_ganze_nacht",
            "heiße/scharfe/geile/sexy mama/mutter/braut/witwe/frau/lippen/figur",
        ),
    ),
    Sign(
        "harassment",
        (
            "du/ihr kannst/könnt/kommst/kommt <2> nicht <2> verstecken/ignorieren/entkommen/davonlaufen/blockieren/löschen",
            "ich/wir <3> nicht/nie <2> auf/aufhören/in_ruhe/locker/aufgeben <4> bis/ehe/antwortest/dir/dich",
            "ich schreibe/schreib/melde/rufe <3> solange/bis/immer_wieder/weiter <3> antwortest/antwortet/du/ihr !brauchst/möchtest/willst",
            "neues/neuen/anderes konto/account/profil/nummer <4> blockiert/gesperrt/dir/weil",
            "du <2> mich <2> blockiert/ignoriert/gelöscht/gesperrt",
            "antworte/antwortet/melde/schreib <2> jetzt/sofort/endlich/mir_gefälligst/gefälligst !wann/nicht",
            "du/ihr schuldest/schuldet/bist_mir/seid_mir mir/uns/schuldig",
            "jugendamt/polizei/anwalt/arbeitgeber/chef/anzeige/gericht <5> melden/gemeldet/melde/informiere/informiert/rufe/anzeigen/erfährt/wegnehmen/gesagt/sage/bescheid/hören !hilft/geholfen/netterweise",
            "kinder/kind/rest <3> wegnehmen/weggenommen/entziehen/entzogen/abgenommen/wegzunehmen",
            "ich_bin/sie_ist/er_ist/wir_sind die/der/seine/ihre wahre/echte/richtige/eigentliche mutter/tochter/sohn/frau/vater/familie",
            "gib/gebt/schick/schickt mir/uns <2> adresse/nummer/passwort/asche/fotos !damit/wenn/falls",
        ),
    ),
)
"""The gravest first."""
