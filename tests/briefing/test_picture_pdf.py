"""A picture as a PDF page: of its size, as vectors, its text as text, and always the same bytes."""

from io import BytesIO

import pypdf
import pytest

from packs_read_back import CREATED, SAMPLES
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.picture_pdf import POINTS, pdf_of
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.theme import theme
from strategy_planner.layout.view_pictures import VIEWS, View, view_picture


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_one_page_of_its_size_with_its_text_as_text(view: View) -> None:
    plan = read_plan_json((SAMPLES / "worked_example.json").read_bytes())
    picture = view_picture(view, plan, schedule(plan), "ja", measure, theme("light"))
    written = pdf_of(picture, theme("light"), plan, "計画", "ja", CREATED)
    assert written == pdf_of(picture, theme("light"), plan, "計画", "ja", CREATED)
    reader = pypdf.PdfReader(BytesIO(written))
    (page,) = reader.pages
    assert float(page.mediabox.width) == pytest.approx(picture.width * POINTS, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(picture.height * POINTS, abs=0.01)
    assert not page.images
    assert "11か月不足" in page.extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == "計画"
    words = reader.root_object["/StructTreeRoot"]["/K"]["/K"]["/Alt"]
    assert ("A-011 " if view != "pathways" else "健康医療データの整備方法") in words
