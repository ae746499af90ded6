"""The pages of the panel, in the order of their tabs; each is loaded when it is first looked at.

A page has a line here, its id in the menu Analysis of the window (`shell/actions.py`), and a module
of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message

if TYPE_CHECKING:
    from strategy_planner.gui.answers.page import AnswerPage


@dataclass(frozen=True, slots=True)
class Offer:
    """A page that can be asked for: what its tab says, its icon, and how it is made."""

    id: str
    title: Message
    icon: str
    make: Callable[[Workspace], "AnswerPage"]


def _late(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.late.page import LatePage

    return LatePage(workspace)


def _decisions(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.decisions.page import DecisionsPage

    return DecisionsPage(workspace)


def _pathways(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.pathways.page import PathwaysPage

    return PathwaysPage(workspace)


def _chance(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.chance.page import ChancePage

    return ChancePage(workspace)


def _kpis(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.kpis.page import KpiPage

    return KpiPage(workspace)


def _check(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.check.page import CheckPage

    return CheckPage(workspace)


def _bottlenecks(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.bottlenecks.page import BottlenecksPage

    return BottlenecksPage(workspace)


def _drafts(workspace: Workspace) -> "AnswerPage":
    from strategy_planner.gui.answers.drafts.page import DraftsPage

    return DraftsPage(workspace)


OFFERS: tuple[Offer, ...] = (
    Offer("late", message("Too late"), "wrench", _late),
    Offer("decisions", message("Decide by when"), "calendar-clock", _decisions),
    Offer("pathways", message("Pathways"), "git-branch", _pathways),
    Offer("chance", message("Chances"), "dices", _chance),
    Offer("kpis", message("KPIs"), "chart-line", _kpis),
    Offer("check", message("Quality check"), "list-checks", _check),
    Offer("bottlenecks", message("Bottlenecks"), "hourglass", _bottlenecks),
    Offer("drafts", message("What-ifs"), "git-compare", _drafts),
)
