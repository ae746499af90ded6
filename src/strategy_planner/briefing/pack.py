"""The briefing pack: the sections of an edition, put on pages and written as PDF bytes."""

import datetime as dt
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

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
from strategy_planner.briefing.cover import cover_pages
from strategy_planner.briefing.edition import Edition, Page, Paper, Section
from strategy_planner.briefing.errors import BriefingError, Cancelled
from strategy_planner.briefing.fonts import font_name, register_fonts
from strategy_planner.briefing.furniture import draw_foot, draw_head
from strategy_planner.briefing.item_list import item_pages
from strategy_planner.briefing.paragraphs import cut_to
from strategy_planner.briefing.roadmap_page import roadmap_section
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.summary import summary_pages
from strategy_planner.briefing.vision_page import vision_pages
from strategy_planner.language import message
from strategy_planner.layout.theme import theme
from strategy_planner.model.plan import Plan

SECTIONS: dict[str, Section] = {
    "cover": cover_pages,
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
"""The parts of a pack in their order, by the names that ``--sections`` takes: title page; 概要 on
one page; vision, images and areas; roadmap chart; backcast chain; what is too late, and repairs;
pathways and the decision calendar; actions by track; budget by fiscal year; KPIs with their charts;
how sure the targets are; risks; decisions requested; changes since an earlier state; the quality check; every item with its whole title, and the register;
sources, conventions and what could not be printed."""

PROGRAM = "Strategy Planner"
_SUBJECT_LENGTH = 300.0
LANGUAGE_TAGS = {"ja": "ja-JP", "en": "en-GB"}
"""How a PDF names its language."""

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
    buffer = BytesIO()
    canvas = _canvas(buffer, edition)
    for number, page in enumerate(pages, start=1):
        _stop_if(cancelled)
        _draw_page(canvas, edition, page, number, len(pages))
        if progress is not None:
            progress(number, len(pages))
    canvas.save()
    return buffer.getvalue()


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


def _canvas(buffer: BytesIO, edition: Edition) -> Any:
    """A canvas with the metadata set, and no font but the bundled ones."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(
        buffer,
        pagesize=(edition.width, edition.height),
        pageCompression=1,
        invariant=1,
        lang=LANGUAGE_TAGS[edition.language],
        initialFontName=font_name(400),
        initialFontSize=10,
        pdfVersion=(1, 7),
    )
    fix_time(canvas, edition.created)
    settings = edition.plan.settings
    canvas.setTitle(edition.title)
    canvas.setAuthor(edition.text(settings, "organisation"))
    canvas.setSubject(cut_to(edition.say("Briefing pack"), _SUBJECT_LENGTH, 10, 400))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setKeywords(_keywords(edition))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def fix_time(canvas: Any, created: dt.datetime) -> None:
    """Stamp the file with the moment of the edition instead of the clock's."""
    stamp = canvas._doc._timeStamp  # noqa: SLF001 - ReportLab offers the environment only
    moment = created if created.tzinfo is not None else created.astimezone()
    offset = moment.utcoffset() or dt.timedelta()
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    stamp.dhh, stamp.dmm = divmod(int(offset.total_seconds()) // 60, 60)
    stamp.tzname = "UTC"


def _keywords(edition: Edition) -> list[str]:
    tracks = [edition.text(track, "name") for track in edition.plan.tracks.values()]
    return [word for word in tracks if word]


def _draw_page(canvas: Any, edition: Edition, page: Page, number: int, count: int) -> None:
    sheet = Sheet(canvas, edition.width, edition.height, theme("light"))
    for place, outline in enumerate(page.outlines):
        sheet.bookmark(f"page-{number}-{place}", outline, 0)
    if not page.bare:
        draw_head(sheet, edition, page)
    page.draw(sheet)
    if not page.bare:
        draw_foot(sheet, edition, number, count)
    canvas.showPage()
