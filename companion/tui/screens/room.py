"""What every screen shares: where am I, the body, what was just said, the keys."""

from typing import TYPE_CHECKING, Any, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset

from companion.tui.keyed import Keyed
from companion.tui.widgets.head import Head
from companion.tui.widths import NORMAL
from companion.wording.today import DEMO

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.tui.app import CompanionApp


class Room(Keyed[Any]):
    """A full screen: give it `heading`, `keys` and a `body`."""

    heading: str = ""
    back: str = "0"  # the key that leaves; Q where 0 is an answer

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

    def compose(self) -> ComposeResult:
        """Head, body, notice, keys: the order on every screen."""
        yield Head(self.heading, *self.fact(), mark=DEMO if self.companion.demo else "")
        with Container(classes="body"):
            yield from self.inside()
        yield from self.foot()

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
        return self.query_one(".body").content_region.offset

    def tell(self, text: str, level: str = "info") -> None:
        """Say a sentence in the line above the keys."""
        self.notice.tell(text, level)

    def action_back(self) -> None:
        """Leave this screen for the one before."""
        self.dismiss()

    def watch_focused(self) -> None:
        """The hardware cursor follows the focus."""
        self.call_after_refresh(self.companion_app.place_cursor)
