"""What hurries or steers grief, and words of faith, in Spanish."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt, Nature

HURTS: Final = (
    Hurt(
        "move_on",
        "El duelo no tiene plazos, y nadie deja atrás a su hijo.",
        "Se puede decir: Tómate todo el tiempo que necesites. Dentro de un año seguiré aquí.",
        (
            "pasar/pasa/pasad/pasar_ya/pasas/paséis/pases página/pagina",
            "tienes_que/tenéis_que/tienen_que/hay_que/debes/debéis/deberías/toca/a/y/ahora <2> "
            "seguir/sigue/seguid/mirar/tirar/salir/mirad/tira/echar <1> adelante/para_adelante/hacia_adelante/palante/hacia_delante",
            "sigue/seguid/mira/mirad/tira/sigan/miren <1> adelante/hacia_adelante/hacia_delante/para_adelante/palante/al_futuro/futuro",
            "la_vida/vida sigue/continúa/tiene_que_seguir/tira",
            "superarlo/superarla/supéralo/superadlo/superarás/superaréis/superado/superar/superes/superéis !"
            "las_palabras",
            "olvidarlo/olvidarla/olvídalo/olvídala/olvidaos/olvídate/olvidarás/olvidaréis !de_la/de_las/de_cocinar/del_perro/de_todo_lo_demás",
            "déjalo/dejarlo/dejadlo/dejarla/déjala/dejar_ir/suéltalo/soltar <1> ir/atrás/marchar/pasado",
            "todavía/aún/sigues/seguís <1> sigues/estás/estáis/igual/tan <1> así/triste/llorando/mal",
            "mirar/mirad/mira/pensad/piensa al/en_el/hacia_el futuro",
            "no <1> vivir/vivas/vivir_en <1> pasado",
            "ya <2> hora/tiempo de <1> pasar/superar/seguir/olvidar/dejar/estar",
        ),
    ),
    Hurt(
        "be_strong",
        "Pedir fuerza puede sonar como si las lágrimas estorbaran.",
        "Se puede decir: Conmigo no tienes que ser fuerte.",
        (
            "ser/sé/sed/sea/sean/seas/seáis/se/mantente/manteneos <1> fuerte/fuertes/valiente/valientes !abrazo",
            "eres/sois/son <3> fuerte/fuertes/valiente/valientes/luchadora/guerrera/guerreros/luchadores",
            "tienes_que/tenéis_que/debes/hay_que/mucha/mucho/ten/tened <1> "
            "aguantar/fuerza/fortaleza/ánimo/ánimos/resignación/valor/entereza",
            "ánimo/ánimos/anímate/animaos/anímense !a/de/y_ven",
            "levanta/arriba/alza/levantad <1> cabeza/ánimo/corazones/ánimos/la_cabeza",
            "no te_hundas/os_hundáis/te_derrumbes/os_derrumbéis/te_vengas_abajo/os_vengáis_abajo",
            "campeona/guerrera",
        ),
        Nature.WORD,
    ),
    Hurt(
        "stronger",
        "Oír que el dolor fortalece puede sonar como si la pérdida fuera una lección.",
        "Se puede decir: Lo siento mucho. No hace falta aprender nada de esto.",
        (
            "no <1> mata <4> fuerte/fuertes",
            "hace/hará/harán/saldrás/saldréis/salir/saldrán <3> más fuerte/fuertes/unidos/sabia/sabios",
            "te/os <1> hará/harán/hace más? fuerte/fuertes/mejor/mejores/madurar",
            "de/con todo/esto se <1> aprende/sale",
            "es/será una lección/enseñanza",
        ),
    ),
    Hurt(
        "time_heals",
        "Nadie puede prometer lo que hará el tiempo, y hay padres que no quieren que se les cure el amor.",
        "Se puede decir: Pensaré en vosotros hoy y en los meses que vienen.",
        (
            "tiempo <2> cura/curará/sana/sanará/pone/alivia/aliviará/ayuda/ayudará/arregla/borra/calma/mejor_medicina/mejor_remedio/medicina",
            "con/en/dale/dad/deja el/al/que/poco tiempo/pase/tiempo_al <1> "
            "olvid*/pasa/pasará/mejor/menos/superar*/tiempo/duele/dolerá/supera/irá/cura/sana",
            "dale/dadle tiempo/tiempo_al",
            "todo/esto/dolor/ya/esto_también/se_te/se_os <1> pasará/pasa/mejorará/arreglará/saldrá_bien/irá_bien/irá_mejor/irá_a_mejor/"
            "arregla !contigo/a_verte/a_veros/por_casa/por_allí/por_algo/por_la",
            "ya verás/veréis <1> como/cómo/que <3> bien/mejor/pasa/pasará/otro/otra/pronto/vendrá/solución",
            "pronto/dentro_de_poco/en_unos_meses/enseguida <2> estarás/estaréis/bien/mejor/pasará/olvid*/superado",
            "en poco/unos/nada tiempo/meses/semanas <1> estarás/estaréis/bien/mejor/otra",
            "volverás/volveréis a <1> ser/sonreír/estar/reír <1> feliz/felices/sonreír/bien/contenta/la_vida",
            "todo <1> va/irá/saldrá/estará a? <1> bien/mejor/salir_bien/mejorar",
        ),
    ),
    Hurt(
        "know_how_you_feel",
        "Aun después de una pérdida parecida, cada duelo es distinto.",
        "Se puede decir: No puedo saber cómo es esto para ti. Estoy aquí para escucharte.",
        (
            "sé/se/sabemos/entiendo/entendemos/comprendo <2> "
            "cómo/como/qué/que/lo_que te/os/se <2> sientes/sentís/sienten/sienes/siente/estás_pasando/encuentras",
            "sé/se/sabemos/entiendo/comprendo <2> lo_que/lo_q/por_lo_que <2> estás/estáis/sientes/sentís/pasas/pasáis/es/se_siente/sufres/"
            "pasando/sufriendo !mucho",
            "sé/entiendo/comprendo/conozco/siento <1> tu/vuestro <1> dolor/pena !como_mía/como_mio",
            "yo/nosotros <2> pasé/pasamos/he_pasado/hemos_pasado/viví por/lo <1> mismo/eso/lo_mismo/ahí",
            "he/hemos pasado <1> por <1> lo_mismo/eso/ahí/lo_tuyo",
            "te/os entiendo/entendemos/comprendo <1> perfectamente/porque/totalmente",
        ),
    ),
    Hurt(
        "common",
        "Que les pase a muchas personas no lo hace más pequeño para quienes lo viven.",
        "Se puede decir: Siento mucho que os haya pasado. Pienso en vosotros{and_name}.",
        (
            "es/son/algo/cosa <2> común/comunes/frecuente/frecuentes/habitual/habituales/normal/corriente/de_lo_más_normal "
            "!que_estés/que_llores/estar/llorar/que_estéis/que_te/que_lloréis/que_os/sentirse/tener/que_sientas",
            "pasa/ocurre/sucede/pasan/le_pasa/les_pasa <1> a/mucho/muchísimo <1> "
            "muchas/muchos/todas/todo_el_mundo/cualquiera/mucha_gente/muchísimas/más_gente/mujeres/más_de_lo/una_de/todos",
            "le/les pasa/ocurre/sucede/pasó <1> a muchas/muchos/mucha/todas/todo/tantas/cualquiera/muchísimas/miles",
            "una/1 de cada cuatro/tres/cinco/seis/diez/4/3/5/6/10",
            "no <1> eres/sois la_única/las_únicas/los_únicos/la_primera/los_primeros/el_único",
            "son/es cosas/cosa <1> pasan/de_la_vida/que_pasan/que_pasa/ley_de_vida/que_tiene_la_vida",
            "así/ley <1> es/de la? vida",
            "gajes del_oficio/de_la_vida",
        ),
    ),
    Hurt(
        "stop_crying",
        "Las lágrimas también son amor. Ayuda saber que pueden venir.",
        "Se puede decir: Llora todo lo que necesites. No me asustan las lágrimas.",
        (
            "no llores/lloréis/lloren/llorar/estés/estéis/sufras/sufráis/te_pongas/os_pongáis <2> "
            "más/triste/tristes/así/mal/tanto/demasiado/por_él/por_ella/mucho",
            "no llores/lloréis/sufras/sufráis/te_preocupes/os_preocupéis/estés_triste/estéis_tristes/te_rayes/te_angusties "
            "!por_la/por_el/por_las/por_los/por_contestar/por_responder/de_nada/por_nosotros/por_la_cena/por_mí/por_lavar/de/si/sola/solo",
            "deja/dejad/basta/para <1> de llorar/lamentarte/lamentaros/darle_vueltas/sufrir/pensar/lágrimas",
            "llorar/llorando/lágrimas <1> no/nada <1> sirve/devolver*/arregl*/va/ayuda/soluciona*/traer*",
            "no <1> ves/veo/veis <1> triste/tan_triste/tan_mal/tan_tristes",
            "no <2> gustaría/querría/descansar/descansa/quiere <2> así/triste/verte/veros/llorar/tranquilo",
            "no <2> dejas/dejáis descansar/irse/en_paz",
            "sonríe/sonreíd/sonrían/sé_positiva/sé_positivo/piensa_en_positivo/piensa_positivo/sed_positivos/pensad_en_positivo/"
            "alegra_esa_cara",
            "lado/parte bueno/buena/positivo/positiva",
        ),
    ),
    Hurt(
        "advice",
        "Los consejos, aun los buenos, pueden sonar como si el duelo fuera una tarea.",
        "Se puede ofrecer algo pequeño: El jueves os llevo la cena. No hace falta contestar.",
        (
            "habéis/has/han/no <1> pensado/probado/considerado/pensáis/piensas/planteado <1> en/con/la/a <1> "
            "adoptar/adopción/in_vitro/fecundación/gestación/vientre/otro_médico/un_especialista/acoger/vacaciones/inseminación/terapia",
            "podéis/puedes/podríais/podrías/siempre/deberíais/deberías/pueden <1> adoptar/acoger/recurrir_a",
            "siempre queda/está/hay <1> adopción",
            "deberías/deberíais/tendrías_que/tendríais_que/te_aconsejo/os_aconsejo/te_recomiendo/os_recomiendo <2> "
            "ir/salir/buscar/hacer/tomar/pensar/dejar/distraerte/distraeros/volver/empezar/intentar/descansar/comer/viajar/cambiar/probar/"
            "rezar/tener/aceptar/aceptarlo/ver/tomarte",
            "no <1> des/deis/pienses/penséis/piense/piensen <1> más/tantas/vueltas/en_eso/en_ello/tanto",
            "distráete/distraeos/distraerte/distraeros/distraigas",
            "mantente/manteneos/estar/mantenerte ocupada/ocupado/ocupados/ocupadas/entretenida",
            "si <1> yo_fuera/fuera/estuviera <1> tú/ti/vosotros/tu_lugar/vuestro_lugar",
            "yo_en_tu/yo_que/yo_de lugar/tú/ti/vosotros",
            "intenta/intentad/procura/trata/procurad <1> no pensar/llorar/darle/estar/pensar_en",
            "lo_mejor/mejor <1> es/será que? <1> "
            "no/pensar/olvidar/pienses/distraerte/penséis/olvidéis/olvides/ocupada/volver/hagas/vayas/salgas",
            "acéptalo/aceptadlo/aceptarlo/resígnate/resignaos/resignación/relájate_y/relajaos_y",
            "te/os vendría/vendrá/irá/iría bien/genial <2> salir/viajar/distraerte/un_viaje/unas_vacaciones/trabajar/ir/hacer/deporte",
        ),
    ),
    Hurt(
        "heaven",
        "El cielo y los ángeles consuelan a unas familias y hieren a otras, y no sabemos qué pasa aquí.",
        "Se puede usar su nombre, o decir: Pienso en vosotros{and_name}.",
        (
            "angelito/angelitos/angelita/angelitas",
            "ángel/ángeles <1> en_el/que/desde/del/guardián/de_la/más/guarda/precioso/os/te/vuestro <1> "
            "cielo/cuida/guarda/guardián/protege/vela",
            "un/vuestro/tu/otro/nuestro/su/pequeño/los/con_los ángel/ángeles",
            "en/desde/al/del/hasta/tu el? cielo/paraíso !azul/estrellado/de_la_boca/gris",
            "cielo <1> ha_ganado/ganó/gana/tiene/recibe",
            "en/a un? <1> lugar/sitio/mundo mejor/más_bello",
            "os/te/nos <1> cuida/cuidará/protege/protegerá/mira/vela/guía/guiará <2> desde/arriba/allí_arriba/el_cielo/estrella",
            "desde_arriba/desde_allí_arriba/desde_el_cielo/allá_arriba/ahí_arriba",
            "con/junto_a/en_brazos_de/en_los_brazos_de/brazos_de dios/jesús/el_señor/la_virgen/los_ángeles/diosito !y_con",
            "estrella/estrellita en_el_cielo/más/del_cielo/que_brilla",
            "alas de? ángel/al_cielo/para_volar",
            "descansa/descanse ya? en paz",
        ),
        Nature.FAITH,
    ),
    Hurt(
        "faith_not_wished",
        "Esta familia ha pedido consuelo sin palabras de fe.",
        "Se puede decir: Pienso en vosotros{and_name}.",
        (
            "rezo/rezamos/rezaré/rezaremos/rezar/rezando/oramos/orando/oraré/oraciones/oración/plegarias/plegaria/rezad/reza",
            "dios/señor/virgen <1> os/te/los/le <1> bendiga/bendice/acompañe/dé/consuele/proteja/ayude/guarde/tenga",
            "bendiciones/bendición",
            "misa/rosario/novena/biblia/salmo",
        ),
        Nature.DEVOTION,
    ),
)
