"""Signs in German that somebody may be in danger, by the levels of trust.md §5.3. Grief alone is none."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_PILLS: Final = "tabletten/pillen/schlaftabletten/schmerzmittel/medikamente/paracetamol/insulin/überdosis/schlafmittel/morphium/tropfen"
_MEANS: Final = (
    f"{_PILLS}/strick/seil/pistole/waffe/messer/rasierklinge/rasierklingen/brücke/zug/gleise/dach/gift/gleisen/klinge"
)
_OTHERS: Final = "sie/er/schwester/bruder/frau/mann/partner/partnerin/freundin/freund/mutter/mama/vater/papa/tochter/sohn/cousine/nachbarin/kollegin/die"
_LOVED: Final = "meinem_baby/meinem_kind/meinem_sohn/meiner_tochter/meinem_kleinen/meiner_kleinen/meinen_kindern/meinen_zwillingen/meinem_jungen/meinem_mädchen/ihm/ihr/ihnen/unserem_baby/unserem_sohn/unserer_tochter/meinem_engel"
_MINE: Final = "meinem_kind/meinem_baby/meiner_tochter/meinem_sohn/meinen_kindern/meiner_kleinen/meinem_kleinen/dem_baby/dem_kleinen/der_kleinen/den_kindern/meinen_zwillingen/mein_kind/mein_baby/meine_tochter/meinen_sohn/meine_kinder/das_baby/die_kinder"

SIGNS: Final = (
    Sign(
        "under_way",
        (
            f"habe/hab/ich <3> {_PILLS}/ganze_packung/alle/alles/gift/überdosis <4> genommen/geschluckt/getrunken/eingenommen/intus !gegen/für/vor_jahren/gestern/verschrieben",
            "habe/hab/ich <3> pulsadern/adern/handgelenke/handgelenk/arme/venen/kehle <1> aufgeschnitten/geschnitten/geritzt/aufgeschlitzt/geöffnet",
            "stehe/steh/sitze/sitz/bin/hänge <4> brücke/dach/gleisen/gleise/abgrund/klippe/geländer/bahnsteig/balkon/fensterbrett/kante <6> springe/spring/jetzt/springen/vorbei/zug/ende/tschüss/loslassen/gleich",
            "springe/spring/erhänge/erschieße/häng/tue_es/mach_es/mache_es <1> jetzt/gleich/mich_jetzt/sofort",
            "blute/blutet/blut <4> überall/hört_nicht/stark/boden <4> handgelenk/auf/arme/pulsadern/mich/hilfe",
            "strick/seil/messer/pistole/klinge <3> um/am/an/in <2> hals/kopf/hand/handgelenk/schläfe/hände !der_küche",
            "sie/er/schwester/frau/mann/freundin/bruder hat <2> tabletten/überdosis/pulsadern/sich_die <4> genommen/geschluckt/aufgeschnitten",
            "es/gleich <2> ist/wird <2> vorbei/zu_ende <3> tabletten/genommen/lebt_wohl",
        ),
    ),
    Sign(
        "goodbye",
        (
            "das/dies/hier <1> ist/wird <1> mein/meine/ein/der/das <1> abschied/abschiedsbrief/letzte_nachricht/letzter_brief/letztes/lebewohl/letzte_worte/letzter_gruß !von_ihm/von_ihr/bild/foto",
            "abschiedsbrief/abschiedsbriefe",
            "lebt/leb/lebet wohl <3> alle/verzeiht/ihr/für_immer/welt/liebe/ich/vergebt",
            "sagt/sag/richtet <3> mutter/mama/mann/frau/kindern/eltern/vater/ihr/ihm/ihnen/allen <3> lieb/liebe/geliebt/leid_tut/verzeihen/leidtut",
            "wenn/bis <1> ihr/du <2> das/dies/diese <3> lest/liest/findet/hört <3> bin/nicht_mehr/tot/weg",
            "wenn/sobald ich <2> tot/weg/nicht_mehr_da/nicht_mehr_bin/fort/gegangen_bin !weg_muss/zur",
            "ihr/du/niemand werdet/wirst/wird <2> nie_wieder/nicht_mehr/nichts_mehr <2> mir/mich <1> hören/sehen/höre",
            "habe/hab <2> briefe/brief/testament/abschiedsbrief <2> geschrieben <5> brücke/tabletten/alle/kinder/weiß/heute/mann",
            "passt/pass/kümmert/kümmere/kümmer <4> kinder/kind/hund/katze/mann/mama/tochter/sohn <3> wenn_ich/ohne_mich/nicht_mehr/nach_mir/für_mich_auf",
            "verzeiht/verzeih/vergebt/vergib <2> mir <3> was/für_das <3> tun/tue/vorhabe/tun_werde/muss",
            "verschenkt/verschenke/weggegeben/verteilt <3> sachen/alles/meine",
        ),
    ),
    Sign(
        "plan",
        (
            "plan/pläne/planst/plane <4> umzubringen/zu_töten/leben_zu_nehmen/leben_zu_beenden/zu_sterben/suizid/selbstmord/zu_erhängen",
            "beschlossen/entschieden/entschlossen <2> zu_sterben/mich_umzubringen/schluss_zu_machen/es_zu_beenden/mir_das_leben/zu_meinem/zu_meiner/zu_ihm/zu_ihr",
            "angefangen/begonnen/fange/beginne/dabei <3> tabletten/pillen/schlaftabletten/medikamente/schlafmittel <2> sammeln/horten/aufzuheben/zurückzulegen",
            "sammle/sammel/sammele/horte/spare <4> tabletten/pillen/schlaftabletten/medikamente/schlafmittel !für_die/für_den",
            "heute_nacht/heute_abend/heute/morgen/morgen_früh/bald <1> gehe/geh/bin/folge/werde <1> ich <1> zu/bei/mit meinem/meiner/meinen/meinem_kind/ihm/ihr/ihnen/unserem/unserer <2> kind/baby/sohn/tochter/kleinen/jungen/mädchen/gehen/sein/folgen",
            "ich stehe/steh/sitze/sitz <2> oben/auf <2> brücke/dach/dachkante/geländer/gleisen/schienen/hochhaus/klippe !und_denke/mit_einer_kerze/mit_kerzen",
            f"habe/hab/ich <4> {_MEANS} <3> gesammelt/gekauft/gehortet/besorgt/versteckt/aufgehoben/bereit/gespart/zurückgelegt/bestellt/bereitgelegt/vorbereitet !gegen/für_die",
            f"{_MEANS} <3> bereit/liegen_bereit/in_der_schublade/neben_mir/geladen/vor_mir/in_der_hand/griffbereit",
            "weiß/habe/hab <4> welche/welcher/wann/wie/wo <3> brücke/zug/mache/tue/springe/tag/es_tun/tun_werde/machen_werde/sterben/umbringe",
            "welche brücke/welcher_zug",
            "heute/morgen/nacht/abend/bald/wochenende/beerdigung/wenn_alle/wenn_sie_schlafen <3> mache/mach/tue/tu/beende/bringe/werde/springe/gehe/ist/nehme/gehe_ich <4> es/um/ende/schluss/leben/mich/springen/vorbei/allem/zu_ihm/zu_ihr/tabletten !auf/um_die",
            "ich/werde/wird <3> mich/mir/mein_leben <3> umbringen/erhängen/erschießen/vergiften/töten/leben_nehmen/das_leben_nehmen/vor_den_zug/beenden/aufhängen/ertränken/pulsadern <1> !wollte/wollten",
            "ich bringe/bring/erhänge/erschieße/töte/werfe/schmeiße mich <4> um/zug/heute/morgen/jetzt/auf/selbst/wenn",
            "ich mache/mach/setze/bereite <2> schluss/ein_ende/dem_ein_ende <3> heute/morgen/bald/mir/leben/jetzt/allem !mit_der_arbeit",
            "wie viele/viel <2> tabletten/insulin/pillen/paracetamol",
            "habe/hab/wollte <3> versucht/probiert <4> umzubringen/leben_zu_nehmen/zu_sterben/suizid !damals/vor",
            "vor/gegen den/einen/die <1> zug/baum/lkw/bahn/u_bahn/wand <3> werfen/fahren/springen/lege/werfe/fahre/laufen",
            "kinder/kind/kleine/kleinen/tochter/sohn <2> mitnehmen/nehme_ich_mit/nehm_ich_mit/mit_in_den",
        ),
    ),
    Sign(
        "child_at_risk",
        (
            f"angst/fürchte/furcht/gedanken/könnte/kurz_davor/werde/drang/will <6> {_MINE} <4> antue/antun/weh_tue/wehtue/verletze/verletzen/schlage/schüttle/schüttele/schütteln/töte/töten/weh_tun/wehtun/umbringe/ersticke/ertränke/schlagen",
            f"{_MINE} <2> etwas/was/weh <2> antue/antun/tue/tun/anzutun",
            "er/sie/mann/partner/freund/stiefvater/mutter/vater schlägt/schüttelt/misshandelt/verprügelt/fasst/sperrt/hungert <3> kinder/kind/baby/sohn/tochter/kleine/kleinen/jungen/mädchen",
            "stimme/stimmen <5> kind/baby/kinder/töten/antun/verletzen",
            "kind/kinder/baby/tochter/sohn <4> nicht_sicher/in_gefahr/misshandelt/geschlagen/blaue_flecken/vernachlässigt",
        ),
    ),
    Sign(
        "other_at_risk",
        (
            f"{_OTHERS} <6> sich <3> umbringen/umbringt/töten/erhängen/leben_nehmen/das_leben_nehmen/antun/antut/erschießen/vor_den_zug/ritzt !hat_sich/damals/vor_jahren",
            f"{_OTHERS} <2> will/möchte/wolle/wünscht/sagt/sagte/droht/redet/spricht <5> nicht_mehr_leben/sterben/tot_sein/suizid/selbstmord/schluss_machen/umbringen/ein_ende !wir/lieber",
            f"{_OTHERS} <1> ist/klingt/wirkt <1> suizidal/selbstmordgefährdet/suizidgefährdet/lebensmüde",
            f"angst/sorge/sorgen/fürchte <3> {_OTHERS} <5> antut/umbringt/antun/tötet/etwas_tut/selbstmord",
            f"{_OTHERS} <2> hat/sammelt/versteckt/hortet <3> tabletten/pillen/strick/waffe <3> gesammelt/versteckt/gekauft/gehortet/schublade/gefunden",
            "habe/fand/gefunden <3> abschiedsbrief/tabletten/strick/abschiedsbriefe <2> gefunden/bei",
        ),
    ),
    Sign(
        "violence_at_home",
        (
            "er/sie/mann/partner/freund/vater/ex/exmann/familie/schwiegermutter schlägt/würgt/tritt/bedroht/prügelt/vergewaltigt/zwingt/sperrt/verprügelt/misshandelt/schlug/würgte <1> mich/uns !zu_essen",
            "angst vor <1> meinem/meiner/ihm/dem/ihr <1> mann/partner/freund/vater/ex/exmann/familie/ihm/was_er",
            "nicht/nie/nirgends <2> sicher <3> zuhause/zu_hause/hause/ihm/daheim/bei",
            "er bringt/wird/will <2> mich/uns <2> um/umbringen/totschlagen/finden/umbringen",
            "er/mann lässt mich <3> nicht <3> raus/telefonieren/gehen/weg/reden",
        ),
    ),
    Sign(
        "not_wanting_to_live",
        (
            "ich/nur/bin/falle/werde <3> eine/zur/nur_noch_eine last",
            "bin/bin_ich/ich_bin <3> nur_eine/nur_noch_eine/eine/eine_große last",
            "will/möchte/mag/kann/wollte_ich_heute/kann_und_will/halte <5> nicht/nie/nimmer/kein_leben <2> mehr? <1> leben/weiterleben/aufwachen/da_sein/existieren/hier_sein/am_leben !lassen/in_diesem",
            "nicht/nie mehr/länger/weiter leben/weiterleben/da_sein/aufwachen/existieren/weitermachen !in_diesem/wollte/wollten",
            "will/möchte/würde/könnte <3> sterben/tot_sein/nicht_mehr_sein/verschwinden/einschlafen_und/nicht_aufwachen/nur_noch_sterben/weg_sein !wollte",
            "wünschte/wünsche/wäre/wär <2> ich <3> tot/gestorben/nicht_mehr/nie_geboren/nicht_mehr_da/auch_tot/könnte_sterben/einfach_weg",
            "ich/am_liebsten <2> wäre/wär <3> tot/nicht_mehr_da/nicht_mehr_hier/auch_tot",
            "keinen/kein/ohne/keinerlei/sehe <4> sinn/grund/lebenswillen/lebensmut/lebenssinn/ausweg <4> leben/mehr/weiterzuleben/weiterzumachen/weiter/da_zu/darin/aufzustehen/am_leben !für_diesen/für_euren/was",
            "kein lebenswille/lebensmut/lebenssinn",
            "leben/alles/weiterleben <3> keinen/nicht/sinnlos/wertlos/kein/hoffnungslos <1> sinn/lebenswert/mehr/ohne_ihn/ohne_sie/geworden/für_mich/leben !gerecht/fair",
            "ohne mich <3> besser/alle/leichter/glücklicher",
            "alle/familie/welt/mann/kinder/ihr/sie/es <4> besser/leichter <2> ohne_mich/dran_ohne/wenn_ich",
            "selbstmordgedanken/suizidgedanken/suizidal/lebensmüde/selbstverletzung/todessehnsucht/ritze/ritzen",
            "denke/denk/gedanken/gedanke/nachdenken/träume/spiele/überlege <5> suizid/selbstmord/umzubringen/sterben/tod/leben_zu_nehmen/schluss_zu/mich_umzubringen/ende_zu/freitod/springen !deines/eures/seines/ihres",
            "will/möchte/muss/würde/könnte <3> mich/mir/allem/alles/mein_leben/schluss <4> umbringen/leben_nehmen/töten/beenden/ein_ende/etwas_antun/antun/machen_mit_allem/verletzen/erhängen !wollte",
            "alles/mein_leben/dem <2> ein/zu ende <1> hat/haben/machen/setzen/ist/nimmt !ist_die_feier",
            "dass alles/es/das <2> ende/aufhört/vorbei <1> hat/ist/geht !wir",
            "einschlafen/schlafen und/um <1> nie/nicht/nicht_mehr <1> mehr/aufwachen/wieder/aufzuwachen",
            "nicht/nie mehr/wieder? aufwachen",
            "nichts/niemand/niemanden/nichts_mehr <4> lohnt/hält_mich/wofür/leben/hier_hält <3> leben/mehr/zu_leben/es_sich",
            "lebens/leben/lebens_müde <1> müde/satt/leid",
            "hoffnungslos/keine_hoffnung <4> wochen/monaten/tagen/mehr/für_mich",
        ),
    ),
    Sign(
        "with_the_baby",
        (
            f"will/möchte/wünsche/wäre/sehne/würde/wünschte <4> bei/zu/mit/nach/neben <1> {_LOVED} <2> sein/gehen/liegen/folgen/zusammen/kommen/schlafen/nachgehen !krankenhaus",
            f"bei/zu/mit/neben {_LOVED} <2> sein/gehen/folgen/liegen <2> will/möchte/nur/für_immer/kann",
            f"will/möchte/werde/bald/würde <3> {_LOVED}/ihn/sie <3> wiedersehen/folgen/nachfolgen/im_himmel/im_arm_halten_dort",
            "wünschte/hätte/wollte/wünsche/wäre/besser/lieber/sollte <5> ich/mich/mir <5> stelle/statt/anstatt/anstelle/stattdessen/getroffen <2> gestorben/sein/seiner/ihrer/hätte/gegangen/von/er/sie",
            "wünschte/wäre/hätte/sollte <3> ich/mich <3> gestorben/gehen <2> stelle/statt/mit_ihm/mit_ihr/dürfen",
            "stelle/statt seiner/ihrer <1> gestorben/tot/gegangen",
            "mit ihm/ihr/meinem_baby gestorben/gegangen/sterben/begraben !ist_ein/ein_teil",
            "nimm mich <1> mit/auch/zu_dir",
        ),
        turnable=False,
    ),
    Sign(
        "weary",
        (
            "ich/wir kann/kanns/können/halte/schaffe/ertrage/schaff <4> nicht/kaum <2> mehr/aus/heute/weiter/länger !sagen/glauben/fassen/vorstellen/kommen/helfen/schreiben",
            "weiß/wissen <2> nicht <2> wie <1> ich/wir/es <5> schaffen/weitergehen/weiterleben/leben/aushalten/überstehen/überleben/ertragen/weitermachen/durchstehen/weitergeht/soll !helfen/sagen/antworten/trösten",
            "bin/so/nur/unendlich <2> müde/erschöpft/leer/kaputt/am_ende/ausgebrannt/kraftlos <2> stark/kämpfen/vom/von/immer/innerlich/und_leer/kraft/meiner/kann !seid/bist",
            "am ende <1> kraft/kräfte/meiner",
            "keine kraft <1> mehr",
            "fühle/fühl/bin <3> tot/leer/taub/wertlos/hoffnungslos/verloren/allein/nutzlos <2> innerlich/seit/ohne/nur/jeden/in_mir !mit_euch/für_euch",
            "innerlich tot/leer",
            "weine/heule <1> nur/ununterbrochen/jeden/ständig/den_ganzen",
            "fühle/fühl <2> hoffnungslos/verzweifelt/hilflos/wertlos/leer",
            "hasse <1> mich/meinen_körper/mein_leben/alles/mich_selbst",
            "soll/will/möchte <3> schmerz/es/das <1> aufhört/aufhören/endet/aufhöre",
            "teil/hälfte/stück <1> von/meines/meiner <2> mir/uns/herzens/seele <1> gestorben/ist/mit/begraben/fehlt",
            "gebe/gab/verzeihe/mache <1> mir <3> schuld/nie/vorwürfe/selbst/nicht !nicht_die",
            "kann nicht aufhören <2> weinen/zittern",
        ),
        turnable=False,
    ),
)
"""The gravest first."""
