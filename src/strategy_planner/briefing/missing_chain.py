"""The page of a plan in which nothing leads to a dated vision yet: what it lacks and what to do."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.finding_strip import finding_strip
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.verdict import visions
from strategy_planner.language import message_plural
from strategy_planner.layout.shapes import Ellipse, Rect, Stroke
from strategy_planner.model.records import Node

_HEAD = Style(11, 700)
_TEXT = Style(10, spacing=1.45)
_GOAL = Style(9.5, 500)
_COUNT = Style(9, 400, "ink2")
_STEP_NUMBER = Style(9, 700, "surface")
_WALL = 190.0
_GAP = 24.0


def missing_chain_page(edition: Edition) -> Page:
    """Vision and goals with what is linked to them, the next steps, the chains there are."""
    title = edition.say("Backcast")
    subtitle = edition.say("Nothing leads to the vision yet: how to go on")
    return Page(title, subtitle, partial(_draw, edition=edition), (title,))


def _draw(sheet: Sheet, edition: Edition) -> None:
    y = finding_strip(edition).draw(sheet, sheet.left, CONTENT_TOP) + 14
    _draw_wall(sheet, edition, y)
    room = edition.content_width - _WALL - _GAP
    column = (room - _GAP) / 2
    _draw_steps(sheet, edition, sheet.left, y, column)
    _draw_goals(sheet, edition, sheet.left + column + _GAP, y, column)


def _draw_wall(sheet: Sheet, edition: Edition, top: float) -> None:
    left, height = sheet.right - _WALL, edition.content_bottom - top - 6
    sheet.ornament(Rect(left, top, _WALL, height, "accent", radius=3))
    y = top + 16
    with sheet.element("H2"):
        sheet.line(left + 14, y, edition.say("Vision"), Style(10, 700, "onAccent"))
    y += 14
    for vision in visions(edition)[:3]:
        title = fitted(edition.item_title(vision), _WALL - 28, 130, Style(13, 700, "onAccent"), 8)
        y = sheet.text(title, left + 14, y) + 6
        by = edition.by_day(vision)
        y = sheet.text(paragraph(by, _WALL - 28, Style(9.5, 400, "onAccent")), left + 14, y) + 14


def _draw_steps(sheet: Sheet, edition: Edition, x: float, y: float, width: float) -> None:
    y = _draw_head(sheet, edition.say("Next steps"), x, y, width) + 6
    with sheet.element("L", numbered=True):
        for number, step in enumerate(_steps(edition), start=1):
            sheet.ornament(Ellipse(x, y + 0.5, 14, 14, "accent"))
            with sheet.element("LI"):
                with sheet.element("Lbl"):
                    sheet.line(x + 7, y + 7.5, str(number), _STEP_NUMBER, "middle")
                with sheet.element("LBody"):
                    y = sheet.text(paragraph(step, width - 24, _TEXT), x + 22, y) + 9
    chains = _chains(edition)
    if not chains:
        return
    y = _draw_head(sheet, edition.say("Chains that the plan holds so far"), x, y + 8, width) + 5
    texts = [paragraph(words, width - 12, Style(9)) for words in chains]
    shown = _that_fit(edition, [text.height for text in texts], 4, y)
    with sheet.element("L"):
        for text in texts[:shown]:
            sheet.ornament(Rect(x + 2, y + 4.5, 3.5, 3.5, "ink2"))
            with sheet.element("LI"), sheet.element("LBody"):
                y = sheet.text(text, x + 12, y) + 4
    _draw_more(sheet, edition, x + 12, y, len(chains) - shown)


def _draw_head(sheet: Sheet, words: str, x: float, y: float, width: float) -> float:
    with sheet.element("H2"):
        return sheet.text(paragraph(words, width, _HEAD), x, y)


def _that_fit(edition: Edition, heights: Sequence[float], gap: float, y: float) -> int:
    """How many of the heights have room from ``y`` on, with the count of the others under them."""
    for index, height in enumerate(heights):
        more = _COUNT.line if index + 1 < len(heights) else 0.0
        if y + height > edition.content_bottom - more:
            return index
        y += height + gap
    return len(heights)


def _steps(edition: Edition) -> list[str]:
    undated = [v for v in visions(edition) if v.id not in edition.schedule.targets]
    steps = []
    if undated or not visions(edition):
        steps.append(edition.say("Decide by when the vision is to be reached, and write the date."))
    steps += [
        edition.say(
            "Ask of the vision and of each goal: what must be true just before it? Write the "
            "answer as a required state and link it as required."
        ),
        edition.say("Go on to the left until each chain begins with something that can start now."),
        edition.say("Say how long each step takes, at best with three estimates."),
        edition.say(
            "From then on this page shows the chain that decides, with the day by which each step "
            "must begin."
        ),
    ]
    return steps


def _draw_goals(sheet: Sheet, edition: Edition, x: float, y: float, width: float) -> None:
    """The goals as dashed boxes: how many prerequisites each has; nothing where there are none."""
    goals = _goals(edition)
    if not goals:
        return
    linked = sum(1 for goal in goals if _prerequisites(edition, goal))
    head = edition.say(
        "Goals with a prerequisite: {linked} of {count}", linked=linked, count=len(goals)
    )
    y = _draw_head(sheet, head, x, y, width) + 6
    labels = [" ".join(filter(None, (goal.number, edition.item_short(goal)))) for goal in goals]
    texts = [fitted(label, width - 20, 26, _GOAL, 7.5) for label in labels]
    heights = [text.height + _COUNT.line + 7 for text in texts]
    shown = _that_fit(edition, heights, 5, y)
    with sheet.element("L"):
        for goal, text, height in zip(goals[:shown], texts, heights, strict=False):
            with sheet.element("LI"), sheet.element("LBody"):
                _draw_goal(sheet, edition, goal, text, Rect(x, y, width, height))
            y += height + 5
    _draw_more(sheet, edition, x + 10, y, len(goals) - shown)


def _draw_goal(sheet: Sheet, edition: Edition, goal: Node, text: Paragraph, box: Rect) -> None:
    count = _prerequisites(edition, goal)
    words = edition.say("No means linked yet")
    if count:
        words = edition.put(message_plural("{count} prerequisite", "{count} prerequisites", count))
    edge = Stroke("control", 0.9, () if count else (3.5, 2.6))
    sheet.ornament(replace(box, stroke=edge, radius=3))
    with sheet.element("P"):
        below = sheet.text(text, box.x + 10, box.y + 3)
    with sheet.element("P"):
        sheet.line(box.x + 10, below + _COUNT.line / 2, words, _COUNT)


def _draw_more(sheet: Sheet, edition: Edition, x: float, y: float, count: int) -> None:
    """How many there is no room for, where there are some."""
    if not count:
        return
    words = edition.say("and {count} more, see the lists", count=count)
    sheet.line(x, y + _COUNT.line / 2, words, _COUNT)


def _goals(edition: Edition) -> list[Node]:
    kinds = ("area", "image", "state")
    return [
        node
        for kind in kinds
        for node in edition.plan.nodes.values()
        if node.kind == kind and not node.is_dropped
    ]


def _prerequisites(edition: Edition, node: Node) -> int:
    return sum(1 for link in edition.plan.links_into(node.id) if link.relation == "requires")


def _chains(edition: Edition) -> list[str]:
    """The longest chain of requirements to each end of the plan, the longest first."""
    before = _longest_before(edition)
    ends = set(before) - {node_id for node_id in before.values() if node_id is not None}
    chains = sorted((_back(before, end) for end in ends), key=lambda c: (-len(c), c))
    return [
        " → ".join(
            " ".join(filter(None, (node.number, edition.item_short(node))))
            for node in (edition.plan.nodes[node_id] for node_id in chain)
        )
        for chain in chains
        if len(chain) > 1
    ]


def _longest_before(edition: Edition) -> dict[str, str | None]:
    """For each item the prerequisite with the longest chain behind it."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(edition.schedule.items)
    graph.add_edges_from(
        (link.prerequisite, link.dependent)
        for link in edition.plan.links.values()
        if link.relation == "requires"
        and {link.prerequisite, link.dependent} <= edition.schedule.items.keys()
    )
    length: dict[str, int] = {}
    before: dict[str, str | None] = {}
    for node_id in nx.lexicographical_topological_sort(graph):
        best = max(graph.predecessors(node_id), key=length.__getitem__, default=None)
        before[node_id] = best
        length[node_id] = 0 if best is None else length[best] + 1
    return before


def _back(before: dict[str, str | None], end: str) -> list[str]:
    chain, node_id = [end], before[end]
    while node_id is not None:
        chain.append(node_id)
        node_id = before[node_id]
    return chain[::-1]
