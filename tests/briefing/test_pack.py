"""The pack as a file: what a reader finds in it, how it looks outside, how it is made."""

import datetime as dt
import re
from io import BytesIO

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings

from packs_read_back import CREATED, Pack, sample_pack, sample_plan, solid
from strategies import dated_plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.errors import BriefingError, Cancelled
from strategy_planner.briefing.pack import SECTIONS, write_briefing

SAMPLES = ("worked_example", "bio_strategy_2019", "quantum_innovation", "ai_strategy",
           "data_dfft_privacy")  # fmt: skip
NOTO = re.compile(r"/[A-Z]{6}\+NotoSans(JP)?-(Regular|Medium|Bold)")
INSIDE = 0.5
"""How far a glyph's box may reach beyond its own page by rounding."""


@pytest.fixture(params=["ja", "en"])
def worked_example(request):
    return sample_pack("worked_example", request.param)


def _title(plan, node, language):
    translation = plan.translations.get(f"{node.id}/title/{language}")
    return translation.text if translation else node.title


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_item_stands_in_the_pack_with_its_whole_title(name, language):
    pack = sample_pack(name, language)
    listed = solid("".join(pack.section("項目一覧" if language == "ja" else "All items")))
    for node in pack.plan.nodes.values():
        assert solid(_title(pack.plan, node, language)) in listed, node.id


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_stands_outside_its_page(name, language):
    for number, page in enumerate(sample_pack(name, language).document, start=1):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            assert min(left, bottom) >= -INSIDE, (number, index)
            assert right <= width + INSIDE, (number, index)
            assert top <= height + INSIDE, (number, index)


@pytest.mark.parametrize("name", SAMPLES)
def test_only_embedded_subsets_of_noto_are_named(name):
    reader = sample_pack(name).reader
    fonts = {}
    for page in reader.pages:
        fonts |= page["/Resources"].get("/Font", {})
    assert len(fonts) > 2
    for font in (reference.get_object() for reference in fonts.values()):
        assert NOTO.fullmatch(font["/BaseFont"]), font["/BaseFont"]
        assert font["/Subtype"] == "/TrueType"
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert b"Helvetica" not in sample_pack(name).data


def test_every_page_but_the_cover_tells_its_number_and_the_count(worked_example):
    count = len(worked_example.pages)
    assert count > 10
    for number, page in enumerate(worked_example.pages[1:], start=2):
        assert f"{number} / {count}" in page


def test_the_file_says_what_it_is(worked_example):
    reader, is_ja = worked_example.reader, worked_example.language == "ja"
    meta = reader.metadata
    assert meta.title == (
        "バイオ戦略2019（記入例）" if is_ja else "Bio Strategy 2019 (worked example)"
    )
    assert meta.producer == meta.creator == "Strategy Planner"
    assert meta.author == (
        "バイオ戦略室（例示）" if is_ja else "Bio strategy office (illustration)"
    )
    assert meta.creation_date == CREATED
    assert reader.root_object["/Lang"] == ("ja-JP" if is_ja else "en-GB")
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF boolean, not a Python one
    assert "ReportLab" not in str(meta)
    assert "anonymous" not in str(meta)


def test_each_section_has_a_bookmark_to_its_page(worked_example):
    reader = worked_example.reader
    marks = [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline]
    assert len(marks) >= len(SECTIONS)
    assert [page for _, page in marks] == sorted(page for _, page in marks)
    for title, page in marks[1:]:
        assert re.search(rf"(^|\n){re.escape(title)}\s", worked_example.pages[page])


def test_the_same_plan_gives_the_same_bytes():
    again = write_briefing(
        sample_plan("ai_strategy"), schedule(sample_plan("ai_strategy")), "ja", created=CREATED
    )
    assert again == sample_pack("ai_strategy").data


def test_another_moment_is_seen_on_the_cover_and_in_the_metadata():
    later = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    plan = sample_plan("ai_strategy")
    data = write_briefing(plan, schedule(plan), "ja", ["cover"], created=later)
    metadata = pypdf.PdfReader(BytesIO(data)).metadata
    assert metadata["/CreationDate"] == "D:20240501120000+09'00'"
    assert b"<xmp:CreateDate>2024-05-01T12:00:00+09:00</xmp:CreateDate>" in data
    assert data != write_briefing(plan, schedule(plan), "ja", ["cover"], created=CREATED)


@pytest.mark.parametrize("name", [n for n in SECTIONS if n != "cover"])
def test_each_section_can_be_had_alone(name):
    pack = Pack(sample_plan("worked_example"), "ja", sections=[name])
    whole = sample_pack("worked_example", "ja")
    assert 0 < len(pack.pages) < len(whole.pages)


def test_an_unknown_section_is_refused_by_name():
    plan = sample_plan("ai_strategy")
    with pytest.raises(BriefingError) as refusal:
        write_briefing(plan, schedule(plan), "en", ["summary", "glossary"], created=CREATED)
    assert "glossary" in str(refusal.value)
    assert "summary" in str(refusal.value)


def test_progress_counts_the_pages_and_a_pack_can_be_given_up():
    plan, told = sample_plan("ai_strategy"), []
    write_briefing(
        plan, schedule(plan), "ja", created=CREATED, progress=lambda n, of: told.append((n, of))
    )
    count = len(sample_pack("ai_strategy").pages)
    assert told == [(n, count) for n in range(1, count + 1)]
    with pytest.raises(Cancelled):
        write_briefing(
            plan, schedule(plan), "ja", created=CREATED, cancelled=lambda: len(told) >= count
        )


def test_a3_is_larger_and_holds_the_same_items():
    plan = sample_plan("ai_strategy")
    pack = Pack(plan, "ja", paper="A3")
    assert [round(x, 1) for x in pack.document[0].get_size()] == [1190.6, 841.9]
    for node in plan.nodes.values():
        assert solid(node.title) in pack.solid


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(dated_plans(max_nodes=8))
def test_any_plan_makes_a_pack_in_both_languages(plan):
    for language in ("ja", "en"):
        pack = Pack(plan, language)
        assert len(pack.section("概要" if language == "ja" else "Summary")) == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_the_roadmap_shows_every_item_of_the_schedule(name):
    pack = sample_pack(name, "en")
    chart = solid("".join(pack.section("Roadmap")))
    items = schedule(pack.plan).items
    dated_visions = schedule(pack.plan).targets
    for node_id, dates in items.items():
        if not (pack.plan.nodes[node_id].kind == "vision" and node_id in dated_visions):
            assert solid(dates.number) in chart, dates.number
