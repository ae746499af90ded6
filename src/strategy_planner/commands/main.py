"""The command ``strategy-planner``: chooses the command, speaks one line when its input is wrong.

Exit codes (CONTRACT 1): 0 done, 1 done with findings, 2 the call or its input is wrong.
"""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import strategy_planner
from strategy_planner.commands.refusals import CallError, refusal_of
from strategy_planner.language import Message, message, say, system_language
from strategy_planner.model.creation import fixed_moment

COMMANDS = {
    "new": "new",
    "import": "import_plan",
    "export": "export",
    "schedule": "schedule",
    "why": "why",
    "date": "date",
    "brief": "brief",
    "verify": "verify",
}
"""Each command and the module of this package that holds it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without a command, open the application."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        _check_fixed_time()
        if given and given[0] in COMMANDS:
            return _run_command(given[0], given[1:])
        return _run_application(given)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        return _refuse(refusal)


def _check_fixed_time() -> None:
    """A time that was meant to be fixed and is not must not pass unseen."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds and fixed_moment() is None:
        raise CallError(
            message(
                "SOURCE_DATE_EPOCH is “{seconds}”; write the seconds since 1970, as 1559865600.",
                seconds=seconds[:60],
            )
        )


def _run_command(name: str, arguments: Sequence[str]) -> int:
    module = _module_of(name)
    parser = _Parser(prog=f"strategy-planner {name}", description=module.__doc__)
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(arguments))
    return code


def _module_of(name: str) -> ModuleType:
    return importlib.import_module(f"strategy_planner.commands.{COMMANDS[name]}")


def _run_application(arguments: Sequence[str]) -> int:
    parser = _Parser(
        prog="strategy-planner",
        description=say("Opens the desktop application, or runs a command.", system_language()),
        epilog=" · ".join(COMMANDS),
    )
    version = f"strategy-planner {strategy_planner.__version__}"
    parser.add_argument("--version", action="version", version=version)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    from strategy_planner.gui.application import run_application

    code: int = run_application(options.file)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of the whole usage."""
        raise CallError(_call_is_wrong(self.prog, message))


def _call_is_wrong(program: str, problem: str) -> Message:
    return message("{problem} (see {program} --help)", problem=problem, program=program)


def _refuse(refusal: Message) -> int:
    words = refusal.into(system_language()).split()
    line = "".join(c if c.isprintable() else "·" for c in " ".join(words))
    print(f"strategy-planner: {line}", file=sys.stderr)
    return 2


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
