"""The lanes of a plan in their order, and the colour of each (VISUAL 4)."""

from itertools import count

from strategy_planner.layout.theme import PLAIN_TRACK, TRACK_COUNT
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Track

_NAMES = ("blue", "ochre", "mint", "plum", "teal", "straw", "lilac", "terra")


def ordered_tracks(plan: Plan) -> tuple[Track, ...]:
    """The tracks by their ``order``; those without one stay behind, in the plan's order."""
    last = len(plan.tracks)
    return tuple(sorted(plan.tracks.values(), key=lambda t: last if t.order is None else t.order))


def track_colours(plan: Plan) -> dict[str | None, int]:
    """The track colour of each track id; None, no track at all, is the plain one.

    A track's own ``color`` may name a track colour (``blue``) or its number; every other text
    is as if nothing were said, so that all colours stay those that were tested for contrast.
    """
    colours: dict[str | None, int] = {None: PLAIN_TRACK}
    free = (number for number in count(1) if number != PLAIN_TRACK)
    for track in ordered_tracks(plan):
        colours[track.id] = _named(track.color) or next(free)
    return colours


def track_token(track: int, part: str) -> str:
    """The colour token of a track's ``edge``, ``solid``, ``tint``, ``on`` or ``mark``."""
    return f"track{(track - 1) % TRACK_COUNT + 1}.{part}"


def _named(text: str | None) -> int | None:
    word = (text or "").strip().lower()
    if word in _NAMES:
        return _NAMES.index(word) + 1
    return int(word) if word in {str(n) for n in range(1, TRACK_COUNT + 1)} else None
