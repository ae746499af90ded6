"""What stands beside the question: the path from the vision, the stages, what is still open."""

from dataclasses import replace
from functools import partial

from strategy_planner.analysis.interview import places
from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.gui.interview.answer_rows import DONE, filled, item_row, needed_by
from strategy_planner.gui.interview.row import Mark, Row
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.badges import badge_mark
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import Shapes, missing_means_mark, ring
from strategy_planner.layout.shapes import Label, Polyline, Stroke, baseline
from strategy_planner.model.texts import label, text_of


def here_mark(cx: float, cy: float, size: float) -> tuple[Polyline, ...]:
    """An arrow that points back in time: here the interview stands."""
    pen, reach = Stroke("accent", size * 0.13), size * 0.36
    head = ((cx, cy - reach), (cx - reach, cy), (cx, cy + reach))
    return (Polyline(((cx - reach, cy), (cx + reach, cy)), pen), Polyline(head, pen))


def half_mark(cx: float, cy: float, size: float) -> tuple[Polyline, ...]:
    """A short bar: begun, and not done."""
    return (Polyline(((cx - size * 0.3, cy), (cx + size * 0.3, cy)), Stroke("ink2", size * 0.14)),)


def link_mark(cx: float, cy: float, size: float) -> tuple[Polyline, ...]:
    """An arrow from one item to the next."""
    pen, reach = Stroke("ink2", size * 0.1), size * 0.42
    tip = cx + reach
    head = ((tip - reach * 0.7, cy - reach * 0.6), (tip, cy), (tip - reach * 0.7, cy + reach * 0.6))
    return (Polyline(((cx - reach, cy), (tip, cy)), pen), Polyline(head, pen))


def _asked_mark(cx: float, cy: float, size: float) -> Shapes:
    """A ring with a question mark: what is being asked for."""
    mark = Label(cx, baseline(cy, size * 0.7), "?", size * 0.7, "accent", 700, "middle")
    return (ring(cx, cy, size, Stroke("accent", 1.4)), mark)


def path_rows(workspace: Workspace, stand: Stand, path: tuple[str, ...]) -> list[Row]:
    """The items from the vision back to where the interview stands."""
    rows = [
        replace(
            item_row(workspace, id_),
            head="",
            below=filled(needed_by(workspace, id_)),
            here=id_ == stand.item,
            joined=id_ != stand.item or stand.question == "means",
        )
        for id_ in path
    ]
    if stand.question != "means":
        return rows
    return [*rows, Row("", workspace.tr("What must be true just before it"), mark=_asked_mark)]


def stage_rows(workspace: Workspace, ends: OpenEnds, path: tuple[str, ...]) -> list[Row]:
    """The areas, or what the vision requires directly, with how far each has come."""
    tr, marks = workspace.tr, {"done": DONE, "begun": half_mark, "open": missing_means_mark}
    words = {"done": tr("done"), "begun": tr("begun"), "open": tr("no means yet")}
    rows = []
    for id_ in places.stages(workspace.plan):
        state = places.progress(workspace.plan, ends, id_)
        here = id_ in path
        row = item_row(workspace, id_)
        short = text_of(workspace.plan, workspace.plan.nodes[id_], "short", workspace.language)
        rows.append(
            replace(
                row,
                title=short or row.title,
                head="",
                mark=None,
                here=here,
                right_mark=here_mark if here and state != "done" else marks[state],
                said=words[state],
            )
        )
    return rows


OPEN: tuple[tuple[str, Message, Mark], ...] = (
    ("without_means", message("Goals and states without means"), missing_means_mark),
    ("unanswered", message("Obstacles without an answer"), partial(badge_mark, "obstacle")),
    ("serving_nothing", message("Actions that serve nothing"), partial(kind_mark, "action")),
    ("unreasoned", message("Links without a reason"), link_mark),
)
"""The kinds of open end, by the field of `OpenEnds` that holds them."""


def count_rows(workspace: Workspace, ends: OpenEnds) -> list[Row]:
    """How much of each kind is still open."""
    return [
        Row(
            kind,
            called.into(workspace.language),
            mark=mark,
            right=f"{len(getattr(ends, kind)):,}",
            tone="plain" if getattr(ends, kind) else "ok",
        )
        for kind, called, mark in OPEN
    ]


def open_rows(workspace: Workspace, ends: OpenEnds) -> list[Row]:
    """Everything that is still open, under its headings; `open_end` reads the ids."""
    rows: list[Row] = []
    for kind, called, mark in OPEN:
        ids: tuple[str, ...] = getattr(ends, kind)
        if ids:
            words = called.into(workspace.language)
            rows.append(Row("", words, heading=True, right=f"{len(ids):,}"))
            rows += [Row(f"{kind}/{id_}", _called(workspace, id_), mark=mark) for id_ in ids]
    return rows


def open_end(workspace: Workspace, row_id: str) -> Stand:
    """The question by which an open end is taken up."""
    kind, _, id_ = row_id.partition("/")
    plan = workspace.plan
    if kind == "unanswered":
        touched = (one for one in plan.register[id_].touches if one in plan.nodes)
        links = (plan.links[one].dependent for one in plan.register[id_].touches
                 if one in plan.links)  # fmt: skip
        return Stand("remover", next(touched, None) or next(links), id_)
    if kind == "serving_nothing":
        return Stand("purpose", id_)
    if kind == "unreasoned":
        return Stand("reason", plan.links[id_].dependent, id_)
    return Stand("means", id_)


def _called(workspace: Workspace, id_: str) -> str:
    plan, language = workspace.plan, workspace.language
    if id_ in plan.nodes:
        return label(plan, id_, language)
    if id_ in plan.register:
        return text_of(plan, plan.register[id_], "title", language) or id_
    link = plan.links[id_]
    return workspace.tr(
        "{prerequisite} → {dependent}",
        prerequisite=label(plan, link.prerequisite, language),
        dependent=label(plan, link.dependent, language),
    )
