"""Who gets a kernel, and when."""

import asyncio

import pytest

from workbook.share.serve import reception as module
from workbook.share.serve.reception import Place, Reception, count_room


class Kernels(dict):
    """Kernels by id, each with the number of pages that are connected to it."""

    def kernel_model(self, kernel: str) -> dict:
        return {"connections": self[kernel]}

    async def shutdown_kernel(self, kernel: str) -> None:
        del self[kernel]


@pytest.fixture(autouse=True)
def two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STARTED_AT_ONCE", 2)


class Visitor:
    """A page that comes, and what it is told until its turn comes."""

    def __init__(self, reception: Reception) -> None:
        self.place, self.told, self.reception = Place(), [], reception
        self.task = asyncio.get_running_loop().create_task(self.come())

    async def come(self) -> None:
        async for before in self.reception.wait(self.place):
            self.told.append(before)


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def test_two_are_served_at_once_and_the_others_in_the_order_of_their_coming():
    async def run() -> None:
        reception = Reception(Kernels(), most=9)
        visitors = [Visitor(reception) for _ in range(5)]
        await settle()
        assert [each.task.done() for each in visitors] == [True, True, False, False, False]
        assert [each.told for each in visitors] == [[], [], [1], [2], [3]]
        reception.leave(visitors[1].place)
        await settle()
        assert [each.task.done() for each in visitors] == [True, True, True, False, False]
        assert [each.told for each in visitors[3:]] == [[2, 1], [3, 2]]

    asyncio.run(run())


def test_a_page_that_is_left_before_its_turn_gives_its_place_up():
    async def run() -> None:
        reception = Reception(Kernels(), most=9)
        visitors = [Visitor(reception) for _ in range(4)]
        await settle()
        reception.leave(visitors[2].place)
        await settle()
        assert visitors[2].task.done()
        assert visitors[3].told == [2, 1]
        assert [each.place for each in visitors[:2]] == reception.starting
        reception.leave(visitors[0].place)
        await settle()
        assert reception.starting == [visitors[1].place, visitors[3].place]

    asyncio.run(run())


def test_no_more_kernels_are_handed_out_than_there_is_room_for_until_one_ends():
    async def run() -> None:
        kernels = Kernels(a=1, b=1, c=1, spare=0)
        reception = Reception(kernels, most=2)
        for kernel in "ab":
            visitor = Visitor(reception)
            await settle()
            assert not reception.is_full()
            reception.hand_out(kernel, "somebody", visitor.place)
            assert (
                not reception.is_full()
            )  # who has got a kernel and is still being sent the page counts once
            reception.leave(visitor.place)
        Visitor(reception)
        await settle()
        assert reception.is_full()
        await kernels.shutdown_kernel("a")
        assert not reception.is_full()

    asyncio.run(run())


def test_a_kernel_ends_when_no_page_holds_a_line_to_it():
    async def run() -> None:
        kernels = Kernels(connected=1, held=0, lonely=0)
        reception = Reception(kernels, most=9)
        reception.lines["held"] = 1
        for kernel in (*list(kernels), "unknown"):
            await reception.end_lonely(kernel)
        assert list(kernels) == ["connected", "held"]

    asyncio.run(run())


def test_a_kernel_that_was_handed_out_to_a_page_already_left_ends_at_once():
    async def run() -> None:
        kernels = Kernels(late=0, waits=0)
        reception, left = Reception(kernels, most=9), Place()
        reception.leave(left)
        reception.hand_out("late", "somebody", left)
        reception.hand_out("waits", "somebody", Place())
        await asyncio.sleep(0.01)
        assert list(kernels) == ["waits"]

    asyncio.run(run())


@pytest.mark.parametrize(("memory", "room"), [(2e9, 6), (24e9, 80), (1e8, 4)])
def test_half_of_the_memory_may_go_into_kernels(monkeypatch: pytest.MonkeyPatch, memory: float, room: int):
    monkeypatch.setattr(module, "measure_memory", lambda: memory)
    assert count_room() == room
