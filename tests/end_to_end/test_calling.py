"""How the commands answer a call, in the language of the system."""

import pytest

from strategy_planner.commands.calling import COMMANDS
from strategy_planner.commands.main import main


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_every_argument_is(name, japanese, capsys):
    with pytest.raises(SystemExit):
        main([name, "--help"])
    said = capsys.readouterr().out
    assert said.startswith("使い方: ")
    options = said.split("オプション:")[1].splitlines()
    words = "\n".join(line.removeprefix("  ") for line in options)
    assert all(any(ord(c) > 0x3000 for c in part) for part in words.split("\n-")[1:])


def test_the_list_of_commands_names_each(japanese, capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in COMMANDS)


def test_a_call_that_lacks_something_is_told_in_the_readers_language(japanese, capsys):
    assert main(["schedule"]) == 2
    assert capsys.readouterr().err == (
        "strategy-planner: 次の引数が必要です：FILE（strategy-planner schedule --help を参照）\n"
    )


def test_a_word_that_is_neither_file_nor_command_opens_no_window(capsys):
    assert main(["bogus"]) == 2
    assert capsys.readouterr().err == (
        "strategy-planner: There is no file and no command called “bogus”.\n"
    )
