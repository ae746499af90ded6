"""The room of the briefing pack over the whole window, and what is done with the pack."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_planner.gui.background import Cancelled, Task
from strategy_planner.gui.shell.covering import cover, uncover
from strategy_planner.language import message, message_plural

if TYPE_CHECKING:
    from strategy_planner.gui.pack.pages import Pages
    from strategy_planner.gui.pack.room import PackRoom
    from strategy_planner.gui.shell.window import MainWindow
    from strategy_planner.model.plan import Plan


class Packing:
    """Covers the window with the pack, made when it is first looked at."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._room: PackRoom | None = None

    @property
    def room(self) -> "PackRoom":
        """The room of the pack."""
        if self._room is None:
            from strategy_planner.gui.pack.room import PackRoom

            window = self._window
            self._room = PackRoom(window.workspace, window)
            self._room.set_text_scale(window.preferences.text_percent / 100)
            self._room.left.connect(self.leave)
            self._room.write_asked.connect(window.filing.write_pack)
            self._room.print_asked.connect(self._print)
            self._room.mail_asked.connect(self._mail)
            self._room.since_asked.connect(self._choose_since)
            window.whole.addWidget(self._room)
        return self._room

    @property
    def is_on(self) -> bool:
        """Whether the pack covers the window."""
        return self._room is not None and self._window.whole.currentWidget() is self._room

    def begin(self) -> None:
        """Cover the window."""
        if self.is_on:
            return
        cover(self._window, self.room)
        self.room.begin()

    def leave(self, item: str = "") -> None:
        """Back to the desk, to an item if one was asked for."""
        uncover(self._window, item)

    def end(self) -> None:
        """Another plan stands in the workspace."""
        if self.is_on:
            self.leave()

    def set_text_scale(self, scale: float) -> None:
        """Larger texts."""
        if self._room is not None:
            self._room.set_text_scale(scale)

    def _choose_since(self) -> None:
        from strategy_planner.gui.files import questions
        from strategy_planner.gui.files.document import read_project

        path = questions.file_to_open(self._window.workspace, self._window, ".splan")
        if path is None:
            return
        task = Task(lambda _: read_project(path).plan, self._room)
        task.finished.connect(partial(self._compare, path))
        task.failed.connect(self._window.filing.tell_failure)
        task.start()

    def _compare(self, path: Path, plan: "Plan") -> None:
        self.room.compare_with(plan, path.name)

    def _print(self, pages: "Pages") -> None:
        from strategy_planner.gui.pack.printing import print_pages, printer_for

        printer = printer_for(pages, self._window)
        if printer is None:
            return
        task = Task(lambda task: print_pages(pages, printer, task), self._room)
        task.finished.connect(self._tell_printed)
        task.failed.connect(self._tell_failure)
        self._window.working.follow(task)
        task.start()

    def _tell_printed(self, count: int) -> None:
        self._window.tell(
            message_plural("{count} page went to the printer.",
                           "{count} pages went to the printer.", count)
        )  # fmt: skip

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._window.filing.tell_failure(error)

    def _mail(self, pages: "Pages") -> None:
        from strategy_planner.gui.pack.mailing import attachment, open_mail

        path = attachment(pages.data, self._window.filing.suggested_name(".pdf"))
        if not open_mail(path, path.stem):
            self._window.tell(message("Attach this file to the mail: {file}", file=path))
