"""What stands on a screen, as a person reads it: shared by the tests of the rooms."""

from typing import Any

from companion.tui.widgets.paragraphs import Paragraphs


def text(rows: list[str]) -> str:
    """The rows as one line, breaks forgotten."""
    return " ".join(" ".join(rows).split())


def cut(app: Any, widgets: str) -> list[str]:
    """Which of these widgets, and of the paragraphs, do not fit where they stand."""
    body = app.screen.query_one(".body").region
    out = [
        str(widget)
        for widget in app.screen.query(widgets)
        if widget.display and widget.region.height
        if not body.contains_region(widget.region) or widget.size.height < widget.virtual_size.height
    ]
    words = app.screen.query_one(Paragraphs)
    if len(words.fitting(*words.content_size)) > words.content_size.height:
        out.append("the words of the paragraphs")
    return out
