"""The room of the briefing pack over the whole window, and what is done with the pack."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_planner.gui.background import Task
from strategy_planner.gui.shell.covering import Covering
from strategy_planner.language import message, message_plural

if TYPE_CHECKING:
    from strategy_planner.gui.pack.pages import Pages
    from strategy_planner.gui.pack.room import PackRoom
    from strategy_planner.model.plan import Plan


class Packing(Covering["PackRoom"]):
    """Covers the window with the pack."""

    def _made(self) -> "PackRoom":
        from strategy_planner.gui.pack.room import PackRoom

        made = PackRoom(self._window.workspace, self._window)
        made.write_asked.connect(self._window.filing.write_pack)
        made.print_asked.connect(self._print)
        made.mail_asked.connect(self._mail)
        made.since_asked.connect(self._choose_since)
        return made

    def begin(self) -> None:
        """Cover the window."""
        if not self.is_on:
            self.cover()
            self.room.begin()

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
        task.failed.connect(self._window.filing.tell_failure)
        self._window.working.follow(task)
        task.start()

    def _tell_printed(self, count: int) -> None:
        self._window.tell(
            message_plural("{count} page went to the printer.",
                           "{count} pages went to the printer.", count)
        )  # fmt: skip

    def _mail(self, pages: "Pages") -> None:
        from strategy_planner.gui.pack.mailing import attachment, open_mail

        path = attachment(pages.data, self._window.filing.suggested_name(".pdf"))
        if not open_mail(path, path.stem):
            self._window.tell(message("Attach this file to the mail: {file}", file=path))
