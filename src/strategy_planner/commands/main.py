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

import strategy_planner
from strategy_planner.commands.calling import (
    COMMANDS,
    Parser,
    list_of_commands,
    speak_the_readers_language,
)
from strategy_planner.commands.refusals import CallError, refusal_of
from strategy_planner.language import Message, message, say, system_language
from strategy_planner.model.creation import fixed_moment


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without a command, open the application."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    speak_the_readers_language()
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
    says = COMMANDS[name].into(system_language())
    parser = Parser(prog=f"strategy-planner {name}", description=says)
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(arguments))
    return code


def _module_of(name: str) -> ModuleType:
    name = "import_plan" if name == "import" else name
    return importlib.import_module(f"strategy_planner.commands.{name}")


def _run_application(arguments: Sequence[str]) -> int:
    language = system_language()
    commands = say("Commands", language)
    parser = Parser(
        prog="strategy-planner",
        description=say("Opens the desktop application, or runs a command.", language),
        epilog=f"{commands}:\n{list_of_commands(language)}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"strategy-planner {strategy_planner.__version__}"
    shows = say("show program's version number and exit", language)
    parser.add_argument("--version", action="version", version=version, help=shows)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    _check_there_is(options.file)
    from strategy_planner.gui.application import run_application

    code: int = run_application(options.file)
    return code


def _check_there_is(file: Path | None) -> None:
    """A word that is neither a command nor a file opens no window."""
    if file is not None and not file.exists():
        raise CallError(message("There is no file and no command called “{name}”.", name=file))


def _refuse(refusal: Message) -> int:
    words = refusal.into(system_language()).split()
    line = "".join(c if c.isprintable() else "·" for c in " ".join(words))
    print(f"strategy-planner: {line}", file=sys.stderr)
    return 2


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
