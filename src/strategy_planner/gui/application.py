"""Starting the desktop application: a window at once, its views and the plan as they are loaded."""

import ctypes
import gc
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_planner.language import say, system_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from strategy_planner.gui.background import Task
    from strategy_planner.gui.shell.window import MainWindow

NAME = "Strategy Planner"
_TURN_S = 0.001


def run_application(file: Path | None) -> int:
    """Open the window, on ``file`` where one is given; the exit code once it is closed."""
    lacking = _lacking()
    if lacking:
        sys.stderr.write(f"strategy-planner: {lacking}\n")
        return 2
    try:
        window = open_window()
    except ImportError as error:
        sys.stderr.write(f"strategy-planner: {_library_missing(error)}\n")
        return 2
    from PySide6.QtWidgets import QApplication

    task = furnish_beside(window, file)
    code = int(QApplication.exec())
    del task
    return code


def open_window() -> "MainWindow":
    """An application and its window, painted but still empty."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from strategy_planner.gui.collecting import collect_here
    from strategy_planner.gui.shell.window import MainWindow

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([NAME])
    name_application(application)
    collect_here(application)
    window = MainWindow()
    # Else the collector would end a closed window while Qt goes through all that there are.
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    # Where no window manager runs, nobody else gives it the keyboard.
    window.activateWindow()
    application.processEvents()
    return window


def furnish_beside(window: "MainWindow", file: Path | None) -> "Task":
    """Load the views, and the plan of ``file``, on another thread, then furnish the window.

    The task must be kept until then.
    """
    from strategy_planner.gui.background import Task

    def load(_task: Task) -> Any:
        import strategy_planner.gui.shell.rooms
        from strategy_planner.gui.files.document import read_project

        del strategy_planner
        try:
            return read_project(file) if file is not None else None
        except Exception as error:  # noqa: BLE001 - shown in the window once it stands
            return error

    task = Task(load)
    task.finished.connect(lambda loaded: _furnish(window, loaded))
    task.failed.connect(_give_up)
    task.start()
    return task


def _furnish(window: "MainWindow", loaded: Any) -> None:
    from PySide6.QtWidgets import QApplication

    from strategy_planner.gui.workspace import Workspace

    application = QApplication.instance()
    if isinstance(application, QApplication):
        prepare(application)
    window.furnish(Workspace())
    if loaded is not None and not isinstance(loaded, Exception):
        window.document.show_project(loaded)
        window.docks.give_view_keyboard()
    elif window.preferences.start_page:
        window.show_start()
    if isinstance(loaded, Exception):
        window.document.failed.emit(loaded)
    gc.freeze()


def _give_up(error: Exception) -> None:
    """The program itself is broken: end as any program does that cannot be loaded."""
    raise error


def name_application(application: "QApplication") -> None:
    """What the application is called; settings are kept under these names."""
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationDisplayName(NAME)
    application.setStyle("Fusion")


def prepare(application: "QApplication") -> None:
    """Name, style and typeface of the application."""
    from strategy_planner.gui.collecting import collect_here
    from strategy_planner.gui.fonts import font, load_fonts
    from strategy_planner.gui.shell.icons import picture

    name_application(application)
    collect_here(application)
    # Each call into Qt gives the interpreter away; what works beside the window gives it back
    # after so long at most.
    sys.setswitchinterval(_TURN_S)
    load_fonts()
    application.setFont(font(12))
    application.setWindowIcon(picture("strategy-planner"))


def _lacking() -> str:
    """What keeps a window from opening on Linux, where Qt would end the whole process."""
    if sys.platform != "linux":
        return ""
    language = system_language()
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if wanted and not any(_has_platform(name) for name in wanted.split(";")):
        return say(
            "Qt has no platform called “{name}” (QT_QPA_PLATFORM).", language, name=wanted[:40]
        )
    if wanted and "xcb" not in wanted:
        return ""
    no_screen = say(
        "There is no screen to open a window on. The commands work without one "
        "(strategy-planner --help).",
        language,
    )
    wayland, display = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if not (wayland or display):
        return no_screen
    missing = [package for library, package in _LIBRARIES.items() if not _is_there(library)]
    if missing:
        return say(
            "The system lacks libraries for windows; on Debian or Ubuntu: apt-get install {names}",
            language,
            names=" ".join(missing),
        )
    return "" if wayland or _x_server_answers() else no_screen


_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
}


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_platform(name: str) -> bool:
    """Whether Qt brings the plugin of a platform; yes where its folder is not to be found."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return True
    folder = Path(found.origin).parent / "Qt" / "plugins" / "platforms"
    plugins = [plugin.stem for plugin in folder.glob("*.so")]
    return not plugins or any(
        plugin.startswith(f"libq{name.split('-', maxsplit=1)[0]}") for plugin in plugins
    )


def _x_server_answers() -> bool:
    """Whether the screen that DISPLAY names can be reached: Qt would abort where it cannot."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = int(xcb.xcb_connection_has_error(connection)) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _library_missing(error: ImportError) -> str:
    return say(
        "Qt cannot be loaded: {reason}", system_language(), reason=str(error).splitlines()[0]
    )
