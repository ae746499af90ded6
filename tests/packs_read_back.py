"""Packs of the samples, made once, and how they are read back."""

import datetime as dt
import re
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2

from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.pack import write_briefing
from strategy_planner.interchange.plan_json import read_plan_json

CREATED = dt.datetime(2019, 6, 10, 9, 0, tzinfo=dt.UTC)
SAMPLES = Path(__file__).parents[1] / "sample_projects"


class Pack:
    """A pack as a reader of the file sees it."""

    def __init__(self, plan, language="ja", **options):
        self.plan = plan
        self.language = language
        self.data = write_briefing(plan, schedule(plan), language, created=CREATED, **options)
        self.reader = pypdf.PdfReader(BytesIO(self.data))
        self.document = pypdfium2.PdfDocument(self.data)
        self.pages = [page.get_textpage().get_text_bounded() for page in self.document]

    @property
    def text(self):
        return "\n".join(self.pages)

    @property
    def solid(self):
        """All text without spaces and line ends."""
        return solid(self.text)

    def section(self, title):
        """The texts of the pages whose head is ``title``."""
        return [page for page in self.pages if solid(page).startswith(solid(title))]


def solid(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text)).replace("\ufffe", "-")


@cache
def sample_plan(name):
    return read_plan_json((SAMPLES / f"{name}.json").read_bytes())


@cache
def sample_pack(name, language="ja"):
    return Pack(sample_plan(name), language)
