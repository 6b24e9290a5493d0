"""What the player shows at one moment of a session: the sign, the words, the bar, the keys."""

from collections.abc import Awaitable, Callable, Iterator
from math import ceil
from typing import TYPE_CHECKING

from textual.content import Content

from companion.domain.entries import Part
from companion.domain.exercises import Exercise
from companion.domain.frozen import frozen
from companion.domain.sessions import Phase, SessionView
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph
from companion.tui.widgets.words import LABEL, LEAD, QUIET, words
from companion.wording import sessions_player as told

if TYPE_CHECKING:
    from companion.services.sessions_running import RunningSession
    from companion.tui.screens.player import Player

Talk = Callable[[], Awaitable[None]]
AT_WORK = (Phase.READY, Phase.MOVE, Phase.HOLD)
TENTHS = 10
OVER = (Phase.DONE, Phase.STOPPED)
TIRED, STOP, EASIER = Key("f", "Tired", "tired"), Key("x", "Stop", "stop"), Key("e", "Easier", "easier")
PAUSE, MORE_REST = Key("p", "Pause", "pause"), Key("r", "More rest", "more_rest")
WORD = Key("h", "Hurts", "word")
SPACE = {Phase.READY: "Start", Phase.REST: "Start now", Phase.PAUSED: "Go on"}


@frozen
class Signed:
    """What the sign says; `room` is the widest number of this stage, `large` where the number is all."""

    word: str
    number: str = ""
    unit: str = ""
    room: str = ""
    large: bool = False


def left_elsewhere(player: "Player") -> bool:
    """Whether somebody goes on with it elsewhere: then the player closes, and the room below says so."""
    elsewhere = player.session.left_to
    if elsewhere is None:
        return False
    if player.on_top and not player.talking:
        from companion.wording.sessions import left_to

        player.dismiss(None)
        said = left_to(elsewhere, player.companion.actor.name)
        player.app.call_later(player.companion_app.say, said, "notice")
    return True


def keys(view: SessionView, *, unsaved: bool) -> tuple[Key, ...]:
    """The keys of a phase, most wanted first."""
    if view.phase in OVER:
        return (Key("space", "Save again" if unsaved else "Leave", "go_on"), Key("x", "Leave", "stop"))
    space = Key("space", SPACE.get(view.phase, "Done"), "go_on")
    if view.phase is Phase.REST:
        return (space, MORE_REST, TIRED, STOP)
    if view.phase is Phase.PAUSED:
        return (space, EASIER, WORD, TIRED, STOP)
    return (space, PAUSE, EASIER, TIRED, STOP)


class Guide:
    """Turns views of one session into what stands on the screen; remembers the cue and the stop signal."""

    def __init__(self, session: "RunningSession", stop_signal: str) -> None:
        self.session = session
        self.stop_signal = stop_signal
        self.signal_agreed = False
        self._again: tuple[tuple[int, int], int] | None = None

    # The stop signal is agreed before a helper moves anything

    def waits_for_signal(self, view: SessionView) -> bool:
        """Whether a helper is about to move somebody and no stop signal was agreed yet."""
        passive = view.part is not None and view.part.mode == "passive"
        return passive and not self.signal_agreed and view.under in AT_WORK

    def agreed(self, view: SessionView) -> None:
        """Go on was pressed; if the stop signal was on the screen, it is agreed."""
        self.signal_agreed = self.signal_agreed or self.waits_for_signal(view)

    # The sign and the bar

    def sign(self, view: SessionView, *, narrow: bool) -> Signed:
        """The phase in one word, and the number that matters in it."""
        kind = self.session.exercise(view.part.exercise).category if view.part else ""
        word, left = told.word(view, kind, narrow=narrow), view.seconds_left
        if view.phase is Phase.MOVE and told.one_bout(view):
            number, total = told.countdown(left or 0), told.countdown(view.seconds_total or 0)
            return Signed(word, number, room=total, large=True)
        if view.phase is Phase.MOVE:
            holds = view.part is not None and view.part.hold_s > 0 and not narrow
            unit = told.of_reps(view).ljust(len(told.SECONDS) if holds else 0)
            return Signed(word, str(view.rep or view.reps), unit, room=_room(view))
        if left is None or view.phase not in (*AT_WORK, Phase.REST):
            return Signed(word)
        number, total = told.countdown(left), told.countdown(view.seconds_total or 0)
        if view.phase is Phase.REST:
            return Signed(word, number, room=total, large=True)
        unit = told.seconds_unit(left, narrow=narrow).ljust(len(told.of_reps(view)))
        return Signed(word, number, unit, room=_room(view) if view.phase is Phase.HOLD else total)

    def share(self, view: SessionView) -> float:
        """How much of the countdown is left, in tenths: the bar is calm; nothing while it waits."""
        total = view.seconds_total or 0
        return ceil(TENTHS * (view.seconds_left or 0) / total) / TENTHS if total else 0.0

    def beside_bar(self, view: SessionView) -> str:
        """What the bar shows, where the sign does not say it; or what it waits for."""
        if view.phase in OVER or view.phase is Phase.ASK:
            return ""
        if view.phase is Phase.PAUSED:
            return told.SPACE_GOES_ON
        if view.seconds_left is None:
            return told.SPACE_BEGINS if view.phase is Phase.READY else told.SPACE_DONE
        if view.phase is Phase.MOVE and told.one_bout(view):
            return ""
        if view.phase is Phase.MOVE:
            return told.seconds(view.seconds_left)
        return told.repetition(view) if view.phase is Phase.HOLD else ""

    # The words

    def again(self, view: SessionView) -> None:
        """The first cue once more; pressed again, the one after it."""
        at = (view.index, view.rep)
        before = self._again[1] if self._again and self._again[0] == at else -1
        self._again = (at, before + 1)

    def paragraphs(self, view: SessionView, *, narrow: bool) -> list[Paragraph]:
        """What to read now, most important first."""
        if view.phase in OVER or view.part is None:
            return [Paragraph(words(told.done_so_far(self.session)))]
        exercise = self.session.exercise(view.part.exercise)
        if view.under in AT_WORK:
            return list(self._at_work(view, view.part, exercise, narrow=narrow))
        return list(self._resting(view, view.part, exercise, narrow=narrow))

    def _at_work(
        self, view: SessionView, part: Part, exercise: Exercise, *, narrow: bool
    ) -> Iterator[Paragraph]:
        yield Paragraph(_name(part, exercise, narrow=narrow))
        agreeing = self.waits_for_signal(view)
        if agreeing:
            yield Paragraph(words(self.stop_signal, LEAD))
        if view.under is Phase.READY and exercise.category == "mobility":
            yield from self._set_up(part, exercise)
        if part.mode == "passive":
            helper = Content.assemble((f"{told.HELPER} ", LABEL), words(exercise.helper_hands, LEAD))
            yield Paragraph(helper)
        else:
            cue, then = self._cues(view, exercise)
            yield Paragraph(words(cue, LEAD))
            if then:
                yield Paragraph(words(told.then(then)), extra=True)
        if exercise.watch_out:
            care = words(exercise.watch_out[0], QUIET)
            yield Paragraph(Content.assemble((f"{told.TAKE_CARE}  ", f"bold {QUIET}"), care), extra=agreeing)

    def _set_up(self, part: Part, exercise: Exercise) -> Iterator[Paragraph]:
        """What has to be in place before somebody gets up or changes seats: things, brakes, the helper."""
        yield Paragraph(words(told.set_up(exercise, self.session.flags(part)), LEAD))
        if part.mode == "active_assisted" and exercise.helper_hands:
            yield Paragraph(Content.assemble((f"{told.HELPER} ", LABEL), words(exercise.helper_hands)))

    def _cues(self, view: SessionView, exercise: Exercise) -> tuple[str, str]:
        if self._again and self._again[0] == (view.index, view.rep):
            at = self._again[1] % len(exercise.steps)
            return exercise.steps[at], "".join(exercise.steps[at + 1 : at + 2])
        return exercise.cues(view.rep)

    def _resting(
        self, view: SessionView, part: Part, exercise: Exercise, *, narrow: bool
    ) -> Iterator[Paragraph]:
        if view.under is Phase.REST:
            yield Paragraph(words(told.rest_reason(view), QUIET))
        label = Content.styled(f"{told.NEXT}  ", LABEL)
        yield Paragraph(Content.assemble(label, _name(part, exercise, narrow=narrow, indent=len(label))))
        yield Paragraph(words(exercise.cues(0)[0]), extra=True)


def _room(view: SessionView) -> str:
    """The widest number of a part: repetitions and seconds of holding stand at the same place."""
    hold = told.countdown(round(view.part.hold_s)) if view.part else ""
    return max(str(view.reps), hold, key=len)


def _name(part: Part, exercise: Exercise, *, narrow: bool, indent: int = 0) -> Content:
    """The exercise, the side in capitals and who moves; on narrow screens the side has its own line."""
    side, who = told.side(part, exercise), told.helped(part)
    gap = "\n" + " " * indent if narrow else ", "
    found = words(told.name(part, exercise), LEAD)
    if side:
        found = Content.assemble(found, gap, (side, LABEL))
    return Content.assemble(found, (f"   {who}", QUIET)) if who else found
