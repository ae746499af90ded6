"""The code words of the records, as planners say them."""

from collections.abc import Mapping

from strategy_planner.language import Message, message

Words = Mapping[object, Message]

YES_NO: Words = {True: message("Yes"), False: message("No")}
NODE_KINDS: Words = {
    "vision": message("Vision"),
    "image": message("Image"),
    "area": message("Area"),
    "state": message("State to reach"),
    "milestone": message("Milestone"),
    "action": message("Action"),
    "decision": message("Decision"),
    "enabler": message("Enabler"),
}
STATUSES: Words = {
    "proposed": message("Proposed"),
    "planned": message("Planned"),
    "started": message("Started"),
    "done": message("Done"),
    "dropped": message("Dropped"),
}
SUFFICIENCY: Words = {
    "sufficient": message("Sufficient"),
    "insufficient": message("Not sufficient"),
    "unchecked": message("Not checked"),
}
CHANGE_TYPES: Words = {
    "technology": message("Technology"),
    "behaviour": message("Behaviour"),
    "institution": message("Institutions"),
}
RELATIONS: Words = {
    "requires": message("Requires"),
    "contributes": message("Contributes"),
    "enables": message("Enables"),
    "informs": message("Informs"),
}
LINK_TYPES: Words = {
    "FS": message("FS finish-start"),
    "SS": message("SS start-start"),
    "FF": message("FF finish-finish"),
    "SF": message("SF start-finish"),
}
BASES: Words = {
    "stated": message("Stated in the source"),
    "inferred": message("Inferred from the source"),
    "planner": message("Put by the planner"),
}
EVIDENCE: Words = {
    "none": message("No evidence"),
    "weak": message("Weak"),
    "moderate": message("Moderate"),
    "strong": message("Strong"),
}
DIRECTIONS: Words = {"up": message("The more the better"), "down": message("The less the better")}
SHAPES: Words = {
    "linear": message("Linear"),
    "compound": message("Compound growth"),
    "s_curve": message("S-curve"),
    "steps": message("Steps"),
}
REGISTER_KINDS: Words = {
    "risk": message("Risk"),
    "assumption": message("Assumption"),
    "obstacle": message("Obstacle"),
    "signpost": message("Signpost"),
    "trend": message("Trend"),
}
REGISTER_STATES: Words = {
    "open": message("Open"),
    "holding": message("Holding"),
    "broken": message("Broken"),
    "closed": message("Closed"),
}
LANGUAGES: Words = {"ja": message("Japanese"), "en": message("English")}
DISTRIBUTIONS: Words = {
    "beta-pert": message("Beta-PERT"),
    "triangular": message("Triangular"),
}
CHOICE_MODES: Words = {
    "parallel": message("Pursue all options side by side"),
    "commit": message("Commit to the best option"),
}
REPEATS: Words = {"yearly": message("Every year")}
TRACK_COLOURS: Words = {
    "blue": message("Blue"),
    "ochre": message("Ochre"),
    "mint": message("Mint"),
    "plum": message("Plum"),
    "teal": message("Teal"),
    "straw": message("Straw"),
    "lilac": message("Lilac"),
    "terra": message("Terracotta"),
}
CONVENTION_WORDS: Words = {
    "early_months": message("“Early” in a year (months)"),
    "immediately_months": message("“Immediately” (months)"),
    "urgently_months": message("“Urgently” (months)"),
    "soon_months": message("“Soon” (months)"),
}
RECORD_WORDS: Mapping[str, Message] = {
    "settings": message("The plan"),
    "track": message("Track"),
    "organisation": message("Organisation"),
    "node": message("Item"),
    "link": message("Link"),
    "choice": message("Choice"),
    "pathway": message("Pathway"),
    "kpi": message("KPI"),
    "measurement": message("Measurement"),
    "contribution": message("Contribution to a KPI"),
    "register": message("Register entry"),
    "gate": message("Gate"),
    "review": message("Review"),
    "baseline": message("Snapshot"),
    "draft": message("What-if"),
    "translation": message("Translation"),
}
"""What people call the kinds of record."""
