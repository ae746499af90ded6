"""``brief`` on a terminal and away from it, and stopped half-way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from large_plans import large_plan
from strategy_planner.interchange.plan_json import write_plan_json

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "worked_example.splan"

pty = pytest.importorskip("pty", reason="a terminal of its own needs a Unix")


def _brief(target: Path, stderr: int, plan: Path = SAMPLE) -> "subprocess.Popen[bytes]":
    # What a shell runs in its background ignores interrupts, and so would the command.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(
        [sys.executable, "-m", "strategy_planner", "brief", str(plan), "-o", str(target)],
        stdout=subprocess.PIPE,
        stderr=stderr,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
    )


def _told(controller: int) -> bytes:
    """What is written on the terminal until its last writer has gone."""
    told = b""
    while True:
        try:
            read = os.read(controller, 4096)
        except OSError:
            return told
        if not read:
            return told
        told += read


def test_a_terminal_is_told_the_pages_in_a_line_that_is_gone_afterwards(tmp_path: Path) -> None:
    controller, terminal = pty.openpty()
    run = _brief(tmp_path / "pack.pdf", terminal)
    os.close(terminal)
    told = _told(controller)
    os.close(controller)
    assert run.communicate()[0] == b""
    assert run.returncode == 0
    assert b"Page 1 of " in told
    assert b"\n" not in told
    assert told.endswith(b"\r\x1b[K")


def test_a_file_is_told_nothing(tmp_path: Path) -> None:
    run = _brief(tmp_path / "pack.pdf", subprocess.PIPE)
    assert run.communicate() == (b"", b"")
    assert run.returncode == 0


def test_stopped_half_way_it_leaves_the_old_file_and_no_traceback(tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"the pack of last week")
    # Some 250 pages: far more than can be drawn before the signal arrives.
    plan = tmp_path / "plan.json"
    plan.write_text(write_plan_json(large_plan(2_000)), encoding="utf-8")
    controller, terminal = pty.openpty()
    run = _brief(target, terminal, plan)
    os.close(terminal)
    told = b""
    while b"Page 1 of " not in told:
        told += os.read(controller, 4096)
    run.send_signal(signal.SIGINT)
    told += _told(controller)
    os.close(controller)
    assert run.communicate()[0] == b""
    assert run.returncode == 130
    assert b"Traceback" not in told
    assert target.read_bytes() == b"the pack of last week"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["pack.pdf", "plan.json"]
