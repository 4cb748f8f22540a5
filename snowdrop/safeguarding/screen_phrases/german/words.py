"""Classes of German words that the lines of the screens are made of."""

from __future__ import annotations

from typing import Final

YOU: Final = "du/ihr/sie/de"
YOU_ARE: Final = "du_bist/ihr_seid/bist_du/seid_ihr/du_warst/ihr_wart/warst_du/sie_sind/sie_waren/du_bleibst/biste"
YOUR: Final = "dein/deine/deinem/deinen/deiner/eure/euer/eurem/euren/eurer/ihr/ihre/ihrem/ihren/ihrer"
OWN: Final = "dein/deine/deinem/deinen/eure/euer/euren/ihr/ihre/das/eigenes/eigene/dieses"
BABY: Final = (
    "baby/babys/kind/kinder/kindes/kindern/sohn/sohnes/tochter/söhne/töchter/junge/jungen/mädchen/zwillinge/zwilling/säugling/kleine/kleinen/kleines/balg/bälger/blag/blagen/"
    "ding/brut/bastard/bastarde/gör/göre/gören/schreihals"
)
LOST: Final = f"{BABY}/ihn/sie/es/ihm"
PARENT: Final = "mutter/mütter/müttern/mama/mamas/mami/eltern/vater/väter/papa/elternteil/rabenmutter/rabeneltern"
PEOPLE: Final = (
    f"{PARENT}/frau/frauen/leute/leuten/menschen/mensch/paare/paar/mädchen/männer/weiber/weib/typen/personen"
)
CHILDREN: Final = "kind/kinder/kindern/baby/babys/nachwuchs/familie"
BAD: Final = (
    "schlechte/schlechter/schlechten/miese/mieser/furchtbare/schreckliche/schrecklichen/unfähige/unfähig/nutzlose/nutzlos/erbärmliche/erbärmlich/widerliche/egoistische/egoistisch/"
    "verantwortungslose/verantwortungslos/rücksichtslose/rücksichtslos/grausame/kalte/faule/dumme/lausige/armselige/lieblose/ungeeignete/ungeeignet/kaputte/kranke/böse/wertlose/wertlos/schlechteste/"
    "schlimmste/beschissene/scheiß/unzumutbare/nachlässige/nachlässig/versagende/selbstsüchtige/selbstsüchtig/leichtsinnige/leichtsinnig"
)
INSULT: Final = (
    "schlampe/schlampen/hure/huren/nutte/nutten/fotze/fotzen/sau/drecksau/schwein/schweine/dreckschwein/drecksschwein/mörderin/mörder/kindsmörderin/kindsmörder/kindermörderin/kindermörder/"
    "abschaum/monster/versager/versagerin/missgeburt/hexe/ungeheuer/idiot/idiotin/idioten/vollidiot/arschloch/arschlöcher/miststück/mistvieh/dreck/dreckstück/drecksstück/wichser/hurensohn/"
    "parasit/parasiten/schmarotzer/psycho/psychopathin/rabenmutter/rabeneltern/lügnerin/lügner/heuchlerin/heuchler/betrügerin/betrüger/kuh/ziege/bestie/ungeziefer/asoziale/asozialer/assi/"
    "penner/opfer/spast/spasti/mongo/trampel/luder/flittchen/weichei/heulsuse/schande/teufelin/teufel/pack/gesindel/narzisstin/hündin"
)
DEAD: Final = "tot/gestorben/weg/verreckt/krepiert/verloren/gestorben_ist/tot_ist/weg_ist/abgekratzt/stirbt/sterben/tote/totes/verreckt_ist"
