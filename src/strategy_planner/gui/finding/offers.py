"""What the command palette offers: every action, every item and every problem by its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from strategy_planner.analysis.folding import fold
from strategy_planner.analysis.fuzzy import SCATTERED, badness
from strategy_planner.gui.shell.actions import MENUS
from strategy_planner.language import Message, message
from strategy_planner.model.texts import label, text_of, title_of

if TYPE_CHECKING:
    from strategy_planner.gui.shell.actions import Actions
    from strategy_planner.gui.workspace import Workspace

Group = Literal["action", "item", "problem"]
GROUPS: dict[Group, Message] = {
    "action": message("Commands"),
    "item": message("Items"),
    "problem": message("Problems"),
}
MOST: dict[Group, int] = {"action": 8, "item": 20, "problem": 8}
"""How many of a group are shown at once; more letters bring the others."""
_MNEMONIC = re.compile(r"\(&.\)")


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the palette: what it is called, what stands at its right, and what Enter does.

    ``lacking`` is why it cannot be done now. ``icon`` is an icon's name, a kind of item, or a
    severity, by its group.
    """

    group: Group
    name: str
    beside: str
    icon: str
    do: Callable[[], object]
    folded: str
    keys: str = ""
    lacking: str = ""


def action_offers(actions: "Actions", language: str) -> list[Offer]:
    """Every action of the window, those of its submenus too."""
    return list(_actions(actions, language))


def item_offers(workspace: "Workspace") -> list[Offer]:
    """Every item by number, title and short title, with the item under which it stands."""
    plan, language = workspace.plan, workspace.language
    offers = []
    for node in plan.nodes.values():
        above = plan.nodes.get(node.parent or "")
        name = label(plan, node.id, language)
        short = text_of(plan, node, "short", language) or ""
        offers.append(
            Offer(
                "item",
                name,
                title_of(plan, above, language) if above else "",
                node.kind,
                _selecting(workspace, node.id),
                fold(f"{name} {short}"),
            )
        )
    return offers


def problem_offers(workspace: "Workspace") -> list[Offer]:
    """Every problem by its sentence."""
    offers = []
    for finding in workspace.findings:
        sentence = finding.message.into(workspace.language)
        target = finding.items[0] if finding.items else ""
        node = workspace.plan.nodes.get(target)
        number = (node.number or "") if node else ""
        offers.append(
            Offer(
                "problem", sentence, number, finding.severity,
                _selecting(workspace, target), fold(sentence),
            )
        )  # fmt: skip
    return offers


def chosen(offers: list[Offer], query: str) -> list[Offer]:
    """The offers that fit, best first within their group, as many as are shown of each."""
    wanted = " ".join(fold(query).split())
    fitting: dict[Group, list[tuple[int, Offer]]] = {group: [] for group in GROUPS}
    for offer in offers:
        bad = badness(wanted, offer.folded)
        if bad is not None:
            fitting[offer.group].append((bad, offer))
    picked: list[Offer] = []
    for group, found in fitting.items():
        found.sort(key=lambda one: (one[0], bool(one[1].lacking)))
        has_words = bool(found) and found[0][0] < SCATTERED
        better = [offer for bad, offer in found if bad < SCATTERED or not has_words]
        picked += better[: MOST[group]]
    return picked


def _actions(actions: "Actions", language: str) -> Iterator[Offer]:
    for id_, action in actions.by_id.items():
        if id_ == "palette":
            continue
        command = actions.command(id_)
        place = _MNEMONIC.sub("", MENUS[command.menu].into(language)).replace("&", "")
        if id_ not in actions.submenus:
            name = _plain(action)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            reason = command.lacking
            lacking = "" if action.isEnabled() or reason is None else reason.into(language)
            yield Offer(
                "action", name, place, command.icon, action.trigger,
                fold(f"{name} {place}"), keys, lacking,
            )  # fmt: skip
            continue
        for inner in _entries(actions.submenus[id_]):
            if inner.text():
                name = f"{_plain(action)}: {_plain(inner)}"
                yield Offer(
                    "action",
                    name,
                    place,
                    command.icon,
                    _triggering(actions.submenus[id_], inner.text()),
                    fold(name),
                )


def _triggering(menu: QMenu, words: str) -> Callable[[], None]:
    """A submenu is filled anew each time it opens: its entry is looked up when asked."""

    def trigger() -> None:
        for action in _entries(menu):
            if action.text() == words:
                action.trigger()
                return

    return trigger


def _entries(menu: QMenu) -> list[QAction]:
    """What a submenu holds when it opens now."""
    menu.aboutToShow.emit()
    return menu.actions()


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _selecting(workspace: "Workspace", record_id: str) -> Callable[[], None]:
    return lambda: workspace.select([record_id] if record_id else [])
