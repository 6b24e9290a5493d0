"""Warning signs: whom to call and when. Static text, the emergencies first, always."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.flows import warnings
from companion.flows.roles import ARRANGE
from companion.tui.screens.page import BULLET, Reading
from companion.tui.widgets.big import Big
from companion.tui.widgets.font import GLYPHS, blocks
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.words import LEAD, QUIET, chip, words

DIGITS = dict(zip("123", warnings.GROUPS, strict=True))
BESIDE = 24  # columns for the number beside the word at 40 columns


class WarningSigns(Reading):
    """Opens on the emergencies; 0 goes back to exactly where one was."""

    heading = "Warning signs"
    keys: ClassVar[tuple[Key, ...]] = (
        *(Key(digit, warnings.GROUPS[name], f"group({digit!r})") for digit, name in DIGITS.items()),
        Key("space", "More", "more"),
        Key("0", "Back", "back"),
        Key("q", "Back", "leave", shown=False),
        Key("n", "Write the emergency number down", "number", shown=False, needs=ARRANGE),
    )

    def __init__(self) -> None:
        super().__init__()
        self.group = DIGITS["1"]

    def overhear(self, text: str, level: str) -> bool:  # noqa: ARG002
        """Nobody who needs these is told anything else."""
        return False

    def printed(self) -> tuple[Key, ...]:
        """Only its own keys: one is here already."""
        return tuple(key for key in self.keys if key.shown or key.action == "leave")

    def body(self) -> ComposeResult:
        """The number to call, then the signs."""
        with Horizontal(id="call"):
            with Vertical(id="who"):
                yield Static(words("EMERGENCY", LEAD))
                yield Static(words("Call now", LEAD))
            yield called(warnings.number(self.companion))
        yield Static(id="head", classes="lead")
        yield Pages(self.pieces())

    def pieces(self) -> list[Piece]:
        """The signs of this group, then what to say and to prepare."""
        own, after = warnings.group(self.companion, self.group)
        return [
            *[Piece(words(sign), BULLET) for sign in own],
            *[Piece(words(text, QUIET), gap=True) for text in after],
        ]

    def action_number(self) -> None:
        """Write the emergency number down; the room shows it at once."""
        from companion.flows.people import set_person

        app = self.companion_app
        flow = partial(set_person, app.companion, key="emergency-number")
        app.begin(flow, self.renew)

    def renew(self, _: object) -> None:
        """Show the number as it is now."""
        call = self.query_one("#call")
        call.children[-1].remove()
        call.mount(called(warnings.number(self.companion)))

    def action_group(self, number: str) -> None:
        """One of the three groups, from its first page."""
        self.group = DIGITS[number]
        urgent = number == "1"
        self.set_class(not urgent, "-calm")
        head = "" if urgent else warnings.text(self.companion, f"{self.group}.head")
        self.query_one("#head", Static).update(words(head, LEAD))
        self.query_one(Pages).set(self.pieces())

    def fact(self) -> tuple[str, str]:
        """What to do before reading stands there from the first frame."""
        return self.which(""), ""

    def which(self, page: str) -> str:
        """Before the page, what to do before reading."""
        brief = warnings.text(self.companion, "brief") if self.group == DIGITS["1"] else ""
        return "   ".join(part for part in (brief, page) if part)


def called(number: str) -> Widget:
    """The number, in block letters where they can write it; without one, what to call, and a key."""
    if number and fits(number):
        return Big(number)
    unknown = Content("\n").join(
        [words("your local emergency number", LEAD), Content.assemble(chip("N"), " Write it down")]
    )
    return Static(words(number, LEAD) if number else unknown, classes="number")


def fits(number: str) -> bool:
    """Whether a number can be written in block letters, beside the word, at 40 columns."""
    return all(char in GLYPHS for char in number) and len(blocks(number, 1)[0]) <= BESIDE
