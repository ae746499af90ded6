"""The worked example: the bio strategy after a planner has worked on it, everything added marked."""

from samples.languages import Json, Text, text

ILLUSTRATION = "例示"
_ADDED = text(
    "この項目は担当者が加えた例示であり、原資料に記載はない。",
    "The planner added this item as an illustration; it is not in the source.",
)
_FILLED_IN = text(
    "期間・担当・時期・予算・位置付けなど、担当者が加えた値は例示であり、原資料に記載はない。",
    "Durations, owners, dates, budgets and places that the planner added are illustrations; "
    "they are not in the source.",
)
_LABELS = frozenset({"short"})
"""Fields that only say the same more briefly, and so add nothing to mark."""


def worked_example(bio: Json, additions: Json) -> Json:
    """The plan ``bio`` with what a planner changed and added; ``bio`` stays as it is."""
    plan = {**bio, "settings": {**bio["settings"], **additions["settings"]}}
    for name, changes in additions["changed"].items():
        plan[name] = _changed(name, plan[name], changes)
    for name, added in additions["added"].items():
        marked = map(_marked, added) if name == "nodes" else added
        plan[name] = [*plan.get(name, ()), *marked]
    plan["tracks"].sort(key=lambda track: track["order"])
    return plan


def _changed(name: str, records: list[Json], changes: Json) -> list[Json]:
    unknown = changes.keys() - {record["id"] for record in records}
    if unknown:
        raise KeyError(f"{name}: {sorted(unknown)} are not in the facts")
    return [_filled_in(name, record, changes.get(record["id"], {})) for record in records]


def _filled_in(name: str, record: Json, change: Json) -> Json:
    filled = {**record, **{key: value for key, value in change.items() if key != "notes"}}
    if name != "nodes" or change.keys() <= _LABELS:
        return filled
    return _tagged(filled, [record.get("notes"), change.get("notes"), _FILLED_IN])


def _marked(node: Json) -> Json:
    return _tagged(node, [node.get("notes"), _ADDED])


def _tagged(node: Json, notes: list[Text | None]) -> Json:
    kept = [note for note in notes if note]
    return {
        **node,
        "tags": [*node.get("tags", ()), ILLUSTRATION],
        "notes": text(
            "\n".join(note["ja"] for note in kept), "\n".join(note["en"] for note in kept)
        ),
    }
