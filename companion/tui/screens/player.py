"""A guided session, to be read from two metres: what to do now, how many, and what comes then."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from companion.domain.sessions import Phase, SessionView
from companion.domain.sessions_heard import still
from companion.flows import sessions_running as flows
from companion.tui import guidance
from companion.tui.guidance import OVER
from companion.tui.hearing import Hearing
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.screens.quiet import QuietLine
from companion.tui.widgets.bar import Bar
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.notice import Notice
from companion.tui.widgets.paragraphs import Paragraphs
from companion.tui.widgets.sign import Sign
from companion.wording import sessions_player as told

if TYPE_CHECKING:
    from companion.flows.conversation import MakeFlow
    from companion.services.sessions_running import RunningSession

LOOKS_A_SECOND = 4
BESIDE = 4  # columns of the head that title and fact leave free: two margins, a gap


class Player(QuietLine):
    """Guides a RunningSession and ends with its end. Nothing moves by itself but the digits and the bar."""

    guides = True
    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "Go on: start, done, end the rest", "go_on"),
        Key("enter", "The same", "go_on"),
        Key("p", "Pause, and go on", "pause"),
        Key("c", "The cues again, from the first", "cue"),
        Key("n", "Leave this exercise out", "skip"),
        Key("b", "Take that back", "unskip"),
        Key("r", "More rest", "more_rest"),
        Key("e", "Easier: help, or a helper moves you", "easier"),
        Key("a", "As planned again: take easier back", "harder"),
        Key("h", "Too hard, or it hurts", "word"),
        Key("f", "Say how tired you are", "tired"),
        Key("x", "End here", "stop"),
    )

    def __init__(self, session: "RunningSession") -> None:
        super().__init__()
        self.session = session
        self.heading = session.title
        self.view = session.view()
        self.guide = guidance.Guide(session, session.stop_signal)
        self.hearing = Hearing(self, self.guide.waits_for_signal)
        self.talking = self.closing = False
        self.said_phase = (self.view.under, self.view.index)

    # What is shown

    def fact(self) -> tuple[str, str]:
        """How far it is; shorter beside a long name."""
        step = told.step(self.view)
        room = self.app.size.width - cell_len(self.heading) - BESIDE
        return told.progress(self.view), step if cell_len(step) <= room else told.short_step(self.view)

    def body(self) -> ComposeResult:
        """The sign, the words, the bar."""
        yield Sign()
        yield Paragraphs()
        with Horizontal(id="time"):
            yield Bar()
            yield Static("", id="left", markup=False)

    def bar(self) -> tuple[Key, ...]:
        """The keys that this phase is about."""
        return (*guidance.keys(self.view, unsaved=bool(self.troubled)), WARNING_SIGNS)

    def on_mount(self) -> None:
        """Look at the clock four times a second; what did not change is not drawn."""
        self.show(self.view)
        self.set_interval(1 / LOOKS_A_SECOND, self.tick)

    def tick(self) -> None:
        """Let time pass, unless somebody is asked something."""
        if self.on_top and not self.talking:
            self.show(self.session.view(), by_itself=True)

    def show(self, view: SessionView, *, by_itself: bool = False) -> None:
        """Everything that differs from what stands there; what time brought `by_itself` is heard as well."""
        if guidance.left_elsewhere(self):
            return
        if self.guide.waits_for_signal(view) and view.seconds_left is not None:
            view = self.session.hold()
        self.hearing.look(self.view, view, by_itself=by_itself)
        self.view = view
        counted = still(view) if self.companion.settings.still else view
        sign = self.guide.sign(counted, narrow=self.narrow)
        self.query_one(Sign).set(sign.word, sign.number, sign.unit, room=sign.room, large=sign.large)
        self.query_one(Paragraphs).set(self.guide.paragraphs(view, narrow=self.narrow))
        self.query_one(Bar).set(self.guide.share(counted))
        label = self.query_one("#left", Static)
        label.display = bool(text := self.guide.beside_bar(counted))
        if str(label.content) != text:
            label.update(Content(text), layout=False)
        fact, short = self.fact()
        self.head.set(fact=fact, short=short)
        self.show_keys()
        self.clear_notice()
        self.show_trouble()
        if not self.talking and not self.closing:
            self.ask()

    def show_keys(self) -> None:
        """Other keys for another phase."""
        self.query_one(Keys).set(self.bar())

    def why_not(self, action: str) -> str:
        """Why a key does nothing now."""
        return told.why_not(self.view, action)

    # What the keys do

    def action_go_on(self) -> None:
        """Start, done, or end of the rest; at the very end, leave."""
        if self.view.phase in OVER:
            self.leave()
            return
        self.guide.agreed(self.view)
        self.show(self.session.go_on())

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        if self.view.phase is Phase.PAUSED:
            self.guide.agreed(self.view)
        self.show(self.session.pause())

    def action_cue(self) -> None:
        """The cues from the first, one further with each press."""
        self.guide.again(self.view)
        self.show(self.session.view())

    def action_skip(self) -> None:
        """Leave this exercise out."""
        part = self.view.part
        self.show(self.session.skip())
        if part is not None and self.view.phase not in OVER:
            self.tell(told.skipped(self.session.exercise(part.exercise)))

    def action_unskip(self) -> None:
        """Take the last skip back."""
        self.show(self.session.unskip())

    def action_more_rest(self) -> None:
        """A longer rest; between rests, the one that comes."""
        before = self.view.asked_s
        self.show(self.session.more_rest())
        if said := told.more_rest(self.view, self.view.asked_s - before):
            self.tell(said)

    def action_easier(self) -> None:
        """One mode gentler."""
        before = self.view
        self.show(self.session.easier())
        self.tell(told.eased(before, self.view))

    def action_harder(self) -> None:
        """Take the last easier back."""
        before = self.view
        self.show(self.session.harder())
        self.tell(told.eased(before, self.view))

    def action_word(self) -> None:
        """A word about this exercise, in a rest about the one before it."""
        self.talk(self.word)

    def action_tired(self) -> None:
        """How tired, and what the answer offers."""
        self.talk(self.check_in)

    def action_stop(self) -> None:
        """End here, and why."""
        if self.view.phase in OVER:
            self.dismiss(self.session.ended)
        else:
            self.talk(self.stop)

    def stand_still(self) -> None:
        """The clock waits, and is saved so."""
        self.session.hold()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one: nobody is guided meanwhile."""
        if self.session.view().seconds_left is not None:
            self.session.hold()

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        if self.is_mounted and not self.talking:
            self.show(self.session.view())

    # Conversations

    def ask(self) -> None:
        """What a phase asks by itself: how tired halfway, and at the end."""
        if self.view.phase in OVER:
            self.talk(self.end)
        elif self.session.waiting is not None:
            self.talk(self.settle)
        elif self.view.phase is Phase.ASK:
            self.talk(self.check_in)

    def talk(self, about: "guidance.Talk") -> None:
        """Ask; until it is answered nothing else is asked."""
        self.talking = True
        self.run_worker(self._talk(about), group="talk")

    async def _talk(self, about: "guidance.Talk") -> None:
        await about()
        self.talking = False
        if self.is_current:
            self.show(self.session.view())

    async def converse(self, flow: "MakeFlow") -> object:
        """Run one of the session's flows."""
        return await self.companion_app.converse(flow)

    async def check_in(self) -> None:
        """How tired; who leaves the question has not answered it."""
        companion = self.companion
        if await self.converse(lambda: flows.check_in(companion, self.session)) is None:
            flows.leave(self.session)

    async def word(self) -> None:
        """Too hard, pain, or that it goes well again; who leaves the question says nothing."""
        companion = self.companion
        await self.converse(lambda: flows.note_step(companion, self.session))

    async def settle(self) -> None:
        """What the rating offers; who leaves the question goes on as before, where that is offered."""
        companion = self.companion
        if await self.converse(lambda: flows.settle(companion, self.session)) is None:
            flows.leave(self.session)

    async def stop(self) -> None:
        """Why; dizzy or short of breath opens the warning signs."""
        companion = self.companion
        if await self.converse(lambda: flows.stop_session(companion, self.session)) == flows.UNWELL:
            from companion.tui.app import room

            await self.app.push_screen_wait(room("warnings"))

    async def end(self) -> None:
        """How tired now; then this room closes, once everything is saved."""
        self.closing = True
        await self.converse(lambda: flows.end_session(self.companion, self.session))
        self.leave()

    def leave(self) -> None:
        """Close with the end, and say what was saved in the room below; stay while something is not saved."""
        if self.session.save():
            notice = self.query_one(Notice)
            self.dismiss(self.session.ended)
            self.app.call_later(self.companion_app.say, notice.text, notice.level)
        else:
            self.show(self.session.view())
