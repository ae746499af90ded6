"""Starting the desktop application."""

import ctypes.util
import os
import sys
from pathlib import Path

from strategy_planner.language import say, system_language

NAME = "Strategy Planner"


def run_application(file: Path | None, arguments: list[str] | None = None) -> int:
    """Open the window, on ``file`` where one is given; the exit code once it is closed."""
    lacking = _lacking()
    if lacking:
        sys.stderr.write(f"strategy-planner: {lacking}\n")
        return 2
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        sys.stderr.write(f"strategy-planner: {_library_missing(error)}\n")
        return 2
    from strategy_planner.gui.shell.window import MainWindow
    from strategy_planner.gui.workspace import Workspace

    application = QApplication.instance() or QApplication(arguments or [NAME])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one here
    prepare(application)
    window = MainWindow(Workspace())
    window.show()
    if file is not None:
        window.document.open(file)
    return int(application.exec())


def prepare(application: "object") -> None:
    """Name, style and typeface of the application."""
    from PySide6.QtWidgets import QApplication

    from strategy_planner.gui.fonts import font, load_fonts

    assert isinstance(application, QApplication)  # noqa: S101 - see above
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationDisplayName(NAME)
    application.setStyle("Fusion")
    load_fonts()
    application.setFont(font(12))


def _lacking() -> str:
    """What keeps a window from opening on Linux, where Qt would end the whole process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    language = system_language()
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return say(
            "There is no screen to open a window on. The commands work without one "
            "(strategy-planner --help).",
            language,
        )
    libraries = {"xcb-cursor": "libxcb-cursor0", "xkbcommon-x11": "libxkbcommon-x11-0",
                 "EGL": "libegl1"}  # fmt: skip
    missing = [name for library, name in libraries.items() if not ctypes.util.find_library(library)]
    if not missing:
        return ""
    return say(
        "The system lacks libraries for windows; on Debian or Ubuntu: apt-get install {names}",
        language,
        names=" ".join(missing),
    )


def _library_missing(error: ImportError) -> str:
    return say(
        "Qt cannot be loaded: {reason}", system_language(), reason=str(error).splitlines()[0]
    )
