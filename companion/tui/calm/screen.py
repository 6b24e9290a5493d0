"""The one screen of the calm app: draws the lines of a Face and hands it the keys and the time."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from companion.tui.calm import keys
from companion.tui.calm.face import Face
from companion.tui.calm.view import Shown, typed

if TYPE_CHECKING:
    from textual.timer import Timer

    from companion.tui.calm.app import CalmApp

BOLD = Style(bold=True)
MARKED = Style(bold=True, reverse=True)


class Column(Widget):
    """The rows, drawn as a Face has them now."""

    ALLOW_SELECT = False

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face, self.marks = face, False
        self.shown = Shown([], 0, 0, 0)

    def look(self, *, marks: bool) -> None:
        """Draw what is there now; row, announcement and cursor go to the terminal in one piece."""
        face, self.marks = self.face, marks
        lines, column = [line.text for line in face.sheet.lines], 0
        if face.field is not None and (at := face.sheet.field) >= 0:
            lines[at], column = typed(lines[at], face.field.text, face.field.at, face.view.wide)
            column = column if face.typing else 0
        self.shown = face.view.draw(lines, face.at, column)
        cast("CalmApp", self.app).painter.foot = self.shown.foot
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row: the title is bold, and so is the row under the cursor where it is marked."""
        text = self.shown.rows[y] if y < len(self.shown.rows) else ""
        style = self.rich_style
        if self.marks and y == self.shown.row:
            style += MARKED
        elif y + self.shown.top == 0:
            style += BOLD
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)


class CalmScreen(Screen[Any]):
    """Keys in, lines out."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self._timer: Timer | None = None

    @property
    def calm(self) -> "CalmApp":
        """The app, with its own type."""
        return cast("CalmApp", self.app)

    @property
    def column(self) -> Column:
        """The rows."""
        return self.query_one(Column)

    def compose(self) -> ComposeResult:
        """The rows, and nothing else."""
        yield Column(self.face)

    @property
    def cursor_home(self) -> Offset:
        """Where the hardware cursor stands, since nothing here has a focus."""
        shown = self.column.shown if self.is_mounted else Shown([], 0, 0, 0)
        return Offset(shown.column, shown.row)

    def on_mount(self) -> None:
        """Show the first step."""
        self.after()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the step out anew."""
        self.face.resize(event.size.width, event.size.height)
        self.after()

    def on_key(self, event: events.Key) -> None:
        """Every key but those with Ctrl, which are the app's."""
        if event.key.startswith("ctrl+"):
            return
        event.stop()
        event.prevent_default()
        self.calm.painter.echoed = self.cursor_home.y, event.character or ""
        if self.calm.scanning.press(event.key, event.time):
            pass  # with one switch no other key has a meaning
        elif event.key == "exclamation_mark" and not self.face.typing:
            self.face.signs()
        else:
            keys.press(self.face, event.key, event.character)
        self.after()

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text."""
        event.stop()
        keys.paste(self.face, event.text)
        self.after()

    def tick(self) -> None:
        """Something is due."""
        self.face.tick()
        self.after()

    def write(self) -> None:
        """Write the announcement that was hushed."""
        self.face.view.is_hushed = False
        self.column.look(marks=self.calm.marks)

    def after(self) -> None:
        """Show, ring and wait, or leave."""
        face = self.face
        if self._timer is not None:
            self._timer.stop()
        if face.ended:
            self.calm.leave()
            return
        self.calm.scanning.look()
        self.calm.obey_settings()
        self.column.look(marks=self.calm.marks)
        for _ in range(face.bells):
            self.calm.bell()
        face.bells = 0
        if face.view.is_hushed:
            self.set_timer(HUSH, self.write)
        wait = self.calm.scanning.wait()
        self._timer = None if wait is None else self.set_timer(max(wait, SOON), self.tick)


HUSH = 0.15  # seconds in which a reader sees that a text is gone
SOON = 0.01  # seconds, so that what is due at once does not keep keys waiting
