"""What is known to hurt in Spanish, why, and what to say instead; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import GentlePhrases
from snowdrop.safeguarding.gentle_phrases.spanish import grief, loss

PHRASES: Final = GentlePhrases(
    language="es",
    and_name=" y en {name}",
    entries=(*loss.HURTS, *grief.HURTS),
    kind=(
        "abrazo/abrazos/beso/besos <2> fuerte/fuertes/fuertísimo/enorme",
        "al_menos/por_lo_menos ya? sabes/sabéis que <1> estoy/estamos/puedes_contar/podéis_contar/os_queremos/te_quiero/te_queremos",
        "para_que/así <1> al_menos/por_lo_menos <3> descansar/dormir/dormís/duermas/descanses/descanséis/durmáis/tengas/tengáis",
        "al_menos/por_lo_menos te/os <1> llevo/llevamos/traigo/dejo/acompaño/acompañamos/hacemos/hago/preparo/mando/mandamos",
        "al_menos/por_lo_menos puedes/podéis contar/llamarme/llamarnos",
        "café/té/viento/caldo fuerte",
        "es_normal/es_lo_más_normal que/llorar/estar/sentirse",
        "tenemos/tengo <2> suerte",
        "si rezas/rezáis",
        "con/sin/el/mi/del ánimo",
    ),
    negators=frozenset({"no", "nunca", "nadie", "ni", "tampoco", "sin", "jamás"}),
    negations=(
        "no/nunca/nadie/ni/tampoco/jamás/sin/ningún/ninguna/nada !te_preocupes/os_preocupéis/olvides/olvidéis/solo/sólo/pasa/"
        "estás_sola/estáis_solos/llores/lloréis/te/os/pierdas/perdáis/dudes/lo_olvides/sé_si/hay_duda",
        "ojalá/como_si",
    ),
    disowned_by=(
        "gente/alguien/otros/muchos/algunos/nadie/quien/quienes/todos/cualquiera/los_que/quien_te <4> dice/dicen/diga/digan/dirá/dirán/"
        "decir/dijo",
        "no/nunca/jamás/sin/odio/detesto <4> decir/decirte/deciros/diré/digo/digan/oír/dirá/decirle/frases/escuchar",
        "frases/palabras/cosas como",
        "os/te <1> dirán/digan que? que",
    ),
    rejected_by=(
        "no <1> es/son/sirve/existe/hace/vale/cura/me/ayuda/consuela/lo_creo",
        "es/son <2> mentira/falso/cruel/una_mentira/absurdo/injusto",
    ),
    clause_breaks=frozenset({"pero", "porque", "sino", "aunque", "pues", "así"}),
)
