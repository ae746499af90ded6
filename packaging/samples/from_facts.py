"""A plan from the facts of a government deck: nothing lost, nothing invented."""

from samples.facts import Facts
from samples.kpis import kpis_of
from samples.languages import Json, joined, text
from samples.links import links_of
from samples.nodes import nodes_of
from samples.owners import organisations_of
from samples.register import register_of


def plan_from_facts(facts: Facts) -> Json:
    """The plan, its texts in both languages where the deck or its readers give both."""
    return {
        "format": "strategy-planner/plan",
        "version": 1,
        "settings": _settings(facts),
        "tracks": _tracks(facts),
        "organisations": organisations_of(facts),
        "nodes": nodes_of(facts),
        "links": links_of(facts),
        "kpis": kpis_of(facts),
        "register": register_of(facts),
    }


def _settings(facts: Facts) -> Json:
    day = facts.document["reference_date"]["value"]
    own = facts.wording["plans"][facts.name]
    questions = (facts.word("open_questions", q) for q in facts.document["open_questions"])
    listed = [text(f"・{q['ja']}", f"· {q['en']}") for q in questions]
    return {
        "title": text(facts.document["title_ja"], facts.document["title_en"]),
        "language": "ja",
        "fiscal_year_start": 4,
        "show_era": True,
        "status_date": day,
        "reference_date": day,
        "description": joined(
            [facts.wording["about"], text("今後の確認事項：", "To be clarified:"), *listed]
        ),
        "background": own["background"],
        "approach": own["approach"],
        "holidays": "JP",
    }


def _tracks(facts: Facts) -> list[Json]:
    return [
        {"id": track["id"], "name": text(track["ja"], track["en"]), "order": order}
        for order, track in enumerate(facts.document["tracks"], start=1)
    ]
