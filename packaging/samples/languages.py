"""Texts that stand in two languages, taken apart into the base text and its translation."""

from collections.abc import Iterable
from typing import Any, TypeAlias

Text: TypeAlias = dict[str, str]
"""One text in both languages: ``{"ja": ..., "en": ...}``; without ``en`` it is not translated."""
Json: TypeAlias = dict[str, Any]

BASE, OTHER = "ja", "en"


def text(ja: str, en: str) -> Text:
    """One text in both languages."""
    return {BASE: ja, OTHER: en}


def joined(texts: Iterable[Text], between: str = "\n") -> Text:
    """Several texts as one, in each language; what has no English stands in Japanese in both."""
    kept = list(texts)
    return text(
        between.join(one[BASE] for one in kept),
        between.join(one.get(OTHER, one[BASE]) for one in kept),
    )


def set_only(record: Json) -> Json:
    """The record without what is not set."""
    return {key: value for key, value in record.items() if value not in (None, [])}


def taken_apart(document: Json) -> Json:
    """The plan in its base language, with a translation record for each text in two languages."""
    translations: list[Json] = []
    plan: Json = {}
    for name, value in document.items():
        if name == "settings":
            plan[name] = _record(value, "settings", translations)
        elif isinstance(value, list):
            plan[name] = [_record(record, record["id"], translations) for record in value]
        else:
            plan[name] = value
    return {**plan, "translations": translations}


def _record(record: Json, record_id: str, translations: list[Json]) -> Json:
    base: Json = {}
    for field, value in record.items():
        if not _is_text(value):
            base[field] = value
            continue
        base[field] = value[BASE]
        translated = value.get(OTHER)
        if translated is not None and translated != value[BASE]:
            named = f"{record['choice']}:{value[BASE]}" if field == "option" else record_id
            entry = {"record": named, "field": field, "language": OTHER, "text": translated}
            if entry not in translations:
                translations.append(entry)
    return base


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and BASE in value
