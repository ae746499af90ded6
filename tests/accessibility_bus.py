"""The Linux accessibility bus as a screen reader meets it: the tree that a program shows, and keys.

An X server without a screen, a session bus and the bus of AT-SPI are started for one program and
ended with it. See the interfaces in freedesktop's at-spi2-core.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
NEEDED = ("Xvfb", "dbus-daemon")
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION, COMPONENT = "org.a11y.atspi.Action", "org.a11y.atspi.Component"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CHECKED, FOCUSABLE, FOCUSED, SHOWING = 4, 11, 12, 25
"""Places of the states in the bit field that GetState answers (AtspiStateType)."""
LABELLED_BY = 2
PRESS_AND_RELEASE = 3
PATIENCE = 30.0


def is_here() -> bool:
    """Whether this machine has what the bus needs."""
    return LAUNCHER.exists() and all(shutil.which(name) for name in NEEDED)


@dataclass(frozen=True)
class Seen:
    """An object on the bus: who speaks for it and where it stands."""

    bus: "Bus"
    owner: str
    path: str

    def _ask(self, method: str, none: Any) -> Any:
        """What it answers; ``none`` where it is gone by now, as windows are while they open."""
        try:
            return self.bus.call(self.owner, self.path, ACCESSIBLE, method)[0]
        except DBusErrorResponse:
            return none

    def _property(self, name: str) -> str:
        try:
            return str(self.bus.property_of(self.owner, self.path, name))
        except DBusErrorResponse:
            return ""

    @property
    def name(self) -> str:
        return self._property("Name")

    @property
    def description(self) -> str:
        return self._property("Description")

    @property
    def role(self) -> str:
        return str(self._ask("GetRoleName", ""))

    @property
    def children(self) -> list["Seen"]:
        return [Seen(self.bus, *reference) for reference in self._ask("GetChildren", ())]

    @property
    def labels(self) -> list["Seen"]:
        """What labels this."""
        found = dict(self._ask("GetRelationSet", ()))
        return [Seen(self.bus, *reference) for reference in found.get(LABELLED_BY, [])]

    def press(self) -> None:
        """Do what a click would do."""
        names = [name for name, *_ in self.bus.call(self.owner, self.path, ACTION, "GetActions")[0]]
        place = names.index("Press")
        assert self.bus.call(self.owner, self.path, ACTION, "DoAction", "i", (place,))[0]

    def focus(self) -> None:
        """Give this the keyboard."""
        assert self.bus.call(self.owner, self.path, COMPONENT, "GrabFocus")[0]

    def has(self, state: int) -> bool:
        words = self._ask("GetState", (0, 0))
        return bool(words[state // 32] >> state % 32 & 1)

    def all_below(self) -> Iterator["Seen"]:
        """This and everything in it that shows, depth first."""
        yield self
        for child in self.children:
            if child.has(SHOWING):
                yield from child.all_below()


class Bus:
    """The accessibility bus, asked as an assistive technology asks."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def call(
        self, owner: str, path: str, interface: str, method: str, kinds: str = "",
        values: Sequence[Any] = (),
    ) -> Any:  # fmt: skip
        """The body of the answer; DBusErrorResponse where there is none."""
        address = DBusAddress(path, owner, interface)
        message = new_method_call(address, method, kinds or None, tuple(values))
        return unwrap_msg(self._connection.send_and_get_reply(message, timeout=PATIENCE))

    def property_of(self, owner: str, path: str, name: str) -> Any:
        properties = "org.freedesktop.DBus.Properties"
        return self.call(owner, path, properties, "Get", "ss", (ACCESSIBLE, name))[0][1]

    def programs(self) -> list[Seen]:
        return Seen(self, *ROOT).children

    @contextmanager
    def hearing_focus(self) -> Iterator[Callable[[], Seen]]:
        """What the keyboard comes to, one after the other, as a screen reader hears of it."""
        registry = "/org/a11y/atspi/registry"
        self.call(ROOT[0], registry, "org.a11y.atspi.Registry", "RegisterEvent", "sas",
                  ("object:state-changed:focused", []))  # fmt: skip
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object",
                         member="StateChanged")  # fmt: skip
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        asked = new_method_call(bus, "AddMatch", "s", (rule.serialise(),))
        self._connection.send_and_get_reply(asked, timeout=PATIENCE)
        with self._connection.filter(rule, bufsize=1000) as heard:

            def next_focus() -> Seen:
                while True:
                    told = self._connection.recv_until_filtered(heard, timeout=PATIENCE)
                    if told.body[0] == "focused" and told.body[1]:
                        fields = told.header.fields
                        return Seen(self, fields[HeaderFields.sender], fields[HeaderFields.path])

            yield next_focus

    def press(self, keysym: int) -> None:
        """Press and release a key, as an on-screen keyboard does."""
        path = "/org/a11y/atspi/registry/deviceeventcontroller"
        controller = "org.a11y.atspi.DeviceEventController"
        self.call(ROOT[0], path, controller, "GenerateKeyboardEvent", "isu",
                  (keysym, "", PRESS_AND_RELEASE))  # fmt: skip


@contextmanager
def on_the_bus(command: Sequence[str], folder: Path) -> Iterator[tuple[Bus, subprocess.Popen[str]]]:
    """Run a program in a screenless X server with accessibility on, and hand out the bus."""
    environment = {
        **os.environ, "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "en_US.UTF-8", "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder),
    }  # fmt: skip
    folder.chmod(0o700)
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            words, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        started.append(process)
        return process

    def first_line(*words: str) -> str:
        output = start(*words).stdout
        assert output is not None
        return output.readline().strip()

    try:
        screen = first_line("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24")
        environment["DISPLAY"] = f":{screen}"
        session = first_line("dbus-daemon", "--session", "--nofork", "--print-address=1")
        environment["DBUS_SESSION_BUS_ADDRESS"] = session
        with open_dbus_connection(session) as asking:
            about = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            answer = asking.send_and_get_reply(new_method_call(about, "GetAddress"))
        with open_dbus_connection(answer.body[0]) as connection:
            yield Bus(connection), start(*command)
    finally:
        for process in reversed(started):
            process.terminate()
            process.communicate(timeout=PATIENCE)
