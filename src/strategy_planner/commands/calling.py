"""How a command is called: what each command and argument does, in the language of the reader."""

import argparse
import gettext
from typing import NoReturn

from strategy_planner.bundled import bundled
from strategy_planner.commands.refusals import CallError
from strategy_planner.language import Message, message, system_language

COMMANDS: dict[str, Message] = {
    "new": message("Makes a new project file: empty, from a template or from a sample."),
    "import": message("Reads a plan of another format into a new project file."),
    "export": message("Writes a plan in another format, chosen by the ending of the target."),
    "schedule": message("Computes both passes: earliest and latest dates of every item."),
    "why": message("Tells which chain fixes an item's early date, and which its late date."),
    "late": message("Tells what is already too late, and what would repair it."),
    "bottlenecks": message("Ranks the items by what a delay of each would do to the targets."),
    "budget": message("Tells what the plan costs by fiscal year, by track and by owner."),
    "check": message("Checks whether a plan is a real backcast, by named rules, with a score."),
    "simulate": message("Tells how sure each target is, and what drives it, from many runs."),
    "pathways": message("Sets the pathways side by side: date, slack, cost, late items."),
    "decisions": message("Tells when each option closes, and what to watch until then."),
    "kpis": message("Tells the needed, measured and expected value of each KPI, year by year."),
    "date": message("Tells what a date as written means."),
    "brief": message("Makes the briefing pack as PDF."),
    "verify": message("Tells whether a project file is whole; nothing is written."),
}
"""Each command and what it does."""
ARGUMENTS: dict[str, Message] = {
    "file": message("a plan: a project file (.splan) or a plan as JSON"),
    "source": message("the file to read"),
    "item": message("the id or the number of an item"),
    "text": message("a date as a planner writes it, in Japanese or English"),
    "output": message("the file to write"),
    "force": message("replace a file that is there"),
    "fail": message("exit with 1 when something is too late"),
    "json": message("print one JSON object and nothing else"),
    "language": message("the language of the result; the system's unless given"),
    "status_date": message("“today” of this one calculation, as 2030-12-31"),
    "pathway": message("the pathway of this one calculation: its id or name"),
    "fail_under": message("exit with 1 where the score is lower than this"),
    "delay": message("by how much each item is delayed in turn, as 24mo"),
    "samples": message("how many runs to simulate, 1 to 1,000,000"),
    "seed": message("the number that fixes the draws: the same seed, the same result"),
    "distribution": message("how durations are drawn; the plan's own way unless given"),
    "choices": message("open choices: one option for good, or all of them side by side"),
    "ranges": message("how far durations without an estimate spread: TRACK=-20%,+80%"),
    "raises": message("tell also which item, made certain, would raise the chance most"),
    "reference": message("the day on which the date was written, as 2030-12-31"),
    "fiscal_year_start": message("the first month of the fiscal year, 1 to 12"),
    "sections": message("only these parts of the pack, with commas between them"),
    "pack": message("the parts of the pack for an occasion"),
    "since": message("an earlier state of the plan, to tell what changed since"),
    "paper": message("the size of the pages"),
    "view": message("which picture of the plan"),
    "list": message("which list of the plan; for a new plan, show what it can be made from"),
    "format": message("read as this format, whatever the ending says"),
    "template": message("begin with this template"),
    "sample": message("begin with this sample"),
}
"""What each argument is, by the name under which a command reads it."""
SAID_BY_ARGPARSE = (
    message("usage: "),
    message("positional arguments"),
    message("options"),
    message("show this help message and exit"),
    message("show program's version number and exit"),
    message("the following arguments are required: %s"),
    message("unrecognized arguments: %s"),
    message("argument %(argument_name)s: %(message)s"),
    message("expected one argument"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("invalid %(type)s value: %(value)r"),
    message("not allowed with argument %s"),
    message("ignored explicit argument %r"),
    message("ambiguous option: %(option)s could match %(matches)s"),
)
"""The words of Python's own parser, named here so that the catalogue has them."""


def speak_the_readers_language() -> None:
    """Let argparse, which asks gettext's default domain, find the program's catalogue."""
    gettext.bindtextdomain("strategy_planner", str(bundled("resources", "locale")))
    gettext.textdomain("strategy_planner")


class Parser(argparse.ArgumentParser):
    """Says what each argument is, and tells in one line what is wrong with a call."""

    def format_help(self) -> str:
        """The help, each argument with its sentence."""
        for action in self._actions:
            words = ARGUMENTS.get(action.dest)
            if words is not None and action.help is None:
                action.help = words.into(system_language()).replace("%", "%%")
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """One line instead of the whole usage."""
        raise CallError(_call_is_wrong(self.prog, message))


def _call_is_wrong(program: str, problem: str) -> Message:
    return message("{problem} (see {program} --help)", problem=problem, program=program)


def list_of_commands(language: str) -> str:
    """The commands, each with its sentence."""
    widest = max(map(len, COMMANDS))
    return "\n".join(f"  {name:{widest}}  {says.into(language)}" for name, says in COMMANDS.items())
