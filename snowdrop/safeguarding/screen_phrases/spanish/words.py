"""Classes of Spanish words that the lines of the screens are made of."""

from __future__ import annotations

from typing import Final

YOUR: Final = "tu/tus/vuestro/vuestra/vuestros/vuestras/su/sus"
YOURS: Final = "tuya/tuyo/vuestra/vuestro/suya/de_ustedes/de_vosotros/de_la_madre/de_los_padres/tuyas"
YOU_ARE: Final = "eres/sois/fuiste/fuisteis/eras/erais/son_ustedes/ustedes_son/serás/siempre_fuiste"
BABY: Final = "bebé/bebés/bebe/hijo/hija/hijos/hijas/niño/niña/niños/niñas/gemelos/gemelas/mellizos/criatura/crío/cría/nene/nena/pequeño/pequeña/mocoso/mocosa/mocosos/engendro/bastardo/cosa/angelito/chiquillo/guagua"
PARENT: Final = "madre/madres/mamá/mamás/mami/padre/padres/papá/papás/progenitora/progenitores"
PEOPLE: Final = f"{PARENT}/mujer/mujeres/gente/personas/persona/parejas/pareja/tipas/tipos/individuos"
CHILDREN: Final = "hijos/hijo/hija/bebés/bebé/niños/niño/familia/descendencia"
BAD: Final = (
    "mala/malas/malos/pésima/pésimos/horrible/horribles/terrible/terribles/inútil/inútiles/patética/patético/patéticos/asquerosa/asqueroso/egoísta/egoístas/irresponsable/irresponsables/negligente/negligentes/"
    "descuidada/desnaturalizada/desnaturalizados/cruel/crueles/vaga/fría/indigna/indigno/indignos/incapaz/incapaces/ineptos/inepta/malísima/peor/fracasada/lamentable/desastrosa/desastre_de/vergüenza_de/mierda_de/porquería_de"
)
INSULT: Final = (
    "puta/putas/zorra/zorras/perra/perras/cerda/cerdas/cerdo/cerdos/asesina/asesino/asesinos/asesinas/basura/escoria/monstruo/monstruos/fracasada/fracasado/inútil/bruja/imbécil/imbéciles/idiota/idiotas/estúpida/"
    "estúpido/gilipollas/malnacida/malnacido/hija_de_puta/hijo_de_puta/hijos_de_puta/mentirosa/mentiroso/mentirosos/hipócrita/hipócritas/parásito/parásitos/psicópata/loca_de_mierda/víbora/rata/ratas/guarra/guarras/"
    "desgraciada/desgraciado/desgraciados/sinvergüenza/sinvergüenzas/mierda/pendeja/pendejo/infanticida/criminal/criminales/subnormal/retrasada/llorona/falsa/farsante/farsantes/bestia/alimaña/malparida/malparido"
)
DEAD: Final = "muerto/muerta/muertos/murió/murieron/muere/muriera/palmó/perdiste/perdieron/perdisteis/muera/haya_muerto/haya_muerta/esté_muerto/esté_muerta/se_fue/reventó"
