"""The gettext catalogue: gathers the texts, compiles the translations, checks that none is missing.

python packaging/catalogue.py update     gather new texts into the translations
python packaging/catalogue.py compile    make the .mo files that the program reads
python packaging/catalogue.py check      fail when a text has no translation, or none uses it
"""

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "strategy_planner"
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("ja",)
KEYWORDS = {
    "say": None,
    "say_plural": (1, 2),
    "message": None,
    "message_plural": (1, 2),
    "tr": None,
    "tr_plural": (1, 2),
}
PLACEHOLDER = re.compile(r"\{(\w+)[^}]*\}")


def gathered() -> Catalog:
    """Every text that the source names, in English."""
    catalogue = Catalog(project="strategy-planner")
    for found in extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS):
        _, _, text, comments, _ = found
        catalogue.add(text, auto_comments=comments)
    return catalogue


def translations(language: str) -> Catalog:
    """The texts of one language as they stand in its file."""
    with _file(language).open("rb") as file:
        return read_po(file, locale=language)


def update() -> int:
    """Bring each language's file up to the texts of the source; unused ones are left out."""
    template = gathered()
    for language in LANGUAGES:
        catalogue = translations(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with _file(language).open("wb") as file:
            write_po(file, catalogue, width=100, sort_output=True, no_location=True)
    return compile_all()


def compile_all() -> int:
    """Make the .mo of each language where its .po is newer."""
    for language in LANGUAGES:
        source = _file(language)
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with compiled.open("wb") as file:
            write_mo(file, translations(language))
    return 0


def check() -> int:
    """Say what is missing, unused, fuzzy or has other placeholders; 1 where anything is."""
    wanted = {entry.id: entry for entry in gathered() if entry.id}
    problems: list[str] = []
    for language in LANGUAGES:
        present = {entry.id: entry for entry in translations(language) if entry.id}
        problems += [f"{language}: no translation: {text!r}" for text in wanted
                     if not _translated(present.get(text))]  # fmt: skip
        problems += [f"{language}: not used: {text!r}" for text in set(present) - set(wanted)]
        problems += [f"{language}: other placeholders: {text!r}" for text, entry in present.items()
                     if not _same_placeholders(entry)]  # fmt: skip
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def _translated(entry: Message | None) -> bool:
    if entry is None or entry.fuzzy:
        return False
    strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    return all(strings)


def _same_placeholders(entry: Message) -> bool:
    known = set(PLACEHOLDER.findall(" ".join(_texts(entry.id)))) | {"count"}
    return all(set(PLACEHOLDER.findall(text)) <= known for text in _texts(entry.string))


def _texts(one_or_many: object) -> list[str]:
    return list(map(str, one_or_many if isinstance(one_or_many, tuple) else (one_or_many,)))


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "strategy_planner.po"


TASKS = {"update": update, "compile": compile_all, "check": check}

if __name__ == "__main__":
    sys.exit(TASKS[sys.argv[1]]())
