"""The calm app: one screen over one walk, with the keys filtered and a painter for those who listen."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from companion.errors import SIGNALLED
from companion.tui.calm.face import Face
from companion.tui.calm.paint import LinePainter
from companion.tui.calm.scanning import Scanning
from companion.tui.calm.screen import CalmScreen
from companion.tui.house import House, erases
from companion.wording.idle import STAYS

if TYPE_CHECKING:
    from textual.timer import Timer

    from companion.flows.idle import Idleness
    from companion.flows.walk import Talk, Walk
    from companion.services.companion import Companion

SHEETS = ("base", "calm")
HELD = 3  # keys left out one after another: one was held down
QUIET = 0.6  # seconds without a key, after which one hears where one is
INTERRUPTED = SIGNALLED + 2


class CalmApp(House):
    """One column in a terminal. `face` is what it shows."""

    TITLE = "Companion"
    guards = True  # a key held down would answer one question after another
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "repaint", show=False),
        Binding("ctrl+c", "interrupt", show=False),
    ]

    def __init__(self, companion: "Companion", walk: "Walk") -> None:
        super().__init__(companion, SHEETS)
        self.idle, walk.reminding.knock = walk.idle, self.knock
        self.face = Face(companion, walk)
        self.scanning = Scanning(companion, self.face, walk)
        self.painter: LinePainter = LinePainter(erase=erases(), looks=self.marks)
        self._left_out = 0
        self._quiet: Timer | None = None

    @property
    def marks(self) -> bool:
        """Whether the row under the cursor is shown in reverse, for those who look."""
        return self.companion.settings.calm_mark == "row" or self.scanning.is_watched

    @property
    def typing(self) -> bool:
        """Whether keys go into a field."""
        return self.face.typing

    def on_mount(self) -> None:
        """Open the one screen."""
        self.obey_signals()
        self.push_screen(CalmScreen(self.face))

    def ignores(self, press: events.Key) -> bool:
        """Whether a key comes too soon. A held key silences a reader: afterwards it hears where it is."""
        ignored = super().ignores(press)
        if self._quiet is not None:
            self._quiet.stop()
        self._left_out = self._left_out + 1 if ignored else 0
        if self.told_when_quiet:
            self._quiet = self.set_timer(QUIET, self.tell)
        return ignored

    @property
    def told_when_quiet(self) -> bool:
        """Whether so many keys were left out that one is to hear where one is."""
        return self._left_out >= HELD

    def tell(self) -> None:
        """Say where one is."""
        self._left_out = 0
        self.face.say(self.face.about())
        self.show()

    def stays_open(self) -> None:
        """Say that it stays open, and where one is."""
        self.face.say(f"{STAYS} {self.face.about()}")
        self.show()

    def show(self) -> None:
        """Draw what the face says now; a key that was held back may end after the last screen."""
        match self.screen_stack:
            case [*_, CalmScreen() as screen]:
                screen.after()

    def leave(self) -> None:
        """The walk is over: somebody left, or nobody was there any more."""
        if self.idle is not None and self.idle.over:
            self.leave_idle()
        else:
            self.exit()

    def obey_settings(self) -> None:
        """A setting that was changed here counts at once."""
        theme, marks = self.companion.settings.theme, self.marks
        if (theme, marks) == (self.theme, self.painter.looks):
            return
        self.theme, self.painter.looks = theme, marks
        self.repaint()

    def action_repaint(self) -> None:
        """Write the whole screen again."""
        self.repaint()

    def action_interrupt(self) -> None:
        """Leave, as a command does."""
        self.exit(None, INTERRUPTED)

    def action_help_quit(self) -> None:
        """Leave: there is no other way in which this key is meant."""
        self.action_interrupt()


def run_calm(
    companion: "Companion", *, first: "tuple[Talk, ...]" = (), idle: "Idleness | None" = None
) -> int:
    """Open the calm screen, with these conversations or the first questions to begin with; the exit code."""
    from companion.flows.menus.today import begin

    app = CalmApp(companion, begin(companion, *first, idle=idle))
    app.run(mouse=False)
    return app.return_code or 0
