"""お諮り事項: what the meeting is asked to decide, by when, and what waiting costs (VISUAL 10)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from strategy_planner.analysis.decisions.calendar import ChoiceDates
from strategy_planner.analysis.last_days import late_last_day
from strategy_planner.analysis.wording import days_in_words
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import flow_pages
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.stack import Block, stack_section
from strategy_planner.layout.shapes import Rect
from strategy_planner.model.records import Node
from strategy_planner.model.texts import option_name

_HEAD = Style(14, 700, "surface", 1.3)
_LABEL = Style(9.5, 700, "ink2")
_BODY = Style(10.5)
_PAD, _LABEL_WIDTH, _LINE_GAP = 9.0, 96.0, 4.0
_STRIP = 10.0
_MOST_REPAIRS = 3
_Line = tuple[Paragraph, Paragraph]


@dataclass(frozen=True, slots=True)
class Request:
    """A question to the meeting, with lines of a label and what stands beside it."""

    question: str
    lines: tuple[tuple[str, str], ...]


def request_pages(edition: Edition) -> Iterator[Page]:
    """A box for each request; nothing where nothing is to be decided."""
    blocks = [
        block
        for number, one in enumerate(requests(edition), 1)
        for block in _blocks(edition, number, one)
    ]
    if not blocks:
        return
    title = edition.say("Decisions requested")
    subtitle = edition.say("What this meeting is asked to decide, and by when")
    yield from flow_pages(edition, [stack_section(title, subtitle, blocks)])


def requests(edition: Edition) -> list[Request]:
    """Open decisions and choices, the first due first; then what repairs a missed date."""
    found = [
        _of_decision(edition, node)
        for node in edition.plan.nodes.values()
        if node.kind == "decision" and not node.is_done and not node.is_dropped
    ]
    found += [
        _of_choice(edition, choice)
        for choice in edition.analyses.calendar.choices
        if any(option.state == "open" for option in choice.options)
    ]
    found.sort(key=lambda one: one[0])
    return [request for _, request in found] + list(_of_repairs(edition))


def _of_decision(edition: Edition, node: Node) -> tuple[dt.date, Request]:
    dates = edition.dates(node)
    latest = None
    if dates is not None and dates.late_finish is not None:
        latest = late_last_day(edition.plan, edition.schedule, node.id)
    lines = []
    if description := edition.text(node, "description"):
        lines.append((edition.say("Content"), description))
    lines.append((edition.say("Deadline"), _deadline(edition, latest, node)))
    lines.append((edition.say("If it waits"), _waiting(edition, latest)))
    return latest or dt.date.max, Request(edition.label(node.id), tuple(lines))


def _of_choice(edition: Edition, choice: ChoiceDates) -> tuple[dt.date, Request]:
    record = edition.plan.choices[choice.choice]
    name = edition.text(record, "name") or edition.label(choice.item)
    options = [
        edition.say(
            "{option} (closes on {day})",
            option=option_name(edition.plan, option.choice, option.option, edition.language),
            day=edition.day(option.closes_on),
        )
        if option.closes_on
        else option_name(edition.plan, option.choice, option.option, edition.language)
        for option in choice.options
    ]
    listed = "\n".join(f"{place}. {words}" for place, words in enumerate(options, 1))
    lines = [
        (edition.say("Options"), listed),
        (edition.say("Deadline"), edition.day(choice.decide_by)),
        (edition.say("If it waits"), _waiting(edition, choice.decide_by)),
    ]
    question = edition.say("Choose at least {count}: {name}", count=choice.needed, name=name)
    return choice.decide_by or dt.date.max, Request(question, tuple(lines))


def _of_repairs(edition: Edition) -> Iterator[Request]:
    """How a missed date is to be repaired is for the meeting to say, never for the program."""
    for chain in edition.analyses.late:
        repairs = [one for one in chain.repairs if not one.leaves_days_short] or chain.repairs
        listed = "\n".join(
            f"{place}. {edition.put(one.message)}"
            for place, one in enumerate(repairs[:_MOST_REPAIRS], 1)
        )
        short = chain.days_short
        waits = (
            edition.say("{item} cannot come.", item=edition.label(chain.target))
            if short is None
            else edition.say(
                "{item} stays {time} too late.",
                item=edition.label(chain.target), time=edition.put(days_in_words(short)),
            )
        )  # fmt: skip
        question = edition.say("How to bring {item} in time", item=edition.label(chain.target))
        options = (edition.say("Options"), listed or edition.to_be_set)
        yield Request(question, (options, (edition.say("If nothing is done"), waits)))


def _deadline(edition: Edition, latest: dt.date | None, node: Node) -> str:
    if latest is None:
        return edition.date_as_written(node) or edition.to_be_set
    if latest < edition.schedule.status_date:
        return edition.say("{words} (passed)", words=edition.day(latest))
    return edition.day(latest)


def _waiting(edition: Edition, latest: dt.date | None) -> str:
    if latest is None:
        return edition.say("Nothing that has a date waits for it yet.")
    if latest < edition.schedule.status_date:
        return edition.say("Each further month makes what waits for it a month later.")
    return edition.say(
        "Until {day} nothing is lost; after it, each month makes what waits for it a month later.",
        day=edition.day(latest),
    )


def _blocks(edition: Edition, number: int, request: Request) -> Iterator[Block]:
    """The box of a request; one that no page holds goes on in further boxes."""
    width = edition.content_width
    question = f"{number}　{request.question}"
    # The whole title of an item stands among all items.
    head = fitted(question, width - 2 * _PAD, 3 * _HEAD.line, _HEAD, 10)
    room = width - 2 * _PAD - _LABEL_WIDTH
    waiting = [
        (paragraph(label, _LABEL_WIDTH, _LABEL), paragraph(words, room, _BODY))
        for label, words in request.lines
    ]
    while waiting:
        most = edition.content_height - head.height - _STRIP - 2 * _PAD
        lines, waiting = _filled(waiting, most)
        height = head.height + _STRIP + 2 * _PAD + sum(map(_line_height, lines))
        yield Block(height, partial(_draw, edition, head, lines, height))


def _filled(waiting: list[_Line], room: float) -> tuple[list[_Line], list[_Line]]:
    """The lines that have room, and the rest; what alone is too long for it is torn."""
    taken: list[_Line] = []
    for place, line in enumerate(waiting):
        if _line_height(line) <= room:
            taken.append(line)
            room -= _line_height(line)
            continue
        if taken:
            return taken, waiting[place:]
        label, words = line
        kept, rest = words.split(room - _LINE_GAP)
        return [(label, kept)], [(label, rest), *waiting[place + 1 :]]
    return taken, []


def _line_height(line: _Line) -> float:
    return max(line[0].height, line[1].height) + _LINE_GAP


def _draw(
    edition: Edition,
    head: Paragraph,
    lines: list[_Line],
    height: float,
    sheet: Sheet,
    y: float,
) -> None:
    width, strip = edition.content_width, head.height + _STRIP
    sheet.ornament(Rect(sheet.left, y, width, strip, "ink"))
    sheet.frame(sheet.left, y, width, height, "ink")
    with sheet.element("H2"):
        sheet.text(head, sheet.left + _PAD, y + 5)
    top = y + strip + _PAD
    with sheet.element("L"):
        for label, words in lines:
            with sheet.element("LI"):
                with sheet.element("Lbl"):
                    sheet.text(label, sheet.left + _PAD, top + 1)
                with sheet.element("LBody"):
                    below = sheet.text(words, sheet.left + _PAD + _LABEL_WIDTH, top)
            top = max(below, top + label.height) + _LINE_GAP
