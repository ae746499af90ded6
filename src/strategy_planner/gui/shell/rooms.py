"""Everything that furnishes the window: importing this loads it, on whichever thread."""

from strategy_planner.gui.files.document import Document
from strategy_planner.gui.finding.desk import Finding
from strategy_planner.gui.inspector.panel import InspectorPanel
from strategy_planner.gui.map.view import MapView
from strategy_planner.gui.outline.view import OutlineView
from strategy_planner.gui.problems.panel import ProblemsPanel
from strategy_planner.gui.shell import first_uses, kept_view, submenus
from strategy_planner.gui.shell.actions import Actions
from strategy_planner.gui.shell.answering import Answering
from strategy_planner.gui.shell.deeds import Deeds
from strategy_planner.gui.shell.docks import Docks
from strategy_planner.gui.shell.draft_strip import DraftStrip
from strategy_planner.gui.shell.filing import Filing
from strategy_planner.gui.shell.interviewing import Interviewing
from strategy_planner.gui.shell.notice import Notice
from strategy_planner.gui.shell.packing import Packing
from strategy_planner.gui.shell.progress import WorkingNotice
from strategy_planner.gui.shell.status import Status
from strategy_planner.gui.shell.tips import TipStrip
from strategy_planner.gui.shell.toolbar import Toolbar
from strategy_planner.gui.workspace import Workspace

__all__ = [
    "Actions",
    "Answering",
    "Deeds",
    "Docks",
    "Document",
    "DraftStrip",
    "Filing",
    "Finding",
    "InspectorPanel",
    "Interviewing",
    "MapView",
    "Notice",
    "OutlineView",
    "Packing",
    "ProblemsPanel",
    "Status",
    "TipStrip",
    "Toolbar",
    "WorkingNotice",
    "Workspace",
    "first_uses",
    "kept_view",
    "submenus",
]
