"""What makes a loss smaller, explains it or replaces it, in French."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt

_AT_LEAST: Final = "au_moins/du_moins/aumoins/heureusement/encore_heureux/une_chance"
_IT_WAS: Final = "c'est/c'était/ce_fut/ça_a_été"

HURTS: Final = (
    Hurt(
        "blame",
        "Beaucoup de parents s'accusent déjà, et parler de ce qui a été fait peut aggraver cette peine.",
        "On peut dire : Ce n'est pas ta faute. Je suis tellement triste pour vous.",
        (
            "tu/vous <2> as/avez/aurais/auriez/t'es/vous_êtes/es/êtes <3> "
            "trop <2> fait/travaillé/forcé/stressé/stressée/fatigué/fatiguée/porté/bougé/voyagé/surmenée",
            "trop fait/travaillé/forcé/stressé/stressée/porté <3> pendant/au/enceinte/grossesse/travail",
            "tu/vous aurais_dû/auriez_dû/n'aurais_pas_dû/n'auriez_pas_dû/aurais_du/auriez_du <5> "
            "reposer/repos/faire/aller/consulter/appeler/écouter/arrêter/manger/travailler/prendre/lever_le/voyager/ralentir/faire_attention/voir/"
            "rester !remercier/me_remercier",
            "si tu/vous <2> étais/étiez/avais/aviez/t'étais <3> reposé/reposée/arrêté/écouté/mangé/fait/travaillé/consulté/ménagée/allée/fumé",
            "c'est/était/serait <2> ta/votre/de_ta/de_votre faute !si_je/si_nous",
            "qu'as-tu/qu'avez-vous/tu_as/qu_est_ce_que_tu_as <1> fait/dû_faire <1> mal/pour/quelque/trop",
            "à_cause_de/à_cause/c'est_le/à_force_de <1> ton/votre/de_ton/trop/stress/travailler <1> stress/travail/travailler",
            "pourquoi n'as_tu/n'avez_vous/tu_n'as pas",
        ),
    ),
    Hurt(
        "not_a_baby",
        "Pour ceux qui attendaient, c'était vrai dès le premier jour.",
        "On peut dire : Je suis tellement triste pour vous. Je pense à vous{and_name}.",
        (
            "pas/ni/même_pas/n'était <2> un/une/vraiment_un/vraiment <1> vrai/vraie/véritable/réel/réelle/même <1> "
            "bébé/enfant/grossesse/deuil/perte/personne",
            "n'était/n'est/c'était <1> pas <3> un/une/vraiment_un/vraiment_une bébé/enfant/personne/deuil "
            "!comme/facile/qu_on_oublie/que/parmi",
            "qu'un/que/qu'une/juste/simplement/seulement/simple <2> amas/embryon/foetus/fœtus/cellules/fausse_couche/tas/cellule/règles",
            "pas vraiment un/une bébé/enfant/grossesse",
            "amas/tas/paquet de cellules",
            "pas/jamais/à_peine/même_pas <2> connu/connue/rencontré/rencontrée/connaître/connaissiez/connaissais !ça/cela/toi",
            "pas <3> temps <2> de <2> attacher/attachée/connaître/l'aimer",
        ),
    ),
    Hurt(
        "at_least",
        "Les phrases qui commencent par « au moins » peuvent donner l'impression que la perte est petite.",
        "On peut dire simplement : Je suis tellement triste pour vous. Je pense à vous{and_name}.",
        (
            f"{_AT_LEAST} que? <1> tu/vous/t'as/t'es/t'auras/t'avais !sais_que_je/savez_que_nous/sais_que_nous/savez_que_je/peux_compter/"
            "pouvez_compter/peux_m_appeler/n'auras_pas_à/n'aurez_pas_à",
            f"{_AT_LEAST} que? <1> c'était/c'est/ce/ça/cela <2> tôt/arrivé/début/rapide/passé/fini/avant/maintenant/vite/était/est/a",
            f"{_AT_LEAST} que? <1> il/elle/ils/elles/l'autre/on/vos/tes/ton/votre/le_bébé <3> "
            "pas/a/est/souffert/souffre/souffrira/reste/vit/va/va_bien/reste/vivant/autre/autres/sait/ait/soit/enfant/fils/fille/avez",
            f"{_AT_LEAST} que? <2> maintenant/tôt/début/souffert/pas_souffert/jeune/jeunes/rapide/un_enfant/enfants/vivant/vivante",
            f"{_AT_LEAST} que? il/elle/tu/vous/on/ça/ce/cela n'a/n'est/n'as/n'avez/n'était/n'êtes/n'étais pas",
            f"{_AT_LEAST} que? la_mécanique/ça/cela/le_corps/la_machine <1> marche/fonctionne/prouve/veut_dire",
            "heureusement que? <1> vous/tu/c'était/il/elle <2> avez/as/ont/déjà/était/n'a/n'était/tôt/reste",
        ),
        rejectable=False,
    ),
    Hurt(
        "gods_plan",
        "Une raison venue du ciel peut blesser aussi ceux qui croient : aucun plan ne semble avoir besoin de cela.",
        "On peut dire : Je ne comprends pas pourquoi c'est arrivé. Je suis triste avec vous.",
        (
            "plan/plans/volonté/desseins/dessein/projet/projets de/du/divin/divine/divins <1> dieu/seigneur/ciel",
            "plan/volonté/dessein/projet divin/divine",
            "dieu/seigneur/jésus/ciel <1> sait/a/avait/savait/aura/a_toujours/connaît <3> "
            "fait/plan/raisons/besoin/ses/choisi/rappelé/rappelée/voulu/repris/reprise/pris/prise/décidé/mieux/projet/pourquoi/projets",
            "dieu/seigneur/jésus/ciel <1> "
            "l'a/l'avait/les_a/voulait/veut/rappelle/reprend/prend/choisit/éprouve/donne/nous_envoie/envoie/t'envoie/vous_envoie <4> "
            "rappelé/rappelée/repris/reprise/voulu/pris/prise/près/lui/ange/retour/meilleurs/épreuves/épreuve/capables/capable/forts/reprend/"
            "choisi/choisie/auprès/surmonter/bien/le/la",
            "dieu/seigneur <1> n'/ne/nous/n'envoie/n'éprouve/n'impose/donne <5> "
            "supporter/surmonter/capable/capables/porter/épreuves/épreuve/forces/endurer/batailles",
            f"{_IT_WAS} <2> volonté/plan/main/dessein <1> de/du dieu/seigneur",
            "voies du_seigneur/de_dieu/du_ciel",
            f"{_IT_WAS} <1> une/son épreuve/mise_à_l'épreuve",
            "trop beau/belle/parfait/parfaite/pur/pure pour <1> ce/cette monde/terre",
            "rappelé/rappelée/repris/reprise à/auprès_de/près_de/par lui/dieu/seigneur",
        ),
    ),
    Hurt(
        "reason",
        "Entendre qu'il y a une raison peut faire mal, car aucune raison ne suffirait.",
        "On peut dire : Je suis tellement triste pour vous. C'est injuste, et je suis là.",
        (
            "rien n'arrive/arrive/n'est/ne_se_passe/ne_se_produit <1> hasard/par_hasard/au_hasard/sans_raison/pour_rien",
            "tout/chaque_chose/les_choses/choses/toute_chose/ça/cela <2> arrive/arrivent/a/ont/est_arrivé/se_passe/se_produit <3> "
            "pour/raison/sens/par_hasard/une_raison/bonne_raison/sa_raison/raison_d'être !appeler/rendez/vous_dire/être",
            "arrivé/arrive/arrivée <1> pour_une/pour_de <1> raison/raisons",
            "il_y_a/y_a/il_y/il_doit_y/il_existe/doit_y/y_avoir <2> une/un/toujours/sûrement/avoir <1> raison/sens/explication/pourquoi "
            "à_tout/derrière/pour_tout/à_cela/à_ça/à_ce/à_chaque/dans_tout/pour_que/à_toute",
            "un_jour/plus_tard/avec_le_temps <2> comprendras/comprendrez/sauras/saurez/sens/pourquoi <1> pourquoi/raison/tout",
            "tu_comprendras/vous_comprendrez/tu_sauras <1> un_jour/pourquoi/plus_tard",
            "à_quelque/quelque chose malheur est bon",
            "pas un/de hasard/hasards",
        ),
    ),
    Hurt(
        "for_the_best",
        "Pour ses parents, il n'y a là rien de bon, et ces mots peuvent laisser très seul.",
        "On peut dire : J'aurais tant voulu que ce soit autrement.",
        (
            f"{_IT_WAS}/était/est/sera/vaut/valait <3> mieux/pour_le_mieux/préférable <1> comme/ainsi/maintenant/pour/que/tôt/si "
            "!se_taire/rien_dire/je_vienne/je_vous/je_t/vous_voulez/nous",
            "mieux/vaut_mieux/autant/préférable <1> maintenant/tôt/ainsi/comme_ça/comme_cela que/plutôt_que/qu'après/plus_tard",
            "mieux comme_ça/comme_cela/ainsi",
            "pour le mieux",
            "un mal pour un bien",
            f"{_IT_WAS}/était <2> bénédiction/délivrance/soulagement/chance !de_vous/de_te/pour_moi/pour_nous",
            "épargné/évité/épargne/évite <4> souffrances/souffrance/souffrir/vie/pire/complications/ennuis",
            "qui_sait/on_ne_sait <1> ce_que/de_quoi/ce_qui <2> évité/aurait/épargné/jamais",
        ),
    ),
    Hurt(
        "natures_way",
        "Parler de la nature, ou de quelque chose qui n'allait pas, peut sonner comme si cet enfant n'avait pas dû être.",
        "On peut dire : Je suis tellement triste pour vous. Je pense à vous{and_name}.",
        (
            "nature/dame_nature/corps <1> est/sait/fait/a/avait/élimine/choisit/décide/reprend/s'en <3> "
            "faite/bien/ce/son/les_choses/choisi/décidé/sage/travail/ses_droits/raisons/pas/naturellement/charge/éliminé",
            "sélection naturelle",
            "avait/aurait <2> un/une <1> problème/anomalie/malformation/souci !de_voiture/avec_ma/de_train",
            "quelque_chose <1> n'allait/n'allait_pas/ne_tournait/clochait/ne_collait pas?",
            "quelque_chose/il/elle/bébé/devait/ça/si <2> n'allait/clochait/allait/pas_viable/malformation/problème/malade/anormal/n'était_pas_viable"
            "/ne_tournait/pas_normal !sur_internet/avec_ma/je/en_colis",
            "aurait/serait/devait/allait <3> handicapé/handicapée/malade/anormal/malformé/trisomique/né_malade/viable",
        ),
    ),
    Hurt(
        "meant_to_be",
        "« Ça ne devait pas se faire » peut donner l'impression que la perte était juste.",
        "On peut dire : Cela n'aurait pas dû arriver. Je suis tellement triste pour vous.",
        (
            "devait/devais/doit <1> pas/arriver/être <2> se_faire/être/arriver/ainsi/vivre/naître/rester/écrit !seule/seul/facile/seuls/porter",
            "n'était/était/c'était/c'est/ce_n'était/n'est <1> pas <2> "
            "bon_moment/moment/son_heure/votre_heure/ton_heure/écrit/destiné/destinée/l'heure/prêt_à_naître/ton_tour/le_moment "
            "!de_parler/de_me/pour_en/de_vous/d'en",
            "c'était/c'est/était <1> écrit/le_destin/destin/son_destin/votre_destin/le_karma/la_fatalité/destiné",
            "si_ça/si_cela/ce_qui <1> doit/devait <1> être/arriver/se_faire <1> sera/arrivera",
            "le_destin/le_sort <1> l'a/en_a/a <2> décidé/voulu",
            "quand/lorsque <1> ce_sera/viendra/sera <2> moment/heure/temps !tu_me_diras",
            "ça/cela/il/elle devait arriver/finir",
        ),
    ),
    Hurt(
        "try_again",
        "Un bébé ne se remplace pas, et l'idée d'une autre grossesse n'appartient qu'aux parents.",
        "On peut dire : Je suis triste avec vous. Je suis là.",
        (
            "réessayer/réessayez/réessayerez/réessaierez/réessaie/réessayeras/réessaieras/ressayer/retenter/retentez !de_te/de_vous/de_t/d'appeler/"
            "demain_d/de_l'appeler",
            "pourrez/pouvez/pourras/peux/allez/vas/faut/essayez/essaie/essaye/pourriez <3> "
            "essayer/recommencer/refaire/remettre/retomber/essayez <2> nouveau/encore/route/un/enceinte/autre/nouvelle/vite/bientôt/recommencer "
            "!fois_de/café",
            "essayez/essaie/essaye/recommencez/recommence/remettez_vous <1> à_nouveau/encore/de_nouveau/vite/en_route",
            "aurez/auras/ferez/feras/aurait/viendront/viendra/arrivera/aura/avoir <2> "
            "autre/autres/d'autres/un_autre/une_autre/encore/bientôt/plein_d'autres <1> "
            "enfant/enfants/bébé/bébés/grossesse/grossesses/occasions/chances/fois",
            "en aurez/auras/ferez/feras/viendra/arrivera/aurons <1> d'autres/un_autre/autre/plein/encore/beaucoup/bientôt",
            "prochaine/prochain/prochaines <1> fois/grossesse/bébé/essai <1> "
            "sera/ira/se_passera/marchera/ça/tout/fonctionnera/tiendra/fois/aidera",
            "pouvez/peux/pourrez/pourras/pourriez <2> avoir/faire un_autre/d'autres/une_autre/un_deuxième",
            "pouvez/peux/pourrez/pourras/pourriez <2> en avoir/faire/refaire",
            "ce sera <2> pour la prochaine",
            "retomberas/retomberez/retomber/tomberas/tomberez/seras <1> enceinte/vite/bientôt/rapidement <1> enceinte/bientôt/vite/nouveau",
            "retomberas/retomberez/retomber enceinte/enceintes",
            "autre/nouveau/nouvelle/prochain bébé/enfant/grossesse <1> vous/t'/te/fera/aidera/viendra/arrivera/guérira/remplacera/va",
            "ne/pas/faut <1> perdez/perds/perdre/désespérez/désespère/désespérer <1> pas <1> espoir/l'espoir/confiance",
            "il_faut/garde/gardez/faut <1> garder? l'espoir/espoir/y_croire",
            "bébé arc-en-ciel/arc_en_ciel",
        ),
    ),
    Hurt(
        "young",
        "Être jeune ne rend pas cette perte plus petite, et aucun autre enfant ne prend la place de celui-ci.",
        "On peut dire : Je suis tellement triste de ce qui vous arrive.",
        (
            "es/êtes/t'es/sont/serez <2> jeune/jeunes !de_cœur/parents_formidables/d'esprit/à_mes",
            "si/encore/aussi/trop jeune/jeunes tu/vous/et/pour",
            "as/avez/t'as/ont <1> tout/encore/beaucoup/bien/largement le/de temps !de_pleurer/de_répondre/pleurer",
            "as/avez/t'as/ont <2> temps d'en/d'avoir/d'essayer/devant",
            "avez/as <1> toute? <1> la_vie/vie devant",
            "toute_la_vie/la_vie/vie devant toi/vous",
        ),
    ),
    Hurt(
        "lucky",
        "La gratitude pour ceux qui sont là n'enlève pas la peine pour celui qui manque.",
        "On peut dire : Je pense à vous tous, et à celui qui manque.",
        (
            "as/avez/as_quand_même/quelle/ont <2> chance <1> d'avoir/d'en/de/déjà/d'être/que !nous_connaître",
            "estime_toi/estimez_vous/sois/soyez/tu_devrais_être/vous_devriez_être <1> heureux/heureuse/heureux/reconnaissant/reconnaissante/"
            "reconnaissants <1> d'avoir/de/que/pour/d'être",
            "estime/estimez <1> heureux/heureuse/chanceux/chanceuse",
            "avez/as/t'as/ont déjà <2> enfant/enfants/fille/fils/garçon/filles/garçons/un/une/deux/trois/bébé !perdu/fait_tant",
            "pense/pensez/concentre/concentrez/occupe/occupez/profite/profitez/pensons <2> "
            "à/aux/sur/de <1> enfants/enfant/autres/ceux/celui/celle/tes_enfants/vos_enfants/ton_fils/ta_fille/votre_fille/votre_fils/tes/vos/les_enfants "
            "<2> reste/restent/déjà/avez/as/enfants/enfant/est_là/qui",
            "vous/t'/te/il reste/t'en_reste/vous_en_reste <2> un/une/l'autre/encore/autre !place/gâteau/café/peu",
            "d'autres/certains/certaines/autres <2> n'ont/ne_peuvent/n'en_ont/n'auront <1> pas/jamais/aucun <2> enfant/enfants/avoir/du_tout",
        ),
    ),
    Hurt(
        "compare",
        "Chaque perte est unique, et les comparaisons peuvent rendre celle-ci plus petite.",
        "On peut dire : Raconte-moi, si tu veux. Je t'écoute.",
        (
            "aurait/pourrait/peut/aurais/serait/y_a/il_y_a/existe <2> être/pire/eu/été/toujours <1> pire/grave/plus_grave",
            "il_y_a/y_a/existe <2> pire",
            "d'autres/certains/beaucoup/des_gens/autres/certaines <4> pire/pires/plus_grave/plus_à_plaindre/plus_malheureux/bien_pire",
            "ma/une/mon/la/notre <1> "
            "cousine/sœur/amie/tante/voisine/collègue/mère/belle-sœur/fille/femme/grand-mère/copine/nièce/patronne/couple/belle <2> "
            "a/en_a/avait/en_avait/perdu/vécu/fait/aussi <8> et/mais/puis/maintenant/depuis/aujourd'hui <4> "
            "a/enfants/enceinte/heureuse/bébé/enfant/maman/ont",
            "connais <3> femme/quelqu'un/couple/fille/dame <2> qui <6> et/mais/puis/maintenant <4> a/enfants/enceinte/heureuse/bébé/ont",
            f"{_IT_WAS}/est/serait <1> comme/pareil <2> quand/que <2> j'ai/mon/perdu/ma <3> chien/chat/grand-mère/chienne",
            "quand/perdu <3> mon/ma/notre chien/chat/chienne/hamster/cheval",
            "pire/plus_dur/plus_triste <1> de/si <1> perdre/c'était/ça_arrivait/plus_tard/avait",
        ),
    ),
)
