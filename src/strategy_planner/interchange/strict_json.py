"""JSON that is read without guessing: no key twice, no NaN, no half characters, one clear error."""

import json
import math
import re
from typing import Any, NoReturn

from strategy_planner.interchange import FormatError
from strategy_planner.language import message

MOST_BYTES = 256 * 2**20
_LONGEST_SHOWN = 60
_HALF_A_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_strict_json(data: bytes) -> Any:
    """The value of a JSON text in UTF-8.

    Raises FormatError with the place (line and column, or the object) of what is wrong.
    """
    if len(data) > MOST_BYTES:
        raise FormatError(
            message(
                "the file has {count} MB; at most {most} MB are read.",
                count=len(data) // 2**20,
                most=MOST_BYTES // 2**20,
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(
            message("byte {place}: this is not text in UTF-8.", place=error.start + 1)
        ) from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_whole,
        )
        if _HALF_A_CHARACTER.search(text):
            _check_characters(value, "")
    except json.JSONDecodeError as error:
        raise FormatError(
            message(
                "line {line}, column {column}: this is not JSON.",
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except RecursionError:
        raise FormatError(message("the JSON is nested too deeply.")) from None
    return value


def _check_characters(value: Any, place: str) -> None:
    """Raise FormatError with the place of the first text that is not made of whole characters."""
    if isinstance(value, str):
        if _LONE_SURROGATE.search(value):
            raise FormatError(
                message(
                    "{place}: the text holds half a character (a lone surrogate); write it again.",
                    place=place or "$",
                )
            )
    elif isinstance(value, list):
        for index, one in enumerate(value):
            _check_characters(one, f"{place}[{index}]")
    elif isinstance(value, dict):
        for key, one in value.items():
            _check_characters(key, place)
            _check_characters(one, f"{place}.{key}" if place else key)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise FormatError(
                    message(
                        "the key “{key}” is given twice in {place}.",
                        key=key[:_LONGEST_SHOWN],
                        place=_place(found),
                    )
                )
            seen.add(key)
    return found


def _place(found: dict[str, Any]) -> Any:
    id_ = found.get("id")
    if isinstance(id_, str):
        return message("the object with the id {id}", id=id_[:_LONGEST_SHOWN])
    keys = ", ".join(key[:_LONGEST_SHOWN] for key in list(found)[:4])
    return message("the object with the keys {keys}", keys=keys)


def _refuse_constant(name: str) -> NoReturn:
    raise FormatError(message("{name} is not a number in JSON.", name=name))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise FormatError(message("the number {text} is too large.", text=text[:_LONGEST_SHOWN]))
    return value


def _whole(text: str) -> int | float:
    """A whole number; beyond what a project file keeps as one, the float that it stands for."""
    most_digits = 19
    if len(text.lstrip("-")) <= most_digits and -(2**63) <= int(text) < 2**63:
        return int(text)
    return _finite(text)
