"""What the program remembers between two starts, on this machine and for this person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from strategy_planner.language import language_tag, system_language

if TYPE_CHECKING:
    from strategy_planner.analysis.item_filter import ItemFilter


class Preferences:
    """Typed access to QSettings; where it is kept is the system's business."""

    def __init__(self) -> None:
        self._kept = QSettings()

    @property
    def language(self) -> str:
        """The language of the window; at first the system's."""
        return language_tag(str(self._kept.value("language", system_language())))

    @language.setter
    def language(self, value: str) -> None:
        self._kept.setValue("language", value)

    @property
    def scheme(self) -> str:
        """``light``, ``dark``, or ``system``."""
        return str(self._kept.value("scheme", "light"))

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._kept.setValue("scheme", value)

    @property
    def text_percent(self) -> int:
        """The size of all texts, from 100 to 200 %."""
        return min(200, max(100, int(str(self._kept.value("text_percent", 100)))))

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self._kept.setValue("text_percent", value)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may glide."""
        return str(self._kept.value("reduced_motion", "false")) == "true"

    @reduced_motion.setter
    def reduced_motion(self, value: bool) -> None:
        self._kept.setValue("reduced_motion", "true" if value else "false")

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
        return str(self._kept.value(f"table/{record}", ""))

    def keep_table(self, record: str, value: str) -> None:
        """Remember how a table is laid out."""
        self._kept.setValue(f"table/{record}", value)
