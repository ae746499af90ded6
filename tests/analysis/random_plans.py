"""Random plans with everything in them that the passes read; quick, from a seed."""

import datetime as dt

from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

STATUS = dt.date(2024, 5, 20)
READ_ON = dt.date(2019, 6, 7)
WRITTEN = [
    "2024年5月16日", "2025年", "2024年度", "2026年度内", "2025年内目途", "2026年度目途",
    "2024年度末", "2025年1月より", "令和7年早期", "直ちに着手", "2025年度目途に順次実施",
    "2026年度上期", "2025年4月1日〜2026年3月31日", "2023年", "順次", "3年ごとの見直し", "2024年7月上旬",
    "2026年頃", "2024年度中", "2025年度着手", "start by 2024", "by 2027", "2019-2024",
]  # fmt: skip
KINDS = ["vision", "state", "action", "action", "milestone", "area"]


def days(random, low=-900, high=1500):
    return STATUS + dt.timedelta(days=random.randint(low, high))


def text(random, units=("d", "w", "mo", "mo", "y", "wd")):
    unit = random.choice(units)
    most = {"d": 200, "w": 30, "mo": 20, "y": 2, "wd": 60}[unit]
    return f"{random.randint(0, most)}{unit}"


def lag(random):
    sign = "-" if random.random() < 0.4 else ""
    return sign + text(random)


def some(random, share, make):
    return make() if random.random() < share else None


def node(random, index, count, gates):
    is_end = index >= count - 2 and random.random() < 0.8
    status = random.choices(
        [None, "planned", "started", "done", "dropped"], [6, 2, 1, 0.6, 0.5]
    )[0]  # fmt: skip
    not_before = some(random, 0.15, lambda: days(random, -200, 900))
    not_after = some(random, 0.15, lambda: days(random, 0, 2000))
    if not_before and not_after and not_before > not_after:
        not_after = None
    return r.Node(
        id=f"n{index}",
        kind="vision" if is_end else random.choice(KINDS),
        number=random.choice([None, "A-001", f"A-{(index * 7) % 10:03d}"]),
        title=f"Item {index}",
        duration=some(random, 0.8, lambda: text(random)),
        date=some(random, 0.3, lambda: random.choice(WRITTEN)),
        date_read_on=some(random, 0.05, lambda: dt.date(2020, 2, 1)),
        not_before=not_before,
        not_after=not_after,
        target=some(random, 0.8 if is_end else 0.1, lambda: days(random, 0, 2500)),
        status=status,
        actual_start=some(random, 0.15, lambda: days(random, -900, 100)),
        actual_finish=some(random, 0.05, lambda: days(random, -600, 50)),
        gate=some(random, 0.12, lambda: random.choice(gates)),
    )


def gates(random):
    yield r.Gate(id="g0", on=("08-31",), leads="7mo")
    yield r.Gate(id="g1", on=("02-29", "10-15"))
    yield r.Gate(
        id="g2",
        opens=tuple(days(random, -300, 900) for _ in range(random.randint(0, 3))),
        leads=some(random, 0.5, lambda: text(random, ("d", "w", "mo"))),
    )


def links(random, count, choices):
    """Links from earlier to later nodes; some belong to an option of the dependent's choice."""
    seen = set()
    for index in range(random.randint(count // 2, 2 * count)):
        start, end = sorted(random.sample(range(count), 2))
        if random.random() < 0.3:
            end = count - 1
            start = min(start, end - 1)
        relation = random.choices(["requires", "contributes"], [9, 1])[0]
        choice = option = None
        mine = [c for c in choices if c.startswith(f"c{end}_")]
        if relation == "requires" and mine and random.random() < 0.8:
            choice, option = random.choice(mine), random.choice("αβγ")
        if (start, end, relation, choice, option) in seen:
            continue
        seen.add((start, end, relation, choice, option))
        timed = relation == "requires"
        yield r.Link(
            id=f"l{random.randint(0, 999):03d}_{index}",
            prerequisite=f"n{start}",
            dependent=f"n{end}",
            relation=relation,
            type=some(random, 0.5 if timed else 0, lambda: random.choice(["FS", "SS", "FF", "SF"])),
            lag=some(random, 0.3 if timed else 0, lambda: lag(random)),
            choice=choice,
            option=option,
        )


def obstacles(random, count, made):
    """Resolvers stand before what they free, so that there is no cycle."""
    for index in range(random.choice([0, 0, 1, 1, 2])):
        touches, lowest = [], count
        for _ in range(random.randint(1, 2)):
            if made and random.random() < 0.4:
                link = random.choice(made)
                touches.append(link.id)
                lowest = min(lowest, int(link.dependent[1:]))
            else:
                touched = random.randrange(count)
                touches.append(f"n{touched}")
                lowest = min(lowest, touched)
        resolvers = [f"n{one}" for one in range(lowest) if random.random() < 0.5]
        yield r.RegisterItem(
            id=f"o{index}",
            kind=random.choice(["obstacle", "obstacle", "obstacle", "risk"]),
            state=random.choice([None, "open", "broken", "holding", "closed"]),
            touches=tuple(touches),
            resolved_by=tuple(resolvers[:3]),
        )


def pathway(random, choices, options):
    chosen = {}
    for choice in choices:
        named = options.get(choice.id, [])
        if named and random.random() < 0.6:
            many = random.randint(choice.effective_needed, len(named))
            chosen[choice.id] = tuple(random.sample(named, many))
    return r.Pathway(id="p0", name="one", chosen=chosen, active=random.random() < 0.5)


def random_plan(random, most=14):
    count = random.randint(2, most)
    choice_ids = [
        f"c{end}_{one}"
        for end in range(1, count)
        for one in range(random.choices([0, 1, 2], [4, 5, 1])[0])
    ]
    made = list(links(random, count, choice_ids))
    options = {}
    for link in made:
        if link.choice and link.option not in options.setdefault(link.choice, []):
            options[link.choice].append(link.option)
    choices = [
        r.Choice(
            id=id_,
            node=id_.split("_")[0].replace("c", "n"),
            needed=some(random, 0.6, lambda id_=id_: random.randint(1, len(options.get(id_, "x")))),
        )
        for id_ in choice_ids
    ]
    all_gates = list(gates(random))
    return Plan.from_records(
        [
            r.PlanSettings(
                status_date=STATUS,
                reference_date=READ_ON,
                near_critical_days=random.choice([None, 30]),
                holidays=random.choice([None, "JP"]),
            ),
            *all_gates,
            *(
                node(random, index, count, [gate.id for gate in all_gates])
                for index in range(count)
            ),
            *choices,
            *made,
            *obstacles(random, count, made),
            pathway(random, choices, options),
        ]
    )
