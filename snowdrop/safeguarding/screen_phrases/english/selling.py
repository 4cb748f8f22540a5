"""Selling and scams, in English: what is offered, and how money is taken from people who grieve."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign

_WARES: Final = (
    "memorial/memorials/gravestone/gravestones/headstone/headstones/tombstone/urn/urns/casket/caskets/necklace/necklaces/jewellery/jewelry/bracelet/bracelets/"
    "crystal/crystals/candle/candles/course/courses/program/programme/coaching/session/sessions/ebook/book/books/supplement/supplements/vitamins/oil/oils/"
    "product/products/service/services/insurance/loan/loans/offer/offers/collection/catalogue/catalog/shop/store/pendant/keepsake/keepsakes/stones/stone/template/"
    "teddy/reborn/doll/dolls/portrait/portraits/package/packages/reading/readings/webinar/masterclass/workshop/retreat/therapy/treatment/remedy/remedies"
)

SIGNS: Final = (
    Sign(
        "selling",
        (
            "message/dm/pm/text/contact/call/ask/email/write <1> us/me? for_a/for_your/for/to_get <1> quote/price/prices/price_list/pricing/catalogue/brochure/estimate",
            "buy/order/purchase/shop/subscribe/enroll/enrol/preorder <4> now/today/online/here/our/from_us/yours/via/at/before/with_code !you/us/round/me/i",
            f"buy/order/purchase/get/try/discover/browse/view/see/check_out/visit/download/choose/book <2> our/my/your/this/the_best/a_free <2> {_WARES} !you/from_the_library/at_home",
            f"we/i/our_company/our_team/our_shop <2> offer/offers/sell/provide/supply/specialise/specialize/manufacture/craft/ship/deliver/design/engrave <4> {_WARES}/worldwide/prices/nationwide/discount/affordable !you_a_hug",
            f"best/cheap/cheapest/affordable/premium/personalised/personalized/custom/handmade/bespoke/luxury/exclusive/discounted/professional <3> {_WARES}",
            "discount/sale/coupon/promo/voucher/percent_off/half_price <3> today/now/week/code/only/orders/order/all/everything/your/on_all/price/prices/first",
            "off this_week/today_only/your_order/your_first/all_orders/everything/with_code/when_you_order",
            "discount/promo/promotion/coupon/special_offer/limited_offer/limited_time/free_trial/money_back/best_price/best_prices/free_shipping/free_delivery/free_quote/no_obligation/"
            "call_us_now/call_now/order_now/shop_now/buy_now/sign_up_now/sign_up_today/click_here/clickbelow/limited_stock/while_stocks_last/lowest_price/wholesale",
            "only/just/for/from/costs/price/pay <2> dollars/euros/pounds/usd/eur/gbp/bucks/quid",
            "dollars/euros/pounds/usd/eur/gbp/pence <2> month/week/monthly/only/each/per/a_month/off/now",
            "free shipping/delivery/consultation/quote/sample/samples/trial/gift_with/reading/webinar",
            "follow/subscribe/like/share/check/visit/see/join <1> my/our <2> page/channel/account/profile/posts/instagram/store/shop/website/site/group/podcast/blog !road/house/family",
            "link in <1> bio/profile/description/comments",
            "join/build/grow my/our/your <2> team/downline/business/network/mlm !choir/for_dinner/on_sunday",
            "use/with/enter code/coupon",
            "dm/pm/inbox/message/text/contact/email/whatsapp/call <1> me/us <3> info/information/details/prices/price/quote/order/more/orders/booking/appointment/offer/free !about_him/about_her/so_we",
            "seo/backlinks/web_traffic/more_followers/buy_followers/casino/betting/lottery_tickets/viagra/cialis/weight_loss/slimming/replica/cheap_flights/payday",
            "life/health/funeral/burial insurance/cover/policy",
            "loan/loans/credit/mortgage/debt <4> interest/approved/apply/fast/instant/low/available/offer/help_you/today/relief/consolidation",
            "apply/register/enroll/sign_up now/today/here/below/online/for_our",
            "give/giving/win/raffle <2> away <3> necklace/necklaces/free/winner/prize/gift/memorial/subscribers",
            "giveaway/sweepstake/sweepstakes/raffle/dropshipping/affiliate",
            "certified/licensed/experienced <2> grief/life/fertility/bereavement/healing <1> coach/expert/healer/specialist/mentor",
            "satisfaction/results/success guaranteed/guarantee",
        ),
    ),
    Sign(
        "scam",
        (
            "i_am/i'm/im/am <2> widow/widower/soldier/banker/barrister/heir/refugee/diplomat/general/engineer/doctor <8> deposit/funds/fund/million/inheritance/investment/fortune/gold/inherit/dollars",
            "send/donate/give/transfer/pay/chip_in/contribute <4> to/via/through/by/with <2> paypal/venmo/cash_app/cashapp/revolut/bank_account/my_account/bizum/gofundme/go_fund_me/wise/iban",
            "psychic/medium/clairvoyant/fortune_teller/tarot/spirit_guide/seance/astrologer/spiritualist <8> speak/contact/talk/message/messages/reading/readings/connect/reach/call/whatsapp/channel/book/help/your_baby/with_you/free/sees/write",
            "speak/talk/connect/communicate/contact/channel/message/messages/reach <2> with/to/from <1> your/dead/passed/lost/spirit/departed <2> baby/child/son/daughter/spirit/soul/side/beyond/loved !about/when/before/like/and_to_you",
            "spell/spells/spellcaster/spell_caster/voodoo/witchdoctor/witch_doctor/black_magic/juju/love_spell/herbalist/sangoma/marabout/native_doctor/traditional_healer/spiritual_healer",
            "curse/spirit/entity/evil_eye/bad_energy/negative_energy/dark_energy/demon <4> remove/removed/lift/lifted/break/cleanse/cleansed/removal/clear/broken",
            "remove/lift/break/cleanse/clear/undo <4> curse/evil_eye/negative_energy/bad_energy/spirits/hex/karma/spell",
            "cure/cures/cured/heal/heals/restore/reverse/guarantee/guaranteed/miracle <4> infertility/fertility/pregnant/pregnancy/womb/conceive/miscarriage/miscarriages/herbs/herbal/healing !child/of_life/baby",
            "dr/doctor/prophet/pastor/priest/mama/papa/chief/baba/sheikh/healer <3> helped/cured/healed/made/gave/herbs/herbal/spell/cast/helps/restores <6> pregnant/baby/herbs/herbal/spell/medicine/womb/fertility/conceive/get_pregnant/twins",
            "miracle healer/healing/cure/water/oil/pill/pills/product/herbs/remedy/supplement/diet",
            "bitcoin/btc/crypto/cryptocurrency/ethereum/usdt/forex/binary_options/dogecoin/trading_platform/airdrop/nft/passive_income",
            "make/earn/earning/making/get <3> money/income/cash/profit/dollars/euros <3> home/online/easy/fast/quick/daily/weekly/week/day/while/passive/working/from_your_phone",
            "invest/investing/investment/investments/returns/profits <4> guaranteed/return/returns/profit/daily/double/today/now/opportunity/platform/bitcoin/me/weeks",
            "guaranteed return/returns/profit/profits/income/results/pregnancy/win",
            "inherit/inherited/inheritance/next_of_kin/beneficiary/lottery/compensation/unclaimed/jackpot/prize/winner <8> million/claim/fund/funds/bank/details/transfer/dollars/euros/pounds/congratulations/selected/usd/contact",
            "won/win/winner/selected/chosen/entitled/eligible <6> prize/lottery/million/iphone/voucher/gift_card/grant/claim/compensation/payout/refund",
            "million/millions/thousand <2> dollars/euros/pounds/usd/us_dollars <6> claim/bank/transfer/account/inherited/inherit/you/fund/share",
            "send/give/confirm/verify/provide/enter/submit/need/update <3> bank/account/card/credit_card/iban/password/pin/login/otp/security_code/social_security/passport/cvv <2> details/number/information/code/data/numbers/credentials/to",
            "gift/itunes/amazon/steam/google_play card/cards <6> send/code/codes/pay/donation/bury/help/number/numbers/western",
            "send/pay/donate/donation/buy/via/by/through/with/using <5> gift_card/gift_cards/western_union/moneygram/itunes/crypto/bitcoin/wallet/money_order/wire_transfer/steam_card",
            "western union/onion",
            "moneygram/money_gram/cashapp/zelle",
            "funeral/service/ceremony/burial/memorial/stream <6> stream/streamed/livestream/live/streaming/broadcast/watch/link <8> card/register/pay/click/fee/payment/sign_up/credit",
            "click/clik/klick <2> link/here/below/button <5> claim/donate/watch/register/verify/confirm/win/pay/funeral/card/see/now/to",
            "click here/below/the_link/this_link/on_the_link",
            "urgent/urgently <3> help/money/donation/funds/transfer/payment/cash <4> send/bury/funeral/surgery/child/baby/rent",
            "lend/borrow/loan/wire/transfer/send me/us <2> money/cash/dollars/euros/pounds/funds/something_by/some_money",
            "your account/parcel/package/payment/memorial <2> suspended/blocked/expired/pending/will_be_deleted/has_been_limited/verify/on_hold",
            "you will/must pay <4> or your/the/this <1> page/memorial/account",
        ),
    ),
)
"""The gravest last: a scam may look like an offer."""
