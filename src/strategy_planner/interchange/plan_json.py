"""The plan as JSON: the public form of CONTRACT 3, read strictly and written in one order."""

import json
import re
from typing import Any

import msgspec

from strategy_planner.interchange import FormatError
from strategy_planner.interchange.strict_json import read_strict_json
from strategy_planner.language import Message, message
from strategy_planner.model.creation import create_plan
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import LIST_NAMES, RECORD_TYPES, Record

FORMAT = "strategy-planner/plan"
VERSION = 1


def read_plan_json(data: bytes) -> Plan:
    """The plan of a JSON text in UTF-8, with numbers and days given where they are missing.

    Raises FormatError with the place of the first thing that is wrong.
    """
    document = read_strict_json(data)
    _check_envelope(document)
    places: dict[str, str] = {}
    records: list[Record] = []
    for name, list_name in LIST_NAMES.items():
        if list_name not in document:
            continue
        for place, record in _read_list(name, list_name, document[list_name]):
            if record.key in places:
                raise FormatError(
                    message(
                        "{place}: the id {id} is already given to {other}; an id is unique "
                        "in a plan.",
                        place=place,
                        id=record.key,
                        other=places[record.key],
                    )
                )
            places[record.key] = place
            records.append(record)
    try:
        return create_plan(records)
    except PlanError as error:
        place = next((places[id_] for id_ in error.ids if id_ in places), "")
        if not place:
            raise FormatError(error.message) from error
        raise FormatError(
            message(
                "{place}: {problem}",
                problem=error.message,
                place=place if error.field is None else f"{place}.{error.field}",
            )
        ) from error


def write_plan_json(plan: Plan) -> str:
    """The plan as JSON text: lists in the plan's order, keys in that of CONTRACT 3, set ones only.

    Equal plans give equal text.
    """
    return json.dumps(plan_as_json(plan), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan as JSON values."""
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for name, list_name in LIST_NAMES.items():
        written = [msgspec.to_builtins(record) for record in plan.records(name).values()]
        if name == "settings":
            written = written[0]
        if written:
            document[list_name] = written
    return document


def _check_envelope(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FormatError(
            message(
                "this is not a plan: a plan is a JSON object with “format”: “{format}”.",
                format=FORMAT,
            )
        )
    version = document.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise FormatError(
            message(
                "the plan has version {version}, and this program reads up to {known}; "
                "use a newer program.",
                version=version,
                known=VERSION,
            )
        )
    if version is True or version != VERSION:
        raise FormatError(message("version: expected {known}.", known=VERSION))
    for key in document:
        if key not in {"format", "version", *LIST_NAMES.values()}:
            raise FormatError(message("the key “{key}” is unknown.", key=key[:60]))


def _read_list(name: str, list_name: str, values: Any) -> list[tuple[str, Record]]:
    kind = RECORD_TYPES[name]
    try:
        if name == "settings":
            return [(list_name, msgspec.convert(values, kind))]
        if not isinstance(values, list):
            raise FormatError(message("{place}: expected a list.", place=list_name))
        records = msgspec.convert(values, list[kind])  # type: ignore[valid-type] # chosen by name
    except msgspec.ValidationError as error:
        raise FormatError(_in_words(str(error), list_name)) from None
    return [(f"{list_name}[{index}]", record) for index, record in enumerate(records)]


_AT = re.compile(r"(?P<problem>.*?)(?: - at `\$?(?P<place>.*)`)?", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<found>[^`]*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")
_ONE_OF = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)


def _in_words(error: str, list_name: str) -> Message:
    """The library's error as a sentence with its place."""
    at = _AT.fullmatch(error)
    problem, inner = (at["problem"], at["place"] or "") if at else (error, "")
    place = list_name + inner.replace("[...]", "")
    if found := _UNKNOWN.fullmatch(problem):
        return message("{place}: the key “{key}” is unknown.", place=place, key=found["key"][:60])
    if found := _MISSING.fullmatch(problem):
        return message("{place}: the key “{key}” is missing.", place=place, key=found["key"])
    if found := _EXPECTED.fullmatch(problem):
        return message(
            "{place}: expected {expected}, found {found}.",
            place=place,
            expected=_type_name(found["expected"]),
            found=_type_name(found["found"]),
        )
    if found := _ONE_OF.fullmatch(problem):
        return message(
            "{place}: {value} is none of the words that may stand here.",
            place=place,
            value=found["value"][:60],
        )
    if "date" in problem:
        return message("{place}: expected a day such as 2030-12-31.", place=place)
    return message("{place}: {problem}.", place=place, problem=problem[:120])


_TYPE_NAMES: dict[str, Message] = {
    "str": message("text"),
    "int": message("a whole number"),
    "float": message("a number"),
    "null": message("nothing (null)"),
    "bool": message("true or false"),
    "array": message("a list"),
    "object": message("an object"),
    "date": message("a day"),
}


def _type_name(types: str) -> Message | str:
    names: list[Message | str] = [
        _TYPE_NAMES.get(one.strip(), one.strip()) for one in types.split("|")
    ]
    joined = names[0]
    for name in names[1:]:
        joined = message("{one} or {other}", one=joined, other=name)
    return joined
