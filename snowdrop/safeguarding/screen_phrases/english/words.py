"""Classes of English words that the lines of the screens are made of."""

from __future__ import annotations

from typing import Final

YOU: Final = "you/u/ya/ye/yous"
YOU_ARE: Final = (
    "you're/you_are/youre/u_r/ur/u_are/your/you_were/you've_always_been/you_always_were/you_both_are/you_two_are"
)
YOUR: Final = "your/ur/yr/you're"
BABY: Final = (
    "baby/babies/bby/babe/child/children/kid/kids/son/sons/daughter/daughters/boy/girl/boys/girls/twin/twins/newborn/infant/bub/little_one/"
    "brat/brats/bastard/thing/spawn/offspring"
)
LOST: Final = f"{BABY}/him/her/them/it"
PARENT: Final = "mother/mothers/mum/mums/mom/moms/mummy/mommy/mama/parent/parents/father/fathers/dad/dads/daddy/motherhood/parenthood/fatherhood"
PEOPLE: Final = f"{PARENT}/woman/women/people/person/couple/couples/ones/folk/folks/girl/girls/man/men/lady/ladies"
CHILDREN: Final = "child/children/kid/kids/baby/babies/offspring/family/families"
BAD: Final = (
    "bad/terrible/horrible/awful/worst/useless/pathetic/disgusting/unfit/rubbish/crap/shit/shitty/lousy/dreadful/selfish/careless/negligent/"
    "irresponsible/worthless/hopeless/rotten/vile/evil/cruel/neglectful/reckless/incompetent/miserable/sorry_excuse_for_a/poor_excuse_for_a/"
    "disgrace_of_a/failure_of_a/failed/terible/horrid/wicked/lazy/stupid/sick/toxic/abusive/heartless/cold"
)
INSULT: Final = (
    "bitch/bitches/whore/whores/slut/sluts/cunt/cunts/murderer/murderers/murderess/killer/killers/monster/monsters/pig/pigs/scum/filth/"
    "loser/losers/failure/parasite/psycho/psychopath/hag/vermin/moron/morons/disgrace/idiot/idiots/imbecile/skank/tramp/slag/twat/wanker/"
    "arsehole/asshole/dickhead/trash/garbage/waste_of/witch/leech/leeches/liar/liars/fraud/frauds/narcissist/degenerate/degenerates/retard/"
    "attention_whore/attention_seeker/dumbass/hypocrite/hypocrites/prick/fucker/motherfucker/baby_killer/child_killer/babykiller/coward/"
    "monstrosity/abomination/lowlife/subhuman/dog/rat/animal/snake"
)
DEAD: Final = "dead/died/die/dies/gone/lost/perished/dying/ded"
