"""The bundled typeface on screen, and the width of its texts (VISUAL 3)."""

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from strategy_planner.bundled import bundled
from strategy_planner.layout.shapes import Weight

FAMILIES = ("Noto Sans JP", "Noto Sans")
_FILES = (
    "NotoSansJP_400Regular.ttf",
    "NotoSansJP_500Medium.ttf",
    "NotoSansJP_700Bold.ttf",
    "NotoSans_400Regular.ttf",
)


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once; needs a QGuiApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(bundled("resources", "fonts", name)))


@cache
def font(size: float, weight: Weight = 400) -> QFont:
    """The typeface at a size in pixels; Qt knows whole pixels only."""
    load_fonts()
    made = QFont(list(FAMILIES))
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=65536)
def measure(text: str, size: float, weight: Weight = 400) -> float:
    """The width of a text in pixels, as `font` draws it."""
    return _metrics(size, weight).horizontalAdvance(text)


@cache
def _metrics(size: float, weight: Weight) -> QFontMetricsF:
    return QFontMetricsF(font(size, weight))
