"""Where the files stand that ship with the program: fonts, icons, catalogue, samples."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def bundled(*parts: str) -> Path:
    """The path of a bundled file, for example ``bundled("resources", "fonts")``.

    In an installed wheel the files stand inside the package, in a checkout beside ``src``.
    """
    inside = _PACKAGE.joinpath(*parts)
    return inside if inside.exists() else _CHECKOUT.joinpath(*parts)
