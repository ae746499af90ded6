"""Random edits of random plans: everything that a planner may change and the passes read."""

import msgspec

from analysis import random_plans as made
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created, deleted, replaced

NODE_FIELDS = {
    "title": lambda random: f"Renamed {random.random()}",
    "number": lambda random: random.choice([None, "A-001", f"A-{random.randint(0, 9):03d}"]),
    "duration": lambda random: made.some(random, 0.8, lambda: made.text(random)),
    "date": lambda random: made.some(random, 0.6, lambda: random.choice(made.WRITTEN)),
    "not_before": lambda random: made.some(random, 0.7, lambda: made.days(random, -200, 900)),
    "not_after": lambda random: made.some(random, 0.7, lambda: made.days(random, 0, 2000)),
    "target": lambda random: made.some(random, 0.7, lambda: made.days(random, 0, 2500)),
    "status": lambda random: random.choice([None, "planned", "started", "done", "dropped"]),
    "actual_start": lambda random: made.some(random, 0.5, lambda: made.days(random, -900, 100)),
    "actual_finish": lambda random: made.some(random, 0.3, lambda: made.days(random, -600, 50)),
    "gate": lambda random: random.choice([None, "g0", "g1", "g2"]),
    "kind": lambda random: random.choice(made.KINDS),
}
NODE_WEIGHTS = [1, 4, 3, 2, 1, 1, 1, 2, 1, 1, 1, 1]


def random_edit(random, plan):
    """A change set that the plan's rules may refuse."""
    kinds = [node, link, choice, obstacle, pathway, gate, settings]
    few = len(plan.nodes) < 2
    make = node if few else random.choices(kinds, [10, 7, 2, 3, 2, 1, 1])[0]
    found = [change for _ in range(random.choice([1, 1, 2])) for change in make(random, plan)]
    return ChangeSet(tuple({change.id: change for change in found}.values()), message("Edit"))


def changed(record, **fields):
    return replaced(record, msgspec.structs.replace(record, **fields))


def node(random, plan):
    act = random.random()
    if act < 0.15 or len(plan.nodes) < 2:
        new = made.node(random, 1, 9, ["g0", "g1", "g2"])
        yield created(
            msgspec.structs.replace(new, id=f"new{random.random()}"), random.choice([None, None, 0])
        )
        return
    one = random.choice(list(plan.nodes.values()))
    if act < 0.2:
        yield deleted(one)
        return
    fields = set(random.choices(list(NODE_FIELDS), NODE_WEIGHTS, k=random.choice([1, 1, 2])))
    yield changed(one, **{name: NODE_FIELDS[name](random) for name in fields})


def link(random, plan):
    links, nodes = list(plan.links.values()), list(plan.nodes)
    act = random.random()
    if links and act < 0.25:
        yield deleted(random.choice(links))
    elif act < 0.6 or not links:
        start, end = random.sample(nodes, 2)
        yield created(
            with_choice(random, plan, r.Link(
                id=f"l{random.random()}", prerequisite=start, dependent=end,
                relation=random.choice(["requires", "requires", "contributes"]),
            ))
        )  # fmt: skip
    else:
        one = random.choice([one for one in links if one.relation == "requires"] or links)
        timed = {
            "lag": made.some(random, 0.7, lambda: made.lag(random)),
            "type": random.choice([None, "FS", "SS", "FF", "SF"]),
        }
        after = with_choice(random, plan, one) if random.random() < 0.5 else one
        yield replaced(one, msgspec.structs.replace(after, **timed))


def with_choice(random, plan, link):
    """The link in an option of one of its dependent's choices, or in none."""
    mine = [one.id for one in plan.choices.values() if one.node == link.dependent]
    if link.relation != "requires" or not mine or random.random() < 0.3:
        return msgspec.structs.replace(link, choice=None, option=None)
    return msgspec.structs.replace(link, choice=random.choice(mine), option=random.choice("αβγ"))


def choice(random, plan):
    choices = list(plan.choices.values())
    if not choices or random.random() < 0.2:
        node = random.choice(list(plan.nodes))
        yield created(r.Choice(id=f"c{random.random()}", node=node))
    else:
        yield changed(random.choice(choices), needed=random.choice([None, 1, 2, 3]))


def obstacle(random, plan):
    held = list(plan.register.values())
    records = [*plan.nodes, *plan.links]
    fields = {
        "state": random.choice([None, "open", "broken", "holding", "closed"]),
        "touches": tuple(random.sample(records, 1)),
        "resolved_by": tuple(random.sample(list(plan.nodes), random.choice([0, 1, 1]))),
    }
    if not held or random.random() < 0.3:
        yield created(r.RegisterItem(id=f"o{random.random()}", kind="obstacle", **fields))
    elif random.random() < 0.2:
        yield deleted(random.choice(held))
    else:
        names = random.sample(list(fields), random.randint(1, 3))
        yield changed(random.choice(held), **{name: fields[name] for name in names})


def pathway(random, plan):
    chosen = {}
    for choice in plan.choices.values():
        options = {one.option for one in plan.links.values() if one.choice == choice.id}
        if options and random.random() < 0.6:
            chosen[choice.id] = tuple(sorted(random.sample(sorted(options), 1)))
    active = random.random() < 0.7
    for one in plan.pathways.values():
        fields = {"active": active} if random.random() < 0.5 else {"chosen": chosen}
        yield changed(one, **fields)


def gate(random, plan):
    yield changed(
        plan.gates["g2"], opens=tuple(made.days(random, -300, 900) for _ in range(2)), leads=None
    )


def settings(random, plan):
    fields = {
        "title": "Renamed",
        "near_critical_days": random.choice([None, 30, 60]),
        "holidays": random.choice([None, "JP"]),
        "status_date": made.STATUS if random.random() < 0.5 else made.days(random, -60, 200),
    }
    name = random.choice(list(fields))
    yield changed(plan.settings, **{name: fields[name]})
