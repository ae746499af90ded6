"""The words of the interview: its questions, what leads to them, what the keys do."""

from strategy_planner.analysis.interview.walk import Question, Stand
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model.answers import requirements
from strategy_planner.model.texts import label, text_of

QUESTIONS: dict[Question, Message] = {
    "means": message("What must be true just before this?"),
    "enough": message("Is that enough? Is nothing missing?"),
    "obstacles": message("What stands in the way?"),
    "remover": message("Who can remove it, and by what?"),
    "deadline": message("By when at the latest?"),
    "purpose": message("What is this needed for?"),
    "reason": message("Why is this needed?"),
}
STEPS: dict[Question, Message] = {
    "means": message("Just before"),
    "enough": message("Enough?"),
    "obstacles": message("In the way"),
    "remover": message("Who removes it"),
    "deadline": message("By when"),
}
OPTIONS: dict[str, Message] = {
    "area": message("Area"),
    "state": message("State"),
    "action": message("Action"),
    "decision": message("Decision"),
    "enabler": message("Enabler"),
    "sufficient": message("Sufficient"),
    "insufficient": message("Not sufficient"),
    "unchecked": message("Not checked"),
    "owner": message("Who"),
    "date": message("When"),
    "duration": message("Duration"),
}
_FIELDS: dict[str, Message] = {
    "means": message("Write one thing that must be true"),
    "enough": message("Write what is missing, or press Enter"),
    "obstacles": message("Write one obstacle"),
    "owner": message("Who: an organisation or an office"),
    "remover": message("By what: an action that removes it"),
    "date": message("A date as you would write it: FY2027, around 2030"),
    "duration": message("How long it takes: 18 months, 2 years"),
    "purpose": message("Look for the item that needs it"),
    "reason": message("Because …"),
}
_PURSUED = {"action", "decision"}


def field_words(stand: Stand, option: str) -> Message:
    """What stands in the empty field."""
    return _FIELDS.get(option) or _FIELDS[stand.question]


def lead(workspace: Workspace, stand: Stand) -> str:
    """The half sentence that leads to the question."""
    plan, tr, language = workspace.plan, workspace.tr, workspace.language
    match stand.question:
        case "means":
            return _means_lead(workspace, stand.item)
        case "enough":
            count = len(requirements(plan, stand.item))
            return tr("When all of these hold,") if count else tr("Nothing has been named yet.")
        case "obstacles":
            return tr("On the way to this,")
        case "remover":
            obstacle = plan.register[stand.subject or ""]
            title = text_of(plan, obstacle, "title", language) or ""
            return tr("“{obstacle}” stands in the way.", obstacle=title)
        case "deadline":
            return tr("So that nothing after it comes too late,")
        case "purpose":
            return tr("So that nobody works in vain,")
        case "reason":
            link = plan.links[stand.subject or ""]
            return tr(
                "{dependent} needs {prerequisite}.",
                dependent=label(plan, link.dependent, language),
                prerequisite=label(plan, link.prerequisite, language),
            )


def _means_lead(workspace: Workspace, item: str) -> str:
    dates = workspace.schedule.items.get(item)
    pursued = workspace.plan.nodes[item].kind in _PURSUED
    if dates is None or dates.late_finish is None or dates.late_start is None:
        return workspace.tr("To do this,") if pursued else workspace.tr("For this to be true,")
    # The first day on which it is no longer at work is the first on which it must stand.
    last = dates.late_start if pursued else dates.late_finish
    year = last.year if pursued or (last.month, last.day) != (1, 1) else last.year - 1
    if pursued:
        return workspace.tr("To begin this in {year} at the latest,", year=year)
    return workspace.tr("For this to be true in {year},", year=year)


def hints(workspace: Workspace, question: Question | None) -> tuple[tuple[str, str], ...]:
    """Keys and what they do at a question, or where all questions are done."""
    tr = workspace.tr
    back = ("Alt+←", tr("Question before"))
    if question is None:
        return (
            ("↑ ↓", tr("Choose")),
            ("Enter", tr("Go on from here")),
            ("Shift+Enter", tr("Show in the plan")),
            back,
            ("Esc", tr("Leave the interview")),
        )
    enter = {
        "means": tr("Add the answer"),
        "enough": tr("Say so, and go on"),
        "obstacles": tr("Add the obstacle"),
        "remover": tr("Say so"),
        "deadline": tr("Write it"),
        "purpose": tr("Link to it"),
        "reason": tr("Write it, and go on"),
    }
    said = [("Enter", enter[question])]
    if question not in {"deadline", "reason"}:
        said.append(("Tab", tr("Link to what is there")))
    if question in {"means", "enough", "remover", "deadline"}:
        said.append(("Alt+↑ ↓", tr("Switch")))
    if question in {"means", "enough"}:
        said += [
            ("↑ ↓", tr("Choose an answer")),
            ("Ctrl+Enter", tr("Go further back from it")),
            ("Ctrl+G", tr("Any one is enough")),
            ("Ctrl+B", tr("Because …")),
        ]
    if question in {"means", "enough", "obstacles", "remover"}:
        said.append(("F2", tr("Write it again")))
    return (*said, back, ("Alt+→", tr("Skip")), ("Ctrl+Z", tr("Undo")))
