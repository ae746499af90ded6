"""How long things move, and whether they do at all."""

import os

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

MOVE_MS = 160
REDUCED = "STRATEGY_PLANNER_REDUCED_MOTION"


def moves() -> bool:
    """Whether things may glide: not where the system or ``STRATEGY_PLANNER_REDUCED_MOTION`` says no."""
    if os.environ.get(REDUCED, "0") not in {"", "0"}:
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0


def be_still(*, reduced: bool) -> None:
    """Let nothing glide in any window, or let it."""
    os.environ[REDUCED] = "1" if reduced else "0"


def glide(parent: QObject) -> QVariantAnimation:
    """An animation from 0 to 1 that begins fast and ends gently; the caller connects and starts it."""
    animation = QVariantAnimation(parent)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(MOVE_MS)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    return animation


def stop(animation: QVariantAnimation | None) -> None:
    """End an animation that still runs at its last value."""
    if animation is not None and animation.state() == QAbstractAnimation.State.Running:
        animation.setCurrentTime(animation.duration())
        animation.stop()
