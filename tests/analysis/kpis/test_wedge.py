"""Which actions close how much of a gap, and the lines that a chart is drawn from."""

import datetime as dt

import pytest

from strategy_planner.analysis.kpis.lines import KpiLines, lines_of
from strategy_planner.analysis.kpis.standing import kpi_standings
from strategy_planner.analysis.kpis.trajectory import year_index
from strategy_planner.analysis.kpis.wedge import Wedge, wedge_of
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Contribution, Kpi, Measurement, Node, PlanSettings

STATUS = dt.date(2024, 1, 1)
RISING = Kpi(
    id="k", baseline=(dt.date(2020, 1, 1), 100), target=(dt.date(2030, 1, 1), 200),
    waypoints=((dt.date(2025, 6, 15), 120),),
)  # fmt: skip
NOW = Measurement(id="m", kpi="k", date=STATUS, value=108)
ACTIONS = [
    Node(id="late", kind="action", title="late", duration="36mo"),
    Node(id="soon", kind="action", title="soon", duration="12mo"),
    Contribution(id="c1", node="late", kpi="k", amount=30),
    Contribution(id="c2", node="soon", kpi="k", amount=12, ramp="24mo"),
]


def looked_at(kpi: Kpi, *records: object) -> tuple[Wedge | None, KpiLines]:
    settings = PlanSettings(status_date=STATUS, reference_date=STATUS, fiscal_year_start=1)
    plan = Plan.from_records([settings, kpi, *records])
    standing = kpi_standings(plan, schedule(plan))["k"]
    return wedge_of(kpi, standing), lines_of(plan, kpi, standing)


def test_each_action_adds_its_part_from_its_forecast_date() -> None:
    wedge, _ = looked_at(RISING, NOW, *ACTIONS)
    assert wedge is not None
    assert wedge.actions == ("soon", "late")
    assert wedge.contributions == ("c2", "c1")
    parts = {row.year: row.parts for row in wedge.years}
    assert parts[2024] == (0, 0)
    assert parts[2025] == pytest.approx((6, 0), abs=0.02)
    assert parts[2026] == pytest.approx((12, 0), abs=0.02)
    assert parts[2027] == (12, 30)
    assert [row.year for row in wedge.years] == list(range(2024, 2031))


def test_usual_business_parts_and_what_is_missing_make_up_what_is_needed() -> None:
    wedge, _ = looked_at(RISING, NOW, *ACTIONS)
    assert wedge is not None
    assert any(row.missing for row in wedge.years)
    for row in wedge.years:
        assert row.business_as_usual == pytest.approx(100 + 2 * (year_index(row.on) - 2020))
        assert row.expected == pytest.approx(row.business_as_usual + sum(row.parts))
        if row.needed is None:
            assert row.missing is None
        else:
            assert row.missing == pytest.approx(max(0, row.needed - row.expected))


def test_where_less_is_better_what_is_above_the_line_is_missing() -> None:
    falling = Kpi(
        id="k", direction="down", baseline=(dt.date(2020, 1, 1), 100),
        target=(dt.date(2030, 1, 1), 40),
    )  # fmt: skip
    wedge, _ = looked_at(falling, Measurement(id="m", kpi="k", date=STATUS, value=96))
    assert wedge is not None
    assert wedge.actions == ()
    first = wedge.years[0]
    assert (first.expected, first.needed) == (pytest.approx(95, abs=0.01), pytest.approx(70, 0.01))
    assert first.missing == pytest.approx(25, abs=0.1)


def test_nothing_is_known_to_add_to_without_a_value() -> None:
    wedge, lines = looked_at(Kpi(id="k", target=(dt.date(2030, 1, 1), 40)), *ACTIONS)
    assert wedge is None
    assert lines == KpiLines((), (), (), ())


def test_the_lines_meet_in_their_points_and_bends() -> None:
    _, lines = looked_at(RISING, NOW, *ACTIONS)
    needed, expected = dict(lines.needed), dict(lines.expected)
    assert (lines.needed[0], lines.needed[-1]) == (RISING.baseline, RISING.target)
    assert needed[dt.date(2025, 6, 15)] == 120
    assert lines.measured == ((STATUS, 108),)
    assert lines.business_as_usual[0] == RISING.baseline
    assert lines.expected[0] == (STATUS, 108)
    assert expected[dt.date(2027, 1, 1)] - expected[dt.date(2026, 12, 1)] > 30
    for line in (lines.needed, lines.business_as_usual, lines.expected):
        days = [day for day, _ in line]
        assert days == sorted(set(days))
