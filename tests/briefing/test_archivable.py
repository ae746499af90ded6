"""PDF/UA-1 and PDF/A-2a as veraPDF judges them, for all samples and for hostile texts."""

import datetime as dt
import subprocess

import pytest

from packs_read_back import CREATED, SAMPLES, Pack, sample_pack
from pdf_checkers import CAN_BE_INSTALLED, IS_THERE, judged, needs_checkers
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing import pack as packs
from strategy_planner.briefing.edition import Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.picture_pdf import pdf_of
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.theme import theme
from strategy_planner.layout.view_pictures import view_picture
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

PROFILES = ("ua1", "2a")
NAMES = ("worked_example", "bio_strategy_2019", "quantum_innovation", "ai_strategy",
         "data_dfft_privacy")  # fmt: skip
HOSTILE = (
    "<b>太字</b><img src='file:///etc/passwd'/> &amp; ]]> <?xpacket end='w'?>",
    "%s {title} $HOME `rm` ' \" \\ ) EMC endstream endobj /MCID 3 BDC",
    "𠮷野家 髙島 山﨑 德永 葛󠄀城 ①⑳ ㈱ ㎡ ～ −",
    "計画😀👩‍🚀 אבג العربية \x07\x00\x1b\u200b\u202e \ue000\ufffe\ufffd",
    "Žluťoučký kůň, Łódź, Привет, Data Free Flow with Trust",
    "W" * 900,
    "".join(f"第{n}節の長い題名、" for n in range(1, 1200))[:10_000],
)


def hostile_plan():
    """Every text of the plan is one that wants to be something else than text."""
    vision = r.Node(
        id="v", kind="vision", number="V-001", title=HOSTILE[0], target=dt.date(2030, 12, 31)
    )
    actions = [
        r.Node(
            id=f"a{n}", kind="action", number=f"A-{n:03d}", title=text, duration="1y", source=text
        )
        for n, text in enumerate(HOSTILE, start=1)
    ]
    links = [
        r.Link(id=f"l{n}", prerequisite=node.id, dependent="v", relation="requires")
        for n, node in enumerate(actions)
    ]
    tracks = [r.Track(id="t", name=HOSTILE[1])]
    settings = r.PlanSettings(
        title=HOSTILE[0] + HOSTILE[3],
        language="ja",
        organisation=HOSTILE[3],
        background=HOSTILE[1],
        marking=HOSTILE[2],
        status_date=dt.date(2019, 6, 7),
    )
    return Plan.from_records([settings, vision, *actions, *links, *tracks])


def _picture():
    plan = read_plan_json((SAMPLES / "worked_example.json").read_bytes())
    picture = view_picture("map", plan, schedule(plan), "en", measure, theme("light"))
    return pdf_of(picture, theme("light"), plan, "Map", "en", CREATED)


def _without_tags(monkeypatch):
    """A pack with a page whose author went to the canvas itself."""

    def draw(sheet):
        sheet.finish()
        sheet._canvas.drawString(100, 100, "A")

    page = Page("Page", "", draw, ("Page",))
    with monkeypatch.context() as patch:
        patch.setitem(packs.SECTIONS, "page", lambda _: [page])
        return Pack(Plan(), sections=["page"]).data


def _files(monkeypatch):
    for language in ("ja", "en"):
        for name in NAMES:
            yield f"{name} {language}", sample_pack(name, language).data
        yield f"hostile {language}", Pack(hostile_plan(), language).data
        yield f"empty {language}", Pack(Plan(), language).data
    yield "A3", Pack(hostile_plan(), "ja", paper="A3", sections=["summary", "roadmap"]).data
    yield "picture", _picture()
    yield "untagged", _without_tags(monkeypatch)


@needs_checkers
@pytest.mark.timeout(400)
def test_every_pack_keeps_pdf_ua_and_pdf_a_and_is_whole(tmp_path, monkeypatch):
    files = []
    for name, data in _files(monkeypatch):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)
    for file in files:
        checked = subprocess.run(
            ["qpdf", "--check", file], check=False, capture_output=True, text=True
        )
        assert checked.returncode == 0, checked.stdout + checked.stderr
    verdicts = judged(files)
    assert any("7.1-3" in rule for rule in verdicts.pop(("untagged", "ua1")))
    verdicts.pop(("untagged", "2a"))
    assert set(verdicts) == {(file.stem, p) for file in files[:-1] for p in PROFILES}
    broken = {which: rules for which, rules in verdicts.items() if rules != ["kept"]}
    assert not broken


def test_the_checkers_are_there_where_the_set_up_installs_them():
    assert IS_THERE or not CAN_BE_INSTALLED, "run packaging/dev.py test, which installs them"
