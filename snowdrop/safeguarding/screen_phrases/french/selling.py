"""Selling and scams, in French."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_WARES: Final = (
    "pierre/pierres/pierres_tombales/pierre_tombale/stèle/stèles/urne/urnes/cercueil/cercueils/collier/colliers/bijou/bijoux/bracelet/bracelets/pendentif/cristaux/bougies/stage/stages/formation/formations/programme/séance/séances/livre/ebook/"
    "compléments/vitamines/huile/huiles/produit/produits/service/services/assurance/assurances/prêt/prêts/offre/offres/collection/catalogue/boutique/souvenir/souvenirs/poupée/poupées/portrait/portraits/atelier/webinaire/retraite/traitement/remède/obsèques_prévoyance"
)

SIGNS: Final = (
    Sign(
        "selling",
        (
            "achetez/achète/commandez/commande/profitez/découvrez/découvre/réservez/inscrivez_vous/abonnez_vous/demandez/souscrivez/précommandez/offrez_vous <4> maintenant/dès/en_ligne/ici/notre/nos/sur/aujourd'hui/devis/les_dans/vite !table",
            f"achetez/achète/commandez/commande/découvrez/visitez/essayez/vends/vendons <3> {_WARES}",
            f"nous/je/notre/on <2> offrons/proposons/propose/vends/vendons/fabriquons/gravons/livrons/réalisons <4> {_WARES}/meilleurs_prix/remise/livraison/prix !notre_aide/mon_aide",
            f"meilleur/meilleurs/pas_cher/pas_chers/personnalisés/personnalisé/personnalisée/artisanaux/exclusifs/luxe/sur_mesure <2> {_WARES}/prix",
            f"{_WARES} <3> personnalisés/personnalisées/pas_cher/pas_chères/sur_mesure/au_meilleur_prix/en_promotion/à_petit_prix/avec_l'empreinte/à_seulement/petit_taux/dès",
            "remise/remises/promotion/promo/soldes/rabais/bon_de_réduction/code_promo/offre_spéciale/offre_limitée/livraison_gratuite/livraison_offerte/meilleur_prix/sans_engagement/devis_gratuit/prix_cassés/frais_de_port/déstockage",
            "livraison/consultation/échantillon/essai/voyance gratuite/gratuit/offerte/offert",
            "seulement/pour/à_partir_de/dès/que <2> euros/dollars/francs <3> mois/au/par/seulement/chacun/séance/an",
            "à seulement/partir_de <2> euros/dollars/francs",
            "avec/utilisez/utilise le? code",
            "suivez/suis/abonne_toi/abonnez_vous/likez/partagez/rejoignez/rejoins/visitez <2> moi/ma/mon/notre/nous/à_ma/à_mon <2> page/chaîne/profil/compte/instagram/boutique/équipe/groupe/site/podcast/blog",
            "lien en <1> bio/profil/description",
            "écrivez/écris/contactez/contacte/appelez/mp/message_privé <2> moi/nous/le? <2> infos/informations/plus/prix/tarifs/commande/devis/en_privé/rendez_vous/whatsapp",
            "appelez/contactez le/nous/vite/notre <2> !les_enfants",
            "gagner/gagnez/tirage/loterie/jeu_concours/concours <3> colliers/collier/cadeau/lot/lots/souvenir/au_sort/dropshipping",
            "dropshipping/affiliation/casino/paris_sportifs/viagra/minceur/maigrir",
            "assurance/assurances/prêt/prêts/crédit/crédits/mutuelle <7> euros/mois/taux/accord/rapide/obsèques/enfants/demande/dès/appelez/immédiat/avantageux",
            "coach/thérapeute/guérisseuse/experte/accompagnatrice certifiée/certifié/diplômée/holistique/énergétique",
            "dans/sur notre boutique/site",
        ),
    ),
    Sign(
        "scam",
        (
            "médium/voyante/voyant/voyance/cartomancienne/tarologue/chamane/spirite/astrologue/guérisseur <8> parler/contact/contacter/message/messages/au_delà/bébé/enfant/âme/esprit/écrivez/consultation/puis/peux",
            "parler/communiquer/contacter/entrer_en_contact/message <2> à/avec/de <2> votre/ton/ta/âme/défunt <2> bébé/enfant/fils/fille/esprit/âme <3> médium/esprit/delà/puis/peux/séance/voyance",
            "marabout/marabouts/sortilège/sortilèges/envoûtement/désenvoûtement/magie_noire/magie_blanche/vaudou/rituel_d'amour/retour_d'affection/guérisseur/voyance/exorciste/mauvais_œil/grand_maître/radiesthésiste/sorcier",
            "mauvais_sort/malédiction/sort/mauvais_œil/énergies_négatives/mauvais_esprits/envoûtement <5> enlève/enlever/lève/lever/brise/chasser/nettoie/nettoyer/famille/retire/libère",
            "j'enlève/enlève/lève/brise/chasse/retire/nettoie/je_lève <3> mauvais_sort/malédiction/sort/énergies/envoûtement/mauvais_œil",
            "docteur/dr/prophète/pasteur/maître/professeur/marabout <4> aidé/aidée/guéri/guérie/fait/aide/guérit <6> enceinte/grossesse/plantes/sort/bébé/fertilité/herbes/jumeaux",
            "plantes/herbes/remède/potion/tisane/rituel/traitement/miracle <6> enceinte/fertilité/grossesse/concevoir/garanti/infertilité/stérilité",
            "garanti/garantis/garantie/garanties/garantissons <2> résultat/résultats/gains/succès/grossesse/rendement",
            "résultat/résultats/gains/succès/grossesse/rendement/revenus garanti/garantis/garantie/garanties",
            "bitcoin/bitcoins/crypto/cryptomonnaie/cryptomonnaies/ethereum/forex/trading/revenus_passifs/options_binaires",
            "gagnez/gagner/gagne/générez/touchez <2> argent/revenus/euros/de_l'argent <4> maison/ligne/facilement/rapidement/jour/internet/pendant/chez/semaine/téléphone",
            "argent facile/rapide",
            "investissez/investis/investir/investissement/placement <5> gains/rendement/garantis/bitcoin/quotidien/doublez/plateforme/profit/garanti",
            "héritage/hérité/héritier/bénéficiaire/loterie/gagnant/indemnisation/millions/million <8> bancaires/banque/compte/dollars/euros/réclamer/virement/transfert/notaire/envoyez/coordonnées/frais",
            "gagné/sélectionné/sélectionnée/gagnant/gagnante <4> prix/loterie/iphone/bon/carte/voyage/lot",
            "envoyez/envoie/donnez/confirmez/communiquez/saisissez/transmettez/vérifiez/indiquez <3> coordonnées/numéro/compte/carte/mot_de_passe/iban/code/rib <2> bancaires/bancaire/carte/compte/crédit/personnelles/sécurité/rib",
            "coordonnées/données bancaires",
            "carte/cartes <1> cadeau/cadeaux/itunes/amazon/google_play/steam/prépayée/prépayées/pcs/transcash/neosurf",
            "western union",
            "moneygram/paysafecard/transcash/mandat_cash",
            "obsèques/enterrement/cérémonie/funérailles/messe <6> direct/streaming/diffusées/diffusée/live <8> cliquez/carte/inscrivez/payer/lien/paiement",
            "cliquez/clique/cliquer <2> ici/lien/sur_le_lien/ci_dessous/dessous",
            "urgent/urgence <4> argent/virement/don_financier/euros/mandat",
            "prête/prêtez/envoie/envoyez/virez <2> moi <2> argent/euros/dollars/de_l'argent/un_peu_d'argent",
            "votre/ton compte/colis/page/accès <3> suspendu/bloqué/bloquée/expiré/sera_supprimée/en_attente",
        ),
    ),
)
"""The gravest last: a scam may look like an offer."""
