"""The full screen: themes, style sheets, the keys that work everywhere, and the way to the rooms.

It begins quickly by private parts of Textual (`App._load_screen_css`, `_begin_batch`; in the house
`_disable_tooltips`), hence the exact pin: tests/tui/test_start.py fails when they change.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from companion.flows.doors import DOORS
from companion.flows.overheard import LOOK_EVERY
from companion.flows.roles import of_door, refusal
from companion.tui.ahead import Ahead
from companion.tui.doors import go
from companion.tui.house import House, erases
from companion.tui.keyed import Keyed
from companion.tui.news import Newsbearer
from companion.tui.paint import Painter
from companion.tui.screens.room import Room
from companion.tui.themes import THEMES
from companion.tui.widths import NORMAL, WIDE
from companion.wording.idle import STAYS

if TYPE_CHECKING:
    from companion.flows.conversation import MakeFlow
    from companion.flows.steps import Say
    from companion.services.companion import Companion
    from companion.tui.conversation import Present
    from companion.tui.ownfiles import OwnFiles

ROOMS = {  # a name for each room: its module in companion.tui.screens and its class
    "today": "today:Today",
    "player": "player:Player",
    "meals": "meals:Meals",
    "warnings": "warnings:WarningSigns",
    "recipe": "recipe:Recipe",
    "page": "page:Page",
    "intake": "intake:Intake",
    "foods": "foods:Foods",
    "fatigue": "fatigue:Fatigue",
    "weight": "weight:Weight",
    "trends": "trends:Trends",
    "plan": "plan:Plan",
    "history": "history:History",
    "preferences": "preferences:Preferences",
}
OFF, SOON = 60.0, 0.05  # seconds to the next look at who is there: where it never leaves, and at least
SHEETS = ("base", "widgets", "today")  # what the first room needs


def room(name: str, *facts: Any) -> Screen[Any]:
    """A new room by its name; its module is imported only now."""
    module, _, kind = ROOMS[name].partition(":")
    made: Screen[Any] = getattr(import_module(f"companion.tui.screens.{module}"), kind)(*facts)
    return made


class CompanionApp(House, Ahead):
    """One person's companion in a terminal."""

    TITLE = "Companion"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NORMAL, "-normal"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "warning_signs", "Warning signs", show=False),
        Binding("question_mark", "help", "Help", show=False),
        Binding("ctrl+l", "repaint", "Draw again", show=False),
    ]

    def __init__(self, companion: "Companion", first: Callable[[], Screen[Any]] | None = None) -> None:
        super().__init__(companion, SHEETS)
        self._talking: set[Screen[Any]] = set()
        self.first = first or (lambda: room("today"))
        self._said: list[Say] = []  # by the conversation at hand
        self.newsbearer = Newsbearer(self)
        self._own: OwnFiles | None = None
        if companion.settings.paint == "cells":
            self.painter = Painter(erase=erases())

    def on_mount(self) -> None:
        """Begin to look at what others write and at who is there."""
        self.obey_signals()
        self._draw_once()
        self._watch_idle()
        self.call_after_refresh(self.newsbearer.begin)
        self.set_interval(LOOK_EVERY, self.beat)

    def get_default_screen(self) -> Screen[Any]:
        """The first room: no empty screen is built and drawn beneath it."""
        first = self.first()
        self._load_screen_css(first)
        return first

    def _draw_once(self) -> None:
        """Nothing is drawn before all of the first room has its size and its place."""
        self._begin_batch()
        self.call_after_refresh(self._end_batch)

    def beat(self) -> None:
        """Look whether anybody wrote something, in one go for all: nothing else wakes a program at rest."""
        self.newsbearer.look()
        for one in self.screen_stack:
            if isinstance(one, Room):
                one.look()
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Read a little of what a key may need later: an update may replace it on the disk before."""
        if self._own is None:
            from companion.tui.ownfiles import OwnFiles

            self._own = OwnFiles()
        self._own.read_some()

    def on_unmount(self) -> None:
        """What was read ahead is this app's."""
        if self._own is not None:
            self._own.close()

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Add a room's style sheet. Its rules name the room, so nothing else is parsed or styled again."""
        for file in map(Path, screen.css_path):
            if not self.stylesheet.has_source(str(file)):
                text = self._own.sheet(file) if self._own else file.read_text("utf-8")
                self.stylesheet.add_source(text, (str(file), ""))
                if screen.is_attached:
                    self.stylesheet.apply(screen)

    def _watch_idle(self) -> None:
        """Come back when somebody would have to be told, or nobody is there; a key only moves that on."""
        if self.idle is None:
            return
        guiding = [one for one in self.screen_stack if isinstance(one, Room) and one.guides]
        self.idle.in_session = bool(guiding)
        state = self.idle.look()
        if state == "over":
            self.leave_idle()
            return
        if state == "warned":
            for one in guiding:
                one.stand_still()
            self._tell_on_top(self.idle.warning())
        wait = self.idle.wait()
        self.set_timer(OFF if wait is None else max(wait, SOON), self._watch_idle)

    def _tell_on_top(self, text: str) -> None:
        """A sentence where one looks now, over a room or in a question."""
        if isinstance(self.screen, Keyed):
            self.screen.notice.tell(text, "notice")
        else:
            self.say(text, "notice")

    def stays_open(self) -> None:
        """Say so in the place of what was said."""
        self._tell_on_top(STAYS)

    def say(self, text: str, level: str = "info") -> None:
        """Say a sentence where it stays: in the room on top, under any dialog. `level` as in Say.

        What one conversation says stays together, and what was saved comes first.
        """
        self._said.append(self._joined(text, level))
        for screen in self._rooms():
            screen.tell(*self._all_said())
            return

    def has_room(self, text: str, level: str) -> bool:
        """Whether a sentence can stand beside what the conversation at hand has said, and all be read."""
        said = self._all_said(self._joined(text, level))
        return all(screen.notice.holds(*said) for screen in list(self._rooms())[:1])

    def _rooms(self) -> Iterator[Room]:
        """The room on top, and those beneath."""
        return (screen for screen in reversed(self.screen_stack) if isinstance(screen, Room))

    def _joined(self, text: str, level: str) -> "Say":
        from companion.flows.steps import Say

        return Say(f"▲ {text}" if self._said and level != "info" else text, level)

    def _all_said(self, *more: "Say") -> tuple[str, str]:
        said = [*self._said, *more]
        return " ".join(one.text for one in said), said[0].level

    async def converse(self, make_flow: "MakeFlow", *, present: "Present | None" = None) -> Any:
        """Run a flow and return its result; from a worker only."""
        from companion.tui.conversation import converse

        self._said.clear()
        try:
            return await converse(self, make_flow, present=present)
        finally:
            self._said.clear()

    def begin(
        self,
        make_flow: "MakeFlow",
        then: Callable[[Any], None] | None = None,
        *,
        present: "Present | None" = None,
    ) -> None:
        """Run a flow over the screen on top; `then` gets its result. A key pressed twice begins it once."""
        room_on_top = self.screen
        if room_on_top in self._talking:
            return
        self._talking.add(room_on_top)

        async def run() -> None:
            try:
                result = await self.converse(make_flow, present=present)
            finally:
                self._talking.discard(room_on_top)
            if then is not None:
                then(result)

        self.run_worker(run())

    @property
    def asking(self) -> bool:
        """Whether a conversation of the room on top has its next question still to show."""
        return self.screen in self._talking

    async def play(self, session: Any) -> Any:
        """Guide a session in the player's room; the answer is how it ended."""
        return await self.push_screen_wait(room("player", session))

    def open(self, name: str, *facts: Any, then: Callable[[Any], None] | None = None) -> None:
        """Open a room over this one; `then` is called when it closes. What was said here is over."""
        if isinstance(self.screen, Room) and not self.asking:
            self.screen.tell("")
        self.push_screen(room(name, *facts), then)

    def action_warning_signs(self) -> None:
        """The warning signs, from everywhere and once."""
        if not any(type(screen).__name__ == "WarningSigns" for screen in self.screen_stack):
            self.open("warnings")

    def action_help(self) -> None:
        """What this room or question shows, what one does in it, and its keys."""
        from companion.tui.dialogs.dialog import Dialog
        from companion.tui.dialogs.help import HelpDialog

        if isinstance(self.screen, Room | Dialog) and not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(self.screen))

    def action_repaint(self) -> None:
        """Write the whole screen again."""
        self.repaint()

    def action_command_palette(self) -> None:
        """Everything by name; the field says how to leave it."""
        if not CommandPalette.is_open(self):
            placeholder = "Type a word, such as weight. Esc goes back"
            self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: the keys of this room, then what works everywhere."""
        if isinstance(screen, Room):
            for key in screen.keys:
                only_here = len(key.key.split(",")) == 1 and not key.action.startswith("door(")
                if only_here and not screen.held(key.action):
                    press = screen.run_action
                    yield SystemCommand(key.word, f"Key {key.chip}", lambda a=key.action, p=press: p(a))
        yield SystemCommand("Warning signs", "When to call for help", self.action_warning_signs)
        open_doors = (one for one in DOORS.items() if not refusal(self.companion, of_door(one[1])))
        for name, door in open_doors:
            yield SystemCommand(door.about, door.word, lambda name=name: go(self, name))
        yield SystemCommand("Keys", "Every key of this screen", self.action_help)
        for theme in THEMES:
            title = f"Settings: colour theme {theme.name}"
            yield SystemCommand(title, "For now", lambda name=theme.name: self._use(name))
        yield SystemCommand("Leave", "Close the program", self.exit)

    def _use(self, theme: str) -> None:
        self.theme = theme
