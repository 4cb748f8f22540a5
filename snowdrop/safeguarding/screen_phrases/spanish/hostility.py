"""Threats, wishes of harm, insults, hate, sexual words and pressing, in Spanish."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.screen_phrases.spanish.words import BABY, CHILDREN, INSULT, YOU_ARE, YOUR
from snowdrop.safeguarding.vocabulary import Lane

SIGNS: Final = (
    Sign(
        "threat",
        (
            "te/os/los voy/vamos/va/van a <1> matar/encontrar/buscar/pegar/violar/destruir/quemar/hacer_daño/hacer_pagar/partir/reventar/romper/arruinar/perseguir/dar_caza",
            "voy/vamos/van a <1> matarte/mataros/encontrarte/encontraros/buscarte/pegarte/violarte/destruirte/quemarte/reventarte/arruinarte/hacerte_pagar/hacerte_daño/hacerte_sufrir/por_ti/por_tus",
            "te/os mato/mataré/mataremos/encontraré/encontraremos/destruiré/arrepentirás/arrepentiréis/buscaré/vigilo/vigilamos/observo/reviento/violaré/quemaré",
            "sé/sabemos/saben dónde <1> vives/vivís/trabajas/duermes/viven/estudia/van/está_tu_casa",
            "lo/me/nos/esto/la <1> vas/vais/van/pagarás/pagaréis/pagaras/pagarán <2> a_pagar/a_lamentar/pagar/caro",
            "pagarás/pagaréis/lamentarás por/lo/esto/caro/tus",
            "te/os vas/vais a arrepentir",
            f"{YOUR} otros/otro/otra/otras/próximo/demás/siguiente <1> {BABY} <3> siguiente/siguientes/también/próximo/cuidado/morirá/correrá",
            "eres/sois/serás/seréis <1> el/la/los/las siguiente/próxima/próximo/siguientes/próximos",
            "cuida/vigila/protege a? tus/tu hijos/otros/familia/espaldas/espalda !mucho",
            "si/o no <2> pagas/mandas/envías/pagáis <6> publico/publicaré/difundo/enseño/fotos/todos",
            "ten/tened cuidado <3> calle/noche/tus/hijos/espaldas",
            "los accidentes ocurren/pasan",
        ),
    ),
    Sign(
        "wished_harm",
        (
            "mátate/matate/suicídate/suicidate/ahórcate/ahorcate/muérete/muerete/pégate_un_tiro/tírate_por/tírate_de/córtate_las_venas/púdrete/pudrete/púdranse/mataos/suicidaos/moríos/ahógate",
            "púdrete/pudrete/ojalá_te_pudras/arde/ardan/ardes en? <1> el? infierno/vida",
            "vete/iros/idos/váyanse al infierno/a_la_mierda/al_diablo/a_morir/al_carajo",
            "ojalá/espero/deseo/quiero <1> que? <2> te/os/tú/se/tu_familia/nunca/tu_marido <3> mueras/muráis/muera/mueran/sufras/sufráis/pudras/quemes/ardas/ahogues/mates/dé_cáncer/quedes_estéril/atropellen/pase_otra_vez/pase_lo_mismo !de/no/menos",
            f"ojalá/espero/deseo <1> que? <1> nunca/jamás/no <3> tengas/tengáis/tengan/puedas/quedes/seas/encuentres/duermas/vuelvas <3> {CHILDREN}/embarazada/madre/feliz/paz/tener/dormir/embarazarte/otro !que/miedo",
            "ojalá/espero/deseo <2> el/la/los/tu/tus/que <1> próximo/próxima/siguiente/otro/otros/demás <3> muera/mueran/muere/pierdas/igual/también",
            "ojalá/espero/deseo <2> que? <2> te/os <1> persiga/atormente/remuerda/pese/duela/coma",
            "deberías/deberíais/debería/tendrías/tendríais/merecías/merecéis <4> morirte/morir/muerta/muerto/matarte/en_la_cárcel/esterilizada/esterilizarte/haber_muerto/haber_abortado/encerrada/ser_tú/haber_sido_tú/en_prisión/avergonzarte/arder",
            f"me/nos alegro/alegra/alegramos/alegré <2> que? <3> {BABY} <3> muerto/muerta/murió/muriera/muera/haya_muerto/esté_muerto/esté_muerta/haya !en_paz/sin_dolor/en_tus",
            f"alegro/alegra/feliz/contento/contenta/menos_mal/qué_bien/qué_bueno/gracias_a_dios/por_fin/bien <2> que? <3> {BABY} <3> muerto/muerta/murió/muriera/muera/haya_muerto/se_fue/ya_no",
            "me/nos alegro/alegra/alegramos <2> que? <1> sufras/sufráis/perdieras/perdiste/hayas_perdido/perdieran/llores/estés_mal",
            f"un/una/uno {BABY}/problema/boca/parásito menos",
            "uno/una menos <3> mundo/planeta/país/tierra/alimentar/molestar/mantener",
            "nadie <3> te/os <1> echará/va_a_echar/extrañará/extraña/quiere/llorará/va_a_extrañar/va_a_llorar/echaría",
            "mundo/todos/familia/hijos/marido <4> mejor/feliz <1> sin ti/vosotros/ustedes/gente",
            f"vete/únete/reúnete/ve/sigue <2> con/a <2> {BABY}/él/ella <2> tumba/infierno/ataúd/bajo_tierra/de_una_vez/ya",
            "buen/buena viaje/libranza bebé/a_esa_cosa",
            "adiós/hasta y? buen/hasta viento",
            "bien muerto/muerta está/esté",
        ),
    ),
    Sign(
        "insult",
        (
            f"{YOU_ARE} <1> una/un/unos/unas/la/el/lo <3> {INSULT} !de_buena",
            f"{YOU_ARE} <2> {INSULT}/repugnante/repugnantes/asquerosa/asqueroso/asquerosos/despreciable/despreciables/patética/patético/vomitiva/deplorable/una_vergüenza/un_asco/lo_peor/basura",
            f"maldita/maldito/malditos/jodida/jodido/sucia/sucio/asquerosa/asqueroso/gorda/fea/vieja/puta/so/pedazo_de/vaya/menuda/qué <1> {INSULT}",
            f"{INSULT} asquerosa/asqueroso/estúpida/estúpido/mentirosa/de_mierda/repugnante/miserable/gorda/inútil/barata/egoísta/loca/asesina",
            "vete/iros/váyanse/andá/anda a <1> la_mierda/tomar/la_chingada/cagar/joder",
            "que te/os jodan/den/follen/parta",
            "jódete/jodete/cállate/callate/cállense/callaos/cierra_la_boca/cerrad_la_boca/chinga_tu_madre/que_te_jodan",
            "hija/hijo/hijos de_puta/de_perra/de_la_gran/de_satanás",
            "das/dais/me_das/me_dais/nos_das asco/vergüenza/náuseas/repugnancia/pena_ajena",
            "me/nos da/das/dais/dan asco/náuseas !lo_que/la_gente_que",
            "te/os odio/odiamos/desprecio/despreciamos/detesto",
            "qué asco <1> de? madre/gente/eres/das/familia/mujer/persona/tu",
            "vergüenza debería/te_debería/tendrías/debía darte/daros/dar/que",
            "debería darte/daros vergüenza",
        ),
    ),
    Sign(
        "insult",
        (
            "zorra/zorras/hija_de_puta/hijo_de_puta/hijos_de_puta/malnacida/malnacido/malparida/malparido/gilipollas/guarra/pendeja/pendejo/escoria/infanticida",
            "puta/putas !vida/mierda/pena/madre/muerte/suerte/enfermedad/injusticia/casualidad",
            "asesina/asesino/asesinos/asesinas/infanticida",
        ),
        lane=Lane.AMBER,
    ),
    Sign(
        "hate",
        (
            "maricón/maricones/marica/maricas/bolleras/bollera/tortilleras/travelo/travelos/sudaca/sudacas/panchito/panchitos/machupichu/negrata/negratas/moro_de_mierda/moros_de_mierda/subhumano/subhumanos/subnormal/subnormales/mongólico/mongólica/judío_de_mierda/gitano_de_mierda",
            "negro/negra/negros/moro/mora/moros/gitano/gitana/gitanos/judío/judía/judíos/indio/india/indios/chino/chinos/inmigrante/inmigrantes/extranjera/extranjeros/gay/gays/lesbianas/trans/musulmana/musulmanes/rumanos de/asqueroso/asquerosos/asquerosa/sucio/sucios <1> mierda/asco/asquerosos/asqueroso",
            "puto/putos/puta/putas/malditos/malditas/sucios/asquerosos/asquerosas/jodidos/pinches <1> negros/moros/gitanos/judíos/indios/inmigrantes/extranjeros/gays/lesbianas/sudacas/musulmanes/chinos/rumanos/maricas/feministas",
            "vuelve/volved/vuelvan/lárgate/largaos/lárguense/vete/regresa/regresen <1> a <1> tu/vuestro/su/áfrica/la país/selva/tierra/marruecos/casa_de",
            "gays/lesbianas/homosexuales/dos_mujeres/dos_hombres/maricones/inmigrantes/solteras/gitanos/discapacitados/pobres <4> no_deberían/no_pueden/antinatural/prohibido/aberración/contra_natura/no_tienen_derecho",
            "antinatural/aberración/contra_natura/raza_inferior/contra_la_naturaleza/mala_sangre/sangre_sucia",
            "deforme/retrasado/mongólico/tarado/defectuoso/monstruito/bastardo/engendro !social",
            "tu/vuestra/su gente/raza/calaña/especie/clase/ralea <4> no/reproducir/reproducirse/deberían/extinguir/basura",
        ),
    ),
    Sign(
        "sexual",
        (
            "mándame/envíame/enséñame/manda/envía/pásame/muéstrame/quiero_ver <3> fotos/foto/vídeo/video/tetas/pechos/bragas/pack/nudes <2> desnuda/desnudo/sexys/sexy/íntimas/calientes/hot/tuyas_desnuda",
            "desnuda/nudes/tetas/follar/follarte/mamada/polla/coño_tuyo/culo_tuyo/pajearme/pajas/masturbarme/cachonda/cachondo/orgasmo/porno/onlyfans/chupármela/correrme/verga/chingarte/cogerte",
            "quiero/quisiera/déjame/me_gustaría/voy_a/podría <2> follarte/tocarte/lamerte/desnudarte/cogerte/acostarme_contigo/preñarte/comerte_entera/dejarte_embarazada/chuparte/hacerte_el_amor/dormir_contigo",
            "te/os hago/haré/dejo/dejaré/preño/meto <2> otro/hijo/bebé/embarazada/preñada !bufanda/sitio/regalo/las_llaves",
            "qué llevas/tienes puesto",
            "estás/eres <1> soltera/sola_esta_noche/cachonda/muy_buena/caliente",
            "consolarte/consolaré/consuelo <2> en_la_cama/de_verdad/toda_la_noche/desnudos/desnuda/como_es_debido",
            "mi polla/verga/pene/rabo/miembro",
        ),
    ),
    Sign(
        "harassment",
        (
            "no <2> puedes/podéis/podrás/vas_a/te_vas_a <1> esconderte/esconder/ignorarme/escapar/huir/librarte/bloquearme/librar/escaparte",
            "no <2> voy_a/pararé/dejaré/pienso <3> parar/hasta/de_escribirte/en_paz/de_escribir",
            "nueva/otra/nuevo cuenta/perfil/correo <4> bloqueaste/bloqueado/porque/has",
            "me bloqueaste/has_bloqueado/ignoras/ignoraste/borraste",
            "contéstame/contesta/respóndeme/responde <1> ya/ahora/de_una_vez/inmediatamente/cobarde/que_sé !cuando",
            "me/nos debes/debéis !nada",
            "servicios_sociales/policía/denunciaros/denunciarte/denuncia/abogado/juez <5> quitar/quiten/denunciar/voy/llamar/llamé/contar/jefe/hijos",
            "quitarte/quitaros/quiten/quitarán <3> hijos/otros/niños/custodia/hija/hijo",
            "soy/somos la/el/su verdadera/verdadero madre/padre/familia/hija",
        ),
    ),
)
"""The gravest first."""
