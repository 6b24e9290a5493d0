"""What every screen shares: where am I, the body, what was just said, the keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset

from companion.flows.doors import DOORS
from companion.flows.roles import SEE, Verbs, of_door, refusal
from companion.tui.keyed import Keyed
from companion.tui.widgets.head import Head, whom
from companion.tui.widgets.keys import Key
from companion.tui.widths import NORMAL

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.tui.app import CompanionApp


class Room(Keyed[Any]):
    """A full screen: give it `heading`, `keys` and a `body`."""

    heading: str = ""
    back: str = "0"  # the key that leaves; Q where 0 is an answer
    guides = False  # whether a session runs here, in which nobody is expected to press keys

    @property
    def companion_app(self) -> "CompanionApp":
        """The app, with its own type."""
        return cast("CompanionApp", self.app)

    @property
    def companion(self) -> "Companion":
        """The services behind the screens."""
        return self.companion_app.companion

    @property
    def narrow(self) -> bool:
        """Whether this is a narrow screen."""
        return self.app.size.width < NORMAL

    def stand_still(self) -> None:
        """Nobody is there: hold what runs."""

    def compose(self) -> ComposeResult:
        """Head, body, notice, keys: the order on every screen."""
        yield Head(self.heading, *self.fact(), mark=self.whom())
        with Container(classes="body"):
            yield from self.inside()
        yield from self.foot()

    def whom(self) -> str:
        """What stands in the head before the fact."""
        return whom(self.companion)

    def inside(self) -> ComposeResult:
        """What stands between head and notice."""
        yield from self.body()

    def body(self) -> ComposeResult:
        """The widgets of this screen."""
        yield from ()

    def fact(self) -> tuple[str, str]:
        """The head's fact, and a shorter one for narrow screens."""
        return "", ""

    @property
    def head(self) -> Head:
        """The head, to change its fact."""
        return self.query_one(Head)

    @property
    def cursor_home(self) -> Offset:
        """Where the hardware cursor stands when nothing has the focus: the first word of the body."""
        return next((body.content_region.offset for body in self.query(".body")), Offset())

    def held(self, action: str) -> str:
        """Why a key is out of use: whoever acts may not do that, or nobody can now."""
        return refusal(self.companion, self.needs(action)) or self.why_not(action)

    def granted(self, keys: Sequence[Key]) -> Sequence[Key]:
        """Without those that the role of whoever acts does not include: pressed, they say who can."""
        return [key for key in keys if not refusal(self.companion, self.needs(key.action))]

    def needs(self, action: str) -> Verbs:
        """What a role must include for an action of this room: one of these."""
        if action.startswith("door("):
            return of_door(DOORS[action[len("door(") : -1].strip("'")])
        return next((key.needs for key in self.keys if key.action == action), SEE)

    def tell(self, text: str, level: str = "info") -> None:
        """Say a sentence in the line above the keys."""
        self.notice.tell(text, level)

    def look(self) -> None:
        """Look whether anybody wrote something that is shown here."""

    def overhear(self, text: str, level: str) -> bool:
        """Say what somebody else wrote; False where it has to wait."""
        self.tell(text, level)
        return True

    def action_back(self) -> None:
        """Leave this screen for the one before."""
        self.dismiss()

    def watch_focused(self) -> None:
        """The hardware cursor follows the focus."""
        self.call_after_refresh(self.companion_app.place_cursor)
