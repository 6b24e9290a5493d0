"""What the rooms with a picture of the last weeks share: words beside it, why, the list, undo."""

from collections.abc import Sequence
from itertools import groupby

from companion.tui.doors import go
from companion.tui.screens.watching import Watching
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.words import NOTICE, in_columns, words
from companion.wording import today


class CourseRoom(Watching):
    """Give it `told`, `why` and `listed` besides what every watching room has."""

    list_title = ""

    def told(self) -> list[Paragraph]:
        """The words beside the picture."""
        raise NotImplementedError

    def why(self) -> Sequence[tuple[str, str]]:
        """What is behind the level: titles and texts."""
        raise NotImplementedError

    def listed(self) -> Sequence[str]:
        """The picture as plain rows."""
        raise NotImplementedError

    def fitting(self) -> tuple[bool, bool]:
        """Whether the screen is narrow or wide: each has room for other words and other days."""
        return self.narrow, self.wide

    def draw(self) -> None:
        """The picture, and the words beside it."""
        super().draw()
        if self.standing and not self.trouble:
            self.query_one(Paragraphs).set(self.told())

    def tell(self, text: str, level: str = "info") -> None:
        """A longer sentence takes the room of what it says itself."""
        super().tell(text, level)
        self.set_class(self.notice.get_content_height_now() > 1, "-tight")
        if self.built is not None:
            self.draw()

    def leading(self, title: str, reason: str) -> list[Paragraph]:
        """The level in words and why; where rows are few the reason is not said beside the notice as well."""
        said = self.has_class("-tight") and reason in self.notice.text
        level = words(f"▲ {title}", NOTICE) if title else words("")
        return [Paragraph(level), Paragraph(words("" if said else reason))]

    def why_not(self, action: str) -> str:
        """Without data nothing can be told about it."""
        return self.trouble if action in {"why", "list"} else ""

    def action_undo(self) -> None:
        """Take back one's newest entry."""
        go(self.companion_app, "undo", lambda _: self.look())

    def action_why(self) -> None:
        """The numbers, the limits, who set them, what one can do."""
        self.companion_app.open("page", today.WHY_TITLE, self.why(), self.back)

    def action_list(self) -> None:
        """The same as plain rows, the newest first; a sentence about them stands apart."""
        listed = self.listed()
        shown = dict(zip(listed, in_columns(listed), strict=True))
        parts = [list(rows) for _, rows in groupby(listed, lambda row: ": " in row)]
        told = [("", "\n".join(shown[row] for row in part)) for part in parts]
        self.companion_app.open("page", self.list_title, told, self.back)
