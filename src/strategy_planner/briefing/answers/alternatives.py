"""Alternatives: the pathways side by side, and the decision calendar with what to watch."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from strategy_planner.analysis.decisions.calendar import ChoiceDates, OptionDates
from strategy_planner.analysis.decisions.signposts import Trigger
from strategy_planner.analysis.decisions.words import OPTION_STATES
from strategy_planner.analysis.pathways.comparison import PathwayOutlook
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import FlowSection, flow_pages
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.item_words import LATE, MUTED, STRONG, known_cell, named_few
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.stack import Block, stack_section
from strategy_planner.briefing.table_pages import TablePages, table_section
from strategy_planner.briefing.tables import Cell, Column, Group, Line, row, widths
from strategy_planner.calendars.formatting import show_days
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.scaling import scaled
from strategy_planner.layout.shapes import Picture
from strategy_planner.model.texts import option_name

_SMALLEST = 0.58
"""By how much the picture may shrink: its texts then have 7 points."""
_NEAR = 90
"""Days left below which a closing date is printed strong."""


def alternative_pages(edition: Edition) -> Iterator[Page]:
    """Nothing where the plan holds no choice."""
    if not edition.plan.choices:
        return
    picture = _picture(edition)
    tables = (_pathways(edition), _calendar(edition), _triggers(edition))
    sections = [picture] if picture else []
    sections += [table_section(edition, table) for table in tables if table]
    yield from flow_pages(edition, sections)


def _picture(edition: Edition) -> FlowSection | None:
    """The ways through the options, where a page shows them large enough to be read."""
    found = edition.analyses.comparison
    if not found.pathways:
        return None
    # With the map's layout comes numpy, which no other page needs.
    from strategy_planner.layout.pathways.course import course_of
    from strategy_planner.layout.pathways.options import NARROW
    from strategy_planner.layout.pathways.picture import course_picture

    course = course_of(edition.plan, edition.schedule, found, edition.language)
    drawn = course_picture(course, edition.language, measure, NARROW)
    factor = min(1.0, edition.content_width / drawn.width, edition.content_height / drawn.height)
    if factor < _SMALLEST:
        return None
    picture = scaled(drawn, factor)
    block = Block(picture.height, partial(_draw_picture, edition, picture))
    title = edition.say("Pathways to the vision")
    return stack_section(title, edition.say("What is chosen, and by when it closes"), [block])


def _draw_picture(edition: Edition, picture: Picture, sheet: Sheet, y: float) -> None:
    with sheet.figure(_in_words(edition), sheet.left, y, picture.width, picture.height):
        sheet.picture(picture.shapes, sheet.left, y)


def _in_words(edition: Edition) -> str:
    """What the picture shows, pathway by pathway."""
    return " ".join(
        edition.say(
            "{name}: {options}; the vision comes on {day}.",
            name=edition.text(edition.plan.pathways[one.id], "name") or one.id,
            options=_options_of(edition, one) or edition.say("choices left open"),
            day=_finish(edition, one).text,
        )
        for one in edition.analyses.comparison.pathways
    )


def _options_of(edition: Edition, one: PathwayOutlook) -> str:
    return edition.say(", ").join(
        option_name(edition.plan, choice, option, edition.language)
        for choice, options in one.chosen.items()
        for option in options
    )


def _pathways(edition: Edition) -> TablePages | None:
    found = edition.analyses.comparison
    if not found.pathways:
        return None
    unit = edition.text(edition.plan.settings, "money_unit")
    heads = (
        (edition.say("Pathway"), "start", ""),
        (edition.say("Options taken"), "start", ""),
        (edition.say("The vision comes on"), "start", ""),
        (edition.say("Slack"), "start", ""),
        (edition.say("Cost"), "end", unit and edition.say("({unit})", unit=unit)),
        (edition.say("Late items"), "start", ""),
    )
    wide = widths(edition.content_width, (130, 250, 100, 90, 90, 110))
    columns = [
        Column(title, width, "end" if side == "end" else "start", note)
        for (title, side, note), width in zip(heads, wide, strict=True)
    ]
    lines: list[Line] = [_pathway(edition, columns, one) for one in found.pathways]
    return TablePages(
        edition.say("Pathways side by side"),
        edition.say("What each combination of options leads to"),
        columns,
        lines,
        _counts(edition),
    )


def _counts(edition: Edition) -> list[str]:
    """What is worth doing whatever is chosen, by number."""
    found = edition.analyses.comparison
    notes = []
    for ids, words in (
        (found.no_regret, edition.say("No-regret, in every way that is in time:")),
        (found.necessary, edition.say("Necessary, without them the vision cannot be reached:")),
    ):  # fmt: skip
        if ids:
            notes.append(f"{words} {named_few(edition, ids)}")
    return notes


def _pathway(edition: Edition, columns: list[Column], one: PathwayOutlook) -> Line:
    plan, late = edition.plan, one.slack_days is not None and one.slack_days < 0
    taken = _options_of(edition, one)
    name = edition.text(plan.pathways[one.id], "name") or one.id
    is_active = edition.schedule.pathway == one.id
    shown = edition.say("{name} (followed in this pack)", name=name) if is_active else name
    cells = (
        Cell(shown, STRONG),
        Cell(taken) if taken else Cell("—", MUTED),
        _finish(edition, one),
        _slack(edition, one.slack_days),
        known_cell(edition, "" if one.cost is None else f"{one.cost:,}"),
        Cell(named_few(edition, one.late), LATE) if one.late else Cell(edition.say("None")),
    )
    return row(columns, cells, "lateWeak" if late else None)


def _finish(edition: Edition, one: PathwayOutlook) -> Cell:
    if one.finish is None:
        return Cell(edition.say("cannot come"), LATE, partial(severity_mark, "error"))
    return Cell(edition.day(one.finish - dt.timedelta(days=1)))


def _slack(edition: Edition, days: int | None) -> Cell:
    if days is None:
        return Cell("—", MUTED)
    words = show_days(abs(days), edition.language)
    if days >= 0:
        return Cell(words)
    return Cell(edition.say("{time} short", time=words), LATE, partial(severity_mark, "error"))


def _calendar(edition: Edition) -> TablePages:
    heads = (
        edition.say("Option"),
        edition.say("Closes on"),
        edition.say("Days left"),
        edition.say("State"),
        edition.say("Watch"),
    )
    wide = widths(edition.content_width, (280, 120, 80, 110, 180))
    sides = ("start", "start", "end", "start", "start")
    columns = [
        Column(head, width, "end" if side == "end" else "start")
        for head, width, side in zip(heads, wide, sides, strict=True)
    ]
    lines: list[Line] = []
    for choice in edition.analyses.calendar.choices:
        lines.append(_choice(edition, choice))
        lines += [_option(edition, columns, option) for option in choice.options]
        if not choice.options:
            none = (known_cell(edition, ""), *(Cell("—", MUTED) for _ in columns[1:]))
            lines.append(row(columns, none))
    return TablePages(
        edition.say("Decision calendar"),
        edition.say("When each option closes: the last day on which it can be begun in time"),
        columns,
        lines,
    )


def _choice(edition: Edition, choice: ChoiceDates) -> Group:
    name = edition.text(edition.plan.choices[choice.choice], "name") or edition.label(choice.item)
    notes = [edition.say("at least {count} of these", count=choice.needed)]
    if choice.decide_by is not None:
        notes.append(edition.say("Decide by {day}", day=edition.day(choice.decide_by)))
    if choice.first_loss_on not in {None, choice.decide_by}:
        day = edition.day(choice.first_loss_on)
        notes.append(edition.say("The first option closes on {day}", day=day))
    again = edition.say(" (continued)")
    return Group(name, edition.say("; ").join(notes), "accent", "accent", again=again)


def _option(edition: Edition, columns: list[Column], option: OptionDates) -> Line:
    plan, left = edition.plan, option.days_left
    near = left is not None and left < _NEAR
    watched = [edition.text(plan.register[id_], "title") or id_ for id_ in option.signposts]
    is_lost = option.state == "closed"
    cells = (
        Cell(option_name(plan, option.choice, option.option, edition.language)),
        Cell(edition.day(option.closes_on), STRONG if near else LATE if is_lost else STRONG)
        if option.closes_on
        else Cell(edition.say("No deadline"), MUTED),
        Cell("—", MUTED) if left is None else Cell(f"{left:,}", LATE if left < 0 else STRONG),
        Cell(edition.put(OPTION_STATES[option.state])),
        Cell(edition.say(", ").join(watched)) if watched else Cell("—", MUTED),
    )
    return row(columns, cells, "lateWeak" if is_lost else None)


def _triggers(edition: Edition) -> TablePages | None:
    triggers = edition.analyses.calendar.triggers
    if not triggers:
        return None
    heads = (
        edition.say("Signpost"),
        edition.say("Threshold"),
        edition.say("Passed on its present trend on"),
        edition.say("Decide by"),
        edition.say("Value on that day"),
    )
    wide = widths(edition.content_width, (280, 100, 150, 120, 120))
    columns = [
        Column(head, width, "end" if head in {heads[1], heads[4]} else "start")
        for head, width in zip(heads, wide, strict=True)
    ]
    lines: list[Line] = [_trigger(edition, columns, one) for one in triggers]
    title = edition.say("Signposts")
    subtitle = edition.say(
        "Watch the value on the day of decision; at the threshold it is too late"
    )
    return TablePages(title, subtitle, columns, lines)


def _trigger(edition: Edition, columns: list[Column], one: Trigger) -> Line:
    entry = edition.plan.register[one.signpost]
    unit = ""
    kpi = edition.plan.kpis.get(entry.kpi or "")
    if kpi is not None:
        unit = edition.text(kpi, "unit")
    cells = (
        Cell(edition.text(entry, "title") or one.signpost),
        Cell(f"{entry.threshold:,} {unit}".strip()),
        Cell(edition.day(one.tips_on)),
        Cell(edition.day(one.decide_by), STRONG),
        Cell(f"{one.value_then:,.4g} {unit}".strip(), STRONG),
    )
    return row(columns, cells)
