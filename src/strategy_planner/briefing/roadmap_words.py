"""What a page of the roadmap shows, in sentences, for those who do not see it."""

import datetime as dt
from collections.abc import Iterable

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.item_words import slack_cell, span_words
from strategy_planner.briefing.verdict import visions
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.language import message_plural
from strategy_planner.layout.shapes import Picture, items_of
from strategy_planner.layout.tracks import ordered_tracks
from strategy_planner.model.records import Node


def roadmap_words(edition: Edition, picture: Picture) -> str:
    """How many items stand on the page, when the visions are due, then each item by its track."""
    shown = dict.fromkeys(items_of(picture.shapes))
    nodes = [edition.plan.nodes[item] for item in shown if item in edition.plan.nodes]
    goals = {vision.id for vision in visions(edition)}
    nodes = [node for node in nodes if node.id not in goals]
    said = [
        edition.put(
            message_plural(
                "Roadmap by fiscal year with {count} item.",
                "Roadmap by fiscal year with {count} items.",
                len(nodes),
            )
        )
    ]
    said += [edition.say("Vision: {by}.", by=edition.by_day(vision)) for vision in visions(edition)]
    tracks = {track.id: edition.text(track, "name") for track in ordered_tracks(edition.plan)}
    for track in (*tracks, None):
        own = [node for node in nodes if (node.track if node.track in tracks else None) == track]
        if own:
            name = tracks[track] if track is not None else edition.say("Without a track")
            words = edition.say("; ").join(_item_words(edition, node) for node in own)
            said.append(edition.say("{title}: {words}.", title=name, words=words))
    return one_after_another(edition, said)


def one_after_another(edition: Edition, sentences: Iterable[str]) -> str:
    """Sentences as one text of the edition's language."""
    return ("" if edition.language == "ja" else " ").join(sentences)


def span_in_years(edition: Edition, start: dt.date, end: dt.date) -> str:
    """The fiscal years from a day up to an instant."""
    month = edition.plan.settings.fiscal_year_start or 4
    first = fiscal_year(start, month)
    last = fiscal_year(max(end - dt.timedelta(days=1), start), month)
    if first == last:
        return edition.say("FY{year}", year=first)
    return edition.say("FY{first}–FY{last}", first=first, last=last)


def _item_words(edition: Edition, node: Node) -> str:
    """Number and title, the date as written or else the earliest days, and the slack."""
    label = " ".join(filter(None, (node.number, edition.item_short(node))))
    when = edition.date_as_written(node) or span_words(edition, node)
    if when in {"", edition.say("At any time")}:
        when = edition.say("date to be set")
    slack = slack_cell(edition, node)
    said = [label, when]
    if slack.is_late:
        said.append(slack.cell.text)
    return edition.say(", ").join(said)
