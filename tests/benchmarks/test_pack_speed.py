"""The briefing pack: pages a second, memory and size with tags, against drawing without any."""

import subprocess
import sys
import time
from statistics import median

import pytest

from benchmarks.test_memory import peak
from large_plans import large_plan
from packs_read_back import CREATED, SAMPLES
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing import tagged_document
from strategy_planner.briefing.fonts import register_fonts
from strategy_planner.briefing.pack import write_briefing

ROWS = {10: 220, 50: 1_150, 200: 4_700, 500: 11_200}
"""Items whose list takes some ten to five hundred pages."""
MOST_SECONDS, LEAST_PAGES_A_SECOND, MOST_MEGABYTES, MOST_RATIO = 2.5, 25, 200, 8
MOST_FILE = 10_000_000

ALONE = """
import datetime as dt, sys
sys.path.insert(0, "tests")
from benchmarks.test_memory import peak
from large_plans import large_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.pack import write_briefing
plan = large_plan({rows})
write_briefing(plan, schedule(plan), "ja", ["items"], created=dt.datetime(2020, 1, 1))
"""


def _tell(capsys, words):
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")


def _lists(rows):
    """Seconds and pages of a list of so many items, laid out, drawn and written."""
    plan = large_plan(rows)
    dates, pages = schedule(plan), 0

    def count(_, of):
        nonlocal pages
        pages = of

    start = time.process_time()
    write_briefing(plan, dates, "ja", ["items"], created=CREATED, progress=count)
    return time.process_time() - start, pages


@pytest.mark.benchmark
def test_whole_pack_of_the_bio_strategy_from_the_call(tmp_path, record_property, capsys):
    command = [sys.executable, "-m", "strategy_planner", "brief"]
    target = ["-o", str(tmp_path / "pack.pdf"), "--language", "ja"]
    took = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*command, str(SAMPLES / "bio_strategy_2019.splan"), *target], check=True)
        took.append(time.perf_counter() - start)
    record_property("seconds", median(took))
    _tell(capsys, f"pack of the bio strategy: {median(took):.2f} s from the call")
    assert median(took) <= MOST_SECONDS


@pytest.mark.benchmark
def test_pages_of_tables_a_second_whatever_their_number(record_property, capsys):
    _lists(ROWS[10])
    rates = {}
    for rows in ROWS.values():
        seconds, pages = _lists(rows)
        rates[pages] = pages / seconds
    record_property("pages_a_second", rates)
    _tell(capsys, ", ".join(f"{n} pages: {rate:.0f} pages a second" for n, rate in rates.items()))
    assert min(rates.values()) >= LEAST_PAGES_A_SECOND
    _, fifty, _, most = rates.values()
    assert most > fifty / 1.5


@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from Linux's /proc")
def test_memory_of_five_hundred_pages(record_property, capsys):
    used = peak(ALONE.format(rows=ROWS[500]))
    record_property("megabytes", used)
    _tell(capsys, f"500 pages of tables: {used:.0f} MB with the plan itself")
    assert used <= MOST_MEGABYTES


@pytest.mark.benchmark
def test_size_of_a_pack_of_ten_thousand_rows(record_property, capsys):
    plan = large_plan(10_000)
    size = len(write_briefing(plan, schedule(plan), "ja", ["actions", "items"], created=CREATED))
    record_property("megabytes", size / 1e6)
    _tell(capsys, f"10,000 rows among the actions and all items: {size / 1e6:.1f} MB")
    assert size <= MOST_FILE


@pytest.mark.benchmark
def test_ratio_to_drawing_the_same_on_a_bare_canvas(monkeypatch, record_property, capsys):
    strokes = []
    plan = large_plan(ROWS[50])
    dates = schedule(plan)

    class Recorder(tagged_document.Canvas):
        def drawString(self, x, y, text):  # noqa: N802 - ReportLab's name
            strokes.append(("text", self._fontname, self._fontsize, x, y, text))
            super().drawString(x, y, text)

        def drawPath(self, path, stroke=1, fill=0):  # noqa: N802 - likewise
            strokes.append(("path", path, stroke, fill))
            super().drawPath(path, stroke=stroke, fill=fill)

        def showPage(self):  # noqa: N802 - likewise
            strokes.append(("page",))
            super().showPage()

    with monkeypatch.context() as patch:
        patch.setattr(tagged_document, "Canvas", Recorder)
        write_briefing(plan, dates, "ja", ["items"], created=CREATED)

    def tagged():
        write_briefing(plan, dates, "ja", ["items"], created=CREATED)

    ratio = _seconds(tagged) / _seconds(lambda: _bare(strokes))
    record_property("ratio", ratio)
    _tell(capsys, f"tagged pages of tables: {ratio:.1f} × the same strokes on a bare canvas")
    assert ratio <= MOST_RATIO


def _bare(strokes):
    register_fonts()
    canvas = tagged_document.Canvas(None, pagesize=(842, 595), pageCompression=1)
    for kind, *stroke in strokes:
        if kind == "text":
            font, size, x, y, text = stroke
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        elif kind == "path":
            path, line, fill = stroke
            canvas.drawPath(path, stroke=line, fill=fill)
        else:
            canvas.showPage()
    return canvas.getpdfdata()


def _seconds(work):
    took = []
    for _ in range(5):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return median(took)
