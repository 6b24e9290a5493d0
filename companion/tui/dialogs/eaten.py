"""How much of a dish was eaten: five shares of a plate with their energy; M asks for more."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, ClassVar

from textual.content import Content

from companion.flows.meals import MORE
from companion.flows.steps import Choose
from companion.tui.dialogs.choose import ChooseDialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row
from companion.tui.widgets.words import LEAD, words

QUARTERS = 4


class EatenDialog(ChooseDialog):
    """The usual dish is Enter, Enter: all of it is under the cursor."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("1,2,3,4,5", "Save", "digit", label="1 to 5"),
        Key("m", "Minutes, coughs", "more", "Minutes"),
        Key("0", "Back", "back"),
    )

    def __init__(self, step: Choose, dish: str) -> None:
        super().__init__(step)
        self.dish = dish

    def title_words(self) -> Content:
        """The question, and of what."""
        return Content("\n").join([words(self.step.title, LEAD), words(self.dish)])

    def rows(self) -> list[Row]:
        """The shares; everything that is not one is left to M."""
        shares = [option for option in self.step.options if isinstance(option.value, float)]
        wide = max(len(share.detail) for share in shares)
        return [
            Row(str(n), share.label, f"{plate(share.value)}  {share.detail.rjust(wide)}")
            for n, share in enumerate(shares, 1)
        ]

    def fit(self) -> None:
        """Five rows are always in view."""

    def bar(self) -> tuple[Key, ...]:
        """The keys as they are."""
        save, more, back = self.keys
        last = self.step.options[-1]
        if last.value != MORE:
            save, more = replace(save, word="Choose"), replace(more, word=last.label, short="Other")
        return save, more, back, WARNING_SIGNS

    def action_more(self) -> None:
        """Another share, minutes and coughs."""
        self.send(self.step.options[-1].value)


def asked_of(dish: str) -> Callable[[Any, Any], Awaitable[Any]]:
    """The way to present the question how much of a dish was eaten, for `converse`."""

    async def ask(app: Any, step: Any) -> Any:
        return await app.push_screen_wait(EatenDialog(step, dish))

    return ask


def plate(share: float) -> str:
    """Quarters of a plate: ███▁."""
    full = round(share * QUARTERS)
    return "█" * full + "▁" * (QUARTERS - full)
