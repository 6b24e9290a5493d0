"""Moving: a session broken off first, then one to choose."""

from typing import TYPE_CHECKING

from companion.flows.doors import DOORS
from companion.flows.levels import Into, Talk
from companion.flows.menus.doors import doors
from companion.flows.sessions import resume_session, start_session
from companion.flows.steps import Menu, Option
from companion.wording import sessions

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.sessions_broken import Unfinished


def move(unfinished: "Unfinished | None") -> Into | Talk:
    """The way to a session: straight to the choice, unless one was broken off."""
    return Into(menu) if unfinished else Talk(start_session)


def menu(companion: "Companion") -> Menu:
    """Go on with what was broken off, or begin another."""
    found = companion.sessions.unfinished()
    begin = Option(Talk(start_session), "Another session" if found else "Choose a session")
    options = [begin, *doors(companion, "session")]
    if found is not None:
        options.insert(0, Option(Talk(resume_session), sessions.go_on(found), found.started.title))
    return Menu(id="sessions", title=DOORS["move"].word, options=tuple(options))
