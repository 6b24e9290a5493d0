"""Paragraphs that fit the rows they have."""

from textual.content import Content

from companion.tui.widgets.paragraphs import shortened


def test_a_paragraph_that_gives_way_ends_in_an_ellipsis_and_keeps_its_style() -> None:
    lines = Content.styled("one two three, four five six", "bold").wrap(14)
    told = shortened(lines, 1, 14)
    assert [line.plain for line in told] == ["one two three…"]
    assert [line.plain for line in shortened(lines, -3, 10)] == ["one two t…"]
    assert told[0].spans[0].style == "bold"
