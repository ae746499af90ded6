"""What is wanted of a pack: its parts, language, paper and what it is compared with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from strategy_planner.briefing.parts import PARTS

if TYPE_CHECKING:
    from strategy_planner.briefing.edition import Paper
    from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Wish:
    """``sections`` are the names of the parts in their order."""

    sections: tuple[str, ...] = tuple(PARTS)
    language: str = "ja"
    paper: "Paper" = "A4"
    since: "Plan | None" = None

    @property
    def asked(self) -> tuple[str, ...] | None:
        """The parts as they are asked for; None for a whole pack, which leaves out empty ones."""
        return None if set(self.sections) == set(PARTS) and self.is_in_order else self.sections

    @property
    def is_in_order(self) -> bool:
        """Whether the parts stand in the order of a whole pack."""
        return list(self.sections) == [name for name in PARTS if name in self.sections]
