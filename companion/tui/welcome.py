"""The first start in the full screen: the questions come over Today, and by themselves only once."""

from typing import TYPE_CHECKING

from companion.errors import CompanionError

if TYPE_CHECKING:
    from companion.tui.app import CompanionApp


def greet(app: "CompanionApp") -> None:
    """Ask what is asked at the first start; answered or left, it is over. Who leaves is told the way back."""
    from companion.flows.welcome import first_run

    app.begin(lambda: first_run(app.companion), lambda result: over(app, left=result is None))


def not_begun(app: "CompanionApp") -> None:
    """Somebody let in is told that nothing is written down yet, and who begins."""
    from companion.wording import welcome

    app.say(welcome.at_home(app.companion.people.person().name))


def kept(app: "CompanionApp") -> None:
    """Somebody whose line may have dropped is told what they wrote last, where that was just now."""
    from companion.flows.history import kept_last

    if said := kept_last(app.companion):
        app.say(said)


def over(app: "CompanionApp", *, left: bool = False) -> None:
    """Keep that it was asked, and show the day as it is now."""
    from companion.tui.screens.today import Today
    from companion.wording import welcome
    from companion.wording.errors import sentence

    try:
        app.companion.welcome.over()
    except CompanionError as error:
        app.say(sentence(error), "warning")
    else:
        if left:
            app.say(welcome.LEFT)
    if isinstance(app.screen, Today):
        app.screen.look()
