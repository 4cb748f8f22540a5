"""Signs in English that somebody may be in danger, by the levels of trust.md §5.3. Grief alone is none."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.vocabulary import Crisis, Lane

_I: Final = "i/i'm/im/i've/ive/i'll/id/i'd"
_PILLS: Final = "pills/tablets/paracetamol/painkillers/sleeping_pills/meds/medication/overdose/insulin/sedatives/opioids/morphine/antidepressants/valium/pils"
_MEANS: Final = f"{_PILLS}/rope/gun/knife/razor/razors/blade/blades/bridge/train/tracks/roof/noose/bleach/cliff/poison/belt/balcony/gas/petrol/bottle_of"
_END: Final = (
    "kill_myself/end_it/end_my_life/end_it_all/end_everything/take_my_life/take_my_own_life/hang_myself/shoot_myself/overdose/drown_myself/jump/do_it/"
    "be_gone/commit_suicide/cut_my_wrists/end_things/stop_living/die_by/kms/unalive_myself/go_through_with_it/slit_my_wrists/throw_myself/make_it_stop"
)
_LOVED: Final = "him/her/them/my_baby/my_son/my_daughter/my_child/my_boy/my_girl/my_little/my_angel/my_twins/my_babies/our_baby/our_son/our_daughter/baby/it"
_OTHERS: Final = "she/he/they/sister/brother/wife/husband/partner/friend/mother/mum/mom/father/dad/daughter/son/cousin/neighbour/girlfriend/boyfriend/colleague/aunt/uncle/niece/who"

SIGNS: Final = (
    Sign(
        "under_way",
        (
            f"i've/i/ive/have/already/just <3> taken/took/swallowed/swallow/drank/drunk/injected/ingested/overdosed <4> {_PILLS}/bleach/everything_in/whole_bottle/all_of_them/the_lot/whole_box/whole_pack/poison/an_overdose "
            "!for_my/for_the_pain/as_prescribed/this_morning_for/years_ago/and_threw_up_years",
            "i/i've/ive/have/just <2> cut/slit/slashed/opened/sliced <1> my/both <1> wrists/wrist/veins/arms/throat/arm/vein !shopping",
            "i/i'm/im/am <2> standing/stood/sitting/sat/on/at/up <3> bridge/roof/ledge/tracks/cliff/railing/edge/balcony/platform/window_ledge <8> jump/now/goodbye/over/train/end/tonight/let_go/step/coming/fall/do_it/last",
            "i/i'm/im/am <1> going/about/gonna/ready to? jump/step/let_go/shoot/hang/pull_the_trigger/swallow/do_it/end_it <2> now/right_now/any_moment/this_minute/in_a_minute/any_second",
            "bleeding <3> stop/out/heavily/a_lot/floor/everywhere <2> wrists/wrist/can't/cut/myself/dying/help",
            "rope/noose/gun/knife/blade <2> around/at/in/to/against/on <1> my/his/her <1> neck/head/mouth/hand/throat/wrist/temple/hands",
            "i/i'm/im/am <2> dying/bleeding/fading/losing_consciousness/passing_out/slipping_away <3> now/right_now/took/pills/cut/overdose/slowly/at_last",
            "she/he/sister/brother/husband/wife/friend has/have/just/he's/she's <2> taken/swallowed/cut/overdosed/hanged <4> pills/tablets/overdose/wrists/herself/himself/everything",
            "it/they'll/this will/won't be/take <2> over/long soon/now/in_minutes/in_an_hour <3> pills/took/goodbye",
        ),
    ),
    Sign(
        "goodbye",
        (
            "by the_time <1> you/they/anyone/any_of_you <1> read/see/find/get/open/hear <2> i'll/i_will/i'm <1> be? with <2> him/her/them/boy/girl/son/daughter/baby/child/angel/twins",
            "this/it is/will_be <1> goodbye/good_bye/farewell/my_goodbye/my_last/my_final/the_last_thing/the_last_you/last_message/last_letter/last_time_you !party/concert/kiss_to_him/to_our",
            "goodbye/good_bye/farewell/bye <2> everyone/everybody/all/world/cruel_world/forever/for_ever/for_good/my_friends/to_everyone/to_you_all",
            "goodbye/good_bye <3> forgive_me/sorry_for_everything/i_loved_you/tell_my/take_care_of_my/thank_you_for_everything",
            "tell/please_tell/let my/him/her/them <4> i_loved/that_i_loved/i_am_sorry/i'm_sorry/know_i_loved/know_that_i_loved/it_was_not_their_fault/i_always_loved",
            "by the_time/when you read/see/find/get/open this/me/it <4> gone/dead/over/too_late/with_him/with_her/not_be_here",
            "you/nobody/they won't/will_not/will_never <1> hear/see <1> from? me again/anymore/any_more/after",
            "written/wrote/writing/write/left/leaving <2> note/letters/suicide_note/goodbye/my_will/goodbyes/final_letter/last_letter <6> bridge/pills/kids/them/everyone/tonight/ready/wife/husband/mother/desk/know/when/to_my",
            "look/take/looking care? after/of <2> my/the <2> kids/children/dog/cat/son/daughter/husband/wife/mother <4> when_i'm_gone/gone/for_me/i'm_no_longer/without_me/afterwards/after_i",
            "when/once/after i'm/i_am/im gone/dead/not_here/no_longer",
            "i/i've/have <2> given/giving/gave away <3> my things/everything/belongings/stuff",
            "forgive me/me_all <3> what/for <3> about_to/going_to/will_do/am_doing/i'm_doing/i_do",
            "suicide note/letter",
        ),
    ),
    Sign(
        "plan",
        (
            "plan/plans/planned/planning <1> to/for/my/on <1> kill_myself/killing_myself/end_my_life/end_it_all/suicide/own_death/die/dying/ending_it/ending_my_life/take_my_life/take_my_own_life !of_old_age/at_home",
            "decided/chosen/made_up_my_mind to <1> die/kill_myself/end_it/end_it_all/end_my_life/take_my_life/take_my_own_life/follow_him/follow_her/join_him/join_her/go_to_him/go_to_her !at_home",
            "have/got/holding/counted <2> pills/tablets/sleeping_pills/paracetamol <4> take/swallow <1> them/it_all/all_of/the_lot/everything !for_the_pain/as",
            "rope/noose/gun <1> is/are/hangs <2> in/up <2> garage/drawer/car/cupboard/shed/attic/cellar/basement/wardrobe",
            "have/got/keep/holding/count/counted/counting <3> pills/tablets/sleeping_pills/paracetamol/insulin <1> here/beside_me/in_front/in_my_hand/on_the_bed !for/from",
            "i'm/i_am/im/standing/sitting <1> standing/sitting/up <1> on <2> roof/ledge/tracks/cliff/railing/parapet/rooftop",
            f"{_I}/have <4> saved/saving/collected/collecting/bought/hoarded/hoarding/stockpiled/stored/hidden/kept/counted/got/found/ordered/prepared/enough/stash <5> {_MEANS} !for_the_pain/cake",
            f"{_I} <4> know/decided/chosen/chose/picked/planned/planning/plan/worked_out/researched/looked_up/made <4> which/how/when/where/date/day/bridge/way/plan <4> {_END}/die/bridge/do_it/kill/end/train/jump/myself/to_die",
            "i know which bridge/train/roof/tree/pills/cliff/floor",
            f"tonight/tomorrow/today/this_evening/weekend/friday/after_the_funeral/soon/this_week/when_they're_asleep/when_everyone <4> i/i'll/i'm/im/will/it <3> {_END}/die/finish/be_with_him/be_with_her/join/over/go_to_him/go_to_her",
            f"i'll/i_will/i'm_going_to/im_going_to/i_am_going_to/gonna/i'm_gonna/i_want_to/going_to/i_have_decided_to/ready_to/about_to/plan_to/planning_to/i'm_ready_to <2> {_END} <3> tonight/tomorrow/today/soon/now/weekend/when/after/with/on/this/in_the !with_you/for_you",
            "i'll/i_will/i'm_going_to/im_going_to/i_am_going_to/i'm_gonna/im_gonna/i_am_gonna/i_have_decided_to/i_plan_to/i_am_planning_to/i'm_planning_to/i'm_ready_to <1> "
            "kill_myself/end_my_life/end_it_all/take_my_own_life/take_my_life/hang_myself/shoot_myself/drown_myself/jump_off/jump_from/jump_in_front/commit_suicide/overdose/kms/unalive_myself/slit_my/cut_my_wrists/throw_myself",
            "my/the/a <1> plan/pills/rope/gun/letters <2> ready/is_set/in_place/made/in_my_drawer/next_to_me/loaded/beside_me/are_written/is_made",
            f"{_MEANS} <4> ready/in_my_drawer/next_to_me/by_my_bed/in_the_drawer/loaded/waiting/in_my_hand/in_front_of_me/right_here",
            "drive/drove/crash/walk <3> into/in_front_of/off/under <3> tree/wall/train/lorry/truck/bridge/traffic/river/sea/cliff/oncoming",
            "got/have/made <1> plan <2> date/day/ready/time/method",
            "nobody/no_one <1> will/can/could stop me",
            "how many/much <2> pills/tablets/paracetamol/insulin/morphine/does_it_take/to_die",
            "tried/attempted/attempt <3> kill_myself/suicide/end_my_life/overdose/hang_myself/to_die !years/when_i_was/as_a_teenager/long_ago",
            "take/taking/bring <2> with me <3> children/kids/son/daughter/baby",
        ),
    ),
    Sign(
        "child_at_risk",
        (
            "i/i'm/im/i'll/might/could/may/afraid/scared/will/want/going <4> hurt/harm/shake/smother/hit/kill/drop/suffocate/drown/do_something_to/lose_it_with/throw <2> "
            "my_baby/my_son/my_daughter/my_child/my_little/my_kids/my_children/the_baby/my_other/her_baby/our_baby/my_toddler/the_kids/the_children/my_newborn/our_son/our_daughter/my_girl/my_boy/the_twins/my_living !a_party/into_the_air",
            "he/she/husband/partner/boyfriend/stepfather/mother/father/they hits/beats/hit/beat/shakes/shook/hurts/touches/touched/starves/locks/burns/abuses/molests <3> "
            "children/kids/baby/son/daughter/child/little_one/toddler/boy/girl !home/me_to",
            "voices/voice <4> hurt/kill/harm/take/drown/baby/child/children",
            "child/children/kid/kids/baby/toddler/son/daughter <3> not_safe/in_danger/being_abused/being_hurt/being_beaten/neglected/unsafe/left_alone_for/bruises",
        ),
    ),
    Sign(
        "other_at_risk",
        (
            f"{_OTHERS} <5> kill/hurt/harm/hang/cut/drown/shoot/suicide/suicidal/end/take <1> herself/himself/themselves/themself/her_life/his_life/her_own_life/his_own_life/it_all/her_wrists/his_wrists !years/last",
            f"{_OTHERS} <2> is/was/seems/has_been/feels/feeling/sounds/are/she's/he's <1> suicidal/planning_to_die/going_to_kill/going_to_jump/about_to_jump/threatening_suicide !when_i/back_then/years",
            f"{_OTHERS} <2> wants/want/wanted/wishes/says/said/told/talks/keeps/threatens/threatened/planning/plans <5> die/kill_herself/kill_himself/end_it/end_her_life/end_his_life/suicide/not_live/be_dead/end_it_all/jump/hurt_herself/hurt_himself/not_wake_up "
            "!for/to_hug/of_cancer",
            "worried/afraid/scared/fear/frightened/terrified <3> she/he/they/wife/husband/sister/brother/friend/daughter/son/mother/partner <4> kill/hurt/harm/suicide/something_to/something_stupid/end/take/jump/do_something !themselves_out",
            f"{_OTHERS} <2> saved/saving/collected/hoarded/bought/hiding/hid/took/has/stockpiling <4> pills/tablets/rope/gun <6> die/end/kill/tonight/afraid/scared/worried/stop/help/drawer/baby",
            "found her/him/them <3> pills/rope/note/bridge/wrists/overdose",
            "missing since/for <6> note/worried/pills/suicidal/baby/police/goodbye",
        ),
    ),
    Sign(
        "violence_at_home",
        (
            "he/she/husband/partner/boyfriend/wife/girlfriend/father/ex/family/mother_in_law hits/beats/hit/beat/chokes/choked/punched/punches/kicks/kicked/threatens/threatened/strangled/hurts/rapes/raped/forces/locks/slaps/slapped/burned "
            "<1> me/us/me_every !to_go/for_you",
            "afraid/scared/terrified/frightened of <1> my/him/her/what_he/what_she <1> husband/partner/boyfriend/wife/father/ex/will/might/would/family",
            "not/don't/isn't/never <2> safe <2> home/him/her/my_husband/here/partner/in_this_house",
            "he/she/they will/would/said_he_would/says_he_will/is_going_to/going_to <2> kill/hurt/beat/find me/us !for/if_i_forget/when_he_sees",
            "won't/doesn't/does_not/not/never let/lets/allow/allowed me <2> leave/see/phone/go_out/speak/talk/use",
        ),
    ),
    Sign(
        "not_wanting_to_live",
        (
            "kill/killing/hang/hanging/drown/drowning/shoot myself !laughing/with_work/at_the_gym/in_work/to_get_up",
            "end/ending/taking/take my_life/my_own_life !in_a_new/as_it",
            "unalive/unaliving myself",
            "i'm/i_am/im/i/am/feel/being/become <3> a/such_a/nothing_but_a burden <1> to/on/for everyone/everybody/my/all/them/him/her/others/people",
            "don't/do_not/can't/cannot/couldn't/no_longer/never <2> see <1> point of/in <2> waking/living/getting_up/going_on/being_here/being_alive/carrying_on/staying",
            "think/thinking/imagine/imagining/dream/dreaming/picture <3> driving/walking/jumping/stepping/crashing/swimming <4> off/into/in_front_of/under <3> bridge/road/traffic/train/tree/sea/river/cliff/wall/lorry/truck/edge",
            "i/to/just/really/we/could/rather <3> want/wanna/wish/prefer/ready/like/long to? <1> die/be_dead/disappear/be_gone/not_be_here/not_exist/not_wake/never_wake_up/stop_existing/not_live !for/a_hug/happy/of/from/inside",
            "i don't/do_not/dont/no_longer/never/can't/cannot/cant/didn't <2> want/wanna/wish/bear/care/see <3> live/be_alive/be_here/exist/wake_up/go_on/living/keep_living/survive/live_anymore/carry_on/continue/if_i_live/life_anymore !without_thinking/in_this_house/in_that_house/to_see_anyone",
            "i wish/wished/hope/hoped/pray <2> i/that_i <1> were/was/would/could/had/might/wouldn't/wasn't/weren't/won't/didn't/never/don't <3> dead/die/died_too/never_been_born/disappear/not_wake_up/wake_up/alive/die_too/gone_too/be_dead/vanish/exist/end_it/have_to_live !with_you/for/him",
            "no/any/see/longer/every/lost/without <2> reason/point/sense/meaning/purpose/will/strength/wish <2> to_live/in_living/to_go_on/in_going_on/in_life/to_be_here/left_to_live/to_carry_on/to_continue/to_keep_going/in_being/in_anything/to_be_alive/to_get_up_any_more/of_life",
            "life/my_life/living <3> no/not/isn't/has_lost/pointless/meaningless/worthless/over/hopeless <2> worth/meaning/point/living/sense/purpose/anymore/any_more/without/hope !it_was/because/to_him/when_we",
            "better/best/easier/happier/relieved/free <1> off/for_everyone/for_all/for_them/if <3> without_me/if_i_was/if_i_were/were_dead/was_dead/weren't_here/wasn't_here/i_died/i'm_dead/i_was_gone/i_were_gone/i_wasn't_around !without_me_there",
            "i'm/i_am/im/i_feel/i_have_been/i've_been/feeling/i_keep/i_think_i'm <2> suicidal/thinking_of_suicide/thinking_about_suicide/thinking_of_ending/thinking_about_ending/thinking_of_killing/thinking_about_killing/thinking_about_dying/self_harming",
            "think/thinking/thought/thoughts/dream/dreaming/fantasise/fantasize/fantasising/feel_like/imagine/google/considering/considered/consider <3> "
            "suicide/killing_myself/ending_it/ending_my_life/ending_everything/dying/death/my_own_death/jumping/hurting_myself/cutting/being_dead/taking_my_own/taking_my_life/doing_it/disappearing/not_being_here/driving_into !of_my/of_our/of_your/of_his/of_her/in_a/with_dignity/of_him/and_birth",
            "want/wanna/need/like/going/gonna/wish/trying/tempted to/2 <1> kill_myself/end_it/end_it_all/end_my_life/end_everything/take_my_life/take_my_own_life/hang_myself/kms/be_dead/hurt_myself/cut_myself/harm_myself/unalive_myself/self_harm/stop_living/jump",
            "can't/cannot/cant/don't/do_not/won't/couldn't/unable/not_able <3> go_on/live/live_like_this/live_anymore/continue/carry_on/keep_going/go_on_living/go_on_like_this/face_another_day/do_life/keep_living/survive_this/survive_another <3> "
            "anymore/any_more/longer/without/like_this/this_way/another/living/with_this/any !in_this_house/working/talking/at_work/in_the_house/crying/reading",
            "tired/sick/exhausted/done of/with/from <1> living/life/existing/being_alive/this_life/everything_and_want/waking_up",
            "everyone/everybody/they/family/kids/children/husband/wife/world/you_all <2> better/happier without me/if_i/when_i'm !there/at_the_party/around_today",
            "nothing/nobody/no_one/little <3> to_live_for/left_for_me/keeps_me_here/worth_living/worth_staying/keeping_me_here/left_to_live",
            "hopeless/no_hope <4> weeks/days/months/every_day/anymore/any_more/left/for_me/nothing_helps/since",
            "i/should've/should_have <1> should_have/deserve/deserve_to/ought_to <1> die/died/be_dead !instead_of/so_long/in_peace/of_laughter",
            "go/fall to sleep/asleep and/to <1> never/not <1> wake/wake_up",
            "never wake up",
            "hurt/cut/cutting/harm/harming/burn/burning/scratch/hit/starve myself !cooking/on/out/in_the_kitchen/while",
            "world/life without me",
        ),
        turnable=True,
    ),
    Sign(
        "with_the_baby",
        (
            f"i/just/only/i'd/to/we <3> want/wanna/need/long/wish/could/would/like <3> be_with/join/go_to/follow/be_where/be_near/go_with/sleep_beside/be_there_with/lie_beside <1> {_LOVED} !for_as_long/at_the_hospital/in_the_picture/every_minute",
            f"want/wanna/wish/long/going/gonna to? <1> see/hold/meet/be_with/join <1> {_LOVED} <2> again/soon/in_heaven/on_the_other_side/up_there !in_my_dreams/in_dreams/one_day_when",
            f"i/be/soon/finally/i'll <3> with <1> {_LOVED} <1> again/soon/in_heaven/forever/tonight/at_last !on/at/in_the_hospital/for_one",
            "wish/wished/should_have/should've/wanted/would_have/rather <2> it/i/god/they/been/me <2> had/been/was/were/have/taken/took/would <2> me/died/i/instead",
            "i/wish/should <3> died/die/gone/dead/buried/taken <2> instead/in_his_place/in_her_place/with_him/with_her/with_my/with_them/the_same_day !of_flowers",
            "sleep/asleep and/to/until <2> see/dream/hold/be_with/meet <2> him/her/my_baby/them/my_son/my_daughter",
            "take me <1> too/instead/with_you/to_him/to_her !home/there/along",
        ),
        turnable=False,
    ),
    Sign(
        "weary",
        (
            "i/just/we can't/cannot/can_not/cant/couldn't/don't_think_i_can/don't_know_if_i_can <2> do_this/do_it/cope/bear/take/stand/go_on/function/carry_on/stop_crying/get_up/get_out_of_bed/breathe/face/eat/sleep/keep_going/handle/manage "
            "<3> today/anymore/any_more/longer/this/it/right_now/alone/everything/anything/tonight/another/days !from_here/come/make_it/imagine/what_you",
            "i/we don't/do_not/dont/no_idea/not <2> know/sure/see how/if <2> i/to/we <2> get/go/live/survive/cope/make/carry/bear/keep/through/do/last <3> week/day/today/on/without/this/tonight/it/through/going/night/winter/anymore/him/her/them !to_help/for_you",
            "so/too/i'm/i_am/just <1> tired/exhausted/weary/worn_out/empty/broken/done/numb <2> of/inside/strong/everything/pretending/being/fighting/i/to_go_on/and_alone/i_can't !cooking/after_work/you",
            "feel/feeling/felt/am <2> dead/numb/empty/nothing/hollow/lost/broken/alone/worthless/useless/hopeless <2> inside/since/without/every/now/anymore/all_the_time/and/these_days/most !for_you/with_you/your",
            "i <2> hate <1> my_body/myself/my_life/being_alive/everything/waking_up",
            "i/today <1> feel/feeling/felt <1> hopeless/helpless/worthless/empty/numb/broken/desperate",
            "can't/cannot stop crying/shaking/thinking/seeing",
            "i/just want/wanna it/this/the_pain/everything to stop/end/be_over !for_you",
            "make it/the_pain stop",
            "part/half/piece of me <1> died/is_dead/dead/is_gone/went/is_missing/is_buried",
            "i blame/blamed/hate/hated/can't_forgive/cannot_forgive/will_never_forgive myself",
        ),
        crisis=Crisis.LOW,
        lane=Lane.GREEN,
        turnable=False,
    ),
)
"""The gravest first."""
