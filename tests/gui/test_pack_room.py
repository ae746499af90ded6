"""The briefing pack beside its parts: as it will be printed, following the plan."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategy_planner.briefing.pack import SECTIONS
from strategy_planner.briefing.parts import PACKS, PARTS
from strategy_planner.gui.files import questions
from strategy_planner.gui.pack import mailing, printing
from strategy_planner.gui.pack.pages import opened, word_at
from strategy_planner.gui.pack.room import PackRoom
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits


def settled(room: PackRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not room.asking.is_busy, timeout=20_000)


@pytest.fixture
def room(example_window: MainWindow, qtbot: QtBot) -> Iterator[PackRoom]:
    example_window.actions_.by_id["export_briefing"].trigger()
    made = example_window.packing.room
    made.language.setCurrentIndex(made.language.findData("en"))
    made.parts.take(PACKS["briefing"])
    made.parts.changed.emit()
    settled(made, qtbot)
    yield made
    example_window.packing.leave()


def text_of(room: PackRoom) -> str:
    assert room.answer is not None
    with opened(room.answer.pages.data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_part_of_a_pack_has_a_name_for_people() -> None:
    assert list(PARTS) == list(SECTIONS)
    assert all(set(names) <= set(PARTS) for names in PACKS.values())


def test_it_shows_the_pages_that_are_ticked(room: PackRoom, qtbot: QtBot) -> None:
    assert room.answer is not None
    before = len(room.answer.pages.sizes)
    room.parts.setFocus()
    room.parts.setCurrentRow(0)
    qtbot.keyClick(room.parts, Qt.Key.Key_Space)
    settled(room, qtbot)
    assert len(room.answer.pages.sizes) == before - 1
    assert "cover" not in room.wish.sections


def test_alt_and_an_arrow_change_the_order(room: PackRoom, qtbot: QtBot) -> None:
    room.parts.setFocus()
    room.parts.setCurrentRow(1)
    qtbot.keyClick(room.parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(room, qtbot)
    assert room.wish.sections[:2] == ("summary", "cover")
    assert text_of(room).startswith("Summary")


def test_an_edit_of_the_plan_is_on_the_page_soon(room: PackRoom, qtbot: QtBot) -> None:
    plan = room.workspace.plan
    number = ("settings", "settings", "document_number", "No. 4711", "en")
    room.workspace.do(edits.write_text(plan, *number))
    settled(room, qtbot)
    assert "No. 4711" in text_of(room)


def test_the_page_of_the_selected_item_is_shown(room: PackRoom, qtbot: QtBot) -> None:
    assert room.answer is not None
    item, page = max(room.answer.page_of.items(), key=lambda found: found[1])
    assert page > 0
    room.workspace.select([item])
    room.begin()
    settled(room, qtbot)
    qtbot.waitUntil(lambda: room.preview.page >= page - 1)


def place_of(room: PackRoom, word: str) -> tuple[int, QPoint]:
    """The page of a word, and its place on the screen once that page is at the top."""
    assert room.answer is not None
    number, x, y = spot_of(room.answer.pages.data, word)
    room.preview.go_to(number)
    place = room.preview._places[number]
    scale = place.width() / room.answer.pages.sizes[number].width()
    shift = room.preview.verticalScrollBar().value()
    return number, QPoint(round(place.left() + x * scale), round(place.top() + y * scale - shift))


def spot_of(data: bytes, word: str) -> tuple[int, float, float]:
    """The page of a word, and its place in points from the page's top left."""
    with opened(data) as document:
        for number, page in enumerate(document):
            found = page.get_textpage().search(word).get_next()
            if found is not None:
                left, bottom, right, top = page.get_textpage().get_charbox(found[0])
                return number, (left + right) / 2, page.get_height() - (top + bottom) / 2
    raise AssertionError(word)


def test_a_click_on_a_number_leads_to_its_item(room: PackRoom, qtbot: QtBot) -> None:
    _, spot = place_of(room, "D-102")
    with qtbot.waitSignal(room.left) as left:
        QTest.mouseClick(room.preview.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    item = room.workspace.plan.nodes[left.args[0]]
    assert item.number == "D-102"
    assert room.workspace.selection == (item.id,)


def test_a_click_beside_all_words_does_nothing(room: PackRoom) -> None:
    assert room.answer is not None
    assert word_at(room.answer.pages, 0, 2.0, 2.0) == ""


def test_the_pack_is_written_as_it_is_shown(
    room: PackRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pack.pdf"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: file)
    window = room.window()
    assert isinstance(window, MainWindow)
    with qtbot.waitSignal(window.document.exported, timeout=20_000):
        qtbot.mouseClick(room.write, Qt.MouseButton.LeftButton)
    assert room.answer is not None
    assert len(pypdf.PdfReader(file).pages) == len(room.answer.pages.sizes)


def test_it_tells_what_changed_since_another_plan(room: PackRoom, qtbot: QtBot) -> None:
    before = room.workspace.plan.copy()
    plan = room.workspace.plan
    node = next(one for one in plan.nodes.values() if one.number == "A-011")
    room.workspace.do(edits.set_fields(plan, "node", node.id, duration="72mo"))
    room.parts.take(("changes",))
    room.compare_with(before, "before.splan")
    settled(room, qtbot)
    assert "96 months → 72 months" in " ".join(text_of(room).split())
    qtbot.mouseClick(room.since, Qt.MouseButton.LeftButton)
    settled(room, qtbot)
    assert "no earlier state" in text_of(room)


def test_an_occasion_ticks_its_parts(room: PackRoom, qtbot: QtBot) -> None:
    room.sets.setCurrentIndex(room.sets.findData("follow_up"))
    room.sets.activated.emit(room.sets.currentIndex())
    assert room.wish.sections == PACKS["follow_up"]
    settled(room, qtbot)


def test_nothing_ticked_is_no_pack(room: PackRoom, qtbot: QtBot) -> None:
    room.parts.take(())
    room.parts.changed.emit()
    settled(room, qtbot)
    assert not room.write.isEnabled()
    assert room.count.text() == "Tick at least one part."


def test_escape_leads_back_to_the_desk(room: PackRoom, qtbot: QtBot) -> None:
    window = room.window()
    assert isinstance(window, MainWindow)
    room.preview.setFocus()
    qtbot.keyClick(room.preview, Qt.Key.Key_Escape)
    assert not window.packing.is_on
    assert window.menuBar().isVisible()


def test_the_chosen_pages_go_to_the_printer(
    room: PackRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    printer.setFromTo(2, 3)
    monkeypatch.setattr(printing, "printer_for", lambda *_: printer)
    window = room.window()
    assert isinstance(window, MainWindow)
    qtbot.mouseClick(room.print_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "went to the printer" in window.notice.words.text(), timeout=20_000)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_a_mail_begins_with_the_pack_attached(
    room: PackRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Path] = []
    monkeypatch.setattr(mailing, "open_mail", lambda path, _: bool(sent.append(path)))
    qtbot.mouseClick(room.mail, Qt.MouseButton.LeftButton)
    (path,) = sent
    assert room.answer is not None
    assert path.read_bytes() == room.answer.pages.data
    window = room.window()
    assert isinstance(window, MainWindow)
    assert path.name in window.notice.words.text()
