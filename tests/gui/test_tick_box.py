"""A tick is seen in both schemes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.shell.style import style_sheet
from strategy_planner.gui.tick_box import TickBox
from strategy_planner.gui.workspace import Workspace


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_shows_its_frame_and_its_tick(qtbot, scheme) -> None:
    window, work = QWidget(), Workspace()
    qtbot.addWidget(window)
    work.setParent(window)
    work.set_scheme(scheme)
    window.setStyleSheet(style_sheet(work.theme))
    box = TickBox(work, window)
    box.setText("Tips")
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitExposed(window):
        window.show()

    def colours() -> set[str]:
        picture: QImage = box.grab().toImage()
        across = range(24)
        return {picture.pixelColor(x, box.height() // 2).name() for x in across}

    def colour(token: str) -> str:
        return QColor(work.theme.colour(token)).name()

    assert colour("control") in colours()
    assert colour("accent") not in colours()
    box.setChecked(True)
    assert {colour("accent"), colour("onAccent")} <= colours()
