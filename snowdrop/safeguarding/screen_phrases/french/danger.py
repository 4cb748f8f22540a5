"""Signs in French that somebody may be in danger, by the levels of trust.md §5.3. Grief alone is none."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_PILLS: Final = "comprimés/comprimé/cachets/cachet/pilules/somnifères/médicaments/paracétamol/insuline/doliprane/tranquillisants/anxiolytiques/morphine/médocs"
_MEANS: Final = f"{_PILLS}/corde/pistolet/arme/couteau/lames/lame/rasoir/pont/train/rails/toit/poison/fusil"
_OTHERS: Final = "sœur/frère/femme/mari/compagnon/compagne/copine/copain/amie/ami/mère/père/maman/papa/fille/fils/cousine/voisine/elle/il/collègue/nièce"
_LOVED: Final = "mon_bébé/mon_fils/ma_fille/mon_enfant/mes_enfants/mon_petit/ma_petite/lui/elle/eux/mes_jumeaux/mon_ange/notre_bébé/notre_fils/notre_fille"
_MINE: Final = "ma_fille/mon_fils/mon_bébé/mon_enfant/mes_enfants/ma_petite/mon_petit/au_bébé/aux_enfants/au_petit/à_la_petite/mes_jumeaux/mon_autre/ma_grande"

SIGNS: Final = (
    Sign(
        "under_way",
        (
            f"viens/ai/j'ai/je <3> prendre/pris/avalé/avaler/bu/ingéré <4> {_PILLS}/javel/toute_la_boîte/boîte_entière/poison/flacon !contre/pour/prescrits",
            "me/suis/viens/m' <3> ouvert/ouvrir/coupé/couper/tailladé/taillé/tranché <2> veines/poignets/poignet/bras",
            "suis/assise/assis/debout/montée/monté <4> pont/toit/rails/rebord/balcon/quai/falaise/fenêtre/parapet <6> sauter/saute/maintenant/vais/adieu/train/tomber/jeter",
            "vais sauter/me_pendre/me_jeter/me_tirer/le_faire <1> maintenant/tout_de_suite/là",
            "saigne/sang <4> poignets/veines/partout/arrête/bras/sol",
            "corde/pistolet/couteau/arme/lame <3> cou/tempe/main/poignet/tête/bouche",
            f"{_OTHERS} <2> vient/a/s'est <2> pris/prendre/avalé/ouvert/coupé <4> {_PILLS}/veines/poignets",
        ),
    ),
    Sign(
        "goodbye",
        (
            "quand <1> vous/tu <1> lirez/liras/trouverez/trouveras <2> je serai <1> avec mon/ma/lui/elle/eux/mes",
            "c'est/ceci_est/voici <1> un/mon/ma/le/la? <1> adieu/adieux/dernière_lettre/dernier_message/lettre_d'adieu/derniers_mots/dernière_fois_que_vous !photo",
            "adieu/adieux <2> à_tous/monde/pour_toujours/pardonnez_moi/pardon/tout_le_monde/mes_amis/ma_famille",
            "dis/dites/diras/direz <3> mère/maman/mari/enfants/fille/fils/père/famille/femme/lui/eux <3> l'aime/les_aime/aimais/aimée/pardon/l'aimais",
            "quand <1> vous/tu <3> lirez/liras/trouverez/trouveras <4> serai/plus/morte/mort/partie/parti",
            "quand je <2> ne_serai/serai <2> plus/morte/mort/partie/parti",
            "vous/tu <3> n'entendrez/n'entendras/ne_me/entendrez/reverrez <2> plus/jamais/reverrez",
            "j'ai/ai/écrit/laisse/laissé <3> lettres/lettre/testament/mot <5> adieu/pont/comprimés/tous/enfants/sais/prêtes",
            "occupez_vous/occupe_toi/prenez_soin/prends_soin/veillez_sur <3> enfants/fils/fille/chien/chat/mari/maman <3> quand_je/sans_moi/après_moi/pour_moi",
            "pardonnez_moi/pardonne_moi/pardon <2> ce_que/pour_ce_que <2> vais/je_vais/ferai",
            "lettre d'adieu/de_suicide",
        ),
    ),
    Sign(
        "plan",
        (
            "j'ai/ai décidé <1> de_mourir/mourir/d'en_finir/de_me_tuer/de_le_rejoindre/de_la_rejoindre/de_partir_avec",
            "mets/met/garde/accumule/stocke/amasse/cache/collectionne <3> comprimés/cachets/somnifères/médicaments/tranquillisants/anxiolytiques !contre/pour_la/pour_le",
            "je_suis/suis/assise/assis/debout/monté/montée sur/au_bord <2> toit/rebord/voies/rails/balustrade/parapet/falaise",
            "suis/assise/assis/debout sur/au_bord <1> pont <4> plus/adieu/fin/mourir/peux_plus",
            f"j'ai/ai/je <2> gardé/acheté/caché/mis_de_côté/préparé/préparés/stocké/trouvé/réuni/commandé/accumulé <4> {_MEANS} !contre/pour_la_douleur",
            f"{_MEANS} <3> prêts/prête/prêt/tiroir/à_côté/devant_moi/chargé/main/préparés/sous_la_main",
            "cette_nuit/ce_soir/demain/bientôt/maintenant/après_l'enterrement/ce_week_end/aujourd'hui/quand_ils_dormiront <4> je/le/vais/j'en/me <2> fais/ferai/finis/finirai/faire/saute/tue/tuerai/en_finis/en_finir/rejoins/rejoindre/pars_le !courses/manger",
            "je_sais/décidé/choisi/sais/prévu <3> quel/quelle/comment/quand/où/date/jour <3> pont/faire/ferai/train/mourir/tuer/sauter/fais",
            "vais/j'ai_décidé_de/compte/prévois_de/décidé_d'en <1> me_tuer/me_suicider/me_pendre/en_finir/mettre_fin_à_mes_jours/mettre_fin_à_ma_vie/m'ouvrir_les_veines/me_jeter/sauter_du/sauter_d'un/me_noyer/me_foutre_en_l'air/finir_ce_soir",
            "je me tuerai/suiciderai/pendrai/jetterai/noierai",
            "j'ai/mon un/plan <1> plan/est <1> !pour_vous/de_table",
            "combien de comprimés/cachets/médicaments/somnifères",
            "tenté/essayé <2> me_tuer/me_suicider/mettre_fin/mourir !il_y_a/adolescente",
            "emmener/emmène/emmènerai/prends <2> avec_moi <2> enfants/fille/fils",
            "emmener mes enfants",
        ),
    ),
    Sign(
        "child_at_risk",
        (
            f"peur/crains/pensées/envie/vais/pourrais/pulsions/capable <3> faire_du_mal/frapper/tuer/secouer/étouffer/noyer/blesser/lui_faire_du_mal/faire_mal <1> à/de? <1> {_MINE}",
            f"faire/fasse <2> du_mal/mal <1> à {_MINE}",
            "il/mari/compagnon/conjoint/père/beau_père/mère/elle <1> frappe/bat/maltraite/touche/enferme/abuse/secoue/tape <3> enfants/enfant/fils/fille/petit/petite/bébé",
            "voix <5> enfant/bébé/fille/fils/tuer/mal",
            "enfant/enfants/bébé/fille/fils <3> danger/maltraité/maltraitée/battu/battue/bleus/abusé",
        ),
    ),
    Sign(
        "other_at_risk",
        (
            f"{_OTHERS} <6> va_se/veut_se/veut/parle_de/menace_de/menace_de_se/voulait/pense/veut_en <2> tuer/se_tuer/suicider/se_suicider/mourir/en_finir/faire_du_mal/pendre/mettre_fin/jeter/finir/s'ouvrir/suicide !de_rire/d'envie",
            f"{_OTHERS} <2> veut/voulait <1> plus vivre",
            f"peur/inquiète/inquiet/crains <4> {_OTHERS} <4> tue/suicide/mal/bêtise/se_fasse/foute_en_l'air",
            f"{_OTHERS} <2> garde/cache/caché/acheté/stocke <4> {_PILLS}/corde/arme",
            "trouvé/trouvée <3> lettre/mot/comprimés <3> adieu/cachés/suicide/tiroir",
        ),
    ),
    Sign(
        "violence_at_home",
        (
            "il/mari/compagnon/conjoint/père/ex/famille/belle_mère me/nous/m' <1> frappe/bat/menace/viole/enferme/oblige/étrangle/tape/maltraite",
            "peur de <1> mon/lui/ma <1> mari/compagnon/père/ex/lui/conjoint/famille/femme",
            "pas/plus <2> en_sécurité <3> moi/maison/lui/ici/avec",
            "il va me/nous tuer/frapper/retrouver",
            "ne me laisse pas <1> sortir/parler/téléphoner/voir/travailler",
        ),
    ),
    Sign(
        "not_wanting_to_live",
        (
            "suis/être/qu'une/suis_qu'un/qu'un <3> un/qu'un/un_vrai poids/fardeau/boulet pour tout/tous/ma/mon/mes/eux/les_autres/lui/elle",
            "veux/peux/supporte/voudrais/envie/ai_plus_envie/souhaite <2> plus/pas <2> vivre/exister/être_là/être_en_vie/me_réveiller/continuer_à_vivre/de_vivre/la_vie/cette_vie/continuer_comme_ça !dans_cette_maison/ici_avec",
            "plus envie <1> vivre/de_vivre/d'exister/de_rien/d'être_là",
            "veux/voudrais/préférerais/aimerais/j'aimerais/envie <2> mourir/être_morte/être_mort/disparaître/en_finir/ne_plus_me_réveiller/ne_plus_exister/me_tuer/me_suicider/mettre_fin/crever/ne_plus_être_là/me_faire_du_mal/partir_pour_toujours/finir_avec !de_rire/d'envie/à_sa_place/à_ta_place",
            "si_seulement/j'aurais/voudrais/aurais_voulu <3> être_morte/être_mort/ne_jamais_naître/pas_née/pouvais_mourir/ne_pas_me_réveiller",
            "vie/plus/aucun/aucune/perdu <3> plus/aucun/pas/de? <2> sens/raison/raisons/but/goût <2> de_vivre/vivre/moi/à_rien/ma_vie/à_la_vie/vie !juste",
            "vie <2> n'a/a plus/aucun <1> de? sens",
            "vois/trouve <1> plus/aucun/pas <2> sens/raison/issue/raisons",
            "tout_le_monde/famille/enfants/mari/ils/elles/vous <3> serait/seraient/serez/irait/iraient/vivraient <2> mieux <1> sans_moi/si_je",
            "mieux sans moi",
            "pense/penser/pensées/idées/songe/rêve/pensais_ce_matin/envisage <4> suicide/me_tuer/mourir/mort/suicidaires/en_finir/mettre_fin/me_jeter/disparaître/noires/me_faire_du_mal !à_vous/de_ton/de_votre/de_son/de_mon_fils",
            "pensées/idées suicidaires/noires",
            "fatiguée/fatigué/lasse/marre/épuisée de <1> vivre/la_vie/cette_vie/exister",
            "peux/supporte/arrive <1> plus/pas <1> à? <1> vivre/continuer/vivre_comme_ça/vivre_ainsi/la_vie/survivre <2> !dans_cette",
            "plus/rien <2> ne/qui <2> me/m' <1> retient/rattache/attache",
            "dormir/m'endormir <2> ne <1> plus/jamais/pas <1> me_réveiller/réveiller",
            "ne/n' plus/jamais me_réveiller",
            "me_scarifie/me_coupe/me_mutile/me_fais_du_mal",
            "sans espoir/aucun_espoir <3> semaines/mois/jours/moi/vie",
            "en finir",
            "que tout s'arrête/ça_s'arrête/finisse/soit_fini",
        ),
    ),
    Sign(
        "with_the_baby",
        (
            f"veux/voudrais/aimerais/j'aimerais/besoin/souhaite/préférerais/envie <3> être/aller/partir/rejoindre/retrouver/retourner/rester/dormir <1> avec/près_de/auprès_de/chez/vers? <1> {_LOVED} !à_l'hôpital/chaque_minute",
            f"rejoindre/retrouver/revoir/rejoins <1> {_LOVED} <2> bientôt/ciel/là_haut/enfin/pour_toujours/paradis",
            "le/la/les/l' rejoindre/retrouver/revoir <2> bientôt/ciel/là_haut/enfin/paradis",
            "veux/voudrais/vais le/la/les rejoindre",
            "voudrais/aurais/j'aurais/aimerais/devrais/préféré/préférerais <4> mourir/morte/mort/être_morte/partir/partie/être_prise <2> à_sa_place/à_leur_place/avec_lui/avec_elle/à_la_place/avec_eux",
            "voulu/dû/préféré mourir/partir <1> à_sa_place/à_leur_place/avec_lui/avec_elle/moi",
            "emmène/emmenez/prends moi <1> avec/aussi !à/au",
            "dormir/m'endormir <3> revoir/retrouver/tenir/rêver",
        ),
        turnable=False,
    ),
    Sign(
        "weary",
        (
            "peux/pouvons/supporte/tiens/arrive/peut <2> plus/pas <2> plus/continuer/aujourd'hui/respirer/dormir/me_lever/tenir/supporter/faire_face/manger/avancer/arrêter_de_pleurer !dire/imaginer/croire/aider/trouver/exprimer/être",
            "n'en peux/peut/pouvons plus",
            "sais/vois/savons <1> pas/plus <2> comment <2> tenir/continuer/vivre/survivre/supporter/avancer/passer/faire/vais/m'en_sortir/traverser <2> !aider/dire/répondre/consoler",
            "sais/sait pas <1> vivre/continuer <1> sans",
            "si/tellement/suis/trop/complètement <1> fatiguée/fatigué/épuisée/épuisé/vide/brisée/brisé/à_bout/cassée/perdue/seule <2> de/par/dedans/que/forte/sans/et/tout !contente/heureuse",
            "à bout <1> de? forces/force",
            "plus de_force/la_force/de_forces/aucune_force",
            "me sens/sentais <2> morte/mort/vide/brisée/seule/inutile/perdue/rien <2> intérieur/dedans/depuis/sans/toute/chaque !utile",
            "morte/mort à_l'intérieur/en_dedans",
            "déteste/hais <1> mon/ma/moi/tout <1> corps/vie/même",
            "veux/voudrais <2> que <1> ça/cela/douleur <1> s'arrête/cesse",
            "partie/moitié/morceau de moi/mon_cœur/mon_âme <2> morte/mort/partie/enterrée/manque",
            "m'en_veux/me_pardonne/me_pardonnerai/me_suis_culpabilisée/me_déteste",
            "arrête/arrive pas_de/pas_à/plus_d'arrêter <1> pleurer/trembler",
        ),
        turnable=False,
    ),
)
"""The gravest first."""
