"""The backcast: from the vision leftward what must be true before, and by when to begin."""

from collections.abc import Iterator, Sequence
from functools import partial

from strategy_planner.analysis.chains import critical_chain_to
from strategy_planner.briefing.action_table import MEASURES
from strategy_planner.briefing.chain_boxes import ChainBoxes, chain_boxes
from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.finding_strip import finding_strip
from strategy_planner.briefing.item_words import NUMBER, latest_day, slack_cell
from strategy_planner.briefing.missing_chain import missing_chain_page
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.tables import Cell, Column, Line, TablePart, paginate, row, widths
from strategy_planner.briefing.verdict import has_chain
from strategy_planner.model.records import Node

_GAP = 10.0


def chain_pages(edition: Edition) -> Iterator[Page]:
    """The chain that decides as boxes, then the goals before the vision with their chains."""
    targets = [id_ for id_ in edition.schedule.targets if has_chain(edition, id_)]
    if not targets:
        yield missing_chain_page(edition)
        return
    title = edition.say("Backcast")
    subtitle = edition.say("From the vision back to today: what must begin by when")
    strip = finding_strip(edition)
    boxes = chain_boxes(edition, _deciding_chain(edition, targets[0]), strip.height + _GAP)
    columns = _columns(edition)
    lines = _lines(edition, columns, targets)
    room = edition.content_height - strip.height - boxes.height - 2 * _GAP
    parts = paginate(columns, lines, room, edition.content_height) if lines else []
    here = parts[0] if parts and parts[0].lines and parts[0].height <= room else None
    yield Page(
        title,
        subtitle,
        partial(_draw, edition=edition, boxes=boxes, table=here),
        (title,),
    )
    for part in parts if here is None else parts[1:]:
        if not part.lines:
            continue
        yield Page(title, edition.say("Goals before the vision"), partial(_draw_part, part=part))


def _draw(sheet: Sheet, edition: Edition, boxes: ChainBoxes, table: TablePart | None) -> None:
    y = finding_strip(edition).draw(sheet, sheet.left, CONTENT_TOP) + _GAP
    y = boxes.draw(sheet, sheet.left, y) + _GAP
    if table is not None:
        table.draw(sheet, sheet.left, y)


def _draw_part(sheet: Sheet, part: TablePart) -> None:
    part.draw(sheet, sheet.left, CONTENT_TOP)


def _deciding_chain(edition: Edition, target: str) -> Sequence[str]:
    """The critical chain; of a plan whose targets are no visions, that of its first target."""
    return edition.schedule.critical_chain or critical_chain_to(
        edition.plan, edition.schedule, target
    )


def _columns(edition: Edition) -> list[Column]:
    wide = widths(edition.content_width, (52, 250, 284, 84, 100))
    heads = (
        (edition.say("No."), "start"),
        (edition.say("What must be true just before"), "start"),
        (edition.say("The chain that decides"), "start"),
        (edition.say("Latest end"), "end"),
        (edition.say("Slack"), "end"),
    )
    return [
        Column(head, width, "end" if side == "end" else "start")
        for (head, side), width in zip(heads, wide, strict=True)
    ]


def _lines(edition: Edition, columns: list[Column], targets: Sequence[str]) -> list[Line]:
    """A row for each direct prerequisite of a target, the tightest first."""
    nodes: dict[str, Node] = {}
    for target in targets:
        for link in edition.plan.links_into(target):
            node = edition.plan.nodes[link.prerequisite]
            if link.relation == "requires" and edition.dates(node) is not None:
                nodes[node.id] = node
    return [
        _row(edition, columns, node)
        for node in sorted(nodes.values(), key=partial(_tightness, edition))
    ]


def _tightness(edition: Edition, node: Node) -> tuple[int, int]:
    dates = edition.schedule.items[node.id]
    if dates.state == "blocked":
        return (0, 0)
    slack = dates.total_slack_days
    return (2, 0) if slack is None else (1, slack)


def _row(edition: Edition, columns: list[Column], node: Node) -> Line:
    slack = slack_cell(edition, node)
    chain = critical_chain_to(edition.plan, edition.schedule, node.id)
    numbers = " → ".join(edition.plan.nodes[id_].number or id_ for id_ in chain or [node.id])
    has_means = len(chain) > 1 or node.kind in MEASURES
    cells = (
        Cell(node.number or "", NUMBER),
        Cell(edition.item_title(node)),
        Cell(numbers if has_means else edition.say("No means linked yet")),
        Cell(latest_day(edition, node) or "—"),
        slack.cell,
    )
    return row(columns, cells, "lateWeak" if slack.is_late else None)
