"""A topic of the last weeks: its name, the one number, the picture, the words."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from companion.domain.frozen import frozen
from companion.tui.widgets.bars import Bars, Chart
from companion.tui.widgets.course import Course, Picture
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import LABEL, words


@frozen
class Shown:
    """What stands in a topic: `beside` and `short` are the lines beside the number."""

    name: str
    number: Content
    beside: Content
    short: Content
    picture: Chart | Picture | None
    legend: Content
    told: tuple[Paragraph, ...]

    @property
    def looks(self) -> str:
        """The classes by which it is dressed."""
        here = {
            "-bars": isinstance(self.picture, Chart),
            "-course": isinstance(self.picture, Picture),
            "-bare": not self.number.plain,
            "-plain": not self.legend.plain,
        }
        return " ".join(name for name, has in here.items() if has)


class Topic(Vertical):
    """Shows one topic, or another one. Dressed for the `first` before anything of it stands."""

    def __init__(self, first: Shown | None, *, id: str) -> None:
        super().__init__(id=id, classes=first.looks if first else None)

    def compose(self) -> ComposeResult:
        """The places, empty."""
        yield Told(Content(), classes="name")
        with Horizontal(classes="now"):
            yield Told(Content(), classes="number")
            yield Told(Content(), classes="beside")
        yield Course()
        yield Told(Content(), classes="legend")
        yield Bars()
        yield Paragraphs()

    def set(self, shown: Shown) -> None:
        """Show it; what did not change is not drawn again."""
        picture = shown.picture
        self.set_classes(shown.looks)
        self.query_one(".name", Told).set(words(shown.name, LABEL))
        self.query_one(".number", Told).set(shown.number)
        self.query_one(".beside", Told).set(shown.beside, shown.short)
        self.query_one(Bars).set(picture if isinstance(picture, Chart) else None)
        self.query_one(Course).set(picture if isinstance(picture, Picture) else None)
        self.query_one(".legend", Told).set(shown.legend)
        self.query_one(Paragraphs).set(shown.told)
