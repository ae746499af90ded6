"""Compiles the catalogue before the wheel is packed."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg] # its parameter is hatchling's own
    """Makes the .mo files, which the repository does not hold."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files."""
        del version, build_data
        runpy.run_path(str(Path(self.root) / "packaging" / "catalogue.py"))["compile_all"]()
