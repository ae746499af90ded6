"""The facts of one government deck, with what is needed to read them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samples.languages import Json, Text, text


@dataclass(frozen=True)
class Facts:
    """One facts file, and the wording of its commentary in both languages."""

    name: str
    document: Json
    wording: Json

    @property
    def items(self) -> list[Json]:
        """The items in the order of the deck."""
        return list(self.document["items"])

    @property
    def edges(self) -> list[Json]:
        """The edges in the order of the deck."""
        return list(self.document["edges"])

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of each item in the facts."""
        return {item["id"]: item["kind"] for item in self.items}

    def edges_of(self, *types: str) -> list[Json]:
        """The edges of these types."""
        return [edge for edge in self.edges if edge["type"] in types]

    def word(self, table: str, original: str) -> Text:
        """A comment of the facts in both languages; a missing one is a KeyError."""
        found: Any = self.wording[table][original]
        return text(original, found) if isinstance(found, str) else found


def read_facts(folder: Path, name: str) -> Facts:
    """The facts ``name`` in ``folder``, where ``wording.json`` stands too."""
    document = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    wording = json.loads((folder / "wording.json").read_text(encoding="utf-8"))
    return Facts(name, document, wording)
