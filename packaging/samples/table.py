"""How facts of a government deck become records of a plan: the table, as data."""

from typing import Final

from samples.languages import Text, text

NODE_KINDS: Final[dict[str, str]] = {
    "vision": "vision",
    "societal_image": "image",
    "milestone": "milestone",
    "action": "action",
    "state": "state",
    "enabler": "enabler",
    "market_area": "area",
    "goal_area": "area",
    "pillar": "area",
    "principle": "enabler",
    "strength": "enabler",
    "example": "enabler",
    "review_point": "decision",
    # Every review in the facts has links or a coarse date, so none is a review record.
    "review": "milestone",
}
"""Kind in the facts → kind of the node."""

REGISTER_KINDS: Final = frozenset({"obstacle", "assumption", "signpost", "trend", "risk"})
"""Kinds that become register items under the same name."""

KIND_TAGS: Final[dict[str, str]] = {
    "pillar": "柱",
    "principle": "原則",
    "strength": "強み",
    "example": "例",
    "review": "見直し",
    "review_point": "論点",
}
"""What a node's kind alone no longer tells."""

STATUSES: Final[dict[str, str | None]] = {
    "planned": "planned",
    "in_progress": "started",
    "done": "done",
    "decided": "planned",
    "open": None,
    "observed": None,
    "recurring": None,
    "undefined": None,
}
"""Status at the reference date → status of the node; None leaves it empty."""

STATUS_TAGS: Final[dict[str, tuple[str, str]]] = {
    "decided": ("決定", "decided"),
    "observed": ("観測", "observed"),
    "recurring": ("継続", "recurring"),
    "undefined": ("未設定", "not yet set"),
}
"""What the status of a node cannot say is said by a tag, in the register by a line."""

LETTERS: Final[dict[str, str]] = {
    "vision": "V",
    "image": "I",
    "area": "G",
    "state": "S",
    "milestone": "M",
    "action": "A",
    "decision": "D",
    "enabler": "E",
}
"""The letter of a node's number."""

PILLAR_NUMBERS_FROM: Final = 10
"""Pillars are numbered behind the market and goal areas, which share their letter."""

RELATIONS: Final[dict[str, str]] = {
    "requires": "requires",
    "contributes_to": "contributes",
    "enables": "enables",
    "informs": "informs",
    "parallel": "informs",  # side by side is no order: no date is made of it
}
"""Type of an edge between two nodes → relation of the link."""

ROMAN_NUMBERS: Final[dict[str, int]] = {"P-I": 1, "P-II": 2, "P-III": 3}
"""Ids whose number is Roman."""

BASIS: Final[dict[str, Text]] = {
    "stated": text("記載", "stated"),
    "inferred": text("推定", "inferred"),
}
"""How an edge that becomes no link says on what it rests."""
