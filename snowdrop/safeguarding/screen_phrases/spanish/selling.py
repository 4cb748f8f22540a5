"""Selling and scams, in Spanish."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_WARES: Final = (
    "lápida/lápidas/urna/urnas/ataúd/collar/collares/joya/joyas/joyería/pulsera/pulseras/colgante/colgantes/cristales/velas/curso/cursos/programa/terapia/sesión/sesiones/libro/libros/ebook/suplementos/vitaminas/aceite/aceites/"
    "producto/productos/servicio/servicios/seguro/seguros/préstamo/préstamos/oferta/ofertas/colección/catálogo/tienda/recuerdo/recuerdos/muñeca/muñecas/retrato/retratos/paquete/taller/webinar/retiro/tratamiento/remedio"
)

SIGNS: Final = (
    Sign(
        "selling",
        (
            "compra/compre/compren/comprad/cómpralo/cómpralas/cómpralos/cómprala/pida/pide/pídelo/encargue/encarga/adquiera/adquiere/solicite/solicita/reserva/reserve/contrata/contrate <3> ya/ahora/hoy/en/nuestro/nuestros/nuestra/nuestras/online/aquí/su/tu/el/la !cita_con_el/mesa/ayuda",
            f"compra/compre/pida/descubre/descubra/visita/visite/mira/prueba <3> {_WARES}",
            f"ofrecemos/ofrezco/vendo/vendemos/fabricamos/grabamos/hacemos/distribuimos/ofrece <3> {_WARES}/mejores_precios/descuento/envíos",
            f"mejores/baratas/baratos/barato/económicos/personalizadas/personalizados/personalizada/artesanales/exclusivas/exclusivos/lujo <2> {_WARES}/precio/precios",
            f"{_WARES} <3> personalizadas/personalizados/baratas/baratos/económicos/a_medida/al_mejor_precio/en_oferta/a_mitad_de_precio/por_solo/por_sólo",
            "descuento/descuentos/rebaja/rebajas/promoción/oferta_especial/oferta_limitada/cupón/envío_gratis/envíos_gratis/gastos_de_envío/mejor_precio/sin_compromiso/presupuesto/tarifas/precio_especial/liquidación",
            "envío/consulta/muestra/lectura/prueba gratis/gratuita/gratuito",
            "solo/sólo/por/desde/cuesta/precio <2> euros/dólares/pesos/soles <3> mes/en/al/cada/por/hoy/mensuales",
            "por solo/sólo <2> euros/dólares/pesos",
            "con/usa/use el? código/cupón",
            "sígueme/síguenos/suscríbete/suscribíos/visita/comparte/dale_like/únete <2> en/a/mi/nuestro/nuestra <2> página/canal/perfil/cuenta/instagram/tienda/equipo/grupo/podcast/blog",
            "enlace en <1> bio/perfil/descripción",
            "escríbeme/escríbenos/contáctame/contáctanos/llámenos/contacte/escriba/mándame <3> para_más/información/info/precios/pedidos/por_privado/whatsapp/reservas/presupuesto",
            "llame/llámenos/contacte <1> al/ya/ahora/hoy/con_nosotros",
            "sorteo/sorteamos/rifa/concurso/dropshipping/afiliados/casino/apuestas/viagra/adelgazar",
            "seguro/seguros/préstamo/préstamos/crédito/créditos/hipoteca <7> euros/mes/bajo/baratos/aprobado/aprobados/solicite/rápido/inmediato/entierro/hijos/interés/llame/desde/aprobación",
            "terapeuta/coach/sanadora/sanador/experta/experto certificada/certificado/titulada/holístico/holística",
            "en/de nuestra tienda",
        ),
    ),
    Sign(
        "scam",
        (
            "médium/vidente/videntes/tarotista/espiritista/clarividente/canalizadora/astróloga <8> hablar/contactar/mensaje/mensajes/más_allá/bebé/hijo/alma/espíritu/conectar/escríbeme/consulta/puedo",
            "hablar/contactar/comunicarte/comunicarme/conectar <2> con <2> bebé/hijo/hija/alma/espíritu/difunto <3> más_allá/espíritu/puedo/médium/sesión/allí/otro_lado",
            "hechizo/hechizos/brujería/brujo/brujos/curandero/curandera/santero/santería/amarre/amarres/vudú/magia_blanca/magia_negra/chamán/limpia_espiritual/limpias/mal_de_ojo/sanador/sanación_espiritual/tarot/videncia",
            "maldición/embrujo/malas_energías/energía_negativa/espíritus/mal_de_ojo <5> quito/quitar/limpio/limpiar/elimino/romper/rompo/familia/retiro/libero",
            "quito/rompo/elimino/limpio/retiro/deshago <3> maldición/maldiciones/embrujo/energías/energía/mal",
            "doctor/dr/profeta/pastor/maestro/curandero/padre <4> ayudó/curó/sanó/hizo/ayuda/cura <6> embarazada/embarazo/hierbas/hechizo/bebé/fertilidad/hijos/plantas/gemelos",
            "hierbas/plantas/remedio/pócima/tratamiento/té/milagro/ritual <6> embarazada/fertilidad/embarazo/quedar/concebir/infertilidad/garantizado",
            "garantizado/garantizada/garantizados/garantizadas/garantizo <2> resultados/ganancias/éxito/embarazo/rentabilidad/resultado",
            "resultados/ganancias/éxito/embarazo/rentabilidad/resultado garantizado/garantizados/garantizada/garantizadas",
            "bitcoin/bitcoins/criptomoneda/criptomonedas/cripto/ethereum/forex/trading/ingresos_pasivos/opciones_binarias",
            "gana/gane/ganar/ganas/genera/obtén <2> dinero/ingresos/euros/dólares <4> casa/online/fácil/rápido/diario/diarios/internet/mientras/semana/móvil",
            "dinero fácil/rápido",
            "invierte/invierta/inversión/invertir/inversiones <5> ganancias/rentabilidad/garantizadas/garantizada/bitcoin/hoy/diario/plataforma/duplica/multiplica",
            "herencia/heredado/heredó/heredero/beneficiario/lotería/premio/indemnización/millones/millón <8> bancarios/banco/cuenta/dólares/euros/reclamar/transferir/transferencia/abogado/enviar/envíe/notario/cobrar",
            "ganado/ganador/ganadora/seleccionado/seleccionada <4> premio/lotería/sorteo/iphone/vale/tarjeta/viaje",
            "envíe/envía/enviar/mande/manda/facilite/confirme/confirma/introduce/introduzca/verifique/proporcione/necesito <3> datos/número/cuenta/tarjeta/contraseña/clave/iban/pin/código <2> bancarios/bancaria/tarjeta/cuenta/crédito/contraseña/personales/seguridad",
            "datos bancarios/de_tarjeta/de_la_tarjeta",
            "tarjeta/tarjetas <1> de_regalo/regalo/amazon/itunes/google_play/steam/prepago",
            "western union",
            "moneygram/paysafecard",
            "funeral/entierro/misa/ceremonia/velatorio/exequias <6> directo/streaming/transmite/transmitirá/vivo <8> clic/tarjeta/regístrate/regístrese/pago/enlace/pagar",
            "haz/haga/hagan/pincha/pinche/clic <2> clic/aquí/enlace/en_el_enlace",
            "urgente/urgentemente <4> dinero/transferencia/donación/ayuda_económica/euros",
            "préstame/prestame/présteme/transfiere/transfiera/envíame/mándame <2> dinero/euros/dólares/pesos/algo_de_dinero",
            "su/tu cuenta/paquete/envío/página <3> suspendida/suspendido/bloqueada/retenido/caducado/será_eliminada/pendiente",
        ),
    ),
)
"""The gravest last: a scam may look like an offer."""
