"""What attacks, sells or tells of danger in Spanish; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import ScreenPhrases
from snowdrop.safeguarding.screen_phrases.spanish import cruelty, danger, hostility, selling

PHRASES: Final = ScreenPhrases(
    language="es",
    entries=(*hostility.SIGNS, *cruelty.SIGNS, *selling.SIGNS, *danger.SIGNS),
    kind=(
        # modismos
        "mataría/mataríamos/moriría por",
        "me/nos mata verte/veros/verla/verlo/pensar/saber/no_poder/la_pena/que/leer",
        "me/se/nos muero/muere/morimos/moría de <1> ganas/risa/hambre/sueño/vergüenza/frío/miedo/pena/amor/curiosidad/aburrimiento",
        "muerto/muerta/muertos/muertas de cansancio/risa/sueño/hambre/miedo/frío/pena/cansado/vergüenza",
        "de muerte/matar el_tiempo",
        # no es ataque
        "no/nunca/nadie/ninguno/ni/jamás/nada/tampoco <4> culpa/culpable/culpables/responsable/tuya/vuestra",
        "sin culpa",
        "no/nunca/nadie/jamás/deja_de/dejad_de <3> culparte/culpes/culparos/culpéis/castigues/culpe",
        "nada de_lo/lo que <2> hiciste/hicisteis/hacías/comiste/dijiste",
        "merecer/mereces/merecéis/merecen/merece <4> descanso/cariño/paz/amor/felicidad/consuelo/ayuda/descansar/ser_feliz/ser_felices/todo_lo_bueno/lo_mejor/apoyo/tiempo/respeto/abrazo",
        "médico/médicos/doctor/doctora/hospital/gente/ese/esa/él/jefe debería/deberían <1> avergonzarse",
        "debería/deberían avergonzarse/tener_vergüenza de_lo/por_lo",
        "eres/so un/una <1> cabrón/loco/loca/burro/caradura/sol/cielo",
        "no/nunca/tampoco <1> eres/fuiste/sois/fuisteis/eras <1> una? <1> mala/mal/malas/malos/mal_padre <1> madre/padre/padres/madres",
        "nunca/jamás/no dejarás/dejarás_de/dejaréis <2> ser <2> madre/padre/padres/mamá",
        "puta/jodida injusticia/mierda/pena/vida/suerte/pesadilla",
        "esto/vida/muerte/qué/todo_esto/cáncer es/una? <1> una? <1> mierda/putada/putamierda",
        "de puta madre",
        "clase/tipo de madre/padre/padres que <2> todos/cualquiera/cualquier_niño/quisiera/me_gustaría/quiero",
        "mejor sin hablar/palabras/prisa",
    ),
    negators=frozenset({"no", "nunca", "nadie", "ni", "tampoco", "jamás", "ninguna", "ningún", "nada"}),
    negations=(
        "no/nunca/nadie/ni/tampoco/jamás/ningún/ninguna/nada/ninguno "
        "!solo/sólo/me_extraña/es_de_extrañar/olvides/olvidéis/finjas/niegues/mientas/llores/te_hagas/os_hagáis/te_quejes/lo_dudes/ser_cruel/quiero_ser/hay_duda/cabe_duda/eres_más_que/sois_más_que/"
        "te_da/os_da/tienes_vergüenza/tienes_perdón/tenéis_vergüenza/pudiste/pudisteis/supiste/hay_más_culpable/otra",
        "como_si/mentira_que/mentira_eso_de",
    ),
    disowned_by=(
        "si/cuando/quien/quienes/cualquiera <4> dice/dicen/diga/digan/dijo/insinúa/insinúe/piensa/cree/crea/hace_creer/haga_creer",
        "quien/quienes/nadie/cualquiera/el_que <2> te/os/le <1> diga/dice/digan/dicen/dijo",
        "no/nunca/jamás <3> creas/creáis/dejes/dejéis/permitas/escuches/escuchéis/pienses/penséis/digas/lo_creas",
        "creí/creía/pensé/pensaba/pensábamos/crees/piensas/sientes/creías/temía/preguntaba/pregunté/sentí/sentía <3> que/si/culpable/culpa",
        "dijeron/decían/dijo/decía <2> que? <2> era/fue/mía/yo/nos/me",
        "me/nos dijeron/dijo/decían/decía/culparon",
        "lo_que/horrible/terrible/cruel/vergüenza/increíble/injusto <3> te/os/que <1> dijo/dijeron/dicen/escribieron/escribió/digan",
    ),
    rejected_by=(
        "es/son/era <2> mentira/falso/cruel/una_mentira/absurdo/injusto",
        "se equivoca/equivocan",
        "no <1> es/era/fue",
    ),
    clause_breaks=frozenset({"pero", "porque", "sino", "aunque", "pues", "así", "y", "por"}),
    reported_by=(
        "gente/todos/alguien/otros/algunos/familia/vecinos/suegra/pueblo/mundo <4> dice/dicen/piensa/piensan/sabe/saben/comenta/comentan/escribe/escriben",
    ),
    common_words=frozenset(
        [
            "que",
            "los",
            "las",
            "por",
            "con",
            "una",
            "para",
            "pero",
            "muy",
            "esto",
            "nos",
            "este",
            "vosotros",
            "eres",
            "está",
            "todo",
            "más",
            "como",
            "cuando",
            "mi",
            "tu",
            "te",
            "lo",
            "el",
            "ella",
            "hijo",
        ]
    ),
)
