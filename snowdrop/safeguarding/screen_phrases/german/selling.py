"""Selling and scams, in German."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_WARES: Final = (
    "grabstein/grabsteine/grabsteinen/urne/urnen/sarg/särge/kette/ketten/gedenkkette/gedenkketten/schmuck/armband/anhänger/kristalle/heilsteine/heilstein/kerzen/gedenkkerzen/kurs/kurse/onlinekurs/trauerkurs/"
    "programm/coaching/sitzung/sitzungen/ebook/buch/bücher/nahrungsergänzung/vitamine/öl/öle/produkt/produkte/produkten/service/versicherung/versicherungen/sterbeversicherung/kredit/kredite/angebot/angebote/"
    "kollektion/katalog/shop/erinnerungsschmuck/andenken/reborn/puppe/puppen/porträt/paket/pakete/webinar/workshop/retreat/therapie/behandlung/heilmittel"
)

SIGNS: Final = (
    Sign(
        "selling",
        (
            "jetzt/heute/noch_heute/sofort/gleich/hier/online <3> kaufen/bestellen/anfragen/buchen/sichern/shoppen/zugreifen/anmelden/abonnieren/vorbestellen/registrieren/beantragen !brot/beim_bäcker",
            f"kauf/kaufe/kauft/kaufen/bestell/bestelle/bestellt/bestellen/buche/bucht/entdecke/entdeckt/sichern <4> {_WARES}/bei_uns/bei_mir/online/auf_unserer !gehen",
            f"wir/ich/unser/unsere <3> biete/bieten/verkaufe/verkaufen/liefern/liefere/fertigen/fertige/produzieren/vertreiben/gravieren <4> {_WARES}/weltweit/günstig/preisen/an/rabatt !hilfe/dir_an/euch_an",
            f"günstige/günstig/günstigen/billige/billig/beste/besten/persönliche/personalisierte/handgemachte/exklusive/hochwertige/maßgefertigte/professionelle <2> {_WARES}/bestpreis/preis/preise/preisen",
            "bestpreis/sonderangebot/sonderpreis/rabatt/rabatte/rabattcode/gutscheincode/gutschein/versandkostenfrei/schnäppchen/preisnachlass/lagerverkauf/ratenzahlung/festpreis",
            "kostenloser/gratis/kostenfreier/kostenlose/freier <1> versand/beratung/erstgespräch/probe/lieferung/katalog/webinar",
            "nur/ab/für/kostet/statt/preis <3> euro/eur/franken/dollar <3> monat/monatlich/statt/jetzt/stück/auf/pro/sparen/pro_person",
            "für nur/lediglich <2> euro/eur/franken/dollar",
            "mit/unter dem? code/gutscheincode/rabattcode",
            "folgt/folg/folge/abonniert/abonniere/teilt/liked/besuch/besucht/schau <2> mir/mein/meinem/meiner/meine/unserer/unsere/unseren/meinen <2> seite/kanal/profil/account/instagram/shop/podcast/blog/auf/vorbei !straße",
            "link in <1> bio/profil/beschreibung",
            "komm/kommt/werde/werdet <1> in/teil/mitglied <2> team/teams/netzwerk/business",
            "schreib/schreibt/melde/kontaktiere/kontaktiert/ruf/rufen <3> für_infos/für_mehr/bei_interesse/für_preise/info/preisliste/termin/infos/angebot",
            "bei interesse",
            "rufen sie/jetzt <2> an",
            "rufen/besuchen/bestellen/kontaktieren/sichern/klicken/vereinbaren/fordern sie <6> an/uns/jetzt/hier/unsere/unseren/kostenlos",
            "verlose/verlosen/verlosung/gewinnspiel/dropshipping/affiliate/casino/sportwetten/viagra/abnehmen_mit/schlankheitsmittel",
            "versicherung/sterbegeld/sterbeversicherung/lebensversicherung/kredit/kredite/darlehen/ratenkredit <6> euro/monat/ab/günstig/zusage/sofort/anfragen/bestattung/bestattungskosten/zinsen/schufa/rufen/abschließen/kinder",
            "zertifizierte/zertifizierter/erfahrene/geprüfte <2> heilerin/heiler/coach/trauercoach/expertin/therapeutin/lebensberaterin",
            f"{_WARES} <3> im_shop/im_angebot/online/auf_unserer/zum_bestpreis/reduziert/jetzt_im/kaufen/bestellen/günstig",
            "im shop/onlineshop/webshop/sale/angebot",
        ),
    ),
    Sign(
        "scam",
        (
            "medium/hellseherin/hellseher/wahrsagerin/wahrsager/kartenlegerin/geistheiler/geistheilerin/schamanin/schamane/astrologin <8> sprechen/kontakt/botschaft/botschaften/jenseits/baby/kind/seele/verbindung/schreib/hilft/sitzung/und_kann",
            "jenseitskontakt/jenseitskontakte/jenseitsbotschaft/seelenkontakt/seance/channeling/geistheilung/geistheiler/fernheilung/kartenlegen/hellsehen/wunderheiler/wunderheilerin/wunderheilung/wundermittel/liebeszauber",
            "mit deinem/eurem/dem/verstorbenen/deiner/eurer <3> baby/kind/sohn/tochter/seele <3> sprechen/kontakt/reden/verbinden/kommunizieren !wollen_wir",
            "fluch/flüche/bann/verwünschung/böse_geister/negative_energie/negativen_energien/böser_blick/dämon <6> lösen/löse/brechen/breche/entfernen/befreien/aufheben/reinigen/liegt/familie/nehme",
            "löse/breche/entferne/hebe/befreie/nehme <3> fluch/bann/flüche/negative_energie/energien/blockaden",
            "doktor/dr/prophet/pastor/meister/heiler/schamane <3> hat/half/geholfen/heilt/hilft/macht/mit <6> schwanger/baby/kräutern/kräuter/zauber/kind/medizin/fruchtbarkeit/zwillinge/trank",
            "kräuter/zauber/zaubertrank/ritual/wundermittel/pulver/tinktur/kur <6> schwanger/fruchtbarkeit/kind/baby/garantiert/kinderwunsch/empfängnis",
            "garantiert/garantierte/garantierter/garantieren <2> schwanger/rendite/gewinn/gewinne/erfolg/schwangerschaft/erträge/ergebnis/einkommen/zinsen",
            "erfolg/rendite/gewinn/schwangerschaft/einkommen <1> garantiert",
            "bitcoin/bitcoins/krypto/kryptowährung/kryptowährungen/ethereum/forex/trading/binäre_optionen/daytrading/passives_einkommen",
            "verdien/verdiene/verdient/verdienen/mach/einkommen/geld <4> geld/zuhause/zu_hause/von_zuhause/online/nebenbei/täglich/schnelles/euro_am_tag/im_internet/wöchentlich <3> von/heilst/nebenbei/täglich/online/euro/zu_hause/zuhause/im/team/internet/schnell/während",
            "schnelles/leichtes/schnell geld/reich",
            "investier/investiere/investieren/investition/anlage/geldanlage <5> gewinn/rendite/jetzt/garantiert/prozent/verdoppeln/täglich/plattform/bitcoin",
            "geerbt/erbe/erbschaft/erben/nachlass/lotterie/lottogewinn/gewinn/begünstigter/begünstigte/entschädigung/millionen/million <8> bankdaten/konto/kontodaten/senden/überweisen/euro/dollar/anspruch/beanspruchen/notar/auszahlung/gebühr/ausgewählt",
            "gewonnen/ausgewählt/berechtigt/gewinner <5> preis/gutschein/iphone/euro/lotterie/auszahlung/entschädigung/reise",
            "senden/sende/schick/schicken/geben/gib/bestätigen/bestätige/eingeben/aktualisieren/brauchen/mitteilen <4> bankdaten/kontodaten/kreditkarte/kreditkartendaten/kontonummer/iban/passwort/pin/tan/zugangsdaten/ausweis",
            "bankdaten/kontodaten/kreditkartendaten/kreditkarte/passwort/iban/tan <4> senden/schicken/bestätigen/eingeben/angeben/mitteilen/anmelden/hinterlegen/registrieren",
            "gutscheinkarte/gutscheinkarten/geschenkkarte/geschenkkarten/guthabenkarten/paysafecard/moneygram/googleplay",
            "western union",
            "überweise/überweis/überweisen/leih/leihen/leihst/schick/spende/spenden <4> geld/euro/betrag/bitcoin/per_western/per_krypto/gutscheinkarten/sofort",
            "trauerfeier/beerdigung/beisetzung/livestream/gottesdienst <6> live/stream/übertragen/livestream/anmelden/klicken/kreditkarte <6> kreditkarte/klicken/anmelden/registrieren/gebühr/bezahlen/hier",
            "hier/jetzt/link/button <2> klicken/anklicken/klick/klickt !und_ein",
            "klick/klicke/klickt/klicken <2> hier/link/unten/auf_den",
            "dringend/eilig <4> geld/überweisung/hilfe_finanziell/spende/euro",
            "ihr/dein konto/paket/zugang/sendung <3> gesperrt/abgelaufen/bestätigen/wartet/eingeschränkt",
            "followers/follower/likes/klicks kaufen",
        ),
    ),
)
"""The gravest last: a scam may look like an offer."""
