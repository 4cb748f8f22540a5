"""What makes a loss smaller, explains it or replaces it, in German."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt

_AT_LEAST: Final = "wenigstens/zumindest/immerhin/zum_glück/gottseidank/gott_sei_dank/mindestens"

HURTS: Final = (
    Hurt(
        "blame",
        "Viele Eltern geben sich schon selbst die Schuld, und Worte darüber, was getan wurde, können das vertiefen.",
        "Man könnte sagen: Ihr habt nichts falsch gemacht. Es tut mir so leid.",
        (
            "hast/habt/hattest/hattet <2> dich/dir/euch/einfach/vielleicht/du/ihr <2> zu/zuviel/übernommen/überanstrengt <1> "
            "viel/stress/gearbeitet/gemacht/sport/zugemutet",
            "zu_viel/zuviel/zu_schwer <1> gearbeitet/stress/gehoben/zugemutet/sport/gemacht !ich/wir",
            "hättest/hättet <3> "
            "sollen/schonen/müssen/dürfen/ausruhen/aufpassen/mehr_auf/nicht_so/früher_zum/besser_auf !mir/mich/uns_fragen",
            "wenn/hättest/hättet <1> du/ihr <3> geschont/gearbeitet/gegangen/aufgepasst/gehört/ausgeruht/geraucht/gereist/gelassen",
            "hast/habt <1> du/ihr <3> geraucht/getrunken/gehoben/gegessen/übertrieben/falsch_gemacht",
            "lag/liegt/kommt/kam/war <2> an_dir/an_euch/am_stress/an_deinem/an_deiner/vom_stress/von_der_arbeit/deine_schuld/eure_schuld/"
            "selbst_schuld",
            "deine/eure eigene schuld",
            "warum_bist/warum_hast/wieso_hast/wieso_bist <1> du <3> nicht",
        ),
    ),
    Hurt(
        "not_a_baby",
        "Für die, die gewartet haben, war es vom ersten Tag an wirklich.",
        "Man könnte sagen: Es tut mir so leid. Ich denke an euch{and_name}.",
        (
            "war/ist/wars/sei <3> kein/keine/nicht <2> richtiges/echtes/wirkliches/fertiges/ganzes/lebensfähiges/richtige/echte/mensch "
            "<1> kind/baby/mensch/schwangerschaft/geburt/verlust !anders",
            "war/ist <3> noch/ja/doch <2> kein/keine/nichts/nur <2> kind/baby/mensch/schwangerschaft/da/zellen/zellhaufen",
            "eltern <5> keine_mehr/keine_richtigen",
            "kein/keine richtiges/echtes/richtige/echte <1> kind/baby/schwangerschaft/geburt/mensch/verlust",
            "nur/bloß/lediglich/erst <1> "
            "zellhaufen/zellklumpen/zellen/embryo/fötus/fehlgeburt/gewebe/paar_zellen/klümpchen/abgang",
            "zellhaufen/zellklumpen",
            "kanntet/kanntest/gekannt/kennengelernt <3> nicht/kaum/nie/noch_nicht <1> !mich/uns/mir/einander",
            "nie/nicht/kaum/noch_nicht <2> kennengelernt/gekannt !wir/ich",
        ),
    ),
    Hurt(
        "at_least",
        "Sätze, die mit „wenigstens“ anfangen, können klingen, als wäre der Verlust klein.",
        "Man könnte einfach sagen: Es tut mir so leid. Ich denke an euch{and_name}.",
        (
            f"{_AT_LEAST} war/wars/ist/hat/habt/hast/habe/weißt/wisst/seid/bist/könnt/kannst/musste/musstet/musstest/mussten/lebt/geht/"
            "passierte/konnte/konntet/konntest/gibt/blieb/bleibt/hattet/hattest/wurde !ich/wir/das_wetter/einer_von_uns/jemand",
            f"{_AT_LEAST} es/er/sie/das/du/ihr/so/jetzt/nun/noch/eines/einer/ein/eins <4> "
            "war/ist/hat/habt/hast/weißt/wisst/seid/bist/könnt/kannst/musste/gelitten/früh/lebt/passiert/gesund/schnell/geschafft/gelebt/da",
            f"{_AT_LEAST} <1> früh/schnell/schmerzlos/gesund/am_anfang/in_der_frühen/noch_jung/keine_schmerzen/kein_leid",
            "war/ist/habt/hast/weißt/wisst/seid <2> wenigstens/zumindest/immerhin <3> "
            "früh/schnell/gesund/gelitten/jetzt/ein_kind/schon/kinder/schwanger/kind/jung/zeit !ich/wir/hilfe/das_essen",
            "war ja/doch/noch/erst <2> früh/am_anfang/klein/nicht_so_weit/in_der_frühen",
            "lieber/besser jetzt als später/nach",
            "ein glück/glück_im_unglück",
            "glück im unglück",
            "freiheit/freiheiten/zeit_zu_zweit <1> genießen/genießt",
            "gut dass es <2> jetzt/früh/vorher/so_früh/am_anfang",
        ),
        rejectable=False,
    ),
    Hurt(
        "gods_plan",
        "Ein Grund, der vom Himmel kommt, kann auch gläubige Menschen verletzen: kein Plan scheint das zu brauchen.",
        "Man könnte sagen: Ich verstehe nicht, warum das geschehen ist. Ich bin traurig mit euch.",
        (
            "gottes/herrn/göttlicher/göttliche <1> plan/pläne/wille/willen/wege/weg/ratschluss/fügung/hand_gegeben",
            "gott/herrgott/herr/jesus/himmel/allah <1> hat/hatte/wird/weiß/wusste/kennt <4> "
            "plan/pläne/vor/warum/wieso/wozu/weshalb/gründe/was_er/gewollt/gebraucht/gerufen/geholt/genommen/gegeben/heimgeholt/zu_sich/"
            "engel/besseres !zeit_für",
            "gott/herrgott/herr/jesus/himmel <1> "
            "brauchte/braucht/wollte/will/rief/holte/nahm/nimmt/wählte/prüft/lässt/gibt/holt <4> "
            "engel/ihn/sie/es/kind/sich/blume/tragen/ertragen/schaffen/nur/haben/zurück/genommen/euch/dich/die/prüfung/mehr",
            "war/ist/es_war/sei <1> gottes/der_wille/eine_prüfung/prüfung_gottes/so_gewollt/von_gott/vom_herrn !mit_euch/segen",
            "gott <2> nie/niemals/nur/nicht <5> tragen/ertragen/schaffen/aushalten/verkraften/schultern/bürde",
            "gott/herrgott/herr wird/hat/hatte <4> dabei/damit <1> gedacht/vor/bezweckt",
            "wege_des_herrn/wege_gottes/wege <1> sind/unergründlich",
            "zu gut/schön/rein/kostbar für diese/unsere/die welt/erde",
            "heimgerufen/heimgeholt/zu_sich_gerufen/zu_sich_geholt/zu_sich_genommen",
        ),
    ),
    Hurt(
        "reason",
        "Zu hören, dass es einen Grund gibt, kann wehtun, weil kein Grund je genug wäre.",
        "Man könnte sagen: Es tut mir so leid. Das ist nicht gerecht, und ich bin da.",
        (
            "alles/dinge/jedes/das/es <1> hat/haben/hatte/wird/hab <3> "
            "sinn/grund/gründe/seinen_sinn/seinen_grund/zweck/bestimmung/haben_seinen !dass_ich/warum_ich/anzurufen/zu_lachen",
            "alles/dinge/nichts/es/das <1> geschieht/passiert/passieren/geschehen/kommt/geschah/ist/passierte <3> "
            "aus/ohne/wie/einem/mit <2> grund/sinn/gründen/soll/kommen_soll/zufall",
            "kommt <1> alles wie es",
            "gibt/gab <3> für/einen/es <1> alles/grund/sinn <2> alles/dahinter/dafür/darin !sich",
            "war/ist <3> für_etwas/für_irgendetwas/für_irgendwas/zu_etwas gut",
            "wozu/wofür es/das <1> gut war/ist/sein",
            "wer weiß <1> wozu/wofür/warum/was/ob <3> gut/erspart/geworden/besser",
            "eines_tages/irgendwann/einmal/später <2> wirst/werdet/verstehst/versteht/erkennst/ergibt <4> "
            "warum/wieso/verstehen/sinn/grund/weshalb",
            "es/alles <1> zufall/zufälle gibt",
        ),
    ),
    Hurt(
        "for_the_best",
        "Für die Eltern ist daran nichts gut, und solche Worte können sehr einsam machen.",
        "Man könnte sagen: Ich wünschte so sehr, es wäre anders gekommen.",
        (
            "besser/beste/bestes so/jetzt/früh/früher <1> !gut/schlafen/weit/fühlst/schnell/für_mich",
            "war/ist/wars/wäre <3> besser/beste/das_beste/zum_besten/am_besten <1> "
            "so/für/früh/jetzt/gewesen/als !du/ihr/uns/schweigen/nichts/gar_nichts/worte/sagen",
            "besser jetzt/früh/früher/so als <1> später/nach/wenn/in",
            "war/ist <2> erlösung/segen/gnade",
            "erspart/ersparte <2> geblieben/viel/leid/leiden/euch/dir !den_weg/das_kochen/den_einkauf",
            "leid/viel/leiden/sorgen/schmerz <2> erspart",
            "hat auch/sein/seine/alles <1> gutes/gute/seine_guten",
        ),
    ),
    Hurt(
        "natures_way",
        "Von der Natur zu sprechen, oder davon, dass etwas nicht stimmte, kann klingen, als hätte es dieses Kind nicht geben sollen.",
        "Man könnte sagen: Es tut mir so leid. Ich denke an euch{and_name}.",
        (
            "natur/mutter_natur/körper/dein_körper <1> weiß/regelt/hilft/wusste/sorgt/hat/macht/sortiert/entscheidet/richtet/wird/merkt <3> "
            "schon/was/das/selbst/sich/es/so/aus/gut/wissen/etwas/eingerichtet/entschieden/aussortiert/geregelt !lieb",
            "natürliche/natürlicher auslese/selektion/abgang/weg",
            "kein/keine schönes/gutes/richtiges/normales/leichtes/gesundes leben <1> gehabt/gewesen/geworden/haben",
            "stimmte/war/wäre/hatte/hätte/etwas/was/bestimmt <3> "
            "nicht_gesund/krank/behindert/nicht_lebensfähig/fehler/missbildung/gendefekt/behinderung/nicht_in_ordnung/chromosomenfehler "
            "!ich/und_konnte",
            "da/irgendetwas/irgendwas/etwas/bestimmt/sicher/wohl <2> nicht gestimmt/gepasst/in_ordnung/richtig/gesund",
            "etwas/irgendetwas/irgendwas/was stimmte/war <2> nicht/falsch/faul",
        ),
    ),
    Hurt(
        "meant_to_be",
        "„Es hat nicht sollen sein“ kann klingen, als wäre der Verlust richtig.",
        "Man könnte sagen: Das hätte nicht geschehen dürfen. Es tut mir so leid.",
        (
            "hat/hatte/sollte/soll/sollt/es <2> nicht <1> "
            "sein/sollen/sollen_sein/sein_sollen/so_sein !dass/müssen/allein/wie",
            "hat/hatte/sollte/soll <1> wohl/so/einfach/eben/halt/vielleicht <1> nicht? sein/sollen/kommen !dass",
            "war/ist <2> schicksal/vorbestimmt/vorherbestimmt/bestimmung/karma/nicht_bestimmt/der_falsche_zeitpunkt/der_richtige_zeitpunkt",
            "war/ist <2> nicht <2> zeit/zeitpunkt/richtige_zeit/bestimmt !zum_reden",
            "es/das kommt/kam wie es",
            "wenn_es <1> sein soll",
            "zur richtigen zeit <1> !anrufen/da/melden",
        ),
    ),
    Hurt(
        "try_again",
        "Ein Kind ist nicht zu ersetzen, und Gedanken an eine neue Schwangerschaft gehören allein den Eltern.",
        "Man könnte sagen: Ich bin traurig mit euch. Ich bin da.",
        (
            "könnt/kannst/werdet/wirst/solltet/versucht/versuch/probiert/probier/müsst/ihr/du/es/einfach <4> "
            "wieder/nochmal/noch_mal/noch_einmal/erneut/weiter/noch_eins/noch_eines <2> "
            "versuchen/probieren/schwanger/versucht/kind/baby/kinder/versucht_es !anzurufen/dich/euch_zu/zu_erreichen",
            "versucht/versuch/probiert/probier/versuchts/probierts <2> "
            "einfach/bald/weiter/wieder/nochmal/noch_einmal/weiterhin/später !zu_schlafen/zu_essen/dich/anzurufen/mal_zu",
            "nächste/nächstes/nächsten/beim/neue <1> mal/schwangerschaft/nächsten_mal/versuch/kind/baby <3> "
            "klappt/wird/klappts/geht/läuft/bleibt/besser/gut/bestimmt/mehr_glück/hilft/kommt/schon/tröstet !ich",
            "klappt/klappts/klappen <3> nächste/nächstes/nächsten/bald/beim/schon/bestimmt/sicher !mit_dem_essen/mit_dem_termin/donnerstag",
            "werdet/wirst/werde/bekommt/kriegt/bekommst/kriegst/könnt/kannst/habt <4> "
            "noch/weitere/andere/wieder/neues/anderes/zweites/gesundes <2> kind/kinder/baby/babys/babies/schwanger/mama/mutter/eltern/eins/eines/"
            "viele !im_himmel",
            "wirst/werdet/wird/bist/seid <3> bald/schnell/wieder/sicher/bestimmt <1> wieder? <1> schwanger",
            "es/da kommen/kommt/wird/gibt <2> noch/weitere/andere/wieder <1> kinder/babys/chancen/kind/eins/geben/welche/gelegenheit",
            "neue/nächste/neues/anderes/zweites schwangerschaft/kind/baby wird/hilft/kann/würde/kommt/tröstet",
            "gebt/gib/verliert/verlier/nicht <1> die_hoffnung/hoffnung/nicht_auf <1> nicht/aufgeben/verlieren/auf",
            "gebt/gib nicht auf",
            "mehr glück beim/nächstes/das_nächste",
            "regenbogenkind/regenbogenbaby/folgewunder",
        ),
    ),
    Hurt(
        "young",
        "Jung zu sein macht diesen Verlust nicht kleiner, und kein späteres Kind nimmt den Platz von diesem ein.",
        "Man könnte sagen: Es tut mir so leid, dass euch das geschehen ist.",
        (
            "seid/bist/sind <3> jung/jünger/jungen_jahren/jungs !verliebt/geblieben/im_herzen/und_wild",
            "so/noch/zu jung ihr/du/und/das/da/wie/zeit",
            "habt/hast/bleibt/haben <3> zeit/leben/jahre/viel_zeit/alle_zeit <2> "
            "noch/vor_euch/vor_dir/kinder/kind/für_ein/für_kinder/euch/genug/versuchen",
            "habt/hast <2> noch <1> viel/genug/jede_menge/alle/so_viel/genügend zeit/jahre !für_euch/zu_trauern/zum_trauern",
            "das/euer/dein/ganzes ganze/ganzes/leben <1> leben/noch vor euch/dir",
        ),
    ),
    Hurt(
        "lucky",
        "Dankbarkeit für das, was da ist, nimmt die Trauer um das Kind nicht weg, das fehlt.",
        "Man könnte sagen: Ich denke an euch alle, und an das Kind, das fehlt.",
        (
            "sei/seid/könnt/kannst/solltest/solltet/müsst <4> froh/dankbar/glücklich/zufrieden <4> "
            "dass/für/über/um/sein/das/ihr/du/wenigstens/mit !mich/uns_habt",
            "sei/seid <1> froh/dankbar/zufrieden",
            "habt/hast/haben <1> doch/ja/schon/bereits/noch/auch/immer_noch <3> "
            "kind/kinder/tochter/sohn/zwilling/eins/eines/zwei/drei/andere/gesundes/gesunde/söhne/töchter !verloren/nicht",
            "denk/denkt/konzentrier/konzentriert/freu/freut/schau/schaut <2> an/auf/über <1> "
            "kinder/die_kinder/deine_kinder/eure_kinder/das_kind/die_anderen/den_anderen/andere/was_ihr/was_du/das_was/deine_tochter/deinen_sohn/"
            "eure_tochter/euren_sohn",
            "was_für/was/so/ihr_habt/du_hast/welch ein? glück <2> dass/noch/gehabt !euch/wir/ich",
            "andere <4> haben/bekommen/können/haben_gar <2> keine/keins/gar_keine/nie <1> kinder/kind/bekommen/haben",
        ),
    ),
    Hurt(
        "compare",
        "Jeder Verlust ist einzigartig, und Vergleiche können diesen kleiner machen.",
        "Man könnte sagen: Erzähl mir, wenn du magst. Ich höre zu.",
        (
            "hätte/könnte/kann/wäre/gibt/es_gibt/geht/haben <3> schlimmer/schlimmeres/schlechter/viel_schlimmer <1> "
            "kommen/sein/gewesen/als/geben/gehen/dran/ausgehen",
            "anderen/andere/manche/manchen/vielen/viele <3> geht/haben/sind/trifft/müssen <4> schlechter/schlimmer/schlimmeres/mehr_verloren",
            "andere/anderen/die_anderen <1> schaffen/schafften/haben <2> auch/geschafft",
            "meine/meiner/eine/einer/kenne/unsere <2> "
            "schwester/freundin/cousine/tante/nachbarin/kollegin/mutter/schwägerin/tochter/frau/bekannte/bekannten/oma/chefin/nichte/paar <2> "
            "hat/hatte/verlor/ging/hatten/ist/die <8> und/aber/dann/jetzt/heute/danach <4> "
            "kind/kinder/schwanger/glücklich/gesund/gesunde/gesundes/mama",
            "schlimmer ist/wäre/wenn/als <1> es/wenn/ein/später/das/nach",
            "schlimmeres/schlimmere_dinge",
            "als <2> hund/katze/haustier/oma/opa/pferd <2> gestorben/starb/verloren/eingeschläfert/einschläfern",
            "war/ist bei mir/uns auch/genauso",
        ),
    ),
)
