"""Who waits for whom when much is asked of Django at once."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest

from snowdrop.front import turns
from snowdrop.front.turns import MOST, MOST_OF_A_NETWORK, OF_A_NETWORK, OF_STRANGERS, TooMany, Turns


async def has_turn(all_turns: Turns, network: str, stack: AsyncExitStack, *, is_stranger: bool = True) -> bool:
    """Whether there is a turn at once; it is kept until the stack is unwound."""
    try:
        async with asyncio.timeout(0.01):
            await stack.enter_async_context(all_turns.turn(network, is_stranger=is_stranger))
    except TimeoutError:
        return False
    return True


def test_one_network_has_its_share_and_the_next_is_not_kept_waiting() -> None:
    async def ask() -> list[bool]:
        all_turns = Turns()
        async with AsyncExitStack() as stack:
            of_one = [await has_turn(all_turns, "192.0.2.1", stack) for _ in range(OF_A_NETWORK + 1)]
            return [*of_one, await has_turn(all_turns, "192.0.2.2", stack)]

    assert asyncio.run(ask()) == [True] * OF_A_NETWORK + [False, True]


def test_strangers_from_everywhere_leave_room_for_the_family() -> None:
    async def ask() -> list[bool]:
        all_turns = Turns()
        async with AsyncExitStack() as stack:
            strangers = [await has_turn(all_turns, f"192.0.2.{n}", stack) for n in range(OF_STRANGERS + 1)]
            return [*strangers, await has_turn(all_turns, "198.51.100.1", stack, is_stranger=False)]

    assert asyncio.run(ask()) == [True] * OF_STRANGERS + [False, True]


@pytest.mark.parametrize(("most", "network"), [(MOST_OF_A_NETWORK, "192.0.2.1"), (MOST, "192.0.2.{}")])
def test_nobody_waits_behind_a_crowd_without_end(most: int, network: str) -> None:
    async def ask() -> int:
        all_turns = Turns()

        async def one(number: int) -> None:
            async with all_turns.turn(network.format(number), is_stranger=True):
                await asyncio.sleep(0.05)

        crowd = [asyncio.create_task(one(number)) for number in range(most)]
        await asyncio.sleep(0.01)
        with pytest.raises(TooMany):
            await one(0)
        for task in crowd:
            task.cancel()
        await asyncio.gather(*crowd, return_exceptions=True)
        return len(all_turns._shares._networks)

    assert asyncio.run(ask()) == 0, "a network of which nobody is here is forgotten"


def test_there_are_more_threads_than_strangers_can_take() -> None:
    from snowdrop.engine_room.vocabulary import WEB_THREADS

    assert turns.OF_STRANGERS <= WEB_THREADS // 2
