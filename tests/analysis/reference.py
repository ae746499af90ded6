"""A second, slow and obvious reading of SEMANTICS 1 to 4: recursive, on dates, for comparison.

It shares nothing with the program but the records, the reading of a written date and the sums of
durations. Each function cites the rule that it writes down. None stands for "no demand", "no
limit" or "no date"; INFINITE for "cannot come".
"""

import datetime as dt
from functools import cache, cached_property

from strategy_planner.calendars.coarse import read_date
from strategy_planner.calendars.durations import add, parse_duration, subtract
from strategy_planner.calendars.working_days import WorkCalendar

INFINITE = dt.date.max
ONE_DAY = dt.timedelta(days=1)


def at_most(dates):
    """The earliest of some dates; None among them says nothing."""
    return min((date for date in dates if date is not None), default=None)


def at_least(dates):
    """The latest of some dates; None among them says nothing."""
    return max((date for date in dates if date is not None), default=None)


def kth_smallest(k, dates):
    return sorted(dates, key=lambda date: date or dt.date.min)[k - 1]


class Reference:
    def __init__(self, plan, status_date=None, pathway=None):
        self.plan = plan
        self.status_date = status_date or plan.settings.status_date
        active = [p for p in plan.pathways.values() if p.active]
        if pathway is not None:
            active = [plan.pathways[pathway]]
        self.chosen = dict(active[0].chosen) if active else {}
        self.closed = WorkCalendar(plan.settings.holidays)
        for name in ("early", "late", "late_with_all_options", "openings"):
            setattr(self, name, cache(getattr(self, name)))

    # --- sums -------------------------------------------------------------------------

    def plus(self, date, text):
        if date is None or date == INFINITE or text is None:
            return date
        return add(date, parse_duration(text, signed=True), self.closed)

    def minus(self, date, text):
        if date is None or date == INFINITE or text is None:
            return date
        return subtract(date, parse_duration(text, signed=True), self.closed)

    # --- records ----------------------------------------------------------------------

    @cached_property
    def alive(self):
        return [n.id for n in self.plan.nodes.values() if n.status != "dropped"]

    def node(self, i):
        return self.plan.nodes[i]

    def dropped(self, i):
        return self.node(i).status == "dropped"

    def done(self, i):
        return self.node(i).status == "done" or self.node(i).actual_finish is not None

    def begun(self, i):
        return self.node(i).actual_start is not None and not self.done(i)

    def window(self, i):
        node = self.node(i)
        if node.date is None:
            return None
        settings = self.plan.settings
        day = node.date_read_on or settings.reference_date or settings.status_date
        return read_date(node.date, day, settings.fiscal_year_start or 4, settings.conventions)

    def soft(self, i):
        window = self.window(i)
        return window.role in ("rolling", "recurring") or window.firmness in ("target", "vague")

    def binding_window(self, i):
        """2.2 to 2.4: the window if it binds."""
        window = self.window(i)
        if window is None or self.node(i).kind == "vision" or self.done(i) or self.soft(i):
            return None
        went_on = self.node(i).status == "started" or self.node(i).actual_start is not None
        if went_on and window.latest is not None and window.latest < self.status_date:
            return None
        return window

    @cached_property
    def requires(self):
        """3.6: links of dropped dependents are gone; those of dropped prerequisites matter to
        options only."""
        return [
            link
            for link in self.plan.links.values()
            if link.relation == "requires" and not self.dropped(link.dependent)
        ]

    def options(self, choice_id):
        options = {}
        for link in self.requires:
            if link.choice == choice_id:
                options.setdefault(link.option, []).append(link)
        return options

    def is_plain(self, link):
        """Neither of a choice nor from a dropped item, which demands nothing (3.6)."""
        return link.choice is None and not self.dropped(link.prerequisite)

    def is_dead(self, links):
        return any(self.dropped(link.prerequisite) for link in links)

    def obstacles(self, record_id):
        return [
            item
            for item in self.plan.register.values()
            if item.kind == "obstacle"
            and (item.state or "open") in ("open", "broken")
            and record_id in item.touches
        ]

    # --- the forward pass ---------------------------------------------------------------

    def link_demand(self, link):
        """3.1 and, for a touched link, 3.7: (start, finish)."""
        es, ef = self.early(link.prerequisite)
        d = self.node(link.dependent).duration
        kind = link.type or "FS"
        if kind == "FS":
            start, finish = self.plus(ef, link.lag), None
        elif kind == "SS":
            start, finish = self.plus(es, link.lag), None
        else:
            finish = self.plus(ef if kind == "FF" else es, link.lag)
            start = self.minus(finish, d)
        if not self.begun(link.dependent):
            for obstacle in self.obstacles(link.id):
                start = at_least([start, self.obstacle_gone(obstacle)])
        return start, finish

    def obstacle_gone(self, obstacle):
        """3.7: at least one of resolved_by; a dropped one can never be."""
        resolvers = [i for i in obstacle.resolved_by if not self.dropped(i)]
        return min((self.early(i)[1] for i in resolvers), default=INFINITE)

    def option_demand(self, links):
        if self.is_dead(links):
            return INFINITE, INFINITE
        demands = [self.link_demand(link) for link in links]
        return at_least(s for s, _ in demands), at_least(f for _, f in demands)

    def choice_demand(self, choice):
        options = self.options(choice.id)
        if not options:
            return None, None
        if choice.id in self.chosen:
            demands = [self.option_demand(options[name]) for name in self.chosen[choice.id]]
            return at_least(s for s, _ in demands), at_least(f for _, f in demands)
        demands = [self.option_demand(links) for links in options.values()]
        k = choice.needed or 1
        return kth_smallest(k, [s for s, _ in demands]), kth_smallest(k, [f for _, f in demands])

    def demands(self, i):
        starts, finishes = [], []
        for link in self.requires:
            if link.dependent == i and self.is_plain(link):
                start, finish = self.link_demand(link)
                starts.append(start)
                finishes.append(finish)
        for choice in self.plan.choices.values():
            if choice.node == i:
                start, finish = self.choice_demand(choice)
                starts.append(start)
                finishes.append(finish)
        if not self.begun(i):
            starts += [self.obstacle_gone(obstacle) for obstacle in self.obstacles(i)]
        return at_least(starts), at_least(finishes)

    def first_day_limit(self, i):
        node, window = self.node(i), self.binding_window(i)
        limits = [node.not_before]
        if window is not None and window.earliest is not None:
            if window.role == "from":
                limits.append(window.earliest)
            if window.role in ("at", "during"):
                limits.append(self.minus(window.earliest + ONE_DAY, node.duration))
        return at_least(limits)

    def openings(self, i):
        """3.8: (opening, day to apply) for every year that matters."""
        gate = self.plan.gates[self.node(i).gate]
        days = set(gate.opens)
        for text in gate.on:
            month, day = map(int, text.split("-"))
            for year in range(1900, 2201):
                try:
                    days.add(dt.date(year, month, day))
                except ValueError:
                    days.add(dt.date(year, 2, 28))
        return [(self.plus(day + ONE_DAY, gate.leads), day) for day in sorted(days)]

    def early(self, i):
        """3.3 to 3.5 and 3.8: (ES, EF)."""
        node, today = self.node(i), self.status_date
        d = node.duration
        if self.done(i):
            if node.actual_finish is not None:
                ef = node.actual_finish + ONE_DAY
            else:
                window = self.window(i)
                if window is not None and window.latest is not None and window.latest < today:
                    ef = window.latest + ONE_DAY
                else:
                    ef = today
            return (node.actual_start or ef), ef
        start, finish = self.demands(i)
        if self.begun(i):
            if finish == INFINITE:
                return INFINITE, INFINITE
            es = node.actual_start
            return es, at_least([today, self.plus(es, d), finish])
        if INFINITE in (start, finish):
            return INFINITE, INFINITE
        es = at_least([today, self.first_day_limit(i), start])
        if node.gate is not None:
            es = min(
                (opening for opening, day in self.openings(i) if opening >= es and day >= today),
                default=None,
            )
            if es is None:
                return INFINITE, INFINITE
        return es, at_least([self.plus(es, d), finish])

    # --- the backward pass --------------------------------------------------------------

    def target(self, i):
        """2.3, 4.7: the last day that was promised."""
        node, window = self.node(i), self.window(i)
        written = window.latest if window is not None and node.kind == "vision" else None
        return at_most([node.target, written])

    def own_limit(self, i):
        node, window = self.node(i), self.binding_window(i)
        limits = [day + ONE_DAY for day in (node.not_after, self.target(i)) if day is not None]
        if window is not None and window.latest is not None:
            if window.role in ("by", "at", "during"):
                limits.append(window.latest + ONE_DAY)
            if window.role == "start_by" and not self.begun(i):
                limits.append(self.plus(window.latest, node.duration))
        return at_most(limits)

    def how_it_counts(self, link, all_options=False):
        """4.2: True, "conditional" or False."""
        if link.choice is None:
            return True
        options = self.options(link.choice)
        if self.is_dead(options[link.option]):
            return False
        if link.choice in self.chosen:
            if link.option in self.chosen[link.choice]:
                return True
            return "conditional" if all_options else False
        live = [links for links in options.values() if not self.is_dead(links)]
        needed = self.plan.choices[link.choice].needed or 1
        return True if needed >= len(live) else "conditional"

    def limits_through_links(self, i, late, all_options):
        """4.1: (limit, conditional, link, the other end)."""
        d = self.node(i).duration
        for link in self.requires:
            j = link.dependent
            if link.prerequisite != i or self.done(j):
                continue
            kind = link.type or "FS"
            if kind in ("FS", "SS") and self.begun(j):
                continue
            counts = self.how_it_counts(link, all_options)
            ls, lf, conditional = late(j)
            if not counts or lf is None:
                continue
            limit = self.minus(ls if kind in ("FS", "SS") else lf, link.lag)
            if kind in ("SS", "SF"):
                limit = self.plus(limit, d)
            yield limit, conditional or counts == "conditional", link, j
        yield from self.limits_through_obstacles(i, late, all_options)

    def limits_through_obstacles(self, i, late, all_options):
        for item in self.plan.register.values():
            if i not in item.resolved_by:
                continue
            for touched in item.touches:
                if item not in self.obstacles(touched):
                    continue
                counts = True
                if touched in self.plan.nodes:
                    j = touched
                elif any(touched == link.id for link in self.requires):
                    link = self.plan.links[touched]
                    j = link.dependent
                    if self.dropped(link.prerequisite):
                        continue
                    counts = self.how_it_counts(link, all_options)
                else:
                    continue
                if self.dropped(j) or self.done(j) or self.begun(j) or not counts:
                    continue
                resolvers = {one for one in item.resolved_by if not self.dropped(one)}
                ls, lf, conditional = late(j)
                if lf is not None:
                    conditional = conditional or counts == "conditional" or len(resolvers) > 1
                    yield ls, conditional, None, j

    def limit(self, i, late, all_options):
        """4.3: the limit before a gate, and the unconditional one."""
        limits = list(self.limits_through_links(i, late, all_options))
        firm = at_most([self.own_limit(i), *(x[0] for x in limits if not x[1])])
        return (firm if firm is not None else at_most(x[0] for x in limits if x[1])), firm

    def latest(self, i, late, all_options):
        """4.3 and 3.8: (LS, LF, conditional)."""
        if self.done(i):
            return None, None, False
        lf, firm = self.limit(i, late, all_options)
        if lf is None:
            return None, None, False
        d = self.node(i).duration
        ls = self.minus(lf, d)
        if self.node(i).gate is not None and not self.begun(i):
            before = [opening for opening, _ in self.openings(i) if opening <= ls]
            if not before:
                return None, None, False
            lf = self.plus(max(before), d)
            ls = self.minus(lf, d)
        return ls, lf, firm is None

    def late(self, i):
        return self.latest(i, self.late, all_options=False)

    def late_with_all_options(self, i):
        return self.latest(i, self.late_with_all_options, all_options=True)

    # --- what follows -----------------------------------------------------------------

    def free_slack(self, i):
        """4.4."""
        es, ef = self.early(i)
        if self.done(i) or ef == INFINITE:
            return None
        rooms = []
        for link in self.requires:
            j = link.dependent
            if link.prerequisite != i or self.done(j) or self.early(j)[1] == INFINITE:
                continue
            kind = link.type or "FS"
            if kind in ("FS", "SS") and self.begun(j):
                continue
            if not self.how_it_counts(link):
                continue
            demanded = self.plus(ef if kind in ("FS", "FF") else es, link.lag)
            governed = self.early(j)[0 if kind in ("FS", "SS") else 1]
            rooms.append((governed - demanded).days)
        if not rooms:
            if self.own_limit(i) is None:
                return None
            rooms = [(self.own_limit(i) - ef).days]
        return max(0, min(rooms))

    def aim_missed(self, i):
        """2.2."""
        window, (es, ef) = self.window(i), self.early(i)
        if window is None or window.latest is None or not self.soft(i):
            return None
        if self.node(i).kind == "vision" or self.done(i) or ef == INFINITE:
            return None
        if window.role in ("rolling", "start_by"):
            missed = (es - window.latest).days
        else:
            missed = (ef - window.latest).days - 1
        return missed if missed > 0 else None

    def key(self, i):
        return (self.node(i).number or "", i)

    def driving_candidates(self, i):
        """4.6: (start demand, finish demand, link) of what counts; (start, None, resolver)."""
        found = []
        for link in self.requires:
            if link.dependent == i and self.is_plain(link):
                start, finish = self.bare_demand(link)
                found.append((start, finish, link))
                found += self.waits_of(link.id)
        for choice in self.plan.choices.values():
            if choice.node == i and self.options(choice.id):
                found += self.candidates_of_choice(choice)
        found += self.waits_of(i)
        return found

    def bare_demand(self, link):
        es, ef = self.early(link.prerequisite)
        kind = link.type or "FS"
        if kind in ("FS", "SS"):
            return self.plus(ef if kind == "FS" else es, link.lag), None
        finish = self.plus(ef if kind == "FF" else es, link.lag)
        return self.minus(finish, self.node(link.dependent).duration), finish

    def waits_of(self, record_id):
        found = []
        for obstacle in self.obstacles(record_id):
            gone = self.obstacle_gone(obstacle)
            found += [
                (gone, None, i)
                for i in obstacle.resolved_by
                if not self.dropped(i) and self.early(i)[1] == gone
            ]
        return found

    def candidates_of_choice(self, choice):
        options = self.options(choice.id)
        start, finish = self.choice_demand(choice)
        names = self.chosen.get(choice.id, options)
        found = []
        for name in names:
            option_start, option_finish = self.option_demand(options[name])
            for link in options[name]:
                if self.dropped(link.prerequisite):
                    continue
                link_start, link_finish = self.bare_demand(link)
                parts = [(link_start, None, link), *self.waits_of(link.id)]
                if option_start == start:
                    found += parts
                if option_finish == finish:
                    found.append((None, link_finish, link))
        return found

    def driver(self, i):
        """4.6: (the item before in the chain, link id or None), None without one."""
        es, ef = self.early(i)
        if self.done(i) or ef == INFINITE:
            return None
        d, candidates = self.node(i).duration, self.driving_candidates(i)
        by_finish = [c[2] for c in candidates if c[1] is not None and c[1] == ef]
        if by_finish and ef > self.plus(es, d):
            return self.first_of(by_finish)
        if self.begun(i) or ef > self.plus(es, d):
            return None
        return self.first_of([c[2] for c in candidates if c[0] == es])

    def first_of(self, causes):
        links = [c for c in causes if not isinstance(c, str)]
        if links:
            link = min(links, key=lambda link: (*self.key(link.prerequisite), link.id))
            return link.prerequisite, link.id
        return (min(causes, key=self.key), None) if causes else None

    def drives(self, i):
        """4.6: the outgoing link that set LF (before a gate took it further back)."""
        if self.late(i)[1] is None:
            return None
        limits = list(self.limits_through_links(i, self.late, all_options=False))
        conditional = self.late(i)[2]
        lf = at_most([self.own_limit(i), *(x[0] for x in limits if x[1] == conditional)])
        links = [(*self.key(j), link.id) for limit, cond, link, j in limits
                 if cond == conditional and limit == lf and link is not None]  # fmt: skip
        return min(links)[-1] if links else None

    def state(self, i):
        """4.5."""
        ef, lf = self.early(i)[1], self.late(i)[1]
        if self.done(i):
            return "done"
        if ef == INFINITE:
            return "blocked"
        if lf is None:
            free = self.limit(i, self.late, all_options=False)[0] is None
            served = self.limit(i, self.late_with_all_options, all_options=True)[0] is not None
            return "dormant" if free and served else "unanchored"
        slack = (lf - ef).days
        if slack < 0:
            return "late"
        return "critical" if slack <= (self.plan.settings.near_critical_days or 0) else "ok"

    def item(self, i):
        es, ef = self.early(i)
        ls, lf, conditional = self.late(i)
        if ef == INFINITE:
            es = ef = None
        driver = self.driver(i)
        return {
            "number": self.node(i).number,
            "early_start": es,
            "early_finish": ef,
            "late_start": ls,
            "late_finish": lf,
            "total_slack_days": (None if self.done(i) or None in (ef, lf) else (lf - ef).days),
            "free_slack_days": self.free_slack(i),
            "state": self.state(i),
            "conditional": conditional,
            "aim_missed_days": self.aim_missed(i),
            "driven_by": driver[1] if driver else None,
            "drives": self.drives(i),
        }

    def targets(self):
        """4.7."""
        found = {}
        for i in self.alive:
            target, ef = self.target(i), self.early(i)[1]
            if target is None:
                continue
            comes = ef != INFINITE
            found[i] = {
                "target": target,
                "finish": ef if comes else None,
                "slack_days": (
                    (target + ONE_DAY - ef).days if comes and not self.done(i) else None
                ),
                "blocked_by": set() if comes else self.blocked_by(i),
            }
        return found

    def blocked_by(self, i):
        """4.7: what keeps a blocked item from coming, followed to its causes. What has begun is
        kept only by what its finish waits for (3.4)."""
        found = set()
        for link in self.requires:
            if link.dependent == i and self.is_plain(link):
                found |= self.held_by_link(link)
        for choice in self.plan.choices.values():
            options = self.options(choice.id)
            if choice.node != i or not options:
                continue
            start, finish = self.choice_demand(choice)
            if INFINITE not in ((finish,) if self.begun(i) else (start, finish)):
                continue
            for name in self.chosen.get(choice.id, options):
                found |= {x.prerequisite for x in options[name] if self.dropped(x.prerequisite)}
                for link in options[name]:
                    if not self.dropped(link.prerequisite):
                        found |= self.held_by_link(link)
        return found if self.begun(i) else found | self.held_by_obstacles(i)

    def held_by_link(self, link):
        found = set()
        asks_for_start = (link.type or "FS") in ("FS", "SS")
        if self.begun(link.dependent):
            if asks_for_start:
                return found
        else:
            found |= self.held_by_obstacles(link.id)
        if self.early(link.prerequisite)[1] == INFINITE:
            found |= self.blocked_by(link.prerequisite)
        return found

    def held_by_obstacles(self, record_id):
        found = set()
        for obstacle in self.obstacles(record_id):
            if self.obstacle_gone(obstacle) == INFINITE:
                found.add(obstacle.id)
                for i in obstacle.resolved_by:
                    found |= {i} if self.dropped(i) else self.blocked_by(i)
        return found

    def critical_chain(self):
        """4.6."""
        ends = [
            (dates["slack_days"], dates["target"], i)
            for i, dates in self.targets().items()
            if self.node(i).kind == "vision" and dates["slack_days"] is not None
        ]
        return self.chain_to(min(ends)[2]) if ends else []

    def chain_to(self, i):
        driver = self.driver(i)
        return [*(self.chain_to(driver[0]) if driver else []), i]
