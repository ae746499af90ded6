"""Opens the worked example and saves a picture of each screen, for the README and for looking.

    python packaging/screenshots.py                 those that the README shows
    python packaging/screenshots.py FOLDER [SCALE]  every screen, with texts of SCALE percent
    python packaging/screenshots.py FOLDER SCALE NAME...   these screens

With a screen, or under xvfb-run; each screen in both languages and both schemes.
"""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from strategy_planner.bundled import bundled
from strategy_planner.gui.answers.pages import OFFERS
from strategy_planner.gui.application import prepare
from strategy_planner.gui.files.questions import NewPlanDialog
from strategy_planner.gui.shell.keys_dialog import KeysDialog
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.preferences_dialog import PreferencesDialog
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan

PICTURES = Path(__file__).parent / "pictures"
SHOWN_TO_READERS = ("map", "roadmap", "table", "interview", "start", "analysis_late")
SETTLED_MS = 900


def main() -> None:
    """Save the pictures of the README, or every screen into a folder."""
    to_readers = len(sys.argv) < 2
    folder = PICTURES if to_readers else Path(sys.argv[1])
    scale = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    names = SHOWN_TO_READERS if to_readers else sys.argv[3:] or list(SCREENS)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        application = QApplication(["Strategy Planner"])
        prepare(application)
        for language, scheme in product(("ja", "en"), ("light", "dark")):
            for name in names:
                window = opened(language, scheme, scale)
                what = SCREENS[name](window) or window
                settle()
                what.grab().save(str(folder / f"{name}_{language}_{scheme}.png"))
                let_go(window)


def opened(language: str, scheme: str, scale: int) -> MainWindow:
    """The window on the worked example, at its usual size."""
    window = MainWindow(Workspace(), Preferences())
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.workspace.set_language(language)
    window.workspace.set_scheme("dark" if scheme == "dark" else "light")
    window.preferences.tips = False
    window.deeds.set_text_size(scale)
    window.resize(1440, 900)
    window.show()
    loop = QEventLoop()
    window.document.renamed.connect(loop.quit)
    window.document.open_copy(bundled("sample_projects", "worked_example.splan"))
    loop.exec()
    return window


def let_go(window: MainWindow) -> None:
    """Close a window without a question, and without a trace for the next one."""
    window.workspace.leave_draft()
    window.workspace.undo_stack.setClean()
    if window.answering.panel is not None:
        window.answering.panel.put_away()
    window.close()


def settle() -> None:
    """Let everything come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()


def select(window: MainWindow, *numbers: str) -> None:
    """Select the items of these numbers."""
    nodes = window.workspace.plan.nodes.values()
    window.workspace.select([node.id for node in nodes if node.number in numbers])


def view(window: MainWindow, name: str, *numbers: str) -> None:
    """Bring a view to the front with items selected."""
    window.show_view(name)
    select(window, *numbers)
    settle()


def do(window: MainWindow, *actions: str) -> None:
    """Carry out actions of the window."""
    for action in actions:
        window.actions_.by_id[action].trigger()
        settle()


def write(text: str) -> None:
    """Type into what has the keyboard."""
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClicks(focused, text)


def start(window: MainWindow) -> None:
    """The first page."""
    window.show_start()


def interview(window: MainWindow) -> None:
    """What must be true just before an area, with the beginning of an answer written."""
    select(window, "G-005")
    window.interviewing.begin()
    settle()
    answer = {"ja": "機能性食品の科学的", "en": "science-based"}[window.workspace.language]
    window.interviewing.room.page.field.line.setText(answer)


def storyline(window: MainWindow) -> None:
    """Only the spine to the vision."""
    view(window, "map", "A-011")
    do(window, "story")


def around_an_item(window: MainWindow) -> None:
    """What is near an item, and what is near that."""
    view(window, "map", "A-011")
    do(window, "focus")


def several(window: MainWindow) -> None:
    """The inspector on several items."""
    view(window, "map", "A-011", "A-012", "S-151")


def a_link(window: MainWindow) -> None:
    """The inspector on a link."""
    window.show_view("map")
    window.workspace.select([next(iter(window.workspace.plan.links))])


def quarters(window: MainWindow) -> None:
    """Years so wide that quarters are read."""
    view(window, "roadmap", "A-015")
    window.roadmap.canvas.show_unit("quarter")


def found(window: MainWindow) -> None:
    """Hits while searching."""
    view(window, "map")
    do(window, "find")
    write("bio")


def palette(window: MainWindow) -> None:
    """Actions and items by their words."""
    view(window, "map")
    do(window, "palette")
    write("map")


def filtered(window: MainWindow) -> None:
    """The card of the filter."""
    view(window, "map")
    do(window, "filter")


def replacing(window: MainWindow) -> None:
    """Find and replace."""
    view(window, "table", "A-011")
    do(window, "replace")
    write("2030")


def why(window: MainWindow) -> None:
    """The chain that fixes an item's dates, in words."""
    view(window, "map", "A-011")
    do(window, "why")


def of_the_plan(window: MainWindow) -> None:
    """The settings of the plan."""
    view(window, "map")
    do(window, "settings")


def preferences(window: MainWindow) -> QWidget:
    """What the program remembers for its user."""
    dialog = PreferencesDialog(window.workspace, window.preferences, window)
    dialog.show()
    return dialog


def new_plan(window: MainWindow) -> QWidget:
    """The vision of a new plan and its year."""
    dialog = NewPlanDialog(window.workspace, window)
    dialog.show()
    return dialog


def briefing(window: MainWindow) -> None:
    """The pages of the pack, beside its parts."""
    view(window, "map")
    window.packing.begin()
    while window.packing.room.asking.is_busy:
        settle()


def keys(window: MainWindow) -> QWidget:
    """All keys."""
    dialog = KeysDialog(window.workspace, window.actions_, window)
    dialog.show()
    return dialog


def a_tip(window: MainWindow) -> None:
    """The tip of a first use."""
    window.preferences.tips = True
    view(window, "map", "A-011")


def nothing_yet(window: MainWindow) -> None:
    """A plan with nothing in it."""
    window.workspace.open(Plan.from_records([]))
    view(window, "map")


def registers(window: MainWindow) -> None:
    """The register in the table."""
    view(window, "table")
    window.table.show_list("register")


def answer(page: str, window: MainWindow) -> None:
    """A page of the analysis, once its answer is there; an item is selected beside it."""
    view(window, "map", "A-011")
    window.answering.show(page)
    while window.answering.panel and window.answering.panel.pages[page].asking.is_busy:
        settle()


def what_if(window: MainWindow) -> None:
    """A what-if while it is tried on the map."""
    view(window, "map", "A-011")
    plan = window.workspace.plan
    window.workspace.begin_draft({"ja": "基盤構築の前倒し", "en": "A faster platform"}[
        window.workspace.language
    ])  # fmt: skip
    (item,) = window.workspace.selection
    window.workspace.do(set_fields(plan, "node", item, duration="72mo"))


def kept_what_if(window: MainWindow) -> None:
    """A what-if beside the plan as it is."""
    what_if(window)
    window.draft_strip.keep_and_leave()
    answer("drafts", window)


SCREENS: dict[str, Callable[[MainWindow], QWidget | None]] = {
    "map": lambda window: view(window, "map", "A-011"),
    "roadmap": lambda window: view(window, "roadmap", "A-015"),
    "table": lambda window: view(window, "table", "A-011"),
    "interview": interview,
    "start": start,
    "storyline": storyline,
    "around_an_item": around_an_item,
    "quarters": quarters,
    "registers": registers,
    "several": several,
    "a_link": a_link,
    "why": why,
    "of_the_plan": of_the_plan,
    "found": found,
    "palette": palette,
    "filtered": filtered,
    "replacing": replacing,
    "preferences": preferences,
    "new_plan": new_plan,
    "briefing": briefing,
    "keys": keys,
    "a_tip": a_tip,
    "nothing_yet": nothing_yet,
    "what_if": what_if,
    **{f"analysis_{offer.id}": partial(answer, offer.id) for offer in OFFERS},
    "analysis_drafts": kept_what_if,
}

if __name__ == "__main__":
    main()
