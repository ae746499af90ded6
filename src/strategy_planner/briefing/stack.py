"""Boxes one under the other over any number of pages; none is torn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.flow import FlowSection, Portion
from strategy_planner.briefing.sheet import Sheet

GAP = 10.0


@dataclass(frozen=True, slots=True)
class Block:
    """A box as high as it is, drawn from a height down."""

    height: float
    draw: Callable[[Sheet, float], None]


def stack_section(title: str, subtitle: str, blocks: Sequence[Block]) -> FlowSection:
    """The blocks as a section, as many on each page as have room."""
    return FlowSection(title, subtitle, partial(_portions, blocks))


def _portions(blocks: Sequence[Block], first_room: float, room: float) -> Sequence[Portion]:
    if not blocks or (first_room < room and blocks[0].height > first_room):
        return ()
    pages: list[list[Block]] = [[]]
    left = first_room
    for block in blocks:
        need = block.height + (GAP if pages[-1] else 0.0)
        if pages[-1] and need > left:
            pages.append([])
            left, need = room, block.height
        pages[-1].append(block)
        left -= need
    return [Portion(_height(page), partial(_draw, page)) for page in pages]


def _height(page: Sequence[Block]) -> float:
    return sum(block.height for block in page) + GAP * (len(page) - 1)


def _draw(page: Sequence[Block], sheet: Sheet, y: float) -> None:
    for block in page:
        block.draw(sheet, y)
        y += block.height + GAP
