"""Quick ranges: how far durations without an estimate of their own spread, by track or kind."""

import re
import unicodedata
from collections.abc import Iterable
from typing import get_args

from strategy_planner.language import LANGUAGES, message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.edits import set_fields
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import WIDEST_RANGE
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import comparable, text_of
from strategy_planner.model.words import NODE_KINDS

_EVERY_ITEM = "*"
_SHARE = r"[-+]?\d{1,4}(?:\.\d+)?"
_WRITTEN = re.compile(rf"(?P<name>.+)=\s*(?P<low>{_SHARE})\s*%\s*,\s*(?P<high>{_SHARE})\s*%")


def range_for(node: r.Node, ranges: Iterable[r.QuickRange]) -> r.QuickRange | None:
    """The range of an item: that of its track, else of its kind, else the one for every item.

    Of several for the same the first counts.
    """
    of_kind = of_all = None
    for one in ranges:
        if one.track is not None:
            if one.track == node.track:
                return one
        elif one.kind is None:
            of_all = of_all or one
        elif one.kind == node.kind:
            of_kind = of_kind or one
    return of_kind or of_all


def set_quick_range(
    plan: Plan,
    low: r.Number,
    high: r.Number,
    *,
    track: str | None = None,
    kind: r.NodeKind | None = None,
) -> ChangeSet:
    """Keep a range for a track, for a kind, or for every item; −0.2 and 0.8 are −20 % and +80 %.

    It takes the place of the one for the same; without any width there is none any more.
    """
    ranges = list(plan.settings.quick_ranges)
    places = [place for place, one in enumerate(ranges) if (one.track, one.kind) == (track, kind)]
    wide = [r.QuickRange(track=track, kind=kind, low=low, high=high)] if low or high else []
    if places:
        ranges[places[0] : places[0] + 1] = wide
    else:
        ranges += wide
    change_set = set_fields(plan, "settings", "settings", quick_ranges=tuple(ranges))
    return ChangeSet(change_set.changes, message("Set the quick ranges"))


def read_quick_range(plan: Plan, text: str) -> r.QuickRange:
    """The range that is written as ``TRACK=-20%,+80%``: a track, a kind of item, or ``*``.

    Raises PlanError where the text is none, or names nothing.
    """
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    found = _WRITTEN.fullmatch(plain.strip())
    if found is None:
        raise PlanError(
            message("“{text}” is no range; write a track or a kind and two shares, such as "
                    "“Research=-20%,+80%”, or * for every item.", text=text[:60])
        )  # fmt: skip
    low, high = float(found["low"]) / 100, float(found["high"]) / 100
    if not -1 <= low <= 0 <= high <= WIDEST_RANGE:
        raise PlanError(
            message("“{text}”: a range goes from −100 % to 0 % down and from 0 % to 1,000 % up.",
                    text=text[:60])
        )  # fmt: skip
    track, kind = _category(plan, found["name"].strip())
    return r.QuickRange(track=track, kind=kind, low=low, high=high)


def write_quick_range(plan: Plan, one: r.QuickRange, language: str) -> str:
    """A range as `read_quick_range` reads it: ``研究開発=−20%,+80%``."""
    low, high = (
        f"{'−' if share < 0 else '+'}{abs(100 * share):g}%" for share in (one.low, one.high)
    )
    if one.track is None and one.kind is None:
        return f"{_EVERY_ITEM}={low},{high}"
    return f"{name_of_range(plan, one, language)}={low},{high}"


def name_of_range(plan: Plan, one: r.QuickRange, language: str) -> str:
    """What a range holds for: a track, a kind of item, or every item."""
    if one.track is not None:
        return text_of(plan, plan.tracks[one.track], "name", language) or one.track
    if one.kind is not None:
        return NODE_KINDS[one.kind].into(language)
    return message("Every item").into(language)


def _category(plan: Plan, name: str) -> tuple[str | None, r.NodeKind | None]:
    """The track or the kind that is named, in any language; neither for every item."""
    if name == _EVERY_ITEM:
        return None, None
    wanted = comparable(name)
    for track in plan.tracks.values():
        names = {text_of(plan, track, "name", language) or "" for language in LANGUAGES}
        if name == track.id or wanted in map(comparable, names):
            return track.id, None
    kinds: tuple[r.NodeKind, ...] = get_args(r.NodeKind)
    for kind in kinds:
        words = {comparable(NODE_KINDS[kind].into(language)) for language in LANGUAGES}
        if wanted in {kind, *words}:
            return None, kind
    raise PlanError(message("“{name}” is neither a track of the plan nor a kind of item.",
                            name=name[:60]))  # fmt: skip
