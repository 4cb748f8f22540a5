"""Signs in Spanish that somebody may be in danger, by the levels of trust.md §5.3. Grief alone is none."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_PILLS: Final = "pastillas/pastilla/píldoras/somníferos/comprimidos/paracetamol/medicamentos/insulina/tranquilizantes/sobredosis/ansiolíticos/tabletas"
_MEANS: Final = f"{_PILLS}/soga/cuerda/pistola/cuchillo/cuchillas/puente/tren/vías/azotea/veneno/navaja/ventana"
_OTHERS: Final = "hermana/hermano/mujer/marido/esposo/esposa/pareja/novio/novia/amiga/amigo/madre/padre/mamá/papá/hijo/hija/prima/vecina/ella/él/compañera/cuñada"
_LOVED: Final = "mi_bebé/mi_hijo/mi_hija/mi_niño/mi_niña/mis_hijos/él/ella/ellos/mis_gemelos/mi_pequeño/mi_pequeña/mi_ángel/nuestro_bebé/nuestra_hija/nuestro_hijo"
_MINE: Final = "mi_hija/mi_hijo/mi_bebé/mi_niño/mi_niña/mis_hijos/al_bebé/mis_niños/mi_pequeña/mi_pequeño/los_niños/al_niño/la_niña/mi_otro/mi_otra"

SIGNS: Final = (
    Sign(
        "under_way",
        (
            f"acabo/he/me/ya <4> tomar/tomado/tomé/tragado/tragué/ingerido/bebido/tragar <4> {_PILLS}/lejía/frasco/caja_entera/todo_el_bote/veneno !para/contra/recetadas/de_la_tos",
            "me/he/acabo <3> cortado/corté/cortar/rajado/abierto <2> venas/muñecas/muñeca/brazos",
            "estoy/subido/subida/sentada/sentado/de_pie <4> puente/azotea/vías/borde/cornisa/balcón/andén/tejado/acantilado/ventana <6> saltar/ahora/voy/salto/adiós/tren/tirar/tirarme/caer",
            "voy_a saltar/ahorcarme/dispararme/tirarme/matarme/colgarme <1> ahora/ya/mismo/en_este",
            "voy a saltar/tirarme ahora/ya",
            "sangrando/sangro/sangre <5> venas/muñecas/no_para/suelo/brazos/parar",
            "soga/cuerda/pistola/cuchillo <3> cuello/cabeza/mano/muñeca/sien",
            f"{_OTHERS} <2> se/ha <2> tomado/cortado/tragado <4> {_PILLS}/venas/muñecas",
        ),
    ),
    Sign(
        "goodbye",
        (
            "cuando <1> leas/leáis/lean <1> esto/carta/mensaje <1> ya? <1> estaré con mi/él/ella/mis",
            "esto/este/esta <1> es/será <1> una/mi/un/la/el? <1> despedida/adiós/último_mensaje/última_carta/último/mi_adiós/última_vez !foto/de_él/de_ella",
            "adiós/hasta_siempre <2> a_todos/mundo/para_siempre/perdonadme/perdón_por_todo/mundo_cruel/familia",
            "dile/decidle/díganle/decid/diles/decidles <3> madre/mamá/marido/hijos/hija/hijo/padre/familia/mujer/todos/ellos <3> quiero/quise/amo/amé/siento/perdonen/quería",
            "cuando <1> leas/leáis/lean/encontréis/encuentren <2> esto/carta/mensaje <4> no/muerta/muerto/habré/ya/iré",
            "cuando <1> ya? <1> no <1> esté/esté_aquí/viva",
            "no <2> volveréis/volverás/volverán/sabréis/sabrás <3> saber/ver/verme/mí/oír",
            "he/escrito/escrita/dejado/dejo <3> cartas/carta/testamento/nota <5> despedida/puente/pastillas/todos/hijos/sé/listas/suicidio",
            "cuidad/cuida/cuiden <3> hijos/hijo/hija/perro/gato/marido/mamá/madre <3> cuando_no/por_mí/sin_mí/cuando_yo",
            "perdonadme/perdóname/perdonen/perdón <3> por_lo_que/lo_que <2> voy/hacer/haré",
            "nota/carta de suicidio/despedida",
        ),
    ),
    Sign(
        "plan",
        (
            "he/tengo/está decidido/decidida <1> morir/morirme/matarme/suicidarme/acabar/irme_con !vivir",
            "estoy/ando/llevo/sigo <2> guardando/juntando/acumulando/ahorrando/reuniendo <2> pastillas/somníferos/comprimidos/medicamentos/tranquilizantes/ansiolíticos",
            "esta_noche/hoy/mañana/pronto <1> me_voy/me_iré/iré/voy_a_irme/estaré <1> con mi/él/ella/ellos/mis <1> bebé/niño/niña/hijo/hija/hijos/pequeño/pequeña/ángel",
            f"he/tengo/guardé/compré/guardado/tenía_guardadas <3> guardado/guardada/guardadas/comprado/comprada/preparado/preparada/preparadas/conseguido/juntado/ahorrado/reunido/escondidas/escondido? <3> {_MEANS} <3> !para_el_dolor/recetadas/para_ti",
            "esta_noche/hoy/mañana/pronto/ahora/este_fin_de_semana/después_del_entierro/cuando_duerman <3> lo/me/voy/acabo/termino/salto <2> hago/haré/hacer/mato/mataré/voy_con_él/voy_con_ella/a_hacer/todo/a_matarme/termina/acaba/a_acabar/tomo !de_cenar/la_comida/compra",
            "sé/decidido/elegido/tengo_claro/planeado/pensado <3> qué/cuál/cómo/cuándo/dónde/el_día <3> puente/hacerlo/lo_haré/tren/morir/matarme/saltar/hacer",
            "voy_a/he_decidido/pienso/decidí/quiero_y_voy_a <1> matarme/suicidarme/quitarme_la_vida/ahorcarme/tirarme/acabar_con_mi_vida/cortarme_las_venas/pegarme_un_tiro/colgarme/saltar_del/saltar_de/terminar_con_todo/acabar_con_todo",
            "me voy_a matar/suicidar/quitar_la_vida/tirar/ahorcar/colgar/lanzar",
            "me mataré/suicidaré/ahorcaré/tiraré/quitaré_la_vida/colgaré",
            f"tengo <1> un/el/las/la/una plan/{_MEANS} <3> preparado/preparadas/listo/listas/al_lado/cajón/mano/delante/preparada",
            f"{_PILLS} <4> listas/preparadas/cajón/al_lado/delante/mesilla/guardadas",
            "cuántas pastillas/hacen",
            "intenté/he_intentado/intentado matarme/suicidarme/quitarme_la_vida !hace/de_joven",
            "llevarme/llevo/llevaré conmigo? <1> a? mis/mi niños/hijos/hija/hijo conmigo",
        ),
    ),
    Sign(
        "child_at_risk",
        (
            f"miedo/temo/pensamientos/ganas/voy/podría/impulsos/capaz <4> hacerle/hacer/pegar/pegarle/matar/dañar/sacudir/ahogar/lastimar/hacerles/lastimarle <2> daño? <1> a? <1> {_MINE}",
            "él/marido/pareja/novio/padre/padrastro/madre/ella <1> le? <1> pega/golpea/maltrata/toca/encierra/abusa/sacude <3> niño/niña/niños/hijo/hija/hijos/bebé/pequeño/pequeña",
            "voces <5> hijo/hija/bebé/niño/matar/daño",
            "niño/niña/niños/bebé/hija/hijo <3> peligro/maltrato/maltratado/maltratada/golpeado/moratones/abusado",
        ),
    ),
    Sign(
        "other_at_risk",
        (
            f"{_OTHERS} <6> se_va_a/se_quiere/quiere/quería/piensa/va_a/dice_que_se/amenaza/amenaza_con/habla_de <2> matar/matarse/suicidar/suicidarse/quitarse_la_vida/morir/morirse/hacerse_daño/ahorcarse/tirarse/quitar_la_vida/acabar_con_todo/desaparecer/cortarse !de_risa/de_ganas",
            f"{_OTHERS} <3> no quiere <1> vivir/seguir_viviendo/seguir",
            f"miedo/preocupa/preocupada/preocupado/temo/asustada <4> {_OTHERS} <4> mate/suicide/haga_daño/haga_algo/tire/quite_la_vida/haga_una_locura",
            f"{_OTHERS} <2> guarda/esconde/ha_guardado/compró/ha_comprado/tiene <4> pastillas/soga/pistola/veneno",
            "encontré/encontramos/he_encontrado <3> nota/carta/pastillas <3> despedida/escondidas/suicidio/cajón",
        ),
    ),
    Sign(
        "violence_at_home",
        (
            "él/marido/pareja/novio/padre/ex/familia/suegra me/nos <1> pega/golpea/maltrata/amenaza/viola/encierra/obliga/ahoga/insulta_y_pega/estrangula",
            "me/nos pega/golpea/maltrata/amenaza_con/estrangula !una_risa",
            "miedo de/a <1> mi/él <1> marido/pareja/novio/padre/ex/él/familia",
            "no <2> segura/seguro/a_salvo <2> en_casa/con_él/aquí/conmigo",
            "no me deja <2> salir/hablar/llamar/ver/trabajar",
            "va a matarme/matarnos/pegarme",
        ),
    ),
    Sign(
        "not_wanting_to_live",
        (
            "soy/siento_que_soy/solo_soy <2> una carga para/de todos/mi/mis/ellos/los_demás/todo_el_mundo/él/ella/nadie",
            "no <1> quiero/puedo/deseo/sé_si_quiero/merece_la_pena/vale_la_pena/tengo_ganas_de <2> seguir? <1> vivir/seguir_viviendo/existir/despertar/estar_viva/estar_vivo/viviendo/estar_aquí/seguir_así/despertarme/seguir_en_este_mundo !aquí_contigo/con_rencor/en_esta_casa",
            "quiero/quisiera/querría/deseo/prefiero/preferiría/solo_quiero/me_gustaría <2> morirme/morir/estar_muerta/estar_muerto/desaparecer/no_despertar/dejar_de_existir/no_existir/matarme/suicidarme/acabar_con_todo/terminar_con_todo/quitarme_la_vida/acabar_con_mi/hacerme_daño/no_estar/irme_de_este_mundo !de_risa/de_ganas/contigo",
            "ojalá <2> estuviera/me_muriera/no_despertara/no_existiera/muriera/me_hubiera_muerto/no_hubiera_nacido/pudiera_morir/no_despertar <2> !yo_en_su/en_su/en_el_lugar",
            "no/ningún/sin/perdido/pierde <3> veo/encuentro/le_veo/tiene/tengo? <2> sentido/razón/razones/motivo/motivos/ganas <2> a_la_vida/a_nada/vivir/seguir/para_vivir/de_vivir/mi_vida/de_seguir/para_seguir/a_vivir",
            "vida <3> no <1> tiene/merece/vale <1> sentido/la_pena/nada !justa",
            "todos/familia/mundo/hijos/marido/estarían/estaría/estaríais/vivirían <2> estarían/estaría/estaríais/irían? <1> mejor <1> sin_mí/si_no_estuviera/si_yo_no/si_me_muero",
            "mejor sin mí/mi",
            "pienso/pensando/pensado/pensamientos/piensa/ideas/fantaseo/sueño/planteado <4> suicidio/suicidarme/matarme/morir/morirme/muerte/quitarme_la_vida/acabar_con_todo/suicidas/tirarme/desaparecer/hacerme_daño !de_tu/de_su/de_mi_hijo/de_él",
            "tengo/pensamientos ideas/pensamientos? suicidas/de_muerte/de_suicidio",
            "cansada/cansado/harta/harto de <1> vivir/la_vida/esta_vida/existir",
            "no <1> puedo/aguanto/soporto <2> más? <1> vivir/seguir_viviendo/seguir_así/seguir_con_vida/la_vida/esta_vida/vivir_así",
            "nada/nadie <3> por_lo_que_vivir/me_ata/me_retiene/por_qué_vivir/para_vivir/por_quien_vivir",
            "dormir/dormirme y? <1> no <1> despertar/despertarme/volver_a_despertar",
            "me corto/hago_daño/quemo/autolesiono",
            "sin esperanza/esperanzas <3> semanas/meses/días/nada/vida",
            "quiero que <2> todo/esto termine/acabe",
        ),
    ),
    Sign(
        "with_the_baby",
        (
            f"quiero/quisiera/necesito/deseo/ojalá/querría/solo/gustaría/prefiero <3> estar/irme/ir/reunirme/pudiera_estar/volver/dormir/quedarme <1> con <1> {_LOVED} !en_el_hospital/cada_minuto",
            f"reunirme/encontrarme/volver_a_ver/irme/estaré <2> con? <1> {_LOVED} <2> pronto/cielo/otra_vez/por_fin/para_siempre/allí",
            "ojalá/hubiera/debería/quisiera/tendría/preferiría/habría <5> muerto/ido/sido/muriera/haber_muerto/morir/muerta <3> yo/lugar/en_su_lugar/su_lugar/con_él/con_ella/en_vez/en_su",
            "yo en su lugar",
            "llévame/llevame contigo/con_él/con_ella/a_mí",
            "dormir/dormirme <2> volver/verla/verlo/abrazarla/abrazarlo/soñar",
        ),
        turnable=False,
    ),
    Sign(
        "weary",
        (
            "no <1> puedo/podemos/aguanto/soporto/sé_si_puedo <2> más/con_esto/seguir/hoy/levantarme/respirar/dormir/parar_de_llorar/dejar_de_llorar/con_todo/con_nada/con_la_vida !decir/imaginar/creer/ayudar/estar/expresar",
            "no/ni sé <2> cómo <1> voy_a/vamos_a/puedo/se? <2> aguantar/seguir/vivir/sobrevivir/soportar/salir/continuar/pasar/superar/levantarme/llegar <2> !ayudar/ayudarte",
            "no sé <1> vivir/seguir/continuar <2> sin",
            "tan/muy/estoy/agotada/demasiado <1> cansada/cansado/agotada/agotado/vacía/vacío/rota/roto/hundida/sola <2> de/por/dentro/que/fuerte/sin/y !contenta/feliz",
            "sin fuerzas/ganas_de_nada/ganas_de",
            "me siento/siento/sentía <2> muerta/muerto/vacía/vacío/rota/sola/inútil/perdida/nada <2> por_dentro/desde/sin/dentro/todo/cada !útil",
            "muerta/muerto/vacía/vacío por_dentro",
            "odio mi/mí/todo/cuerpo/vida <1> cuerpo/vida/misma",
            "quiero/solo <2> deje_de_doler/que_pare/que_se_acabe/que_esto_pare",
            "parte/mitad/trozo <1> de mí/mi_alma <1> murió/ha_muerto/se_fue/muerto/falta",
            "me culpo/culpé/odio/perdono_nunca",
            "no puedo dejar/parar de llorar/temblar",
        ),
        turnable=False,
    ),
)
"""The gravest first."""
