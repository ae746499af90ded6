"""Plans to begin from: frames of a kind of strategy, with words on what to write in each item.

A template is a plan as JSON in `resources/templates` with two liberties: a text may stand there in
each language (``{"ja": …, "en": …}``), and ``{+10}`` is the year ten years from the day on which
a plan is made of it. The guidance stands in the notes of the items, which are never printed.
"""

import datetime as dt
import json
import re
from typing import Any

from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.language import LANGUAGES
from strategy_planner.model.creation import today
from strategy_planner.model.plan import Plan

TEMPLATES = ("national_strategy", "technology_roadmap", "theory_of_change", "ngo_programme")
_YEARS_AHEAD = re.compile(r"\{\+(\d+)\}")


def template_plan(name: str, language: str, day: dt.date | None = None) -> Plan:
    """A new plan of the template ``name``, written in ``language``, begun on ``day`` (today).

    It is in one language: what a planner writes over it must leave no stale translation behind.
    """
    begun = day or today()
    file = bundled("resources", "templates", f"{name}.json")
    text = _YEARS_AHEAD.sub(
        lambda found: str(begun.year + int(found[1])), file.read_text(encoding="utf-8")
    )
    document = _in_language(json.loads(text), language)
    document["settings"]["language"] = language
    document["settings"]["status_date"] = begun.isoformat()
    return read_plan_json(json.dumps(document).encode())


def _in_language(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return [_in_language(one, language) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == set(LANGUAGES):
        return value[language]
    return {key: _in_language(one, language) for key, one in value.items()}
