"""The gettext catalogue: one for the screen, the command line and the briefing pack."""

import gettext
import locale
import os
from functools import cache

from strategy_planner.bundled import bundled

LANGUAGES = ("ja", "en")


@cache
def _translations(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "strategy_planner", bundled("resources", "locale"), languages=[language], fallback=True
    )


def language_tag(language: str | None) -> str:
    """``ja`` or ``en``: the catalogue that serves a language such as ``ja_JP.UTF-8``."""
    return "ja" if (language or "").lower().startswith("ja") else "en"


def system_language() -> str:
    """The language of the environment, as the commands speak it (``LC_ALL``, ``LANG`` ...)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return language_tag(value)
    return language_tag(locale.getlocale()[0])


def say(text: str, language: str, /, **values: object) -> str:
    """The English ``text`` in ``language``, its ``{names}`` filled in from ``values``."""
    said = _translations(language).gettext(text) if language != "en" else text
    return said.format_map(values) if values else said


def say_plural(one: str, many: str, count: int, language: str, /, **values: object) -> str:
    """As `say`, choosing between one and many by ``count`` (also given as ``{count}``)."""
    if language == "en":
        said = one if count == 1 else many
    else:
        said = _translations(language).ngettext(one, many, count)
    return said.format_map({"count": count, **values})
