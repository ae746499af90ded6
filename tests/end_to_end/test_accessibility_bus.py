"""What a screen reader meets: the running program on the accessibility bus of Linux."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from accessibility_bus import CHECKED, FOCUSABLE, FOCUSED, PATIENCE, Bus, Seen, is_here, on_the_bus
from strategy_planner.bundled import bundled

pytestmark = pytest.mark.skipif(
    not is_here(), reason="needs Xvfb, dbus-daemon and at-spi2-core (packaging/dev.py gets them)"
)
HOME, LEFT, DOWN = 0xFF50, 0xFF51, 0xFF54
"""Keysyms of X."""
CONTROLS = frozenset({"push button", "check box", "text", "tree", "list", "table", "combo box"})
LOOK = 0.2
"""Seconds between two looks at a program that is still starting."""


Session = tuple[Bus, subprocess.Popen[str]]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The program on the worked example."""
    file = bundled("sample_projects", "worked_example.splan")
    command = [sys.executable, "-m", "strategy_planner", str(file)]
    with on_the_bus(command, tmp_path_factory.mktemp("session")) as started:
        yield started


@pytest.fixture(scope="module")
def window(session: Session) -> Seen:
    """Its window, once the plan stands in it."""
    bus, program = session
    return until(program, lambda: _furnished(bus))


def until(program: subprocess.Popen[str], look: Callable[[], Seen | None]) -> Seen:
    """What ``look`` finds, as soon as it finds it; the program must live until then."""
    for _ in range(round(PATIENCE / LOOK)):
        found = look()
        if found is not None:
            return found
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(LOOK)
    pytest.fail("It did not come to the bus.")


def _furnished(bus: Bus) -> Seen | None:
    for program in bus.programs():
        for window in program.children:
            if any(one.name.startswith("V-001") for one in window.all_below()):
                return window
    return None


def _painted(window: Seen, name: str) -> Seen | None:
    """A picture whose items stand."""
    for one in window.all_below():
        if (one.name, one.role) == (name, "list") and one.children[-1].role == "list item":
            return one
    return None


def test_the_window_says_its_plan_and_every_control_its_name(window: Seen) -> None:
    assert "worked_example.splan" in window.name
    controls = [one for one in window.all_below() if one.role in CONTROLS and one.has(FOCUSABLE)]
    assert len(controls) > 40
    assert [f"{one.role} {one.path}" for one in controls if not one.name] == []


def test_a_list_to_choose_from_says_its_value_and_is_labelled(window: Seen) -> None:
    lists = [one for one in window.all_below() if one.role == "combo box"]
    assert "Pathway" in {label.name for one in lists for label in one.labels}
    assert [one.name for one in lists if not one.labels] == []


def test_the_outline_speaks_each_item_with_its_dates(window: Seen) -> None:
    spoken = [one.name for one in window.all_below() if one.role == "tree item"]
    (area,) = [name for name in spoken if name.startswith("G-005")]
    assert "Latest: " in area
    assert "Late by 340 days" in area


@pytest.mark.parametrize(("picture", "keys"), [("Map", (HOME, LEFT)), ("Roadmap", (HOME, DOWN))])
def test_a_picture_is_travelled_by_keys_and_each_stop_is_told(
    session: Session, window: Seen, picture: str, keys: tuple[int, int]
) -> None:
    (button,) = [
        one for one in window.all_below() if (one.name, one.role) == (picture, "check box")
    ]
    if not button.has(CHECKED):
        button.press()
    painted = until(session[1], lambda: _painted(window, picture))
    with window.bus.hearing_focus() as next_focus:
        painted.focus()
        for key in keys:
            window.bus.press(key)
        told: list[Seen] = []
        while len(told) < len(keys):
            stop = next_focus()
            if stop.role == "list item" and stop not in told:
                told.append(stop)
    assert [stop.name.count(". ") >= 2 for stop in told] == [True, True]
    assert until(session[1], lambda: told[-1] if told[-1].has(FOCUSED) else None)
