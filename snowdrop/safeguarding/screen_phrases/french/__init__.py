"""What attacks, sells or tells of danger in French; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.french import cruelty, danger, hostility, selling
from snowdrop.safeguarding.screen_phrases.signs import ScreenPhrases

PHRASES: Final = ScreenPhrases(
    language="fr",
    entries=(*hostility.SIGNS, *cruelty.SIGNS, *selling.SIGNS, *danger.SIGNS),
    kind=(
        # locutions
        "tuerais/tuerait/tuerions/mourrais pour",
        "ça/cela me/nous tue/tuait <1> de/quand/que/à",
        "me tue de/te/vous",
        "meurs/mourons/mourir/meurt <1> d'envie/de_rire/de_faim/de_soif/de_froid/de_honte/d'ennui/d'impatience/de_fatigue/de_peur/de_chagrin/de_tristesse/de_peine/de_douleur",
        "mort/morte/morts/mortes de fatigue/rire/faim/froid/peur/honte/trouille/inquiétude",
        "tuer le_temps",
        # pas une attaque
        "pas/jamais/personne/rien/nul/aucune/aucunement/ni <4> faute/coupable/coupables/responsable/responsables/tort/la_tienne/la_vôtre",
        "personne n'est/n'a/ne coupable/tort/responsable/mérite",
        "ne_te/ne_vous/ne_t'en/cesse_de/arrête_de/sans/jamais <2> culpabilise/culpabilisez/accuse/accusez/punis/blâme/reproche/culpabiliser/punir/accuser/veux_pas",
        "rien de <1> ce_que tu/vous <3> fait/dit/mangé",
        "mérites/méritez/mérite/méritent <4> repos/douceur/paix/amour/bonheur/consolation/aide/d'être_heureuse/d'être_heureux/tendresse/meilleur/soutien/temps/respect/câlin/dormir",
        "médecin/médecins/docteur/hôpital/gens/il/elle/chef/celui devrait/devraient avoir_honte",
        "devrait/devraient avoir_honte",
        "espèce de vieux/vieille con/canaille/fou/andouille/idiot",
        "n'es/n'êtes/n'étais/n'étiez/n'as/n'as_jamais_été/n'avez/es/êtes pas/jamais <1> une/de/un? <1> mauvaise/mauvais/mauvaises/indigne/pire/indignes <1> mère/mères/maman/parent/parents/père",
        "jamais/pas/toujours <2> cesser/cesseras/cesserez/d'être <3> mère/maman/parents/père/papa",
        "putain/saleté/foutue de? d'injustice/de_vie/maladie/cancer/saloperie/sort/destin/merde",
        "quelle/cette/la/c'est/de merde/saleté/saloperie/vie_de_merde/la_merde",
        "genre/sorte de mère/maman/parents/père que/dont <2> rêve/rêverait/tout/chaque/j'aimerais/voudrait",
        "mieux sans mots/parler/rien",
    ),
    negators=frozenset({"pas", "jamais", "rien", "personne", "aucun", "aucune", "ni", "nullement"}),
    negations=(
        "pas/jamais/personne/aucun/aucune/ni/rien/n'est/n'était/n'es/nullement "
        "!seulement/étonnant/étonnée/oublier/mentir/pleurer/te_plaindre/étonne/que/cruel/cruelle/méchante/méchant/toi/même/assez/capable/autre/honte/voulu_être/d'autre/à_d'autres/plus_à/sûr/sûre/été_fichue/fichue/foutue/su",
        "comme_si/mensonge_que/faux_que/si_seulement",
    ),
    disowned_by=(
        "si/quand/celui/celle/ceux/quiconque <4> dit/disent/dise/disait/prétend/prétendent/insinue/pense/pensent/croit/fait_croire",
        "celui/celle/ceux/quiconque/personne <2> qui/ne <2> te/vous? <1> dit/dise/disent",
        "ne/n' <2> crois/croyez/laisse/laissez/écoute/écoutez/pense/pensez <2> jamais/pas/personne",
        "j'ai/je/on/tu/vous/nous <1> cru/pensais/croyais/croyait/pensait/crois/croyez/pensez/penses/demandais/craignais/sentais/sens <2> que/si/coupable",
        "certains/on/gens/ils/beaucoup <3> ont/a/m'ont/m'a/nous_a <2> dit/accusé/accusée/reproché",
        "m'a/m'ont/nous_ont/m'avait dit/accusé/accusée/reproché",
        "ce_qu'il/ce_qu'on/ce_qu'elle/ce_qu'ils/affreux/horrible/honte/cruel/injuste/terrible <4> dit/dite/écrit/disent/dire/ose/osé",
    ),
    rejected_by=(
        "est/sont/était <2> faux/mensonge/cruel/absurde/injuste",
        "se trompe/trompent",
        "n'est/n'était pas/jamais",
    ),
    clause_breaks=frozenset({"mais", "parce", "car", "donc", "puisque", "et", "alors", "pour"}),
    reported_by=(
        "gens/monde/quelqu'un/certains/on/beaucoup/famille/voisins/belle_mère/village <3> dit/disent/pense/pensent/sait/savent/murmure/murmurent/écrit/écrivent/raconte/racontent",
    ),
    common_words=frozenset(
        [
            "et",
            "on",
            "être",
            "sont",
            "leur",
            "les",
            "des",
            "est",
            "pas",
            "vous",
            "nous",
            "je",
            "ton",
            "votre",
            "avec",
            "dans",
            "qui",
            "une",
            "sur",
            "pour",
            "mais",
            "elle",
            "c'est",
            "j'ai",
            "du",
            "au",
            "aux",
            "mon",
            "ma",
            "ce",
            "cette",
            "et",
        ]
    ),
)
