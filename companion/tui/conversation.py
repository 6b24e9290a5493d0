"""Runs a flow in the full screen: a dialog for each step, or the screen's own way to present it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from companion.errors import CompanionError
from companion.flows.conversation import Conversation, MakeFlow
from companion.flows.roles import begun
from companion.flows.steps import Choose, Confirm, Number, Read, RunSession, Say, Step, Text, Timer
from companion.tui.dialogs.dialog import BACK, Dialog

if TYPE_CHECKING:
    from companion.tui.app import CompanionApp

Present = Mapping[str, Callable[["CompanionApp", Any], Awaitable[Any]]]


async def converse(app: "CompanionApp", make_flow: MakeFlow, *, present: Present | None = None) -> Any:
    """What the flow returns; None when somebody left at its first step or the flow could not go on.

    `present` gives steps by id to a screen's own way of asking: an async function of app and step
    that returns an answer or BACK. Runs in a worker, since dialogs are waited for.
    """
    try:
        talk, answer = Conversation(partial(begun, app.companion, make_flow)), None
        while not talk.done:
            answer = await _present(app, talk, present or {}, returned=answer is BACK)
            if answer is not BACK:
                talk.answer(answer)
            elif not talk.back():
                return None
    except CompanionError as error:
        from companion.wording.errors import sentence

        app.say(sentence(error), "warning")
        return None
    return talk.result


async def _present(app: "CompanionApp", talk: Conversation, present: Present, *, returned: bool) -> Any:
    step = talk.step
    if isinstance(step, RunSession):
        return await app.play(step.session)
    if isinstance(step, Say):
        return await _say(app, step)
    if isinstance(step, Read):
        from companion.tui.app import room

        return await app.push_screen_wait(room("page", step.title, step.texts))
    if step.id in present:
        return await present[step.id](app, step)
    dialog = dialog_for(step)
    if isinstance(dialog, Dialog):
        dialog.returned = returned
    return await app.push_screen_wait(dialog)


async def _say(app: "CompanionApp", step: Say) -> None:
    if step.level == "signs":
        from companion.tui.app import room

        app.say(step.text, "notice")
        await app.push_screen_wait(room("warnings"))
    elif step.level == "warning":
        from companion.tui.dialogs.say import SayDialog

        await app.push_screen_wait(SayDialog(step))
    elif not app.has_room(step.text, step.level):
        from companion.tui.app import room
        from companion.wording.remarks import TO_READ

        await app.push_screen_wait(room("page", TO_READ, [("", step.text)]))
    else:
        app.say(step.text, step.level)


def dialog_for(step: Step) -> Screen[Any]:
    """The dialog for a kind of step; choosing a session has a room of its own."""
    from companion.flows.sessions import ChooseSession
    from companion.tui.dialogs.choose import ChooseDialog
    from companion.tui.dialogs.confirm import ConfirmDialog
    from companion.tui.dialogs.number import NumberDialog
    from companion.tui.dialogs.rating import RatingDialog
    from companion.tui.dialogs.text import TextDialog

    match step:
        case ChooseSession():
            from companion.tui.screens.sessions import Sessions

            return Sessions(step)
        case Choose():
            return RatingDialog(step) if step.is_rating else ChooseDialog(step)
        case Number():
            return NumberDialog(step)
        case Text():
            return TextDialog(step)
        case Confirm():
            return ConfirmDialog(step)
        case Timer():
            from companion.tui.dialogs.timer import TimerDialog

            return TimerDialog(step)
    raise TypeError(f"no dialog for {type(step).__name__}")
