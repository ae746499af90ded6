"""Choices and pathways as acts on what is selected, the same from menu, key, map and inspector."""

from collections.abc import Callable, Iterable

from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import say
from strategy_planner.model import choices, edits, pathways
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.choice_words import option_links
from strategy_planner.model.errors import PlanError


def carry_out(workspace: Workspace, verb: Callable[[], ChangeSet]) -> bool:
    """Do what a verb makes of the plan; where verb or rules refuse it, the window says why."""
    try:
        change_set = verb()
    except PlanError as error:
        workspace.refused.emit(error)
        return False
    return workspace.do(change_set)


def one_of_selected(workspace: Workspace, needed: int = 1) -> None:
    """Make what is selected options of which ``needed`` are enough, and select that choice."""
    plan, chosen = workspace.plan, workspace.selection
    known = set(plan.choices)
    if carry_out(workspace, lambda: choices.one_of(plan, chosen, needed)):
        new = [id_ for id_ in workspace.plan.choices if id_ not in known]
        if new:
            workspace.select(new)


def join_selected(workspace: Workspace) -> None:
    """Make what is selected one option, met only by all of it."""
    plan, chosen = workspace.plan, workspace.selection
    carry_out(workspace, lambda: choices.together(plan, chosen))


def delete_selected(workspace: Workspace) -> None:
    """Delete what is selected; of a choice alone, only the choice: its links stay required."""
    plan = workspace.plan
    chosen = [id_ for id_ in workspace.selection if plan.find(id_) is not None]
    if len(chosen) == 1 and chosen[0] in plan.choices:
        dissolve(workspace, chosen[0])
    elif chosen:
        workspace.do(edits.delete(plan, chosen))


def take_out_selected(workspace: Workspace) -> None:
    """Make the selected options plain requirements again; of a selected choice, all of them."""
    plan = workspace.plan
    if workspace.selection[:1] and workspace.selection[0] in plan.choices:
        dissolve(workspace, workspace.selection[0])
        return
    links = [link.id for link in option_links(plan, workspace.selection)]
    carry_out(workspace, lambda: choices.out_of_choice(plan, links))


def dissolve(workspace: Workspace, choice: str) -> None:
    """Make all options of a choice plain requirements."""
    carry_out(workspace, lambda: choices.dissolve(workspace.plan, choice))


def need(workspace: Workspace, choice: str, needed: int) -> None:
    """Let so many options of a choice be needed."""
    carry_out(workspace, lambda: choices.need_of(workspace.plan, choice, needed))


def take(workspace: Workspace, ids: Iterable[str]) -> None:
    """Let the active pathway take the options of these records."""
    plan = workspace.plan
    links = [link.id for link in option_links(plan, ids)]
    carry_out(workspace, lambda: pathways.take_links(plan, links))


def name_pathway(workspace: Workspace, like: str | None = None) -> str | None:
    """A new pathway from what is now chosen, followed at once, with a name to write over."""
    plan = workspace.plan
    taken = {pathway.name for pathway in plan.pathways.values()}
    count = len(plan.pathways) + 1
    # What is stored is in the language of the plan, like everything the planner wrote.
    language = plan.settings.language or "ja"
    name = say("Pathway {count}", language, count=count)
    while name in taken:
        count += 1
        name = say("Pathway {count}", language, count=count)
    known = set(plan.pathways)
    if not carry_out(workspace, lambda: pathways.name_pathway(plan, name, like)):
        return None
    return next((id_ for id_ in workspace.plan.pathways if id_ not in known), None)
