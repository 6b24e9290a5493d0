"""A step of every kind: shared by the tests of dialogs."""

from collections.abc import Callable

from companion.flows.steps import Choose, Confirm, Number, Option, Text
from companion.tui.app import CompanionApp

MakeApp = Callable[..., CompanionApp]
THREE = Choose(id="c", title="Which", options=tuple(Option(n, f"Thing {n}") for n in "abc"), default="b")
MANY = Choose(id="m", title="Which", options=tuple(Option(n, f"Thing {n}") for n in range(20)))
RATING = Choose(
    id="r", title="How tired", options=tuple(Option(n, f"Words {n}") for n in range(11)), default=4
)
NUMBER = Number(id="n", title="Weight", low=20, high=250, unit="kg", default=56.8)
TEXT = Text(id="t", title="Note", help="Kept with the meal")
NOTE = Text(id="t", title="Note", optional=True)
SURE = Confirm(id="s", title="Sure")
