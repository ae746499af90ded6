"""The briefing pack: the sections of an edition, put on pages and written as PDF bytes."""

import datetime as dt
from collections.abc import Callable, Sequence

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.briefing.action_table import action_pages
from strategy_planner.briefing.annex import annex_pages
from strategy_planner.briefing.answers.alternatives import alternative_pages
from strategy_planner.briefing.answers.budget import budget_pages
from strategy_planner.briefing.answers.chance import chance_pages
from strategy_planner.briefing.answers.changes import change_pages
from strategy_planner.briefing.answers.kpis import kpi_pages
from strategy_planner.briefing.answers.late import late_pages
from strategy_planner.briefing.answers.nothing import nothing_pages
from strategy_planner.briefing.answers.quality import quality_pages
from strategy_planner.briefing.answers.requests import request_pages
from strategy_planner.briefing.answers.risks import risk_pages
from strategy_planner.briefing.chain_page import chain_pages
from strategy_planner.briefing.contents import contents_pages
from strategy_planner.briefing.cover import cover_pages
from strategy_planner.briefing.edition import Edition, Page, Paper, Section
from strategy_planner.briefing.errors import BriefingError, Cancelled
from strategy_planner.briefing.fonts import printable
from strategy_planner.briefing.foreign_words import LANGUAGE_TAGS
from strategy_planner.briefing.furniture import draw_foot, draw_head
from strategy_planner.briefing.item_list import item_pages, item_references
from strategy_planner.briefing.metadata import Metadata
from strategy_planner.briefing.paragraphs import cut_to
from strategy_planner.briefing.references import References
from strategy_planner.briefing.roadmap_page import roadmap_section
from strategy_planner.briefing.sheet import OutlineEntry
from strategy_planner.briefing.summary import summary_pages
from strategy_planner.briefing.tagged_document import TaggedDocument
from strategy_planner.briefing.vision_page import vision_pages
from strategy_planner.language import message
from strategy_planner.layout.theme import theme
from strategy_planner.model.plan import Plan

SECTIONS: dict[str, Section] = {
    "cover": cover_pages,
    "contents": contents_pages,
    "summary": summary_pages,
    "vision": vision_pages,
    "roadmap": roadmap_section,
    "chain": chain_pages,
    "late": late_pages,
    "alternatives": alternative_pages,
    "actions": action_pages,
    "budget": budget_pages,
    "kpis": kpi_pages,
    "chance": chance_pages,
    "risks": risk_pages,
    "requests": request_pages,
    "changes": change_pages,
    "quality": quality_pages,
    "items": item_pages,
    "sources": annex_pages,
}
"""The parts of a pack in their order, by the names that ``--sections`` takes: title page; contents;
概要 on one page; vision, images and areas; roadmap chart; backcast chain; what is too late, and
repairs; pathways and the decision calendar; actions by track; budget by fiscal year; KPIs with their
charts; how sure the targets are; risks; decisions requested; changes since an earlier state; the
quality check; every item with its whole title, and the register; sources, conventions and what could
not be printed."""

_SUBJECT_LENGTH = 300.0
Progress = Callable[[int, int], None]
"""Told after each page: how many are drawn, of how many."""


def write_briefing(
    plan: Plan,
    schedule: Schedule,
    language: str,
    sections: Sequence[str] | None = None,
    paper: Paper = "A4",
    *,
    created: dt.datetime,
    since: Plan | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The pack as PDF, the same bytes for the same plan, schedule, language and ``created``.

    ``sections`` are names of `SECTIONS` in the order in which they are wanted; None takes all.
    ``since`` is the earlier state of the plan that the page of changes compares it with. Raises
    BriefingError for another name, and Cancelled as soon as ``cancelled`` says so between two pages.
    """
    names = _chosen(sections)
    edition = Edition(plan, schedule, language, paper, created, since, names)
    pages: list[Page] = []
    for name in names:
        _stop_if(cancelled)
        found = list(SECTIONS[name](edition))
        # What was asked for by name is there, and be it to say that there is nothing.
        pages += found or (nothing_pages(edition, name) if sections is not None else ())
    references = item_references(edition) if "items" in names else {}
    document = TaggedDocument(
        (edition.width, edition.height),
        _metadata(edition),
        References(language, references),
        _outline(pages),
    )
    count = len(pages)
    pages.reverse()
    for number in range(1, count + 1):
        _stop_if(cancelled)
        # A page that is drawn is given up, so that a long pack fits into memory.
        _draw_page(document, edition, pages.pop(), f"{number} / {count}")
        if progress is not None:
            progress(number, count)
    return document.file()


def _chosen(names: Sequence[str] | None) -> tuple[str, ...]:
    wanted = [name.strip() for name in names] if names is not None else list(SECTIONS)
    for name in wanted:
        if name not in SECTIONS:
            raise BriefingError(
                message(
                    "The briefing pack has no section “{name}”; there are {names}.",
                    name=name,
                    names=", ".join(SECTIONS),
                )
            )
    return tuple(dict.fromkeys(wanted))


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled


def _outline(pages: Sequence[Page]) -> list[OutlineEntry]:
    return [
        OutlineEntry(title, f"page {number} {place}", number, page.bare)
        for number, page in enumerate(pages, start=1)
        for place, title in enumerate(page.outlines)
    ]


def _metadata(edition: Edition) -> Metadata:
    return Metadata(
        printable(edition.title),
        LANGUAGE_TAGS[edition.language],
        edition.created,
        printable(edition.text(edition.plan.settings, "organisation")),
        cut_to(edition.say("Briefing pack"), _SUBJECT_LENGTH, 10, 400),
        tuple(_keywords(edition)),
    )


def _keywords(edition: Edition) -> list[str]:
    tracks = [edition.text(track, "name") for track in edition.plan.tracks.values()]
    return [printable(word) for word in tracks if word]


def _draw_page(document: TaggedDocument, edition: Edition, page: Page, number: str) -> None:
    with document.page(theme("light")) as sheet:
        if page.begins_section:
            sheet.section(page.outlines[0])
        if not page.bare:
            draw_head(sheet, edition, page)
        page.draw(sheet)
        if not page.bare:
            draw_foot(sheet, edition, number)
