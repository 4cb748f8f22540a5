"""What hurries or steers grief, and words of faith, in French."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt, Nature

HURTS: Final = (
    Hurt(
        "move_on",
        "Le deuil n'a pas de calendrier, et des parents ne laissent pas leur enfant derrière eux.",
        "On peut dire : Prenez tout votre temps. Dans un an, je serai encore là.",
        (
            "tourner/tournez/tourne/tourneras la? <1> page",
            "aller/allez/va/avancer/avancez/avance/regarder/regarde/regardez/continue/continuez <1> "
            "de_l'avant/vers_l'avenir/l'avenir/devant/de_avant/l'avant/d'avancer/droit_devant",
            "il_faut/faut/faudra/devez/dois/devrais/devriez/temps/essaie/essayez <4> "
            "avancer/oublier/passer_à_autre/tourner/continuer/reprendre/remettre/remonter/dépasser/surmonter/s'en_remettre/laisser_partir/"
            "faire_ton_deuil/faire_votre_deuil/faire_le_deuil/lâcher/accepter !la_clé/mes_condoléances/les_clés/la_voiture/le_pain",
            "passer/passe/passez/passes/passiez à <1> autre_chose/chose",
            "vie <1> continue/reprend/doit_continuer/suit",
            "faire/fais/faites ton/votre/le/son? deuil",
            "finiras/finirez/vas/allez/va/arriveras <1> par/à/bientôt/t'en/vous_en <2> "
            "oublier/remettre/surmonter/dépasser/passer/faire/relever/l'oublier",
            "oublie/oubliez ça/tout/cela/ce_qui/cette_histoire",
            "oublieras/oublierez",
            "t'en_remettras/vous_en_remettrez/en_remettras/en_remettrez/remettras/remettrez/surmonteras/surmonterez",
            "laisse/laissez/laisser <2> partir/derrière/passé",
            "encore/toujours <1> triste/à_pleurer/en_deuil/mal après/pour/là",
            "passé_est/c'est_du/c'est_le passé",
        ),
    ),
    Hurt(
        "be_strong",
        "Demander de la force peut donner l'impression que les larmes dérangent.",
        "On peut dire : Avec moi, tu peux pleurer, te taire, être en colère.",
        (
            "être/sois/soyez/reste/restez/rester/soit/demeure/demeurez <2> fort/forte/forts/fortes/courageux/courageuse/courageuses/positif/"
            "positive/positifs !en_mathématiques",
            "es/êtes/t'es/seras/serez <2> fort/forte/forts/fortes/courageuse/courageux/battante/guerrière/combattante !en_cuisine/en_maths",
            "courage/bon_courage",
            "tenez/tiens/tenir/accroche/accrochez/tenez_bon/tiens_bon <1> bon/coup/le_coup/toi/vous/accrochés !la_main/moi/à_moi",
            "lève/relève/relevez/levez/garde/gardez/redresse <1> tête/la_tête/le_moral/moral/sourire/le_sourire",
            "tête haute",
            "ne/te/vous <1> laisse/laissez/laisser <1> pas <1> aller/abattre",
            "ressaisis/ressaisissez/secoue/secouez toi/vous",
        ),
        Nature.WORD,
    ),
    Hurt(
        "stronger",
        "Entendre que la peine rend fort peut sonner comme si la perte était une leçon.",
        "On peut dire : Je pense à vous. Vous n'avez rien à apprendre de tout cela.",
        (
            "rend/rendra/rendre/rendent <2> plus fort/forte/forts/fortes/humain/sage",
            "qui ne <1> tue pas",
            "sortiras/sortirez/sortir/ressortirez/ressortiras/grandiras/grandirez/grandi/grandie/grandis <3> "
            "fort/forte/forts/grandi/grandie/grandis/plus/renforcés",
            "c'est/une/sera <1> leçon/expérience de_vie/à_tirer/qui",
            "tire/tirez/tirer <1> leçon/leçons/positif/du_positif",
        ),
    ),
    Hurt(
        "time_heals",
        "Personne ne peut promettre ce que fera le temps, et certains parents ne veulent pas guérir de leur amour.",
        "On peut dire : Je penserai à vous aujourd'hui et dans les mois qui viennent.",
        (
            "temps <2> guérit/guérira/soigne/soignera/apaise/apaisera/efface/effacera/aide/aidera/arrange/arrangera/panse/pansera/fait/fera/"
            "remède/médecin !de_vous/de_répondre/froid/beau/gris",
            "avec/laisse/laissez/donne/donnez <1> le/du/au/toi_du/vous_du temps <2> "
            "au/temps/faire/passe/ça/tout/ira/passera/va/s'apaise/atténue/oublie/mieux/guérit/apaisera/s'arrange",
            "laisse/laissez/laisser faire/passer le temps",
            "ça/cela/tout/douleur/peine/chagrin/tristesse <2> "
            "passera/passer/s'arrangera/arrangera/s'arranger/mieux/s'apaisera/s'atténuera/partira/estompera/s'estompera !chez/te_voir/vous/vous_voir/"
            "quand/par/les_voir/un_moment/moi",
            "ça/tout/cela <1> ira/va_aller/va/vas <1> mieux/bien/aller/s'arranger/passer !t/comment",
            "tu_iras/vous_irez/iras/irez/te_sentiras/vous_sentirez <1> mieux/bien",
            "tu_verras/vous_verrez <1> ça/tout/dans/que/le/un_jour/on/avec <3> passe/passera/mieux/arrange/arrangera/ira/temps/oublie/bien",
            "bientôt/dans_quelques/dans_un <3> mieux/oublié/oublier/passé/n'y_penseras/n'y_penserez",
            "après la pluie",
        ),
    ),
    Hurt(
        "know_how_you_feel",
        "Même après une perte semblable, chaque chagrin est différent.",
        "On peut dire : Je ne peux pas savoir ce que c'est pour toi. Je suis là pour t'écouter.",
        (
            "je/nous/j'imagine <1> sais/savons/comprends/comprenons/connais/ressens/sait <2> "
            "ce_que/ce_qu'on/comment/par_quoi/combien <1> tu/vous/on/c'est/ça <3> "
            "ressens/ressentez/sens/sentez/vis/vivez/traverses/traversez/ressent/vit/passes/passez/éprouves/éprouvez/fait/c'est/souffres/souffrez",
            "je/nous sais/savons/comprends/comprenons/connais <1> ce_que_c'est/ce_que_ça/par_où/par_quoi/ce_que_cela/ce_que_c",
            "je/nous <1> comprends/comprenons/connais/connaissons/ressens <1> ta/votre/ton/cette/totalement/parfaitement <1> "
            "douleur/peine/chagrin/tristesse",
            "je/nous te/vous comprends/comprenons <1> parfaitement/totalement/très/tellement/car/parce",
            "je/j'y/nous/on suis/sommes/est <2> passé/passée/passés/passés <1> par_là/aussi/par",
            "j'ai/nous_avons/moi_aussi <2> vécu/connu/traversé <1> la_même/même/exactement/pareil <1> chose",
        ),
    ),
    Hurt(
        "common",
        "Que cela arrive à beaucoup ne le rend pas plus petit pour ceux qui le vivent.",
        "On peut dire : Je suis tellement triste de ce qui vous arrive. Je pense à vous{and_name}.",
        (
            "arrive/arrivent/arrivé/passe/concerne/touche <2> "
            "plein/beaucoup/tout_le_monde/toutes/bien_des/tant/souvent/énormément/plus_souvent/tellement/de_nombreuses/à_tous/n'importe/une_femme "
            "<1> !de_vous/de_te/à_la_maison/de_penser",
            "c'est/sont/est/très <2> fréquent/fréquente/fréquentes/courant/courante/courantes/banal/commun/répandu/classique !de_pleurer",
            "une/1 femme/grossesse/sur <1> sur? <1> quatre/trois/cinq/six/dix/4/3/5/6/10",
            "n'es/n'êtes/es/êtes pas <1> la_seule/les_seuls/la_première/les_premiers/le_seul/les_premières/les_seules",
            "c'est/ainsi <1> la/va/comme_ça_la vie",
            "ce sont des choses <1> arrivent",
            "choses <1> arrivent",
            "fait_partie/ça_fait_partie de_la/du vie/jeu/parcours",
            "pas/rien de_grave/si_grave/dramatique/la_fin <1> !si_tu/si_vous/de_ne/non/que/de",
            "la_fin du monde",
        ),
    ),
    Hurt(
        "stop_crying",
        "Les larmes aussi sont de l'amour. Cela aide d'entendre qu'elles peuvent venir.",
        "On peut dire : Pleure autant que tu en as besoin. Les larmes ne me font pas peur.",
        (
            "ne/n'/arrête/arrêtez <2> "
            "pleure/pleurez/pleures/pleurer/sois_pas/soyez_pas/sois/soyez/t'inquiète/inquiétez/te_rends/vous_rendez <1> plus/pas/malade <1> "
            "triste/tristes/malheureuse/trop/plus/pour_ça !pour_la/pour_le/de_ne/pour_les/pour_nous/de_répondre/pour_moi/toute/seule/si",
            "arrête/arrêtez/cesse/cessez/faut_arrêter <2> pleurer/lamenter/penser/ressasser/triste/tristes/larmes",
            "ne/plus pleure/pleurez pas/plus !seule/seul/toute",
            "sèche/séchez tes/vos larmes",
            "pleurer/larmes/pleurs/tristesse/chagrin <2> "
            "sert/servent/rien/changera/change/ramènera/ramèneront/fera/fera_pas <1> rien/pas/à/revenir/le/la",
            "ramènera/ramèneront/reviendra pas/plus",
            "fera/feront pas/plus revenir",
            "il/elle/bébé <1> n'aimerait/n'aurait/ne_voudrait/voudrait/aimerait <2> pas/te/vous <5> triste/tristes/pleurer/pleurer/heureuse/malheureuse/"
            "souriante",
            "pense/pensez/reste/restez/sois/soyez/penser <1> positif/positive/positifs/positivement",
            "souris/souriez/sourire <1> à la? vie",
            "souris/souriez",
            "bon/côté/bons positif/côtés/côté/bon <1> choses",
            "bon_côté/bons_côtés/côté_positif/côté_bon",
            "allez/haut <1> cœurs/les_cœurs",
        ),
    ),
    Hurt(
        "advice",
        "Les conseils, même bons, peuvent donner l'impression que le deuil est une tâche.",
        "On peut proposer une petite chose : Jeudi, je dépose un repas. Pas besoin de répondre.",
        (
            "avez/as/n'as/pourquoi/pensé/songé/envisagé <3> pensé/songé/essayé/envisagé/ne_pas/à <1> à/une/la/de/l'/d'? <1> "
            "adoption/l'adoption/adopter/fiv/pma/une_fiv/la_pma/mère_porteuse/acupuncture/l'acupuncture/gpa/un_spécialiste/voir_un/changer/la_fiv",
            "pouvez/peux/pourriez/pourrais/pourrez <2> adopter",
            "reste/il_y_a/y_a <2> l'adoption/adoption",
            "devrais/devriez/dois/devez <1> !pas_répondre/pas_avoir/rien !me/rien/savoir <2> "
            "consulter/voir/aller/prendre/penser/changer/arrêter/essayer/sortir/partir/voyager/parler/manger/dormir/occuper/accepter/prier/faire/"
            "trouver/lire/reposer/retourner/travailler/distraire/concentrer/éviter/attendre/rencontrer/te_changer/vous_changer/boire",
            "essaie/essayez/essaye/tâche/tâchez/tente/faut <1> de? <1> ne_pas/ne_plus/pas/plus <2> penser/pleurer/ressasser/y_penser/être_triste",
            "n'y/y pense/pensez/penser plus/pas/trop",
            "change/changez/changer toi/vous/te/ses/de? <1> idées",
            "changer/change_toi/changez_vous <1> les_idées/idées",
            "si_j'étais/si_j'etais <1> toi/vous/ta/votre",
            "à_ta/à_votre place",
            "je te/vous conseille/recommande/suggère",
            "mon/un/petit conseil/conseils !pas/ni",
            "occupe/occupez/occuper toi/vous/l'esprit/ton/votre <1> esprit",
            "occupe-toi/occupez-vous/t'occuper/vous_occuper l'esprit/les_mains",
            "relativise/relativisez/relativiser/dédramatise/dédramatiser",
            "détends/détendez/distrais/distrayez toi/vous",
            "le_mieux/mieux c'est/est/serait <1> de/d' <4> !nous/me <4> penser/oublier/occuper/sortir/reprendre/accepter/travailler/avancer",
            "accepte/acceptez/accepter ce_qui/la/le/ton/votre destin/sort/situation/est/arrivé/volonté",
            "ça/cela te/vous <1> ferait/fera <1> bien/du_bien de <2> sortir/voir/travailler/reprendre/partir/changer/penser/oublier",
        ),
    ),
    Hurt(
        "heaven",
        "Le ciel et les anges consolent certaines familles et en blessent d'autres, et nous ne savons pas ce qu'il en est ici.",
        "On peut dire son prénom, ou : Je pense à vous{and_name}.",
        (
            "ange/anges/angelot au/du/gardien/qui/de/dans/veille/parmi/s'est/est <1> "
            "ciel/paradis/gardien/veille/veillera/protège/vous/te/envolé/parti/paradis",
            "petit/petite/votre/ton/notre/un/bel/nouvel/nouveau/bébé/les/des/son/vos ange/anges/angelot !de_l'escalier/gâteau",
            "ange_gardien/mamange/papange/angelot/petit_ange",
            "au/du/le/dans_le/depuis_le/vers_le/aux ciel/paradis/cieux !bleu/gris/étoilé/est_gris/est_bleu/était",
            "dans/vers/pour <1> un/monde <1> meilleur/monde_meilleur/endroit_meilleur/meilleur_endroit/meilleur_monde",
            "mieux/bien/heureux/heureuse <1> là où il/elle/ils/elles",
            "veille/veillera/regarde/protège/protégera/sourit/veillent <1> sur? <1> vous/toi/nous/de/d'/te <2> là-haut/en_haut/là/haut/ciel/étoiles",
            "de/d'/depuis là-haut/en_haut",
            "auprès/dans_les_bras/près/entre_les_mains de/du/des dieu/seigneur/jésus/anges/marie",
            "avec/rejoint/rejoindre/retrouvé/parmi les? dieu/jésus/seigneur/anges/étoiles !que",
            "étoile/étoiles <1> dans_le_ciel/brille/de_plus/qui_brille/filante",
            "s'est/est/s'en_est envolé/envolée/envolés",
            "repose/reposez/reposent en paix",
        ),
        Nature.FAITH,
    ),
    Hurt(
        "faith_not_wished",
        "Cette famille souhaite un réconfort sans mots de foi.",
        "On peut dire : Je pense à vous{and_name}.",
        (
            "je/nous/j'/on/vous <1> prie/prions/prierai/prierons/prié !d'accepter/de_m/de_croire/d'agréer/de_ne/de_nous",
            "prières/prière/prier/prions/prierai",
            "dieu/seigneur/jésus/marie <1> bénisse/garde/console/accompagne/protège/aide/soit/accueille/donne/bénis",
            "messe/chapelet/neuvaine/bible/psaume/cierge",
        ),
        Nature.DEVOTION,
    ),
)
