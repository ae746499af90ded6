"""The look of the interview's controls: larger than the desk's, to be read from across a room."""

from string import Template

from strategy_planner.layout.theme import Theme

LARGEST_QUESTION = 44
"""The question stops growing here, in pixels: it is large already at 100 %."""
_WIDEST, _EDGE = 740, 24


def column_edge(room: int, scale: float) -> int:
    """What is left free at either side of a column that is never too wide to read."""
    return max(_EDGE, round((room - _WIDEST * min(scale, 1.5)) / 2))


_SHEET = Template("""
QWidget#interview, QWidget#question { background: $canvas; }
QFrame#head { background: $surface; border: none; border-bottom: 1px solid $line2; }
QFrame#side { background: $surface; border: none; }
QFrame#side[edge="left"] { border-right: 1px solid $line2; }
QFrame#side[edge="right"] { border-left: 1px solid $line2; }
QFrame#rule { background: $line; border: none; max-height: 1px; }
QScrollArea#middle { background: $canvas; border: none; }
QFrame#answer { background: $surface; border: 2px solid $accent; border-radius: 8px; }
QFrame#answer QLineEdit { border: none; background: transparent; font-size: ${line}px;
    padding: 4px 0; min-height: ${tall}px; }
QPushButton[role="side"] { border: 1px solid $control; border-radius: 6px; background: $surface;
    color: $ink2; padding: 3px 10px; font-weight: 400; min-height: ${side}px; }
QPushButton[role="side"]:checked { border-color: $accent; background: $accentWeak; color: $accent;
    font-weight: 700; }
QPushButton[role="side"]:focus { border: 2px dashed $accent; padding: 2px 9px; }
QListWidget { background: transparent; border: none; }
QFrame#known { background: $raised; border: 1px solid $line2; border-radius: 8px; }
QFrame#next { background: $sunken; border: none; border-radius: 8px; }
QLabel[role="refusal"] { color: $late; font-size: ${said}px; font-weight: 500; }
QLabel[role="meaning"] { color: $ink2; font-size: ${said}px; }
QLabel[role="name"] { font-size: ${name}px; font-weight: 700; }
""")


def interview_sheet(theme: Theme, scale: float) -> str:
    """The style sheet of the interview in a scheme, with texts scaled."""
    sizes = {"line": 18, "tall": 30, "said": 13, "name": 16, "side": 18}
    colours = {name: value for name, value in theme.colours.items() if name.isidentifier()}
    scaled = {name: str(round(size * min(scale, 1.6))) for name, size in sizes.items()}
    return _SHEET.substitute(colours, **scaled)
