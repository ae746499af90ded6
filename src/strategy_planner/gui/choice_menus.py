"""What a menu offers on links and items that are, or could be, options of a choice."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations, islice

from PySide6.QtWidgets import QMenu

from strategy_planner.gui import choosing
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import choices
from strategy_planner.model.choice_words import (
    choice_sentence,
    need_words,
    option_links,
    option_names,
)
from strategy_planner.model.errors import PlanError
from strategy_planner.model.meant_links import end_of, meant_links
from strategy_planner.model.options import options_of
from strategy_planner.model.pathways import active_pathway, take_options
from strategy_planner.model.texts import option_name, text_of


def fill_for_selection(menu: QMenu, workspace: Workspace) -> None:
    """Make a choice of what is selected, change it, take an option on the active pathway."""
    before = len(menu.actions())
    _fill_making(menu, workspace)
    _fill_changing(menu, workspace)
    plan = workspace.plan
    here = workspace.selection[:1] if len(workspace.selection) == 1 else ()
    at = [choice.id for choice in plan.choices.values() if choice.node in here]
    met = [link.choice for link in option_links(plan, workspace.selection)]
    for choice in dict.fromkeys((*at, *filter(None, met))):
        inner = menu.addMenu(as_menu_text(choice_sentence(plan, choice, workspace.language)))
        inner.setIcon(icon("split", workspace.theme))
        fill_for_choice(inner, workspace, choice)
    if len(menu.actions()) > before:
        menu.addSeparator()


def fill_for_choice(menu: QMenu, workspace: Workspace, choice: str) -> None:
    """How many options are needed, which of them is taken, and an end to the choice."""
    tr, plan = workspace.tr, workspace.plan
    names = option_names(plan, choice, workspace.language)
    needed = plan.choices[choice].effective_needed
    for count in range(1, len(names) + 1):
        words = need_words(count, len(names), workspace.language)
        if count == len(names) > 1:
            words = tr("all {count}", count=count)
        _ticked(menu, words, partial(choosing.need, workspace, choice, count), count == needed)
    menu.addSeparator()
    _fill_taking(menu, workspace, choice)
    select = partial(workspace.select, (choice,))
    add_entry(menu, workspace.theme, tr("Names of the options"), select, "pencil")
    end = partial(choosing.dissolve, workspace, choice)
    add_entry(menu, workspace.theme, tr("Dissolve the choice"), end, "unlink")


def _fill_making(menu: QMenu, workspace: Workspace) -> None:
    tr, plan, theme = workspace.tr, workspace.plan, workspace.theme
    if len(workspace.selection) < 2:
        return
    try:
        links = meant_links(plan, workspace.selection)
        end_of(plan, links)
    except PlanError:
        links = []  # the entry says why it cannot be done once it is asked
    if not links or any(link.choice is None for link in links):
        make = partial(choosing.one_of_selected, workspace)
        add_entry(menu, theme, tr("One of these") + "\tO", make, "split")
    if not any(link.choice for link in links):
        for needed in range(2, len(links)):
            words = tr("{needed} of these", needed=needed)
            add_entry(menu, theme, words, partial(choosing.one_of_selected, workspace, needed))
    elif len(links) > 1 and len({link.option for link in links}) > 1:
        join = partial(choosing.join_selected, workspace)
        add_entry(menu, theme, tr("Together in one option"), join, "link-2")


def _fill_changing(menu: QMenu, workspace: Workspace) -> None:
    tr, plan, theme = workspace.tr, workspace.plan, workspace.theme
    links = option_links(plan, [id_ for id_ in workspace.selection if id_ not in plan.choices])
    if not links:
        return
    pathway = active_pathway(plan)
    if pathway is not None:
        name = text_of(plan, pathway, "name", workspace.language) or pathway.id
        options = dict.fromkeys((link.choice or "", link.option or "") for link in links)
        taken = tr(", ").join(option_name(plan, *one, workspace.language) for one in options)
        words = tr("Take “{option}” on “{pathway}”", option=taken, pathway=name)
        take = partial(choosing.take, workspace, [link.id for link in links])
        add_entry(menu, theme, words, take, "git-branch")
    out = partial(choosing.take_out_selected, workspace)
    add_entry(menu, theme, tr("Take out of the choice"), out, "unlink")
    for choice, option in dict.fromkeys((link.choice, link.option) for link in links):
        parts = options_of(plan.links.values()).get(choice or "", {}).get(option or "", [])
        if len(parts) > 1:
            words = tr("Options of their own from “{option}”", option=option)
            split = partial(choices.apart, plan, choice or "", option or "")
            add_entry(menu, theme, words, partial(choosing.carry_out, workspace, split))


def _fill_taking(menu: QMenu, workspace: Workspace, choice: str) -> None:
    """Which options the active pathway takes; where several are needed, sets of as many."""
    pathway = active_pathway(workspace.plan)
    if pathway is None:
        return
    name = text_of(workspace.plan, pathway, "name", workspace.language) or pathway.id
    inner = menu.addMenu(as_menu_text(workspace.tr("On “{pathway}”", pathway=name)))
    fill_ways(inner, workspace, pathway.id, choice)
    menu.addSeparator()


def fill_ways(menu: QMenu, workspace: Workspace, pathway: str, choice: str) -> None:
    """The ways to make a choice on a pathway, each a tick, and to leave it open."""
    plan, language = workspace.plan, workspace.language
    taken = set(plan.pathways[pathway].chosen.get(choice, ()))
    ways = ways_of(workspace, choice)
    for way in ways[:MOST_WAYS]:
        names = " + ".join(option_name(plan, choice, option, language) for option in way)
        _ticked(menu, names, partial(_settle, workspace, pathway, choice, way), taken == set(way))
    if len(ways) > MOST_WAYS:
        words = workspace.tr("More ways: select the options on the map and take them there")
        menu.addAction(as_menu_text(words)).setEnabled(False)
    menu.addSeparator()
    words = workspace.tr("Leave it open")
    _ticked(menu, words, partial(_settle, workspace, pathway, choice, ()), not taken)


MOST_WAYS = 40
"""More ways than this are no menu: then the options are selected on the map and taken there."""


def ways_of(workspace: Workspace, choice: str) -> list[tuple[str, ...]]:
    """The sets of just as many options as a choice needs; one more than fit tells of the rest."""
    plan = workspace.plan
    options = options_of(plan.links.values()).get(choice, {})
    needed = plan.choices[choice].effective_needed
    return list(islice(combinations(options, needed), MOST_WAYS + 1))


def _settle(workspace: Workspace, pathway: str, choice: str, way: Sequence[str]) -> None:
    plan = workspace.plan
    choosing.carry_out(workspace, lambda: take_options(plan, pathway, {choice: way}))


def _ticked(menu: QMenu, words: str, does: Callable[[], object], is_on: bool) -> None:
    action = menu.addAction(as_menu_text(words))
    action.setCheckable(True)
    action.setChecked(is_on)

    def run(_checked: bool = False) -> None:
        does()

    action.triggered.connect(run)
