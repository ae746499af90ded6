"""What a screen reader meets in a pack: headings, lists, tables, pictures in words, links."""

import datetime as dt
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from pdfminer.high_level import extract_text

from packs_read_back import Pack, sample_pack, solid
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing import pack as packs
from strategy_planner.briefing.edition import Page
from strategy_planner.briefing.paragraphs import BODY
from strategy_planner.briefing.structure import StructureError
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan
from structure_read_back import ARTIFACT, languages_of, strokes_of, structure_of

NAMES = ("worked_example", "bio_strategy_2019", "ai_strategy")


@cache
def _structure(name, language):
    return structure_of(sample_pack(name, language))


@pytest.fixture(params=[(name, language) for name in NAMES for language in ("ja", "en")])
def sample(request):
    return sample_pack(*request.param), _structure(*request.param)


def _drawn(draw, monkeypatch):
    """A pack of one page that somebody draws."""
    page = Page("Page", "", draw, ("Page",))
    with monkeypatch.context() as patch:
        patch.setitem(packs.SECTIONS, "page", lambda _: [page])
        return Pack(Plan(), "en", sections=["page"])


def test_every_stroke_is_an_artifact_or_belongs_to_one_element(sample):
    pack, root = sample
    owned = root.marks
    assert len(owned) == len(set(owned))
    drawn = {
        (number, mark)
        for number, page in enumerate(pack.document)
        for mark, _ in strokes_of(page)
        if mark != ARTIFACT
    }
    assert None not in {mark for _, mark in drawn}
    assert drawn == set(owned)


def test_it_is_read_in_the_order_in_which_it_stands_on_each_page(sample):
    pack, root = sample
    for number in range(len(pack.pages)):
        marks = [mark for page, mark in root.marks if page == number]
        assert marks == sorted(marks)


def test_headings_begin_with_the_first_and_leave_none_out(sample):
    pack, root = sample
    depths = [int(heading.tag[1]) for heading in root.all("H1", "H2", "H3")]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))
    titles = [solid(heading.text) for heading in root.all("H1")]
    outline = [solid(mark.title) for mark in pack.reader.outline]
    assert titles[1:] == outline[1:]


def test_every_table_has_heads_and_rows_of_one_length(sample):
    _, root = sample
    tables = root.all("Table")
    assert len(tables) >= 3
    for table in tables:
        head, *bodies = table.children
        assert head.tag == "THead"
        cells = head.all("TH")
        assert all(cell.attributes["/Scope"] == "/Column" and cell.text for cell in cells)
        for row in [row for body in bodies for row in body.all("TR")]:
            spans = [cell.attributes.get("/ColSpan", 1) for cell in row.children]
            assert sum(spans) == len(cells)
            assert row.children[0].tag == "TH"


def test_a_table_over_several_pages_is_one_with_each_item_once(sample):
    pack, root = sample
    words = {"ja": ("番号", "種類"), "en": ("No.", "Kind")}[pack.language]
    (table,) = [
        table
        for table in root.all("Table")
        if tuple(cell.text.strip() for cell in table.all("TH")[:2]) == words
    ]
    assert len({page for page, _ in table.marks}) == len(
        pack.section({"ja": "項目一覧", "en": "All items"}[pack.language])
    )
    rows = [[solid(cell.text) for cell in row.children] for row in table.all("TR")[1:]]
    titles = {row[0]: row[2] for row in rows}
    assert len(titles) == len(rows) == len(pack.plan.nodes)
    for node in pack.plan.nodes.values():
        translation = pack.plan.translations.get(f"{node.id}/title/{pack.language}")
        assert titles[node.number] == solid(translation.text if translation else node.title)


def test_a_row_over_two_pages_is_one_row():
    title = "これは一つの長い文であり" * 400
    plan = Plan.from_records(
        [
            r.PlanSettings(title="試験", language="ja", status_date=dt.date(2019, 6, 7)),
            r.Node(id="a", kind="action", number="A-001", title=title),
        ]
    )
    pack = Pack(plan, sections=["items"])
    rows = structure_of(pack).all("Table")[0].all("TR")
    assert len(pack.pages) > 1
    assert len(rows) == 2
    assert solid(rows[1].children[2].text) == title


def test_the_roadmap_says_in_words_each_item_and_what_is_late(sample):
    pack, root = sample
    words = "".join(figure.alt for figure in root.all("Figure"))
    targets = schedule(pack.plan).targets
    for node in pack.plan.nodes.values():
        if not node.is_dropped and node.id not in targets and node.kind != "vision":
            assert node.number in words, node.id
    if pack.language == "en" and pack.plan is sample_pack("worked_example").plan:
        days = "7 Dec 2020 – 6 Dec 2028"
        assert f"A-011 Health data platform, {days}, 11 months short" in words
        assert "Vision: By 31 Dec 2030." in words


def test_links_say_where_they_lead_and_lead_there(sample):
    pack, root = sample
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(pack.reader.pages)}
    links = root.all("Link")
    assert len(links) > 20
    annotations = [a for page in pack.reader.pages for a in page.get("/Annots", [])]
    assert len(annotations) == len(links)
    for link in links:
        (annotation,) = link.links
        page = numbers[annotation["/Dest"][0].idnum]
        top = float(annotation["/Dest"][3])
        texts = pack.document[page].get_textpage()
        there = texts.get_text_bounded(bottom=top - 120, top=top + 1, left=0, right=500)
        assert solid(link.text) in solid(annotation["/Contents"])
        assert solid(link.text).removesuffix(f"{page + 1}") in solid(there)


def test_the_contents_lead_to_every_section(sample):
    pack, root = sample
    (contents,) = root.all("TOC")
    lines = [solid(line.text) for line in contents.all("TOCI")]
    outline = [
        solid(f"{mark.title}{pack.reader.get_destination_page_number(mark) + 1}")
        for mark in pack.reader.outline
    ]
    assert lines == outline[2:]


def test_words_of_another_language_are_marked():
    plan = Plan.from_records(
        [
            r.PlanSettings(title="試験", language="ja", status_date=dt.date(2019, 6, 7)),
            r.Node(id="a", kind="action", title="信頼ある流通（Data Free Flow with Trust）とKPI"),
        ]
    )
    japanese, english = Pack(plan, "ja", sections=["items"]), Pack(plan, "en", sections=["items"])
    assert languages_of(japanese.document[0]) == [("en-GB", "Data Free Flow with Trust")]
    marked = languages_of(english.document[0])
    assert {language for language, _ in marked} == {"ja-JP"}
    assert [text for _, text in marked if "流通" in text] == ["信頼ある流通"]


def test_names_and_signs_are_copied_by_any_reader_as_they_were_written():
    names = "髙橋 山﨑 德川 葛城 𠮷野 ①⑳ ㈱ ㎡ ～ −"
    plan = Plan.from_records(
        [
            r.PlanSettings(title=names, language="ja", status_date=dt.date(2019, 6, 7)),
            r.Node(id="a", kind="action", number="A-001", title=names),
        ]
    )
    pack = Pack(plan, sections=["cover", "items"])
    copied = {
        "pdfium": pack.pages,
        "pypdf": [page.extract_text() for page in pack.reader.pages],
        "pdfminer": extract_text(BytesIO(pack.data)).split("\f"),
    }
    for reader, pages in copied.items():
        assert all(solid(names) in solid(page) for page in pages[:2]), reader
    assert pack.reader.metadata.title == names


def test_a_further_part_of_a_section_is_under_it_and_not_beside_it():
    pack = sample_pack("worked_example", "en")
    root = _structure("worked_example", "en")
    heads = [(heading.tag, heading.text.strip()) for heading in root.all("H1", "H2")]
    budget = heads.index(("H1", "Budget by fiscal year"))
    assert heads[budget + 1][0] == "H2"
    assert "By owner" in heads[budget + 1][1]
    titles = [mark.title for mark in pack.reader.outline]
    assert titles.count("Budget by fiscal year") == 1


def test_a_picture_without_words_and_an_element_in_a_wrong_place_are_refused(monkeypatch):
    def wordless(sheet):
        with sheet.figure(" ", 0, 0, 10, 10):
            pass

    def cell_alone(sheet):
        with sheet.element("TD"):
            pass

    def text_in_a_list(sheet):
        with sheet.element("L"):
            sheet.line(50, 50, "text", BODY)

    for draw in (wordless, cell_alone, text_in_a_list):
        with pytest.raises(StructureError):
            _drawn(draw, monkeypatch)
