"""What hurries or steers grief, and words of faith, in German."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt, Nature

HURTS: Final = (
    Hurt(
        "move_on",
        "Trauer hat keinen Zeitplan, und Eltern lassen ihr Kind nicht hinter sich.",
        "Man könnte sagen: Nimm dir alle Zeit, die du brauchst. Ich bin auch in einem Jahr noch da.",
        (
            "müsst/musst/solltet/solltest/jetzt/zeit/schau/schaut/blick/blickt/wieder/ihr/du/immer/lass_uns <3> "
            "nach_vorne/nach_vorn/vorwärts/in_die_zukunft <1> schauen/blicken/sehen/gucken/gehen",
            "schau/schaut/blick/blickt/seht/guckt nach_vorne/nach_vorn/vorwärts/in_die_zukunft",
            "nach_vorne/nach_vorn schauen/blicken/sehen/gucken/geschaut",
            "musst/müsst/solltest/solltet/irgendwann/langsam/zeit/kannst/könnt/endlich/mal/versuch/versucht <5> "
            "abschließen/abzuschließen/loslassen/loszulassen/vergessen/drüber_weg/darüber_hinweg/hinter_dir_lassen/hinter_euch_lassen/"
            "weitermachen/weiterzumachen/hinwegkommen/verarbeitet/weiterleben !das_kochen/die_schlüssel/den_schlüssel",
            "leben <1> muss <6> weiter/weitergehen",
            "irgendwann <1> muss <3> gut/schluss/vorbei sein",
            "leben <1> geht/muss <2> weiter/weitergehen",
            "weiter gehts/geht_es",
            "lass/lasst/loslassen !uns/mich/die/den/das <3> los/hinter_dir/hinter_euch/gehen/ruhen",
            "kommt/kommst/werdet/wirst <3> darüber/drüber <1> hinweg/hinwegkommen/weg/wegkommen",
            "wirst/werdet <4> vergessen/darüber_hinwegkommen/die_alte/der_alte/wieder_lachen/überwinden",
            "immer_noch/noch_immer <1> traurig/traurigkeit/nicht_darüber/am_trauern/am_weinen !sein/wir/ich",
            "vergiss/vergesst es/das/ihn/sie",
            "trauerst/trauert/weinst/weint/leidest <3> immer_noch/noch_immer/nicht_zu_lange/zu_lange",
            "darüber/drüber hinweg/weg",
            "genug getrauert/geweint/geheult",
        ),
    ),
    Hurt(
        "be_strong",
        "Um Stärke zu bitten kann klingen, als wären Tränen nicht willkommen.",
        "Man könnte sagen: Bei mir musst du nicht stark sein.",
        (
            "sei/seid/bleib/bleibt/bleiben/sein <2> stark/tapfer/starke/mutig/positiv !genug",
            "musst/müsst/solltest/solltet/jetzt/bist/seid/wirst/werdet <5> stark/tapfer/starke/starken/tapfere <1> "
            "sein/bleiben/frau/eltern/für",
            "bist/seid <2> stark/starke/tapfer/tapfere/kämpfer/kämpferin/stärker !erkältet/im_herzen",
            "stark/tapfer bleiben/sein",
            "kopf hoch",
            "kopf/köpfe <2> hängen_lassen/oben/hängen",
            "lass/lasst <3> kopf/köpfe/euch/dich <1> hängen/unterkriegen",
            "halt/haltet die_ohren/ohren steif",
            "ohren steif",
            "reiß/reißt/zusammenreißen dich/euch <1> zusammen",
            "nimm/nehmt <1> dich/euch <1> zusammen",
        ),
        Nature.WORD,
    ),
    Hurt(
        "stronger",
        "Zu hören, dass Trauer stark macht, kann sich anfühlen, als wäre der Verlust eine Lektion.",
        "Man könnte sagen: Es tut mir so leid. Du musst daraus nichts lernen.",
        (
            "macht/machen/machte/gemacht <4> stärker/härter/stark/reifer",
            "was/alles <2> nicht <1> umbringt/tötet",
            "wird/werden/macht <5> stärken",
            "stärker/gestärkt/reifer <1> daraus/aus/hervor/hervorgehen/zusammen/werden",
            "daraus/daran/dadurch/davon <3> lernen/wachsen/lernt/wächst",
            "eine/wichtige lektion/lehre/erfahrung",
        ),
    ),
    Hurt(
        "time_heals",
        "Niemand kann versprechen, was die Zeit tut, und manche Eltern wollen von ihrer Liebe nicht geheilt werden.",
        "Man könnte sagen: Ich denke heute an euch, und auch in den kommenden Monaten.",
        (
            "zeit <1> heilt/hilft/wird/heilen/lindert/richtet/macht/bringt/ist <3> "
            "wunden/alles/heilen/vieles/es/dir/euch/richten/beste_medizin/bester_arzt/leichter/helfen !für",
            "zeit heilt",
            "mit/gib/gebt/braucht/nur <1> der/dem/zeit <3> "
            "zeit/leichter/besser/vergeht/vergisst/wird/tut/weniger/verblasst/nachlassen/lässt !für_euch/zu_trauern",
            "das/es/wird wird schon wieder/werden",
            "wird/wirds schon wieder/werden/gut",
            "wird/wirds/werden/wirst/werdet <2> "
            "wieder/schon/bald/alles/besser <2> gut/besser/werden/leichter/vorbei/glücklich/lachen/schön !da/hier/anrufen/kommen/schreiben",
            "nach/auf <1> regen <3> sonne/sonnenschein",
            "alles wird <1> gut/besser/leichter",
            "das/es/der_schmerz/schmerz <1> geht/vergeht/legt/gibt <1> schon/wieder/bald/vorbei/vorüber/sich !uns/euch/dir",
            "bald/in_ein_paar_monaten/in_einem_jahr <3> vergessen/vorbei/besser/darüber_lachen/leichter",
            "morgen <2> sieht/welt <3> anders/besser",
        ),
    ),
    Hurt(
        "know_how_you_feel",
        "Auch nach einem ähnlichen Verlust ist jede Trauer anders.",
        "Man könnte sagen: Ich kann nicht wissen, wie es für dich ist. Ich höre zu.",
        (
            "ich/wir/weiß/weiss/wissen/verstehe/kenne/kann <2> "
            "weiß/weiss/wissen/genau/verstehe/verstehen/gut/nachfühlen/nachempfinden/nachvollziehen/auch <2> wie/was "
            "du/ihr/dir/euch/sich/es <3> fühlst/fühlt/geht/durchmachst/durchmacht/zumute/anfühlt/empfindest/leidest",
            "ich/wir weiß/wissen/verstehe/verstehen/kann/können <1> wie/was/genau <2> "
            "fühlst/fühlt/geht/durchmachst/durchmacht/zumute/ist/anfühlt/empfindest",
            "weiß/weiss/wissen/verstehe/verstehen <3> wie <2> fühlst/fühlt/geht/zumute/anfühlt/ist",
            "ich/wir <1> kenne/kennen <2> gefühl/schmerz/das_gut/das_auch/das",
            "ich/wir <1> habe/haben/hab <2> genau? dasselbe/das_gleiche/das_selbe/auch_durchgemacht/das_auch/genau_das "
            "<2> erlebt/durchgemacht/durch/hinter_mir/auch",
            "mir/uns ging/geht es/das <1> genauso/auch_so/ebenso",
            "kann/können <1> deinen/euren/deine/das <1> gut/schmerz/trauer <1> nachfühlen/verstehen/nachempfinden/nachvollziehen",
        ),
    ),
    Hurt(
        "common",
        "Dass es vielen geschieht, macht es für diese beiden Menschen nicht kleiner.",
        "Man könnte sagen: Es tut mir so leid, dass euch das geschehen ist. Ich denke an euch{and_name}.",
        (
            "passiert/geschieht/kommt/trifft/passieren/erleben/betrifft <4> "
            "vielen/häufig/oft/jeder/jede/jedem/vor/fast_jeder/tausenden/ganz_vielen/öfter/so_vielen/viele/dritte/vierte !euch/dich/lachen",
            "ist/sind <3> ganz_normal/normal/häufig/nichts_besonderes/nichts_ungewöhnliches/weit_verbreitet/üblich/alltag/keine_seltenheit "
            "!dass/wenn/zu/traurig",
            "jede dritte/vierte/fünfte/sechste/zweite <1> frau/schwangerschaft",
            "jede dritte/vierte/fünfte/sechste",
            "bist/seid/sind <1> nicht <1> die_einzige/die_einzigen/die_erste/die_ersten/die/einzigen",
            "so_ist/so_spielt/so <1> ist? das? leben",
            "gehört/gehören <2> zum_leben/dazu/zum_leben_dazu !auch/für_uns/familie/uns",
            "das_ist_das/das_ist_halt/ist_eben <1> leben/so",
            "kann_jedem/kann_jeder/kann <2> passieren",
        ),
    ),
    Hurt(
        "stop_crying",
        "Auch Tränen sind Liebe. Es hilft zu hören, dass sie kommen dürfen.",
        "Man könnte sagen: Weine, so viel du brauchst. Ich habe keine Angst vor Tränen.",
        (
            "wein/weine/weint/weinen/heul/heult/trauert/trauer/traurig/grübel/grübelt <2> nicht <1> mehr/so/länger/darüber/zu_viel",
            "sei/seid <2> nicht/nimmer <2> traurig/niedergeschlagen/verzweifelt/bedrückt",
            "nicht <2> weinen/traurig_sein/traurig/heulen/verzweifeln/unterkriegen !musst/müsst/dürfen/allein/bin/sein_will",
            "hör/hört <1> auf <2> weinen/traurig/grübeln/trauern/heulen",
            "weinen/tränen/heulen/trauern/grübeln bringt/bringen/hilft/helfen/nützt/macht <3> nichts/nicht/niemandem/zurück/keinem/ihn/sie",
            "bringt/macht <4> nicht_zurück/nicht_wieder_zurück/nicht_wieder_lebendig/auch_nicht_zurück/nicht_mehr_zurück/nicht_ungeschehen",
            "würde/hätte/möchte/will/wollte <2> nicht_wollen/nicht_gewollt/nicht <4> traurig/weinst/weint/wollen",
            "denk/denkt/bleib/bleibt/sieh/seht/versuch/versucht <2> positiv/das_positive/das_gute",
            "positiv denken/sehen/bleiben",
            "mach/macht <1> euch/dir nicht/keinen so/kopf/verrückt/fertig !wegen",
            "lächle/lächelt/lach/lacht <1> wieder/mal/doch",
            "es/das <1> gute/positive daran",
        ),
    ),
    Hurt(
        "advice",
        "Rat, auch guter, kann klingen, als wäre Trauer eine Aufgabe.",
        "Man könnte etwas Kleines anbieten: Am Donnerstag bringe ich euch Essen. Ihr müsst nicht antworten.",
        (
            "habt/hast/schon/denkt/denk/überlegt/überleg <4> an/über/mit/es_mit/zu/eine/mal_an <2> "
            "adoption/adoptieren/pflegekind/künstliche/ivf/leihmutter/leihmutterschaft/akupunktur/spezialisten/heilpraktiker/kinderwunschklinik/"
            "anderen_arzt/urlaub/adoptivkind",
            "adoptiert/adoptieren/adoption könnt/kannst/doch/einfach/wäre/ist",
            "könnt/kannst/könntet/könntest <3> adoptieren/pflegekind/adoption/hund_anschaffen/hund_kaufen",
            "solltest/solltet/müsstest/müsstet <1> "
            "!keine/keinen/niemals <4> gehen/machen/versuchen/fahren/nehmen/denken/suchen/lassen/essen/treiben/ablenken/anfangen/aufhören/arbeiten/"
            "ruhen/tun/sprechen/reden/beten/kümmern/konzentrieren/akzeptieren/wechseln/holen/schonen/vergessen/annehmen",
            "lenk/lenkt/ablenken/abgelenkt/lenke/ablenkung/lenkst <2> ab/dich/euch/hilft/tut/gut/wäre",
            "dich/euch <1> abzulenken/ablenken",
            "denk/denkt/denke/denken <3> nicht <2> daran/drüber/darüber/dran/nach/viel !allein/an_uns/ans_kochen",
            "nicht <2> daran/darüber/drüber/dran <1> denken/nachdenken/nachzudenken/zu_denken/grübeln",
            "an_deiner/an_eurer/wenn_ich <1> stelle/du_wäre/ihr_wäre",
            "such/sucht <1> dir/euch <2> hobby/beschäftigung/ablenkung/aufgabe/neues/hilfe",
            "am_besten/mein_rat/mein_tipp/tipp/ratschlag <1> ist/du/ihr/wäre/lenkst/versucht/denkst/an_euch !anrufen/wann/erreichst/geht_es",
            "fahrt/fahr/macht/mach <2> urlaub/weg/was_schönes/reise !ihr",
            "hör/hört <1> auf <1> zu denken/daran_zu",
            "entspannt/entspann dich/euch",
            "akzeptier/akzeptiert/akzeptieren/nimm/nehmt/hinnehmen es/das <1> an/so/einfach/hin",
            "du/ihr musst/müsst es/das/dich/euch <2> akzeptieren/annehmen/hinnehmen/zusammenreißen",
            "geh/geht <2> unter_leute/wieder_arbeiten/arbeiten/zum_arzt/raus",
        ),
    ),
    Hurt(
        "heaven",
        "Himmel und Engel trösten manche Familien und verletzen andere, und wir wissen nicht, wie es hier ist.",
        "Man könnte den Namen nennen, oder sagen: Ich denke an euch{and_name}.",
        (
            "engel/engelchen/engerl/engelein <2> im/am/auf/wacht/wachen/passt/über/gewonnen/geworden/fliegt/dort/da_oben/begleitet",
            "schutzengel/sternenengel/engelskind/engelchen/himmelskind/engerl",
            "ein/einen/euer/euren/unser/kleiner/kleinen/neuen/neuer/eurem/den/dein/deinen/bei_den engel/engeln/engelchen/engelein !geschickt_wie/"
            "des_nordens/auf_der_torte",
            "himmel/himmelreich <1> hat/bekam/gewann/bekommt/gewonnen/gehört <2> engel/stern/gewonnen/bekommen",
            "im/in_den/zum/vom/am himmel/himmels/paradies/himmelreich !blau/grau/und_hölle/über_dem_garten",
            "an/in einem/einer/eine <1> besseren/schöneren/bessere/besserer ort/welt/platz",
            "schaut/blickt/wacht/passt/sieht/lächelt/guckt <2> von_oben/auf_euch/über_euch/auf_dich/über_dich/herab/herunter/runter/hinunter",
            "von/da/dort oben <2> herab/zu/auf/runter/schaut/zu_euch",
            "bei/in gott/jesus/dem_herrn/den_engeln/gottes_armen/gottes_hand/gottes_händen/gottes_schoß/jesu_armen/seinen_armen/lieben_gott",
            "stern/sternchen am_himmel/mehr/da_oben/der_über",
            "flügel bekommen/gewachsen",
            "in frieden/gottes",
        ),
        Nature.FAITH,
    ),
    Hurt(
        "faith_not_wished",
        "Diese Familie wünscht sich Trost ohne Worte des Glaubens.",
        "Man könnte sagen: Ich denke an euch{and_name}.",
        (
            "bete/beten/gebet/gebete/gebeten/gebetet/betet/betete !worden/euch_zu/dich_zu",
            "gott/herr/jesus <1> segne/behüte/tröste/schütze/begleite/stehe/halte/sei/gebe/schenke",
            "gottes segen/trost/nähe/kraft",
            "vergelts gott",
            "messe/rosenkranz/bibel/psalm/bibelvers",
        ),
        Nature.DEVOTION,
    ),
)
