"""What every dialog shares: one question, its help, its keys, and errors said in place."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from companion.domain.text import show
from companion.errors import CompanionError
from companion.flows.steps import Step
from companion.tui.keyed import Keyed
from companion.tui.widgets.head import GAP, cut, whom
from companion.tui.widgets.keys import Key
from companion.tui.widgets.words import LEAD, QUIET, words, wrapped

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.tui.house import House

HOLD = 0.03  # seconds


class Back:
    """The answer of somebody who wants the question before."""


BACK = Back()


class Title(Static):
    """The question; no word of it stands alone in its last line. A `mark` stands behind all of it."""

    def __init__(self, text: Content, mark: str) -> None:
        super().__init__(text, classes="title")
        self.mark = mark

    def set(self, text: Content) -> None:
        """Show other words; the screen is laid out again only where they take more or fewer rows."""
        width = self.content_size.width
        before = len(self.lines(width))
        self.update(text, layout=False)
        if len(self.lines(width)) != before:
            self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """The words in lines of at most `width` columns, the mark beside them."""
        if not width or not isinstance(self.content, Content):
            return []
        mark = cut(show(self.mark), width // 2)
        room = width - (cell_len(mark) + GAP if mark else 0)
        *above, last = wrapped(self.content, room) or [Content()]
        gap = " " * (width - last.cell_length - cell_len(mark)) if mark else ""
        return [*above, Content.assemble(last, gap, (mark, QUIET))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """All lines."""
        return max(1, len(self.lines(width)))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self.lines(self.content_size.width))


class Dialog(Keyed[Any], ModalScreen[Any]):
    """One step of a conversation. It ends with an accepted answer or BACK."""

    style = "dialogs"
    BINDINGS: ClassVar = [("escape", "back", "Back")]
    keys: ClassVar[tuple[Key, ...]] = (Key("0", "Back", "back"),)

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.returned = False  # whether somebody came back to this question

    @property
    def companion(self) -> "Companion":
        """The app's."""
        return cast("House", self.app).companion

    def compose(self) -> ComposeResult:
        """The question, what explains it, the way to answer, the keys."""
        with Vertical(classes="panel"):
            yield Title(self.title_words(), whom(self.companion))
            if self.step.help:
                yield self.helping()
            with Vertical(classes="answer"):
                yield from self.body()
            yield from self.foot()

    def title_words(self) -> Content:
        """The question."""
        return words(self.step.title, LEAD)

    def helping(self) -> Widget:
        """Where what explains the question stands."""
        return Static(self.help_words(), classes="help")

    def help_words(self) -> Content:
        """What explains the question."""
        return words(self.step.help, QUIET)

    def body(self) -> ComposeResult:
        """The widgets to answer with."""
        yield from ()

    def send(self, answer: Any) -> None:
        """Take an answer, or say what is wrong with it and stay."""
        try:
            accepted = self.step.accept(answer)
        except CompanionError as error:
            from companion.wording.errors import sentence

            self.notice.tell(sentence(error), "notice")
            return
        self.leave(accepted)

    def action_back(self) -> None:
        """To the question before."""
        self.leave(BACK)

    def leave(self, answer: Any) -> None:
        """Close; what is beneath is not painted before the next question had its chance to open."""
        self.app.delay_update(HOLD)
        self.dismiss(answer)
