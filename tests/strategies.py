"""Hypothesis strategies for random plans that keep all rules, with every record and field.

``plans()`` is the usual one: ``@given(plans())``. ``plans(max_nodes=30, texts=PLAIN)`` makes
larger and plainer ones. Links run from earlier to later nodes, so there is no cycle.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from hypothesis import strategies as st

from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "",
        "健康・医療",
        "ｶﾅ 全角　空白",
        "𠮷野家",
        "👩‍🔬",
        "\u202eabc",
        "a\0b",
        "<b>x",
        "'; --",
        "\r\n",
        "=1+1",
    ]
)
"""Everything that a planner or a paste may bring."""
PLAIN = st.text("abc 市場領域", min_size=1, max_size=8)
WHOLE = st.integers(-(2**63), 2**63 - 1)
NUMBERS = (
    st.integers(-1000, 1000)
    | WHOLE
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([0, 0.0, -0.0, 1, 1.0, 0.1])
)
SHARES = st.floats(0, 1) | st.sampled_from([0, 1])
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
ANY_DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2999, 12, 31))
LAGS = st.builds("{}{}".format, st.integers(-90, 90), st.sampled_from(["d", "w", "mo"]))
WRITTEN_DATES = st.sampled_from(
    [
        "2019-05-16", "2030", "FY2020", "by 2040", "2031-05",
        "2020年度目途", "2019年内", "令和2年度", "2031 Q2", "from January 2019",
    ]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
_KINDS = ["vision", "image", "area", "state", "milestone", "action", "decision", "enabler"]


def lists(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples, as records hold them."""
    return st.lists(values, max_size=most).map(tuple)


def durations(family: list[str] | None = None) -> st.SearchStrategy[str]:
    """``18mo``: up to 60 of a unit."""
    return st.builds(
        "{}{}".format, st.integers(0, 60), st.sampled_from(family or ["d", "wd", "w", "mo", "y"])
    )


def plan_settings(texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[r.PlanSettings]:
    """The settings of a plan, any of them said or not."""
    return _records(
        r.PlanSettings,
        {},
        {
            **dict.fromkeys(
                ["title", "organisation", "marking", "description", "background", "approach",
                 "money_unit", "version", "document_number"], texts,
            ),
            "authors": lists(texts),
            "language": st.sampled_from(["ja", "en"]),
            "fiscal_year_start": st.integers(1, 12),
            **dict.fromkeys(["show_era", "draft", "kpi_dates"], st.booleans()),
            "status_date": DAYS,
            "reference_date": DAYS,
            "horizon_start": st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1)),
            "horizon_end": st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1)),
            "near_critical_days": st.integers(0, 400),
            "holidays": st.just("JP"),
            "distribution": st.sampled_from(["beta-pert", "triangular"]),
            "choices_mode": st.sampled_from(["parallel", "commit"]),
            "rules_off": lists(st.builds(r.RuleOff, rule=texts, reason=texts), 2),
            "quick_ranges": st.sampled_from([
                (r.QuickRange(low=-0.2, high=0.8),),
                (r.QuickRange(kind="action", low=-1, high=10), r.QuickRange(low=0, high=1)),
            ]),
        },
    )  # fmt: skip


def _records(
    kind: type[Any], needed: dict[str, Any], optional: dict[str, Any]
) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(needed, optional=optional).map(lambda fields: kind(**fields))


def _named(field: str, ids: list[str]) -> dict[str, st.SearchStrategy[str]]:
    """A field that names one of these records; none where there is none to name."""
    return {field: st.sampled_from(ids)} if ids else {}


def _nodes(
    draw: st.DrawFn, texts: st.SearchStrategy[str], count: int, ids: dict[str, list[str]]
) -> Iterator[r.Node]:
    for index in range(count):
        earlier = [f"n{one}" for one in range(index)]
        family = draw(st.sampled_from([["d", "w"], ["mo", "y"], ["wd"]]))
        three = sorted(draw(st.lists(st.integers(0, 60), min_size=3, max_size=3)))
        points = dict(zip(["optimistic", "duration", "pessimistic"], three, strict=True))
        yield draw(
            _records(
                r.Node,
                {"id": st.just(f"n{index}"), "kind": st.sampled_from(_KINDS), "title": texts},
                {
                    **dict.fromkeys(["short", "description", "source", "notes"], texts),
                    "number": st.sampled_from(["A-001", "V-012", "x", "G-1000"]),
                    **_named("parent", earlier),
                    **_named("track", ids["track"]),
                    **_named("owner", ids["organisation"]),
                    **_named("gate", ids["gate"]),
                    "date": WRITTEN_DATES,
                    **dict.fromkeys(["date_read_on", "target"], DAYS),
                    "not_before": st.dates(dt.date(2000, 1, 1), dt.date(2025, 1, 1)),
                    "not_after": st.dates(dt.date(2025, 1, 1), dt.date(2060, 1, 1)),
                    **{name: st.just(f"{length}{family[0]}") for name, length in points.items()},
                    **dict.fromkeys(["success", "progress"], SHARES),
                    "status": st.sampled_from(
                        ["proposed", "planned", "started", "done", "dropped"]
                    ),
                    **dict.fromkeys(["actual_start", "actual_finish"], DAYS),
                    "cost": NUMBERS,
                    "budget": lists(st.tuples(st.integers(1990, 2060), NUMBERS)),
                    "tags": lists(texts),
                    "pin": st.tuples(NUMBERS, NUMBERS),
                    "sufficiency": st.sampled_from(["sufficient", "insufficient", "unchecked"]),
                    "change_type": st.sampled_from(["technology", "behaviour", "institution"]),
                },
            )
        )


def _links(
    draw: st.DrawFn, texts: st.SearchStrategy[str], nodes: int, ids: dict[str, list[str]]
) -> Iterator[r.Link]:
    pairs = [(a, b) for b in range(nodes) for a in range(b)]
    if not pairs:
        return
    drawn = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * nodes))
    common = {
        "basis": st.sampled_from(["stated", "inferred", "planner"]),
        **dict.fromkeys(["reason", "owner"], texts),
        "evidence": st.sampled_from(["none", "weak", "moderate", "strong"]),
        **_named("assumption", ids["register"]),
        "review_on": DAYS,
    }
    timing = {"type": st.sampled_from(["FS", "SS", "FF", "SF"]), "lag": LAGS}
    for index, (start, end) in enumerate(drawn):
        relation = draw(st.sampled_from(["requires"] * 3 + ["contributes", "enables", "informs"]))
        fixed = {
            "id": st.just(f"l{index}"),
            "prerequisite": st.just(f"n{start}"),
            "dependent": st.just(f"n{end}"),
            "relation": st.just(relation),
        }
        if relation == "requires" and f"c{end}" in ids["choice"] and draw(st.booleans()):
            fixed |= {"choice": st.just(f"c{end}"), "option": st.sampled_from(["α", "b", "三"])}
        yield draw(_records(r.Link, fixed, common | (timing if relation == "requires" else {})))


def _choices(
    draw: st.DrawFn, texts: st.SearchStrategy[str], ids: dict[str, list[str]], links: list[r.Link]
) -> Iterator[r.Record]:
    """The choices and, where every choice has options, pathways over them."""
    options: dict[str, list[str]] = {choice: [] for choice in ids["choice"]}
    for link in links:
        if link.choice is not None and link.option not in options[link.choice]:
            options[link.choice].append(str(link.option))
    needed = {}
    for choice, named in options.items():
        drawn = draw(
            _records(
                r.Choice,
                {"id": st.just(choice), "node": st.just("n" + choice[1:])},
                {"name": texts, "needed": st.integers(1, max(1, len(named)))},
            )
        )
        needed[choice] = drawn.effective_needed
        yield drawn
    for index in range(draw(st.integers(0, 2))):
        chosen = {
            choice: tuple(draw(st.permutations(named))[: draw(
                st.integers(needed[choice], len(named))
            )])
            for choice, named in options.items()
            if named and draw(st.booleans())
        }  # fmt: skip
        activity = {"active": st.booleans() if index == 0 else st.just(False)}
        yield draw(
            _records(
                r.Pathway,
                {"id": st.just(f"p{index}"), "chosen": st.just(chosen)},
                {"name": texts, **activity},
            )
        )


def _kpis(
    draw: st.DrawFn, texts: st.SearchStrategy[str], ids: dict[str, list[str]]
) -> Iterator[r.Record]:
    for kpi in ids["kpi"]:
        shape = draw(st.sampled_from([None, "linear", "compound", "s_curve", "steps"]))
        values = st.floats(0.5, 1e9) | st.integers(1, 10**6) if shape == "compound" else NUMBERS
        early = st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1))
        late = st.dates(dt.date(2020, 1, 2), dt.date(2060, 1, 1))
        yield draw(
            _records(
                r.Kpi,
                {"id": st.just(kpi), "shape": st.just(shape)},
                {
                    **_named("node", ids["node"]),
                    **dict.fromkeys(["name", "unit", "note"], texts),
                    "direction": st.sampled_from(["up", "down"]),
                    "baseline": st.tuples(st.none() | early, values),
                    "target": st.tuples(st.none() | late, values),
                    "waypoints": lists(st.tuples(late, values)),
                    "reached_at": NUMBERS,
                    "execution": st.booleans(),
                },
            )
        )
        for name in ("m", "k"):
            if draw(st.booleans()):
                yield draw(_of_kpi(name + kpi, kpi, texts, ids))


def _of_kpi(
    id_: str, kpi: str, texts: st.SearchStrategy[str], ids: dict[str, list[str]]
) -> st.SearchStrategy[r.Record]:
    fixed = {"id": st.just(id_), "kpi": st.just(kpi)}
    if id_.startswith("m"):
        said = {"date": ANY_DAYS, "value": NUMBERS, "source": texts, "note": texts}
        return _records(r.Measurement, fixed, said)
    said = {**_named("node", ids["node"]), "amount": NUMBERS, "ramp": durations()}
    return _records(r.Contribution, fixed, said)


def _register(
    draw: st.DrawFn, texts: st.SearchStrategy[str], ids: dict[str, list[str]]
) -> Iterator[r.RegisterItem]:
    for item in ids["register"]:
        kind = draw(st.sampled_from(["risk", "assumption", "obstacle", "signpost", "trend"]))
        half = len(ids["node"]) // 2
        # Resolvers stand before what waits for them: an obstacle makes no cycle.
        early, late = ids["node"][:half], ids["node"][half:]
        references = {}
        if late:
            references["touches"] = lists(st.sampled_from(late))
        if early:
            references["resolved_by"] = lists(st.sampled_from(early))
        yield draw(
            _records(
                r.RegisterItem,
                {"id": st.just(item), "kind": st.just(kind)},
                {
                    **dict.fromkeys(
                        ["title", "description", "trigger", "response", "owner"], texts
                    ),
                    "likelihood": SHARES,
                    "impact": st.integers(1, 5),
                    **dict.fromkeys(["delay", "lead"], durations()),
                    "state": st.sampled_from(["open", "holding", "broken", "closed"]),
                    "date": WRITTEN_DATES,
                    **_named("kpi", ids["kpi"]),
                    "threshold": NUMBERS,
                    **references,
                },
            )
        )


@cache
def _field_changes(texts: st.SearchStrategy[str]) -> st.SearchStrategy[r.FieldChange]:
    """Changes of a what-if, of records that may be there or not."""
    whole = texts.map(lambda title: {"id": "n0", "kind": "action", "title": title})
    return st.one_of(
        st.builds(
            r.FieldChange,
            record=st.just("node"),
            id=st.sampled_from(["n0", "n1", "gone"]),
            field=st.sampled_from(["title", "description"]),
            before=st.none() | texts,
            after=texts,
        ),
        st.builds(r.FieldChange, record=st.just("node"), id=st.just("n0"), after=whole),
        st.builds(r.FieldChange, record=st.just("node"), id=st.just("n0"), before=whole),
    )


@cache
def _surroundings(texts: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    """Kinds of records that refer to nothing, without their ids."""
    return {
        "track": _records(dict, {}, {"name": texts, "order": WHOLE, "color": texts}),
        "organisation": _records(dict, {}, {"name": texts, "kind": texts}),
        "gate": _records(
            dict, {},
            {
                "name": texts,
                "every": st.just("yearly"),
                "on": lists(st.sampled_from(["08-31", "02-29", "01-01"])),
                "opens": lists(ANY_DAYS),
                "leads": durations(),
            },
        ),
        "baseline": _records(
            dict, {},
            {
                "name": texts,
                "date": ANY_DAYS,
                "note": texts,
                "values": st.dictionaries(texts, JSON, max_size=3),
            },
        ),
        "draft": _records(
            dict, {}, {"name": texts, "reason": texts, "changes": lists(_field_changes(texts))}
        ),
    }  # fmt: skip


@st.composite
def plan_records(
    draw: st.DrawFn, max_nodes: int = 6, texts: st.SearchStrategy[str] = TEXTS
) -> list[r.Record]:
    """The records of a plan that keeps all rules, kind by kind."""
    counts = {"node": max_nodes, "track": 2, "organisation": 2, "gate": 2, "baseline": 1, "draft": 2,
              "kpi": 2, "register": 2}  # fmt: skip
    ids = {
        name: [f"{name[0]}{one}" for one in range(draw(st.integers(0, most)))]
        for name, most in counts.items()
    }
    nodes = len(ids["node"])
    ids["choice"] = [f"c{one}" for one in range(1, nodes) if draw(st.booleans())]
    found: list[r.Record] = [draw(plan_settings(texts))]
    for name, strategy in _surroundings(texts).items():
        found += [r.RECORD_TYPES[name](id=id_, **draw(strategy)) for id_ in ids[name]]
    found += _nodes(draw, texts, nodes, ids)
    links = list(_links(draw, texts, nodes, ids))
    found += [*links, *_choices(draw, texts, ids, links), *_kpis(draw, texts, ids)]
    found += _register(draw, texts, ids)
    if draw(st.booleans()):
        said = {"date": ANY_DAYS, **dict.fromkeys(["title", "statement", "decisions"], texts)}
        found.append(
            draw(
                _records(
                    r.Review, {"id": st.just("v0")}, said | _named("baseline", ids["baseline"])
                )
            )
        )
    for id_ in draw(st.lists(st.sampled_from(["settings", *ids["node"]]), unique=True, max_size=3)):
        found.append(r.Translation(record=id_, field="title", language="en", text=draw(texts)))
    order = {name: place for place, name in enumerate(r.RECORD_TYPES)}
    return sorted(found, key=lambda record: order[r.RECORD_NAMES[type(record)]])


def plans(max_nodes: int = 6, texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[Plan]:
    """Plans that keep all rules, with any of their records and fields said or not."""
    return plan_records(max_nodes, texts).map(Plan.from_records)


def dated_plans(
    max_nodes: int = 6, texts: st.SearchStrategy[str] = TEXTS
) -> st.SearchStrategy[Plan]:
    """Plans whose computed dates stay within the years that can be planned (SEMANTICS 1.4)."""
    return plans(max_nodes, texts).filter(_can_be_dated)


def _can_be_dated(plan: Plan) -> bool:
    try:
        schedule(plan)
    except PlanError:
        return False
    return True


def as_json(plan: Plan) -> bytes:
    """All that a plan says, byte for byte: 1 and 1.0, 0.0 and -0.0 differ."""
    return msgspec.json.encode(list(plan.every_record()))
