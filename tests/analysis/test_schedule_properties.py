"""What must hold for every plan, whatever is in it."""

import datetime as dt
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from analysis.random_plans import STATUS, random_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.calendars.durations import add, parse_duration
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

SEEDS = st.integers(0, 2**32)
YEAR = parse_duration("12mo")
MONTH_END = dt.date(2035, 12, 31)
NEVER = dt.date.max


def rebuilt(plan, node=lambda node: node, link=lambda link: link, more=()):
    """The plan with its nodes and links changed, and records added."""
    made = []
    for record in plan.every_record():
        if isinstance(record, r.Node):
            made.append(node(record))
        elif isinstance(record, r.Link):
            made.append(link(record))
        else:
            made.append(record)
    return Plan.from_records([*made, *more])


def only_targets(node, text, target):
    """The item without any limit of its own but a target."""
    return replace(
        node, date=None, not_before=None, not_after=None, gate=None, duration=text, target=target
    )


def late_dates(plan, **options):
    return {
        i: (item.late_start, item.late_finish)
        for i, item in schedule(plan, **options).items.items()
    }


def early_dates(plan):
    return {i: (item.early_start, item.early_finish) for i, item in schedule(plan).items.items()}


def moved_by_a_year(plan):
    def later(node):
        return replace(node, target=node.target and add(node.target, YEAR))

    return rebuilt(plan, later)


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_targets_a_year_later_move_late_dates_a_year_and_no_early_date(seed):
    random = Random(seed)

    def in_months(node):
        months = f"{random.randint(0, 30)}mo"
        target = MONTH_END if node.kind == "vision" or random.random() < 0.1 else None
        return only_targets(node, months, target)

    def lag_in_months(link):
        return replace(link, lag=link.lag and f"{random.randint(-6, 6)}mo")

    plan = rebuilt(random_plan(random), in_months, lag_in_months)
    later = moved_by_a_year(plan)
    for i, dates in late_dates(plan).items():
        expected = tuple(day and add(day, YEAR) for day in dates)
        assert late_dates(later)[i] == expected
    assert early_dates(later) == early_dates(plan)


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_with_any_days_they_move_a_year_within_three_days(seed):
    random = Random(seed)

    def in_any_unit(node):
        text = f"{random.randint(0, 20)}{random.choice(['d', 'w', 'mo'])}"
        return only_targets(node, text, node.target)

    plan = rebuilt(random_plan(random), in_any_unit, lambda link: replace(link, lag=None))
    later = late_dates(moved_by_a_year(plan))
    for i, (start, finish) in late_dates(plan).items():
        assert (finish is None) == (later[i][1] is None)
        if finish is not None:
            assert abs((later[i][1] - add(finish, YEAR)).days) <= 3
            assert abs((later[i][0] - add(start, YEAR)).days) <= 3


@given(SEEDS, st.dates(STATUS, dt.date(2032, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_late_dates_do_not_depend_on_the_status_date(seed, day):
    def without_history(node):
        """2.4 is the one place where the status date decides what binds."""
        still_open = node.status == "started" or node.actual_start is not None
        return replace(node, date=None) if still_open else node

    plan = rebuilt(random_plan(Random(seed)), without_history)
    assert late_dates(plan, status_date=day) == late_dates(plan)


@given(SEEDS)
@settings(max_examples=200, deadline=None)
def test_lengthening_an_item_makes_nothing_earlier(seed):
    random = Random(seed)

    def simple(node):
        return replace(node, date=random.choice([None, None, "2026年度内", "2025年1月より"]))

    def forward_only(link):
        return replace(link, type={"FF": "FS", "SF": "SS"}.get(link.type, link.type))

    plan = rebuilt(random_plan(random), simple, forward_only)
    chosen, more = random.choice(list(plan.nodes)), random.randint(1, 40)

    def longer(node):
        if node.id != chosen:
            return node
        duration = parse_duration(node.duration or "0mo")
        return replace(node, duration=f"{duration.amount + more}{duration.unit}")

    before, after = early_dates(plan), early_dates(rebuilt(plan, longer))
    for i, dates in before.items():
        for early, now in zip(dates, after[i], strict=True):
            assert (now or NEVER) >= (early or NEVER)


@given(SEEDS)
@settings(max_examples=200, deadline=None)
def test_another_option_makes_no_item_later(seed):
    random = Random(seed)
    plan = random_plan(random)
    drawn = [choice for choice in plan.choices.values() if _is_drawn(plan, choice)]
    if not drawn:
        return
    choice = random.choice(drawn)
    start = random.randrange(int(choice.node[1:]))
    option = r.Link(
        id="another",
        prerequisite=f"n{start}",
        dependent=choice.node,
        relation="requires",
        choice=choice.id,
        option="another",
    )
    before, after = schedule(plan), schedule(rebuilt(plan, more=[option]))
    for i, item in before.items.items():
        assert (after.items[i].early_finish or NEVER) <= (item.early_finish or NEVER)
    assert {i: one.target for i, one in after.targets.items()} == {
        i: one.target for i, one in before.targets.items()
    }


def _is_drawn(plan, choice):
    """A choice without links demands nothing (3.2): its first option may well bring a demand."""
    return any(link.choice == choice.id for link in plan.links.values())


@given(SEEDS, st.dates(dt.date(2020, 1, 1), dt.date(2050, 1, 1)))
@settings(max_examples=100, deadline=None)
def test_a_promised_date_never_moves(seed, day):
    plan = random_plan(Random(seed))
    moved = schedule(plan, status_date=day)
    assert {i: one.target for i, one in moved.targets.items()} == {
        i: one.target for i, one in schedule(plan).targets.items()
    }


@given(SEEDS)
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_records_changes_nothing(seed):
    random = Random(seed)
    plan = random_plan(random)
    nodes, links = list(plan.nodes.values()), list(plan.links.values())
    random.shuffle(nodes)
    random.shuffle(links)
    others = [one for one in plan.every_record() if not isinstance(one, r.Node | r.Link)]
    turned = schedule(Plan.from_records([*others, *nodes, *links]))
    found = schedule(plan)
    assert turned.items == found.items
    assert {
        i: replace(one, blocked_by=tuple(sorted(one.blocked_by)))
        for i, one in turned.targets.items()
    } == {
        i: replace(one, blocked_by=tuple(sorted(one.blocked_by)))
        for i, one in found.targets.items()
    }
    assert turned.critical_chain == found.critical_chain
