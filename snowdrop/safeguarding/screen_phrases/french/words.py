"""Classes of French words that the lines of the screens are made of."""

from __future__ import annotations

from typing import Final

YOUR: Final = "ta/ton/tes/votre/vos/sa/son/ses"
YOU_ARE: Final = "tu_es/t'es/vous_êtes/tu_étais/vous_étiez/tu_as_été/vous_avez_été/tu_n'es/vous_n'êtes/es_tu/tu_seras/tu_as_toujours_été/t'étais"
BABY: Final = "bébé/bébés/enfant/enfants/fils/fille/filles/garçon/petit/petite/jumeaux/jumelles/nourrisson/gosse/gosses/gamin/gamine/môme/mioche/morveux/morveuse/bâtard/rejeton/chiard/chose/truc/avorton/marmot"
PARENT: Final = "mère/mères/maman/mamans/parent/parents/père/pères/papa/papas/génitrice"
PEOPLE: Final = f"{PARENT}/femme/femmes/gens/personne/personnes/couples/couple/filles/types"
CHILDREN: Final = "enfants/enfant/d'enfants/d'enfant/bébé/bébés/gosses/gosse/famille"
BAD: Final = (
    "mauvaise/mauvais/mauvaises/horrible/horribles/terrible/terribles/affreuse/indigne/indignes/nulle/nul/nuls/pathétique/pathétiques/lamentable/minable/égoïste/égoïstes/irresponsable/irresponsables/négligente/négligents/"
    "incapable/incapables/inapte/inaptes/cruelle/dégoûtante/dénaturée/dénaturés/froide/inutile/ratée/pitoyable/exécrable/pire/piètre/toxique/honte_de/odieuse"
)
INSULT: Final = (
    "pute/putes/salope/salopes/garce/garces/connasse/connasses/truie/truies/porc/porcs/meurtrière/meurtrier/meurtriers/assassin/assassins/ordure/ordures/monstre/monstres/raclure/raclures/déchet/déchets/sorcière/"
    "imbécile/imbéciles/idiote/idiot/idiots/conne/connard/connards/enfoiré/enfoirés/menteuse/menteur/menteurs/hypocrite/hypocrites/parasite/parasites/psychopathe/vipère/rat/chienne/chiennes/merde/ratée/raté/grosse_vache/"
    "folle_dingue/salaud/salauds/fils_de_pute/infanticide/tueuse/tueur/criminelle/criminel/criminels/attardée/débile/débiles/mythomane/pleurnicheuse/pourriture/pourritures/vermine/racaille/crevarde/mégère/traînée/pétasse/poufiasse"
)
DEAD: Final = "mort/morte/morts/crevé/décédé/perdu/meurt/mourra/est_mort/est_morte/soit_mort/soit_morte/crève"
