"""The way that a planner took through the plan: back and forward, as in a browser."""

from typing import NamedTuple

_MOST = 100


class Place(NamedTuple):
    """A view, and what was selected in it."""

    view: str
    selection: tuple[str, ...]


class Trail:
    """The places visited, and at which of them the planner is."""

    def __init__(self) -> None:
        self._visited: list[Place] = []
        self._here = -1

    def visit(self, place: Place) -> None:
        """Go on to a place; what lay forward is forgotten, as what is very long ago."""
        if 0 <= self._here < len(self._visited) and self._visited[self._here] == place:
            return
        del self._visited[self._here + 1 :]
        self._visited.append(place)
        del self._visited[:-_MOST]
        self._here = len(self._visited) - 1

    def clear(self) -> None:
        """Begin anew."""
        self._visited.clear()
        self._here = -1

    def can_go(self, by: int) -> bool:
        """Whether there is a place before (-1) or after (1) this one."""
        return 0 <= self._here + by < len(self._visited)

    def go(self, by: int) -> Place | None:
        """The place before or after this one, which is here from now on."""
        if not self.can_go(by):
            return None
        self._here += by
        return self._visited[self._here]
