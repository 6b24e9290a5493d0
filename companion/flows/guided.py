"""A session as steps: for a face that shows one thing at a time and tells what comes."""

from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.sessions import Phase, SessionView
from companion.domain.sessions_heard import BELLS, OVER, WORKING, due, wait
from companion.errors import CompanionError
from companion.flows import guided_choices as choices
from companion.flows import sessions_running as flows
from companion.flows.conversation import Conversation
from companion.flows.guided_commands import COMMANDS
from companion.flows.levels import Cue
from companion.flows.menus.warnings import signs
from companion.flows.steps import AnyStep, Choose, Flow, Read, Say
from companion.wording import sessions
from companion.wording import sessions_player as told
from companion.wording import sessions_spoken as spoken
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.entries import SessionEnded, SessionTaken
    from companion.services.companion import Companion
    from companion.services.sessions_running import RunningSession

AT_WORK = (Phase.READY, *WORKING)
TALKS: "dict[str, Callable[[Companion, RunningSession], Flow]]" = {
    choices.TIRED: flows.check_in,
    choices.WORD: flows.note_step,
    choices.END: flows.stop_session,
}


class Guided:
    """Guides a session; nothing begins before the person says so, and going back never leaves it.

    `due` follows the clock of the companion: deadlines, not counted ticks.
    """

    def __init__(self, companion: "Companion", session: "RunningSession") -> None:
        self._companion, self._session = companion, session
        self._ended, self.result = False, None
        self._said: list[Say | Read] = []
        self._cues: list[Cue] = []
        self._talk: Conversation | None = None
        self._agreed = self._closing = self._staying = False
        self._troubled = ""
        session.wait_for_go()
        self._view = session.view()
        self._shown: Choose | None = None
        self._settle()

    result: Any
    guides = True

    @property
    def done(self) -> bool:
        """Whether it is over, and all of it was heard."""
        return self._ended and not self._said

    @property
    def step(self) -> AnyStep:
        """What to hear, to answer, or to do now."""
        if self._said:
            return self._said[0]
        if self._talk is not None:
            return self._talk.step
        assert self._shown is not None
        return self._shown

    def answer(self, value: Any) -> None:
        """What was said was heard, a question answered, or something is to be done."""
        if self._said:
            self._said.pop(0)
        elif self._talk is not None:
            self._try(partial(self._talk.answer, value))
        elif self._shown is not None:
            chosen = self._shown.accept(value)
            before = self._view
            self._look(ends_only=True)
            # A command means what was shown when it was given, and nothing that came meanwhile.
            if not self._ended and (chosen not in COMMANDS or choices.same(before, self._view)):
                self._take(chosen)
        self._settle()

    def back(self) -> bool:
        """To the question before, or to the session; never out of it."""
        if self._said:
            self._said.pop(0)
        elif self._talk is not None:
            self._try(self._back_in_talk)
        elif self._view.under not in OVER:
            self._staying = not self._staying
            if self._staying:
                self._hold()
        self._settle()
        return True

    def due(self) -> list[Cue]:
        """What became due since; the step may be another now."""
        if self._talk is not None and not self._said:
            self._look()  # a rest ends on time while something is asked
        elif not self._said and not self._ended:
            before, trouble = self._view, self._troubled
            self._look()
            self._tell_trouble()
            if not choices.same(before, self._view) or trouble != self._troubled:
                self._settle()
        cues, self._cues = self._cues, []
        return cues

    def wait(self) -> float | None:
        """Seconds until something may be due; None while it waits for the person."""
        if self._cues:
            return 0.0
        if self._said or self._ended:
            return None
        view = self._session.view()
        return wait(view) if self._session.left_to is None else 0.0

    def hold(self) -> None:
        """Stop the clock of a movement, after what time has done until now."""
        self._look(ends_only=True)
        self._hold()
        self._settle()

    # Looking

    def _look(self, *, ends_only: bool = False) -> None:
        """What time has done; after an answer only what has come to its end is said."""
        before, self._view = self._view, self._session.view()
        if self._session.left_to is not None:
            self._leave_it(self._session.left_to)
            return
        found = due(before, self._view)
        if found and (not ends_only or found.kind in BELLS):
            rings = BELLS.get(found.kind, 0) if self._companion.settings.bell else 0
            self._cues.append(Cue(spoken.cue(found, self._view.reps), rings))

    def _leave_it(self, elsewhere: "SessionTaken | SessionEnded") -> None:
        """Somebody goes on with it elsewhere: here it is over, and that is said."""
        if not self._ended:
            self._ended, self._talk = True, None
            me = self._companion.actor.name
            self._said.append(Say(sessions.left_to(elsewhere, me), "notice"))

    def _tell_trouble(self) -> None:
        """Say once what could not be saved, and once that it is saved."""
        trouble = sentence(self._session.trouble) if self._session.trouble else ""
        if trouble != self._troubled:
            self._said.append(Say(trouble, "notice") if trouble else Say(told.SAVED_AGAIN))
            self._troubled = trouble

    def _settle(self) -> None:
        """Out of a conversation that is over, into one that is asked for, else to what is to be done now."""
        while not self._ended:
            if self._talk is not None and not self._talk.done:
                return
            if self._talk is not None:
                self._end_talk(self._talk)
            self._look(ends_only=True)
            if self._ended:
                return
            self._tell_trouble()
            if not self._asks_by_itself():
                self._show()
                return

    def _asks_by_itself(self) -> bool:
        """Whether the session has a question: how tired, what the answer offers, or how tired at the end."""
        companion, session = self._companion, self._session
        if self._view.under in OVER:
            if self._closing:
                return self._leave()
            self._closing = True
            self._begin(partial(flows.end_session, companion, session))
        elif session.waiting is not None:
            self._begin(partial(flows.settle, companion, session))
        elif self._view.under is Phase.ASK:
            self._begin(partial(flows.check_in, companion, session))
        else:
            return False
        return True

    def _show(self) -> None:
        """What is to be done now, in words that stay until something else is."""
        if self._view.under in OVER:
            self._shown = choices.unsaved(self._troubled)
        elif self._waits_for_signal():
            if self._view.seconds_left is not None:
                self._view = self._session.hold()
            self._shown = choices.signal(self._view, self._session)
        elif self._staying:
            self._shown = choices.staying()
        else:
            self._shown = choices.now(self._view, self._session)

    def _waits_for_signal(self) -> bool:
        part = self._view.part
        passive = part is not None and part.mode == "passive"
        return passive and not self._agreed and self._view.under in AT_WORK

    # Doing

    def _take(self, chosen: str) -> None:
        """Do what was chosen."""
        before, session = self._view, self._session
        self._staying = False
        if chosen in TALKS:
            self._begin(partial(TALKS[chosen], self._companion, session))
        elif chosen in COMMANDS:
            self._tell(COMMANDS[chosen](session, before))
        elif chosen == choices.HOW and before.part:
            self._hold()
            exercise = session.exercise(before.part.exercise)
            self._said.append(Read(exercise.name, spoken.how(before.part, exercise)))
        elif chosen == choices.SIGNS:
            self._hold()
            self._said.append(signs(self._companion))
        self._agreed = self._agreed or chosen == choices.AGREED
        self._ended = self._ended or chosen == choices.LEAVE
        self._moved(before)

    def _moved(self, before: SessionView) -> None:
        """A command is no news: nothing is said of what it did but the end of the session."""
        self._view = before
        now = self._session.view()
        if now.under not in OVER:
            self._view = now

    def _hold(self) -> None:
        """Nobody moves by the clock while something else is heard or asked; a rest goes on."""
        if self._view.phase in WORKING and self._view.seconds_left is not None:
            self._view = self._session.hold()

    def _tell(self, text: str) -> None:
        if text:
            self._said.append(Say(text))

    # Conversations

    def _begin(self, make_flow: "Callable[[], Flow]") -> None:
        self._hold()
        self._try(lambda: setattr(self, "_talk", Conversation(make_flow)))

    def _back_in_talk(self) -> None:
        talk = self._talk
        if talk is None:
            return
        if isinstance(talk.step, Say | Read):
            talk.answer(None)
        elif not talk.back():
            self._leave_talk()

    def _leave_talk(self) -> None:
        self._talk = None
        flows.leave(self._session)

    def _end_talk(self, talk: Conversation) -> None:
        """What a conversation came to; dizzy or short of breath leads to the warning signs."""
        self._talk = None
        if talk.result == flows.UNWELL:
            self._said.append(signs(self._companion))

    def _try(self, do: "Callable[[], object]") -> None:
        """Do it; what cannot be done is said and the question left. One never asked is not asked again."""
        try:
            do()
        except CompanionError as error:
            self._tell(sentence(error))
            if self._talk is None:
                self._session.answered()
            else:
                self._leave_talk()

    def _leave(self) -> bool:
        """Close with the end, once everything is saved."""
        if self._session.save():
            self._ended, self.result = True, self._session.ended
            self._tell_trouble()
        else:
            self._troubled = sentence(self._session.trouble) if self._session.trouble else ""
        return False
