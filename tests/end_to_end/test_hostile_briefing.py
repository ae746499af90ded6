"""A pack of a hostile plan, made by the command in both languages."""

import json
from pathlib import Path

import pypdfium2
import pytest

from strategy_planner.commands.main import main

MARKUP = "<b>x</b><img src='file:///etc/passwd'/>&amp;</para>"
EMOJI = "計画😀"
FORMAT = "%s {title} {0.__class__} $HOME `id`"


def _hostile_plan(folder: Path) -> Path:
    titles = [
        MARKUP,
        FORMAT,
        "=cmd|' /C calc'!A0",
        "長" * 2000,
        "\u202eabc\u200b",
        "W" * 500,
        EMOJI,
    ]
    nodes = [
        {"id": f"n{n}", "kind": "action", "number": f"A-{n:03d}", "title": title}
        for n, title in enumerate(titles, start=1)
    ]
    vision = {
        "id": "v",
        "kind": "vision",
        "number": "V-001",
        "title": MARKUP,
        "target": "2030-12-31",
    }
    document = {
        "format": "strategy-planner/plan",
        "version": 1,
        "settings": {"title": MARKUP, "status_date": "2020-01-01", "language": "ja"},
        "nodes": [vision, *nodes],
    }
    file = folder / "hostile.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_hostile_plan_comes_out_as_a_pack_with_its_texts_as_they_are(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.pdf"
    options = ["-o", str(pack), "--language", language]
    assert main(["brief", str(_hostile_plan(tmp_path)), *options]) == 0
    told = capsys.readouterr()
    assert not told.out
    assert "U+1F600" in told.err
    document = pypdfium2.PdfDocument(pack.read_bytes())
    text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert "".join(MARKUP.split()) in text
    assert "".join(FORMAT.split()) in text
    assert text.count("長") >= 2000
    assert "root:" not in text
