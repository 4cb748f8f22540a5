"""Threats, wishes of harm, insults, hate, sexual words and pressing, in French."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.french.words import BABY, INSULT, YOU_ARE, YOUR
from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.vocabulary import Lane

SIGNS: Final = (
    Sign(
        "threat",
        (
            "je/on/nous/quelqu'un <2> vais/va/allons/vont te/vous/les <1> tuer/trouver/retrouver/frapper/violer/détruire/brûler/faire_payer/faire_mal/démolir/crever/buter/égorger/pourrir/traquer/suivre/briser/faire_souffrir",
            "je/on/nous te/vous <1> tuerai/tuerons/tue/retrouverai/retrouverons/retrouvera/trouverai/trouverons/détruirai/violerai/buterai/bute/surveille/surveillons/observe/suivons/crève/ferai_payer/aurai/aura/brûlerai",
            "sais/savons/sait où <1> tu/vous <2> habites/habitez/vis/vivez/travailles/dors/dormez/logez",
            "sais/savons/connais/connaissons <2> adresse/école/maison <2> tes/ta/vos/votre/ton",
            "tu/vous <2> vas/allez/va <2> payer/regretter/souffrir/crever/voir_ce/le_regretter/le_payer",
            "tu/vous <2> paieras/paierez/regretteras/regretterez/payeras/payerez !rien/pas",
            f"{YOUR} <1> autres/autre/prochain/prochaine/second/reste <1> {BABY} <4> suivant/suivants/prochain/aussi/tour/attention/mourra/gare",
            "tu/vous seras/serez/es/êtes <1> la/le/les prochaine/prochain/prochains/suivante/suivants",
            "surveille/surveillez/protège/protégez/fais_attention_à/gare_à <1> tes/ton/vos/ta/toi <2> enfants/fils/fille/dos/arrières/autres/famille",
            "si/sinon/ou <2> payes/paies/payez/envoies/paye <6> publie/publierai/diffuse/montrerai/photos/tout_le_monde",
            "un accident <1> est_vite_arrivé/arrive",
            "on/je viendra/viendrai/vient te/vous chercher/régler",
        ),
    ),
    Sign(
        "wished_harm",
        (
            "tue/tuez/suicide/suicidez/pends/pendez/flingue/jette/noie/bute toi/vous",
            "tue_toi/suicide_toi/pends_toi/crève/crevez/va_crever/va_mourir/allez_crever/va_te_pendre/va_te_suicider/va_te_tuer/tuez_vous/saute_d'un_pont/jette_toi/va_te_noyer/t'as_qu'à_crever/meurs",
            "pourris/brûle/brûlez/rôtis/pourrissez en/dans <1> enfer",
            "va/allez/retourne au/en/rôtir/brûler diable/enfer/en_enfer",
            "j'espère/espère/espérons/souhaite/j'aimerais/prie <2> que/vous/te? <2> tu/vous/t'/ta/tes/votre/ton <2> meures/mourras/mouriez/crèves/crèveras/souffres/souffriras/souffriez/souffrir/pourrisses/brûles/brûleras/cancer/stérile/te_tues/noies/famille_meure !moins/pas",
            "j'espère/espère/souhaite <1> que? <1> tu/vous <1> n'auras/n'aurez/n'aies/ne_pourras/ne_pourrez/ne_seras/ne_connaîtras/ne_retrouveras <1> jamais/plus <3> enfants/d'enfants/enfant/d'enfant/mère/heureuse/paix/avoir/enceinte/bébé !mal/peur",
            "j'espère/espère/souhaite <2> le/la/les/ton/ta/tes/que <2> prochain/prochaine/suivant/autre/autres <3> mourra/mourront/meure/meurent/aussi/crèvera/crèvent/perdras",
            "j'espère/espère/souhaite/que <2> te/vous <1> hante/ronge/poursuive/tourmente/détruise",
            "tu/vous/elle/mère/ils/parents <1> devrais/devriez/mériterais/mériteriez/mérites/aurais_dû/auriez_dû/devrait/devraient/mérite <3> mourir/crever/te_tuer/morte/mort/prison/stérilisée/stérilisés/stériliser/enfermée/avorter/avoir_honte/pendre/être_à_sa_place/brûler/disparaître",
            f"suis/content/contente/heureux/heureuse/ravi/ravie/réjouis/bien/tant_mieux/merci <4> {BABY} <2> mort/morte/crevé/décédé/soit_mort/soit_morte/est_mort/est_morte/plus !paisiblement/dans/sans",
            "content/contente/heureux/heureuse/ravi/ravie/réjouis/tant_mieux/enfin <2> que? <1> tu/vous <2> perdu/souffres/souffriez/pleures/aies_perdu/l'aies/souffrez/l'ayez",
            f"un/une {BABY}/bouche/problème/parasite de moins",
            "un/une <1> de moins <2> sur/à_nourrir/dans/planète/terre/monde",
            "bon/bonne débarras/vent",
            "personne/tu_ne/vous_ne <3> te/vous/manqueras/manquerez/regrettera/pleurera/manquera <2> à_personne/regrettera/personne/pleurera !oubliera",
            "manqueras/manquerez à_personne",
            "monde/tous/famille/enfants/mari/on <4> mieux/heureux <1> sans toi/vous",
            f"rejoins/va_rejoindre/suis/retrouve <2> {BABY}/le/la <2> tombe/enfer/cercueil/trou/sous_terre",
            "bien fait pour/pour_ta/pour_toi/pour_vous/pour_elle",
        ),
    ),
    Sign(
        "insult",
        (
            f"{YOU_ARE} <3> {INSULT}/dégoûtante/dégoûtant/dégueulasse/répugnante/répugnants/ignoble/méprisable/immonde/pathétique/abjecte/une_honte/à_vomir/moins_que_rien/des_malades",
            f"sale/sales/espèce_de/grosse/gros/vieille/petite/pauvre/quelle/quel/bande_de/tas_de/putain_de/maudite/foutue <1> {INSULT}/vache/cochonne/moche/ratés !temps/maladie/coup",
            f"{INSULT} immonde/égoïste/menteuse/dégueulasse/stérile/répugnante/de_mère/pathétique",
            "va/allez <2> te/vous faire foutre/voir/enculer/mettre",
            "nique/niquez ta/tes/vos mère/morts",
            "ta/vos/ferme/fermez <1> gueule/gueules/la/bouche !rit/porte",
            "ta_gueule/ferme_la/fermez_la/va_chier/casse_toi/dégage/dégagez/barre_toi",
            "je/on/nous te/vous <1> hais/haïssons/déteste/détestons/méprise/méprisons/maudis/maudissons",
            "tu/vous me/nous <1> dégoûtes/dégoûtez/donnes_envie_de_vomir/répugnes/écœures/écœurez/fais_gerber/faites_gerber/faites_honte/fais_honte",
            "honte à/sur toi/vous/ta",
            "tu/vous <1> devrais/devriez avoir honte",
            "tas/sac de merde/ordures",
        ),
    ),
    Sign(
        "insult",
        (
            "salope/salopes/connasse/connasses/pute/putes/fils_de_pute/enfoiré/enfoirés/pétasse/poufiasse/raclure/infanticide/crevarde/traînée/connard/connards",
            "meurtrière/meurtriers/infanticide/tueuse/assassins",
        ),
        lane=Lane.AMBER,
    ),
    Sign(
        "hate",
        (
            "bougnoule/bougnoules/négro/négros/bicot/bicots/youpin/youpins/youtre/bamboula/pédé/pédés/pd/tapette/tapettes/tarlouze/tarlouzes/gouine/gouines/gouinasse/travelo/travelos/crouille/raton/ratons/sous_homme/sous_hommes/sous_race/mongolien/mongoliens/triso/chinetoque/chinetoques/romano/manouches",
            "sale/sales/putain_de/saleté_de/maudits/foutus/salopards_de <1> arabe/arabes/noir/noirs/noire/juif/juifs/juive/gitans/roms/étrangers/étranger/immigrés/migrants/musulmans/musulmane/homos/gays/lesbiennes/chinois/asiatiques/handicapés/roumains",
            "rentre/rentrez/retourne/retournez/dégage/dégagez/barrez <2> dans/chez/en/d'où <1> votre/ton/vous/toi/afrique/algérie/maroc/ta/tu/syrie/vos <2> pays/venez/bled/viens/brousse/afrique",
            "rentre/rentrez/retourne/retournez chez toi/vous <2> et/bande/sale/avec",
            "homos/gays/lesbiennes/homosexuels/deux_hommes/deux_femmes/étrangers/immigrés/célibataires/handicapés/pauvres/pédés/musulmans/cassos <4> ne_devraient/ne_devrait/contre_nature/interdit/pas_le_droit/n'ont_pas_à/aberration/abomination",
            "contre_nature/abomination/race_inférieure/sang_impur/dégénérés/sous_race",
            "difforme/trisomique/attardé/mongol/dégénéré/bâtard/monstrueux <1> bébé/enfant/gosse/mort",
            "votre/ta/leur espèce/race/engeance/genre <4> reproduire/reproduisez/disparaître/éteindre/pas",
            "gens de votre/ton_espèce espèce/race/genre",
        ),
    ),
    Sign(
        "sexual",
        (
            "envoie/envoyez/montre/montrez/file/envoies/partage <3> photo/photos/vidéo/vidéos/seins/culotte/nudes <4> nue/nu/sexy/intimes/coquine/coquines/dénudée/toi_toute",
            "nudes/nue/seins/baiser_avec/te_baiser/sucer/pipe/bite/chatte/nichons/branler/branle/excitée/bandante/orgasme/porno/onlyfans/sodomie/plan_cul/levrette !gorge",
            "veux/voudrais/laisse/j'aimerais/vais/pourrais <2> te/vous <2> baiser/toucher/lécher/déshabiller/sauter/prendre_au_lit/faire_l'amour/engrosser/caresser/peloter/mettre_enceinte/niquer/goûter",
            "coucher avec/ensemble <1> toi/moi/vous",
            "je te/vous <2> fais/ferai/ferais/donne/donnerai/mets <2> un/autre/enceinte/gosse <1> bébé/enfant/autre/gosse",
            "tu portes/es quoi/habillée",
            "es tu/vous <1> célibataire/seule_ce_soir/chaude/bonne/mouillée",
            "consoler/consolerai/réchauffer/réchaufferai <3> lit/nue/nu/toute_la_nuit/comme_il_faut/vraiment_au_lit/à_ma_façon",
            "ma/grosse bite/queue/verge",
        ),
    ),
    Sign(
        "harassment",
        (
            "tu/vous <2> peux/pouvez/pourras/pourrez/vas <2> pas/plus/jamais <2> te_cacher/vous_cacher/m'ignorer/m'échapper/fuir/me_bloquer/te_débarrasser/échapper/ignorer",
            "je <2> lâcherai/arrêterai/cesserai/continuerai/laisserai <4> pas/jamais/tant/jusqu'à/écrire <4> réponds/répondes/tranquille/que_tu/réponse",
            "nouveau/autre/nouvelle compte/profil/adresse <4> bloqué/bloquée/parce/puisque/car",
            "tu/vous m'as/m'avez bloqué/bloquée/ignoré/ignorée/supprimé",
            "réponds/répondez/répond <2> moi? maintenant/tout_de_suite/immédiatement/lâche/enfin/sale !quand/si",
            "tu/vous me/nous dois/devez <1> !rien",
            "services_sociaux/police/dénoncer/dénoncé/signaler/signalé/avocat/juge/plainte/patron <5> enfants/toi/vous/retirer/appeler/appelé/prévenir/enlever/tes/tribunal",
            "retirer/enlever/prendre/retire/enlève <2> enfants/garde/autres/gosses <1> !un",
            "suis/est la/le/sa/son <1> vraie/vrai/véritable mère/père/famille/fille",
        ),
    ),
)
"""The gravest first."""
