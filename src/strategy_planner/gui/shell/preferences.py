"""What the program remembers between two starts, on this machine and for this person."""

import json
import os
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication

from strategy_planner.language import language_tag, system_language

if TYPE_CHECKING:
    from strategy_planner.analysis.item_filter import ItemFilter
    from strategy_planner.layout.theme import Scheme

LanguageChoice = Literal["system", "ja", "en"]
SchemeChoice = Literal["system", "light", "dark"]
MOST_RECENT = 12


class Preferences(QObject):
    """Typed access to QSettings; where it is kept is the system's business."""

    changed = Signal(str)
    """The name of what is another now: every window follows."""

    def __init__(self) -> None:
        # The application keeps it: what is connected to it must not go with the collector.
        super().__init__(QCoreApplication.instance())
        self._kept = QSettings()
        if isinstance(QGuiApplication.instance(), QGuiApplication):
            QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def language(self) -> str:
        """The language of the windows, ``ja`` or ``en``."""
        choice = self.language_choice
        return _language_of_the_system() if choice == "system" else choice

    @property
    def language_choice(self) -> LanguageChoice:
        """A language, or the system's."""
        choice = self._text("language", "system")
        return "ja" if choice == "ja" else "en" if choice == "en" else "system"

    @language_choice.setter
    def language_choice(self, choice: LanguageChoice) -> None:
        self._keep("language", choice)

    @property
    def scheme(self) -> "Scheme":
        """The colour scheme of the windows."""
        choice = self.scheme_choice
        return _scheme_of_the_system() if choice == "system" else choice

    @property
    def scheme_choice(self) -> SchemeChoice:
        """A scheme, or the system's."""
        choice = self._text("scheme", "system")
        return "light" if choice == "light" else "dark" if choice == "dark" else "system"

    @scheme_choice.setter
    def scheme_choice(self, choice: SchemeChoice) -> None:
        self._keep("scheme", choice)

    @property
    def text_percent(self) -> int:
        """The size of all texts, from 100 to 200 %."""
        text = self._text("text_percent", "100")
        return min(200, max(100, int(text) if text.isdecimal() else 100))

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self._keep("text_percent", str(value))

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may glide."""
        return self._text("reduced_motion", "false") == "true"

    @reduced_motion.setter
    def reduced_motion(self, value: bool) -> None:
        self._keep("reduced_motion", _written(value))

    @property
    def start_page(self) -> bool:
        """Whether a window without a plan shows the start page."""
        return self._text("start_page", "true") == "true"

    @start_page.setter
    def start_page(self, value: bool) -> None:
        self._keep("start_page", _written(value))

    @property
    def tips(self) -> bool:
        """Whether first uses are explained."""
        return self._text("tips", "true") == "true"

    @tips.setter
    def tips(self, value: bool) -> None:
        self._keep("tips", _written(value))

    @property
    def tips_seen(self) -> frozenset[str]:
        """The tips that were shown, each once."""
        return frozenset(filter(None, self._text("tips_seen", "").split(" ")))

    def keep_tip(self, tip: str) -> None:
        """Remember that a tip was shown."""
        self._kept.setValue("tips_seen", " ".join(sorted(self.tips_seen | {tip})))

    @property
    def recent(self) -> tuple[str, ...]:
        """The paths of the plans opened or saved last, the latest first."""
        try:
            paths = json.loads(self._text("recent", "[]"))
        except ValueError:
            return ()
        return tuple(str(path) for path in paths) if isinstance(paths, list) else ()

    def keep_recent(self, path: str) -> None:
        """Put a plan first among the recent ones."""
        others = [other for other in self.recent if other != path]
        self._keep("recent", json.dumps([path, *others][:MOST_RECENT]))

    def forget_recent(self, path: str) -> None:
        """Take a plan out of the recent ones; the file stays."""
        self._kept.remove(f"card/{_key(path)}")
        self._kept.remove(f"view/{_key(path)}")
        self._keep("recent", json.dumps([other for other in self.recent if other != path]))

    def card(self, path: str) -> str:
        """What was found out about a plan's file; empty where nothing was."""
        return self._text(f"card/{_key(path)}", "")

    def keep_card(self, path: str, text: str) -> None:
        """Remember what was found out about a plan's file."""
        self._kept.setValue(f"card/{_key(path)}", text)

    def view(self, path: str = "") -> str:
        """The view in which a plan's file, or else a window, was shown last; empty if never."""
        return self._text(f"view/{_key(path)}" if path else "shown/view", "")

    def keep_view(self, name: str, path: str = "") -> None:
        """Remember the view in which a plan's file, or else a window, is shown."""
        self._kept.setValue(f"view/{_key(path)}" if path else "shown/view", name)

    @property
    def roadmap(self) -> str:
        """How the roadmap was shown, as its Habits write it."""
        return str(self._kept.value("roadmap", ""))

    @roadmap.setter
    def roadmap(self, value: str) -> None:
        self._kept.setValue("roadmap", value)

    @property
    def filters(self) -> "dict[str, ItemFilter]":
        """The filters that were kept, by name; what cannot be read is left out."""
        import msgspec

        from strategy_planner.analysis.item_filter import ItemFilter

        try:
            kept = str(self._kept.value("filters", "{}"))
            return msgspec.json.decode(kept, type=dict[str, ItemFilter])
        except msgspec.MsgspecError:
            return {}

    @filters.setter
    def filters(self, value: "dict[str, ItemFilter]") -> None:
        import msgspec

        self._kept.setValue("filters", msgspec.json.encode(value).decode())

    def layout(self, name: str) -> QByteArray | None:
        """A remembered geometry."""
        value = self._kept.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_layout(self, name: str, value: QByteArray) -> None:
        """Remember a geometry."""
        self._kept.setValue(f"layout/{name}", value)

    def table(self, record: str) -> str:
        """How the table of a kind of record was laid out, as its room wrote it."""
        return self._text(f"table/{record}", "")

    def keep_table(self, record: str, value: str) -> None:
        """Remember how a table is laid out."""
        self._kept.setValue(f"table/{record}", value)

    def shown(self, part: str) -> str:
        """How a part of the window was left; empty where it never was."""
        return self._text(f"shown/{part}", "")

    def keep_shown(self, part: str, state: str) -> None:
        """Remember how a part of the window is left."""
        self._kept.setValue(f"shown/{part}", state)

    def follow_system(self) -> None:
        """The system speaks another language or has another scheme: so do we, unless chosen."""
        if self.language_choice == "system":
            self.changed.emit("language")
        if self.scheme_choice == "system":
            self.changed.emit("scheme")

    def _text(self, key: str, otherwise: str) -> str:
        return str(self._kept.value(key, otherwise))

    def _keep(self, key: str, text: str) -> None:
        if self._text(key, "") != text:
            self._kept.setValue(key, text)
            self.changed.emit(key)


def _key(path: str) -> str:
    """A path as the name of a setting, which no character of it can break."""
    import hashlib

    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _written(value: bool) -> str:
    return "true" if value else "false"


def _language_of_the_system() -> str:
    """As the commands speak; where no variable says it, as the desktop does."""
    if any(os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG")):
        return system_language()
    return language_tag(next(iter(QLocale.system().uiLanguages()), ""))


def _scheme_of_the_system() -> "Scheme":
    if not isinstance(QGuiApplication.instance(), QGuiApplication):
        return "light"
    wanted = QGuiApplication.styleHints().colorScheme()
    return "dark" if wanted == Qt.ColorScheme.Dark else "light"
