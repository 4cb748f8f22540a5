"""What makes a loss smaller, explains it or replaces it, in Spanish."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt

_AT_LEAST: Final = "al_menos/por_lo_menos/almenos/a_lo_menos/por_suerte/menos_mal_que/menos_mal"

HURTS: Final = (
    Hurt(
        "blame",
        "Muchos padres ya se culpan a sí mismos, y hablar de lo que se hizo puede ahondar esa herida.",
        "Se puede decir: No fue culpa tuya. Lo siento muchísimo.",
        (
            "hiciste/hicisteis/hacías/trabajaste/trabajabas/trabajasteis/te_moviste <2> demasiado/demasiados/demasiadas/mucho/"
            "muchos/muchos_esfuerzos",
            "tendrías_que/tenías_que/tendríais_que/deberías/debiste/debías/debisteis/hubieras/hubierais/tenías <1> "
            "haber/haberte/haberos <4> descansado/cuidado/ido/hecho/comido/llamado/parado/dejado/dormido/reposo/quedado/avisado",
            "si hubieras/hubieses/hubierais/te_hubieras/te_hubieses/os_hubierais/no_hubieras <3> "
            "descansado/cuidado/ido/hecho/comido/parado/trabajado/fumado/viajado/reposo",
            "por_no/por haber <1> cuidado/descansado/trabajado/hecho",
            "algo/qué/está <3> mal contigo/con_tu_cuerpo/en_ti",
            "qué_hiciste/hiciste_algo/habrás_hecho/algo_hiciste/hicisteis_algo <1> mal/para",
            "fue/es/será por_tu/tu/culpa_tuya/por_culpa <1> culpa/estrés/trabajo/del/trabajar",
            "te/os <1> estresaste/estresas/estresabas/estresasteis/descuidaste",
        ),
    ),
    Hurt(
        "not_a_baby",
        "Para quienes esperaban, fue de verdad desde el primer día.",
        "Se puede decir: Siento mucho vuestra pérdida. Pienso en vosotros{and_name}.",
        (
            "no_era/no_es/no_fue/no_llegó_a_ser/tampoco_era <2> un/una <2> bebé/niño/niña/hijo/hija/persona/embarazo/pérdida <2> "
            "verdad/real/todavía/aún/formado !que_merezca",
            "no_era/no_fue/tampoco_era/no_llegó_a_ser <1> un/una/ni <1> bebé/niño/niña/hijo/hija/persona/pérdida",
            "aún/todavía/si/apenas era/estaba/estabas <1> muy/tan/de/demasiado pequeño/pequeña/pequeñito/pronto/poco/pocas/poquito",
            "aún/todavía no_era/no_es <2> bebé/niño/niña/hijo/hija/persona/nada",
            "ni_siquiera/solo/sólo/era era/fue/es/solo/sólo <1> un/una/unas <1> bebé/células/embrión/feto/aborto/coágulo/regla",
            "montón/puñado/conjunto/cúmulo de_células",
            "no_llegaste_a/no_llegasteis_a/sin/no_la/no_lo/ni_siquiera_lo/ni_siquiera_la/ni_lo/no_le/apenas_lo/apenas_la <1> "
            "conocerlo/conocerla/conocerle/conociste/conocisteis/conocías/conocer/encariñarte/encariñaros/cogerle_cariño",
            "no_dio/no_te_dio/no_os_dio/sin <1> tiempo/dar_tiempo a encariñarte/encariñaros/quererlo/quererla/cogerle",
        ),
    ),
    Hurt(
        "at_least",
        "Las frases que empiezan por «al menos» pueden sonar como si la pérdida fuera pequeña.",
        "Se puede decir simplemente: Lo siento muchísimo. Pienso en vosotros{and_name}.",
        (
            f"{_AT_LEAST} <1> fue/ha_sido/era/es/pasó/ocurrió/sucedió/estabas/estabais/estás/estáis/tienes/tenéis/tienen/tuviste/"
            "tuvisteis/sabes/sabéis/saben/puedes/podéis/pueden/te_queda/os_queda/te_quedan/os_quedan/te_dio/os_dio/eres/sois/sufrió/sufriste/llegaste/llegasteis/queda/quedan/"
            "está_bien/está_en/está_con/están_bien/vive/sobrevivió/hay/pudiste/pudisteis/hubo",
            f"{_AT_LEAST} que? <1> no sufrió/sufriste/llegaste/llegasteis/estabas/estabais/nació/era/fue/pasó/tuviste/tuvisteis/ha/"
            "lo/la/le/has/habéis",
            f"{_AT_LEAST} que? <1> ya/ahora/así <1> sabes/sabéis/tienes/tenéis/puedes/podéis/has/habéis/eres/sois/está/estás/podrás/"
            "podréis/descansa",
            f"{_AT_LEAST} el_otro/la_otra/uno/una/tu_otro/tu_otra/vuestro_otro/los_demás/tus/vuestros",
        ),
        rejectable=False,
    ),
    Hurt(
        "gods_plan",
        "Un motivo que viene del cielo puede herir también a quien cree: ningún plan parece necesitar esto.",
        "Se puede decir: No entiendo por qué ha pasado. Estoy triste con vosotros.",
        (
            "plan/planes/voluntad/designios/designio/caminos de/del/divino/divina/divinos dios/señor/él",
            "plan/voluntad/designio/planes divino/divina/divinos",
            "dios/diosito/señor/jesús/virgen <1> sabe/sabrá/sabía/tiene/tenía/tendrá <2> "
            "lo_que/que_hace/por_qué/porque/plan/planes/motivo/motivos/razones/razón/preparado/hace/mejor",
            "dios/diosito/señor/jesús/cielo <2> necesitaba/necesita/quería/quiere/quiso/llevó/llama/llamó/eligió/escogió/lleva/ha_llevado/"
            "ha_querido/reclamó <1> otro/un/una/a/así/ángel/angelito/tenerlo/tenerla/llevárselo/llevársela/lo/la/los/más/con",
            "se_lo/se_la/se_los/se_las llevó/ha_llevado/lleva <1> dios/el_señor/diosito/con_él/jesús",
            "dios no <1> da/manda/pone nada/más/pruebas/cargas/una_carga",
            "dios aprieta",
            "dios/señor <1> aprieta/nos_da/te_da/os_da/da/manda/nunca_nos/nunca_te/no_nos/no_te/no_os/pone <3> "
            "ahoga/podamos/puedas/podáis/soportar/fuertes/batallas/prueba/pruebas/carga/cargas/quita/barba",
            "hágase_su/hágase_tu/es_su/era_su/acepta_su/aceptar_su/así_lo_quiso <1> voluntad/dios/señor/cielo",
            "es/era/fue/son una/la/cosa/cosas/voluntad prueba/voluntad/de_dios/de_él <1> dios/señor/fe",
            "los_caminos/caminos/designios <2> señor/dios <1> inescrutables/misteriosos",
            "demasiado buena/bueno/perfecto/perfecta/puro/pura para <1> este/esta/el/la mundo/tierra",
        ),
    ),
    Hurt(
        "reason",
        "Oír que hay una razón puede doler, porque ninguna razón bastaría.",
        "Se puede decir: Lo siento muchísimo. No es justo, y estoy aquí.",
        (
            "todo/todas/cosas/nada/esto/siempre <1> pasa/pasan/sucede/suceden/ocurre/ocurren/ocurrió/pasó/sucedió/ha_pasado/ha_ocurrido <1> "
            "por/sin <1> algo/razón/motivo/causa/casualidad/algún_motivo/porque_sí",
            "todo/cosas <1> tiene/tienen <1> por_qué/porqué/razón/motivo/sentido/explicación/su_razón",
            "es/fue/será por_algo/por_alguna_razón/por_algún_motivo",
            "pasa/pasan/sucede/suceden por alguna/una razón/causa",
            "por_algo/por_alguna_razón/por_algún_motivo/x_algo <1> será/pasa/pasan/habrá/ha_sido/sería/ha_pasado/pasó/sucede/fue/es/ocurre",
            "hay/habrá/existe <2> razón/motivo/propósito <1> para_todo/detrás/de_todo/en_todo/para_esto/para_que",
            "algún_día/un_día/con_el_tiempo/ya <1> entenderás/entenderéis/comprenderás/comprenderéis/sabrás/verás <2> "
            "por_qué/porqué/sentido/motivo/razón",
            "no hay mal que por bien",
        ),
    ),
    Hurt(
        "for_the_best",
        "Para sus padres no hay nada bueno en esto, y oírlo puede dejarles muy solos.",
        "Se puede decir: Ojalá hubiera sido distinto.",
        (
            "fue/es/era/sido/será/seguro/quizá/quizás/igual/tal_vez <2> lo_mejor/mejor_así/para_bien/para_mejor !que_podemos/que_puedo/"
            "que_sé/que_supisteis/de/del",
            "mejor/más_vale <1> ahora/así/pronto/antes/temprano <1> que/pasara/haya_pasado/sea",
            "mejor ahora/así/que_haya !te/os/no/descansa/descansad/mañana/y",
            "ha_sido/fue/es <1> una bendición",
            "os/te/le <1> ahorrado/ahorró/ahorráis/evitado/evitó <3> sufrimiento/sufrir/disgusto/problemas/disgustos",
            "es/fue/sido un_alivio",
            "quién sabe <1> lo_que/qué/de_qué <2> habría/hubiera/libró/librado/evitado",
            "bendición disfrazada",
        ),
    ),
    Hurt(
        "natures_way",
        "Hablar de la naturaleza, o de algo que venía mal, puede sonar como si este bebé no hubiera debido existir.",
        "Se puede decir: Lo siento muchísimo. Pienso en vosotros{and_name}.",
        (
            "naturaleza/cuerpo <1> es/sabe/hace/actúa/elige/selecciona/corrige/rechaza/decide <1> "
            "sabia/sabio/lo_que/su/bien/qué/así/cuándo/trabajo",
            "selección natural",
            "venía/venia/vendría/estaba/tenía/tendría/algo <1> mal/enfermo/enferma/malformado/malito/algo/algún "
            "!lo_que/en_casa/de_dinero/que/cuando",
            "algo/si_no <1> iba/venía/estaba/habría/nació/ha_nacido/tenía <2> mal/venía_mal/estaba_mal/problema",
            "habría/hubiera/podría/iba_a <1> nacido/sido/nacer/salido/salir/venido/venir/tenido/tener <1> "
            "mal/enfermo/enferma/discapacitado/discapacitada/malformaciones/problemas/discapacidad/síndrome",
        ),
    ),
    Hurt(
        "meant_to_be",
        "Decir que «no tenía que ser» puede sonar como si la pérdida estuviera bien.",
        "Se puede decir: Esto no debería haber pasado. Lo siento muchísimo.",
        (
            "no_era/no_fue/no_ha_sido/no_sería/no_es <1> el/su/vuestro/tu/buen/mejor <1> momento !para_llamar/de_hablar/para_hablar/de_llamar",
            "no_tenía/no_estaba/no_debía/estaba/tenía <1> que/de/ser/escrito/destinado <1> ser/escrito/nacer/para/pasar/destinado !que",
            "no_estaba/estaba <1> escrito/destinado/destinada/de_dios/para_ti/para_vosotros",
            "era/fue/es <1> el/su/vuestro/cosa/cosas destino/del_destino",
            "lo_que/si tiene/tenga que ser será/vendrá",
            "cuando <2> tenga_que/llegue/toque <1> ser/llegar/venir/momento/llegará",
            "así_lo/el_destino <1> quiso/destino/quería",
        ),
    ),
    Hurt(
        "try_again",
        "Un bebé no se sustituye, y pensar en otro embarazo corresponde solo a sus padres.",
        "Se puede decir: Estoy triste con vosotros. Estoy aquí.",
        (
            "volver/volved/volvéis/volverás/volveréis/vuelve/vuelvan/volváis/vuelvas/podéis/puedes/podréis/podrás/pueden/otra_vez <2> "
            "intentarlo/intentar/intentadlo/intentéis/intentes/intentarlo_otra/probar !llamar/llamarte/escribir/dormir/comer/descansar/"
            "llamaros/verte/veros",
            "intentadlo/inténtalo/intentarlo/intentarlo/inténtenlo/probad otra_vez/de_nuevo/cuanto_antes/pronto/más_adelante/nuevamente",
            "tendréis/tendrás/tendrán/vendrá/vendrán/llegará/llegarán/tener/tengas/tengáis/habrá/haréis/quedarás/venir/tienes/tenéis <1> "
            "otro/otra/otros/otras/más/uno/un <1> hijo/hijos/bebé/bebés/niño/niños/niña/embarazo/embarazos/oportunidad/oportunidades/"
            "embarazada !en_el_cielo",
            "ya/pronto/seguro/enseguida <1> vendrá/vendrán/tendréis/tendrás/llegará/llegarán/tendrán/verás <1> otro/otra/otros/otras/más/"
            "el_siguiente/uno",
            "próxima/siguiente vez <1> irá/saldrá/será/va/funcionará/habrá/seguro/todo",
            "quedarás/quedaréis/quedarte/quedar/quedarás/estarás/estar <1> embarazada/embarazados <1> "
            "otra/de_nuevo/pronto/enseguida/nuevamente",
            "volverás/volveréis/vuelves <1> a <2> embarazada/embarazo/encargar",
            "ponte/poneos/pónganse a <2> otro/otra/ello",
            "a_por otro/otra/el_siguiente",
            "otro/nuevo/próximo/siguiente <1> bebé/hijo/embarazo <1> te/os/hará/ayudará/ayudaría/curará/llenará/vendrá/llegará",
            "no pierdas/perdáis/pierdan/perder la? esperanza/esperanzas/fe",
            "bebé arcoíris/arco_iris",
        ),
    ),
    Hurt(
        "young",
        "Ser joven no hace más pequeña esta pérdida, y ningún otro hijo ocupa el lugar de este.",
        "Se puede decir: Siento mucho que os haya pasado.",
        (
            "eres/sois/son/estás/estáis <3> joven/jóvenes/jovencita/jovencitos/chavales !por_dentro/de_espíritu/que_conozco",
            "tan/muy/aún/todavía/y joven/jóvenes ya/tienes/tenéis/podréis/para_tener",
            "tenéis/tienes/tienen/os_queda/te_queda/queda/hay <1> "
            "mucho/tiempo/toda/todo/mucha <1> tiempo/por_delante/vida/vida_por_delante <1> para/por_delante/de <2> "
            "tener/hijos/más/otro/otros/intentarlo/sobra",
            "toda <1> vida por_delante",
            "tienes/tenéis/tienen <1> tiempo de_sobra/para_tener/para_más/por_delante/para_otro",
        ),
    ),
    Hurt(
        "lucky",
        "Agradecer lo que hay no quita el dolor por quien falta.",
        "Se puede decir: Pienso en todos vosotros, y en quien falta.",
        (
            "agradece/agradeced/agradezca/agradezcan <1> que/por/a_dios/lo_que/tus/la_suerte/los_hijos !tu/vuestra/vuestro",
            "da/dad/den/dale/dadle/deberías_dar/dar gracias <1> de/por/a_dios/porque/que <2> "
            "tienes/tenéis/os/te/lo/los/queda/está/están/estás/vive/tener/que",
            "qué/tienes/tenéis/es_una/has_tenido/habéis_tenido/tuviste/tuvisteis/vaya <1> suerte <1> "
            "de/que/porque <2> tener/otro/otra/te/os/queda/hijo/hijos/tienes/tenéis/uno/no/haber",
            "sois/eres/siéntete/sentíos/deberías_estar/puedes_estar <2> afortunada/afortunado/afortunados/agradecida/agradecidos/agradecido",
            "piensa/pensad/céntrate/centraos/concéntrate/mira/disfruta/disfrutad/piensen <2> "
            "tienes/tenéis/los_hijos/tus_hijos/tu_hijo/tu_hija/tus_otros/vuestro_otro/vuestros_hijos/otros_hijos/los_que/el_que/la_que/"
            "vuestra_hija/vuestro_hijo/hijos_que !lo_has",
            "ya tienes/tenéis/tienen <2> hijo/hija/hijos/hijas/niño/niña/niños/uno/una/dos/tres/parejita",
            "te/os/les queda/quedan <1> otro/otra/otros/uno/una/tu/vuestro/el/la <1> hijo/hija/hijos/gemelo/gemela/niño/niña/los_gemelos/"
            "las_gemelas/mellizo",
        ),
    ),
    Hurt(
        "compare",
        "Cada pérdida es única, y las comparaciones pueden empequeñecerla.",
        "Se puede decir: Cuéntame, si quieres. Te escucho.",
        (
            "podría/pudo/podía/pudiera/puede/hubiera/habría <1> haber/ser/sido <2> peor/peores/más_grave",
            "hay/otros/otras/mucha_gente/gente/muchos <5> peor/peores/peor_que",
            "a/mi/una/conozco <2> "
            "prima/hermana/amiga/tía/vecina/compañera/madre/cuñada/mujer/abuela/sobrina/jefa/pareja/amigos/conocida <1> "
            "le/les/perdió/tuvo/ha_perdido/también/que <8> y/pero/luego/después/ahora <3> "
            "tiene/tienen/tuvo/embarazada/feliz/hijos/niños/bebé/tan",
            "peor/más_duro/más_triste <1> es/sería/hubiera/habría <1> perder/perderlo/perderla/después/más_tarde/si",
            "peor <1> si_hubiera/hubiera_sido/habría_sido/sería",
            "es/fue <1> como/igual_que cuando <4> perro/gato/mascota/perdí",
            "cuando_se_murió/cuando_perdí/cuando_murió <1> mi <1> perro/gato/mascota/perrita/perra",
        ),
    ),
)
