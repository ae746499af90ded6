"""The verbs that make links the options of a choice, and change choices (SEMANTICS 5.1).

Each returns a ChangeSet that keeps pathways, texts and the register in step with the options.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from strategy_planner.language import Message, message, message_plural
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet, created, deleted, merged, replaced
from strategy_planner.model.edits import delete, fresh_id, set_translation
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.meant_links import end_of, meant_links, needs_at_least_two
from strategy_planner.model.option_names import Option, renaming_fields, renaming_translations
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan


def one_of(plan: Plan, ids: Iterable[str], needed: int = 1) -> ChangeSet:
    """At least ``needed`` of these links: a choice with an option for each of them.

    ``ids`` are links into one item, or items with the item that needs them. Where some of the
    links are options of a choice already, the others become further options of it.
    """
    links = meant_links(plan, ids)
    node = end_of(plan, links)
    standing = {link.choice for link in links} - {None}
    if len(standing) > 1:
        words = message("These links belong to different choices; dissolve one of them first.")
        raise PlanError(words, tuple(link.id for link in links))
    if standing:
        return _further_options(plan, links, plan.choices[standing.pop() or ""])
    needs_at_least_two(links)
    if needed > len(links):
        words = message(
            "{needed} options are needed, but there are only {count}.",
            needed=needed, count=len(links),
        )  # fmt: skip
        raise PlanError(words, tuple(link.id for link in links))
    choice = r.Choice(id=fresh_id(), node=node.id, name=_first_name(plan, node), needed=needed)
    names = _names(plan, links, ())
    after = {
        link.id: msgspec.structs.replace(link, choice=choice.id, option=name)
        for link, name in zip(links, names, strict=True)
    }
    label = (
        message_plural(
            "One of {count} way to {item}", "One of {count} ways to {item}", len(links),
            item=item_name(node),
        )
        if needed == 1
        else message(
            "{needed} of {count} ways to {item}",
            needed=needed, count=len(links), item=item_name(node),
        )
    )  # fmt: skip
    changes = (created(choice), *(replaced(link, after[link.id]) for link in links))
    return ChangeSet(changes, label)


def need_of(plan: Plan, choice_id: str, needed: int) -> ChangeSet:
    """At least ``needed`` of a choice's options; pathways that took fewer leave it open."""
    choice = plan.choices[choice_id]
    label = message("At least {needed} of “{choice}”", needed=needed, choice=item_name(choice))
    if needed == choice.effective_needed:
        return ChangeSet((), label)
    if not _links_of(plan, choice_id):  # it is still being drawn
        return ChangeSet((replaced(choice, msgspec.structs.replace(choice, needed=needed)),), label)
    shape = _Shape(plan, {}, needed={choice_id: needed})
    return ChangeSet(tuple(shape.changes()), label)


def together(plan: Plan, ids: Iterable[str]) -> ChangeSet:
    """These links as one option of their choice, met only by all of them."""
    links = meant_links(plan, ids)
    end_of(plan, links)
    needs_at_least_two(links)
    standing = {link.choice for link in links} - {None}
    if len(standing) != 1:
        words = (
            message("These links belong to different choices; dissolve one of them first.")
            if standing
            else message("None of these links is an option yet; make them “One of these” first.")
        )
        raise PlanError(words, tuple(link.id for link in links))
    choice = plan.choices[standing.pop() or ""]
    named = [link.option for link in links if link.option is not None]
    after = {
        link.id: msgspec.structs.replace(link, choice=choice.id, option=named[0]) for link in links
    }
    left = _options_after(plan, choice.id, after)
    if len(left) < 2:
        words = message("One option alone would be left, and that is no choice.")
        raise PlanError(words, (choice.id,))
    called = {(choice.id, name): named[0] for name in named if name not in left}
    label = message("Together in one option of “{choice}”", choice=item_name(choice))
    return _reshaped(plan, after, label, called)


def apart(plan: Plan, choice_id: str, option: str) -> ChangeSet:
    """Each link of an option as an option of its own; the first keeps the name."""
    links = _links_of(plan, choice_id, option)
    others = [name for name in options_of(plan.links.values())[choice_id] if name != option]
    names = [option, *_names(plan, links[1:], (*others, option))]
    after = {
        link.id: msgspec.structs.replace(link, option=name)
        for link, name in zip(links, names, strict=True)
    }
    label = message("Options of their own from “{option}”", option=option)
    return _reshaped(plan, after, label, {})


def out_of_choice(plan: Plan, ids: Iterable[str]) -> ChangeSet:
    """These links as plain requirements; a choice with one option left is dissolved."""
    links = [link for link in meant_links(plan, ids) if link.choice is not None]
    if not links:
        raise PlanError(message("None of these links is an option of a choice."), tuple(ids))
    after = {link.id: msgspec.structs.replace(link, choice=None, option=None) for link in links}
    for choice_id in {link.choice for link in links} - {None}:
        if len(_options_after(plan, choice_id or "", after)) < 2:
            after |= _plain(plan, choice_id or "")
    label = message_plural(
        "Take {count} link out of its choice", "Take {count} links out of their choice", len(links)
    )
    return _reshaped(plan, after, label, {})


def dissolve(plan: Plan, choice_id: str) -> ChangeSet:
    """All links of a choice as plain requirements, and no choice any more."""
    label = message("Dissolve “{choice}”", choice=item_name(plan.choices[choice_id]))
    if not _links_of(plan, choice_id):
        return ChangeSet(delete(plan, [choice_id]).changes, label)
    return _reshaped(plan, _plain(plan, choice_id), label, {})


def rename_option(plan: Plan, choice_id: str, option: str, name: str, language: str) -> ChangeSet:
    """Another name for an option wherever it stands; in another language, its translation."""
    name = name.strip()
    if not name:
        raise PlanError(message("An option needs a name."), (choice_id,))
    if language != (plan.settings.language or "ja"):
        return set_translation(plan, f"{choice_id}:{option}", "option", language, name)
    names = {(choice_id, option): name}
    fields = {} if name == option else renaming_fields(plan, names)
    changes: list[Change] = []
    for (record_name, id_), written in fields.items():
        record = plan.records(record_name)[id_]
        changes.append(replaced(record, msgspec.structs.replace(record, **written)))
    if fields:
        changes += renaming_translations(plan, names, {})
    label = message("Call “{option}” “{name}”", option=option, name=name)
    return ChangeSet(tuple(changes), label)


def _further_options(plan: Plan, links: Sequence[r.Link], choice: r.Choice) -> ChangeSet:
    new = [link for link in links if link.choice is None]
    if not new:
        words = message("These links already are options of “{choice}”.", choice=item_name(choice))
        raise PlanError(words, (choice.id,))
    names = _names(plan, new, options_of(plan.links.values()).get(choice.id, {}))
    changes = (
        replaced(link, msgspec.structs.replace(link, choice=choice.id, option=name))
        for link, name in zip(new, names, strict=True)
    )
    label = message_plural(
        "Add {count} option to “{choice}”", "Add {count} options to “{choice}”", len(new),
        choice=item_name(choice),
    )  # fmt: skip
    return ChangeSet(tuple(changes), label)


def _first_name(plan: Plan, node: r.Node) -> str:
    """What a new choice is called until the planner calls it otherwise."""
    title = node.short or node.title or node.number or ""
    return message("Ways to “{item}”", item=title).into(plan.settings.language or "ja")


def _names(plan: Plan, links: Sequence[r.Link], taken: Iterable[str]) -> list[str]:
    """A name for the option of each link: what its prerequisite is called, each name once."""
    used = set(taken)
    names: list[str] = []
    for link in links:
        node = plan.nodes[link.prerequisite]
        name = base = node.short or node.title or node.number or "?"
        count = 2
        while name in used:
            name, count = f"{base} ({count})", count + 1
        used.add(name)
        names.append(name)
    return names


def _links_of(plan: Plan, choice_id: str, option: str | None = None) -> list[r.Link]:
    return [
        link
        for link in plan.links.values()
        if link.choice == choice_id and option in (None, link.option)
    ]


def _plain(plan: Plan, choice_id: str) -> dict[str, r.Link]:
    return {
        link.id: msgspec.structs.replace(link, choice=None, option=None)
        for link in _links_of(plan, choice_id)
    }


def _options_after(plan: Plan, choice_id: str, after: Mapping[str, r.Link]) -> dict[str, object]:
    """The options that a choice will have, in their order."""
    links = (after.get(link.id, link) for link in plan.links.values())
    return dict.fromkeys(link.option or "" for link in links if link.choice == choice_id)


def _reshaped(
    plan: Plan, after: Mapping[str, r.Link], label: Message, called: Mapping[Option, str]
) -> ChangeSet:
    """Links as they are to be; what would then stand twice, or for nothing, goes."""
    twins = _twins(plan, after)
    if not twins:
        return ChangeSet(tuple(_Shape(plan, after, called).changes()), label)
    trial = plan.copy()
    without = delete(trial, twins)
    trial.apply(without)
    left = {id_: link for id_, link in after.items() if id_ in trial.links}
    return merged((without, ChangeSet(tuple(_Shape(trial, left, called).changes()), label)), label)


def _twins(plan: Plan, after: Mapping[str, r.Link]) -> list[str]:
    """Of the changed links, those that would say what another link says."""
    seen = {_place(link) for link in plan.links.values() if link.id not in after}
    twins: list[str] = []
    for link in after.values():
        if _place(link) in seen:
            twins.append(link.id)
        seen.add(_place(link))
    return twins


def _place(link: r.Link) -> tuple[str | None, ...]:
    return (link.prerequisite, link.dependent, link.relation, link.choice, link.option)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Links after an edit, and what choices and pathways must be to fit them."""

    plan: Plan
    after: Mapping[str, r.Link]
    called: Mapping[Option, str] = field(default_factory=dict)
    """Options that go on under another name."""
    needed: Mapping[str, int] = field(default_factory=dict)

    def changes(self) -> Iterable[Change]:
        """Links, choices, pathways and the texts of options that are no more."""
        links = self.plan.links
        yield from (replaced(links[id_], link) for id_, link in self.after.items())
        for choice_id in sorted(self._touched):
            yield from self._of_choice(self.plan.choices[choice_id])
        for pathway in self.plan.pathways.values():
            chosen = dict(self._chosen(pathway))
            if chosen != pathway.chosen:
                yield replaced(pathway, msgspec.structs.replace(pathway, chosen=chosen))

    @property
    def _touched(self) -> set[str]:
        """The choices that the edit is about."""
        before = {self.plan.links[id_].choice for id_ in self.after}
        return {id_ for id_ in before | set(self.needed) if id_ is not None}

    def _need(self, choice: r.Choice) -> int:
        asked = self.needed.get(choice.id, choice.effective_needed)
        if choice.id in self.needed:
            return asked
        return max(1, min(asked, len(_options_after(self.plan, choice.id, self.after))))

    def _of_choice(self, choice: r.Choice) -> Iterable[Change]:
        need, left = self._need(choice), _options_after(self.plan, choice.id, self.after)
        if not left:
            yield from self._end(choice)
            return
        if need != choice.effective_needed:
            yield replaced(choice, msgspec.structs.replace(choice, needed=need))
        before = options_of(self.plan.links.values()).get(choice.id, {})
        gone = {f"{choice.id}:{option}" for option in before if option not in left}
        for text in self.plan.translations.values():
            if text.record in gone:
                yield deleted(text)

    def _end(self, choice: r.Choice) -> Iterable[Change]:
        """A choice without options is none: it goes with its texts, and the register forgets it."""
        yield deleted(choice)
        for text in self.plan.translations.values():
            if text.record == choice.id or text.record.startswith(f"{choice.id}:"):
                yield deleted(text)
        for item in self.plan.register.values():
            if choice.id in item.touches:
                left = tuple(id_ for id_ in item.touches if id_ != choice.id)
                yield replaced(item, msgspec.structs.replace(item, touches=left))

    def _chosen(self, pathway: r.Pathway) -> Iterable[tuple[str, tuple[str, ...]]]:
        touched = self._touched
        for choice_id, options in pathway.chosen.items():
            if choice_id not in touched:
                yield choice_id, options
                continue
            left = _options_after(self.plan, choice_id, self.after)
            names = (self.called.get((choice_id, name), name) for name in options)
            kept = tuple(name for name in dict.fromkeys(names) if name in left)
            if len(kept) >= self._need(self.plan.choices[choice_id]):
                yield choice_id, kept
