"""Conversations within a guided session, and at its end. Every rule is an offer; no answer is wrong."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from companion.domain.sessions import Check
from companion.flows.ask import Ask
from companion.flows.steps import AnyStep, Flow, Option, Say
from companion.wording import fatigue, sessions, sessions_notes

if TYPE_CHECKING:
    from companion.domain.entries import NoteAbout, Pain
    from companion.domain.exercises import Exercise
    from companion.domain.fatigue import Offer
    from companion.services.companion import Companion
    from companion.services.sessions_running import RunningSession

END, GENTLY, GO_ON = "end", "gently", "go_on"
TOO_HARD, PAIN, UNWELL, WELL = "too_hard", "pain", "unwell", "well"
YES, NO, TALK, BREATH = "yes", "no", "talk", "breath"
REASONS = tuple(Option(reason, words) for reason, words in sessions.REASONS.items())
BREATHES = {
    TALK: (Option(YES, "Yes, whole sentences"), Option(NO, "No, I stop for air"),
           Option(BREATH, "I do not speak", "Another question is asked, now and from now on.")),
    BREATH: (Option(YES, "Yes, as easy as then"), Option(NO, "No, it is harder"),
             Option(TALK, "Ask about talking instead")),
}  # fmt: skip
NO_ANSWER = Option(None, "No answer")
Asked = Generator[AnyStep, Any, Any]


def check_in(companion: "Companion", running: "RunningSession") -> Flow:
    """How tired, and what the kind of exercise just done asks for; between bouts and sets only that.

    The answers are kept before their offer is asked about.
    """
    ask, about, brief = Ask(companion), running.about, running.brief
    exercise = running.exercise(about.exercise) if about else None
    rating, unwell, pain = None, None, None
    if not brief:
        start = running.started.start_rating
        rating = yield ask.rating("fatigue", text="fatigue_during", default=running.last_rating, start=start)
    check = yield from _of_kind(companion, exercise)
    if not brief and running.offer(rating, check).code != "end":
        new = [
            Option(None, "Nothing new"),
            Option(BREATH, "Dizzy or short of breath"),
            Option(PAIN, "New pain"),
        ]
        unwell = yield ask.choose("anything", new)
        pain = (yield from how_it_hurts(ask)) if unwell == PAIN else None
    if pain is not None and exercise is not None:
        running.said(exercise.id, "pain", pain)
    offer = running.rate(rating, check=check._replace(unwell=unwell))
    if running.waiting is None:
        running.answered()
    if offer.code == "more_rest":
        yield Say(fatigue.offer(offer), "notice")
    if unwell == BREATH:
        yield Say(_told(running, offer), "signs")
    return offer


def settle(companion: "Companion", running: "RunningSession") -> Flow:
    """What a check-in offers: to end here, to finish gently, or to go on. Asked again after a break."""
    offer = running.waiting
    assert offer is not None
    title = _told(running, offer)
    answer = yield Ask(companion).choose("offer", _ways(offer), title=title, default=END)
    if answer == END:
        running.stop({PAIN: PAIN, BREATH: UNWELL}.get(running.last_check.unwell or "", "tired"))
    elif answer == GENTLY:
        running.gentler()
    running.answered()
    return answer


def leave(running: "RunningSession") -> None:
    """Who leaves a question is not asked again, except where what is offered has no way to go on."""
    if running.waiting is None or _may_go_on(running.waiting):
        running.answered()


def note_step(companion: "Companion", running: "RunningSession") -> Flow:
    """A word about the exercise under way, in a rest the one before it: too hard, pain, or that it goes well.

    Too hard goes on one mode gentler; what hurts is left out.
    """
    about = running.about
    if about is None:
        return None
    exercise = running.exercise(about.exercise)
    word = yield Ask(companion).choose(
        "word", _words(companion, exercise), title=f"{exercise.name}: how is it?"
    )
    if word is None:
        return None
    said: NoteAbout = "pain" if word in sessions_notes.PAINS else word
    kept = running.said(exercise.id, said, word if said == PAIN else None)
    held = companion.sessions_notes.standing().held.get(exercise.id)
    yield Say(sessions_notes.noted(kept, exercise, held))
    return kept


def stop_session(companion: "Companion", running: "RunningSession") -> Flow:
    """End here and why; dizzy or short of breath leads to the warning signs."""
    ask, about, pain = Ask(companion), running.about, None
    reason = yield ask.choose("stop", REASONS, default="enough")
    if reason == PAIN:
        pain = yield from how_it_hurts(ask)
    if about is not None and (pain is not None or reason == TOO_HARD):
        running.said(about.exercise, "pain" if pain else "too_hard", pain)
    running.stop(reason)
    return reason


def end_session(companion: "Companion", running: "RunningSession") -> Flow:
    """The end rating, which may be left out, and what was done."""
    start, last = running.started.start_rating, running.last_rating
    rating = yield Ask(companion).rating("after", text="fatigue_after", default=last, start=start)
    running.rate(rating, "after")
    held = companion.sessions_notes.standing().held
    hurt = [
        sessions_notes.noted(note, running.exercise(note.exercise), held.get(note.exercise))
        for note in running.pains()
        if note.exercise
    ]
    yield Say(" ".join([sessions.summary(running, rating), *hurt]))
    return running.ended


def how_it_hurts(ask: Ask, *, lasting: bool = False) -> Generator[AnyStep, Any, "Pain | None"]:
    """Which pain it is; None where nobody answers. `lasting`: that it was there the next day may be said."""
    kinds = [kind for kind in sessions_notes.PAINS if lasting or kind != "lasting"]
    pain: Pain | None = yield ask.choose("pain", [*(Option(k, _pain(k)) for k in kinds), NO_ANSWER])
    return pain


def _pain(kind: str) -> str:
    return sessions_notes.PAINS[kind][0].upper() + sessions_notes.PAINS[kind][1:]


def _words(companion: "Companion", exercise: "Exercise") -> list[Option]:
    hurts = [
        Option(kind, f"It hurts: {sessions_notes.PAINS[kind]}", sessions_notes.AFTER_PAIN[kind])
        for kind in ("little", "more", "sharp")
    ]
    hard = Option(TOO_HARD, "Too hard", "It goes on one step easier, where it can.")
    gentler = exercise.id in companion.sessions_notes.standing().gentler
    well = [Option(WELL, "It goes well again", "Next time it begins as planned.")] if gentler else []
    return [hard, *hurts, *well, Option(None, "Nothing, go on")]


def _of_kind(companion: "Companion", exercise: "Exercise | None") -> Generator[AnyStep, Any, Check]:
    """The question of a kind of exercise: breath for aerobic work, effort for bands, none for the others."""
    ask, check = Ask(companion), Check(exercise.id if exercise else None)
    kind = exercise.category if exercise else None
    if kind == "resistance":
        marks = companion.content.section("effort").values()
        scale = [Option(m.value, m.text, spoken=m.aloud) for m in marks if m.value is not None]
        check = check._replace(effort=(yield ask.choose("effort", [*scale, NO_ANSWER])))
    if kind == "aerobic":
        asked = BREATH if companion.sessions_notes.asks_breath() else TALK
        answer = yield ask.choose(asked, [*BREATHES[asked], NO_ANSWER])
        if answer in BREATHES:
            asked = answer
            answer = yield ask.choose(asked, [*BREATHES[asked][:2], NO_ANSWER])
        easy = None if answer is None else answer == YES
        check = check._replace(**{"talks" if asked == TALK else "breathes_easily": easy})
    return check


def _told(running: "RunningSession", offer: "Offer") -> str:
    return sessions_notes.offer(offer, running.last_check, running.limits)


def _ways(offer: "Offer") -> list[Option]:
    gently = Option(GENTLY, "Finish gently, with help", "No bands, longer rests, a helper does the work.")
    on = [Option(GO_ON, "Go on as before")] if _may_go_on(offer) else []
    return [Option(END, "End here"), gently, *on]


def _may_go_on(offer: "Offer") -> bool:
    return offer.code == "choice" and not offer.stop_now
