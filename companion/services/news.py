"""What others write while a face is open."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.entries import (
    CaregiverSet,
    CheckedIn,
    Clearance,
    Correction,
    Decision,
    Entry,
    Felt,
    FunctionNote,
    ProgrammeSet,
    Rated,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
)
from companion.domain.frozen import frozen
from companion.domain.people import same_person
from companion.errors import CompanionError
from companion.store.lookout import Lookout

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.store.month import Kept

INSIDE = (StepDone, SessionPaced, SessionTaken, CheckedIn)  # parts of a session, which is told as one
MATTERS = ("key", "what", "name")  # by which a decision, a clearance and a programme say what they are about
ELSEWHERE = ("import", "demo")  # faces behind which nobody writes anything down just now


@frozen
class Piece:
    """Something that was written: the entry as it reads now, and what it is about in the end.

    `others` are the entries that it names, by their ids.
    """

    entry: Entry
    about: Entry
    others: Mapping[str, Entry]

    @property
    def changes_plan(self) -> bool:
        """Whether it concerns everybody who eats or trains, whoever wrote it."""
        return isinstance(self.about, Decision | ProgrammeSet | Clearance)


class News:
    """Tells once what others wrote since the last look; the first look only begins."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._lookout: Lookout | None = None
        self._mine: set[str] = set()

    def wrote(self, entries: Sequence[Entry]) -> None:
        """These were written here."""
        if self._lookout is not None:
            self._mine.update(entry.id for entry in entries)

    def look(self) -> list[Piece]:
        """What others wrote since, changes of the plan first as `standing` has them; nothing without a diary.

        A session is told when it begins and when it ends. What was taken back meanwhile is no news.
        """
        try:
            diary = self._companion.diary
            if self._lookout is None:
                self._lookout = Lookout(diary)
                return []
            found = self._lookout.look()
            pieces = self._pieces(found) if found else []
        except CompanionError:  # whatever is wrong is said by who shows the day
            return []
        plan = standing(piece for piece in pieces if piece.changes_plan)
        return [*plan, *(piece for piece in pieces if not piece.changes_plan)]

    def _pieces(self, found: "list[Kept]") -> list[Piece]:
        fresh = {kept.entry.id for kept in found}
        ended = {kept.entry.session for kept in found if isinstance(kept.entry, SessionEnded)}
        acts: set[str] = set()
        pieces = []
        for kept in found:
            entry = kept.entry
            if kept.removed or entry.via in ELSEWHERE or entry.id in ended:
                continue
            if isinstance(entry, Correction):
                if entry.target in fresh or entry.act in acts:
                    continue  # it was told as it reads now; or one doing that took several back
                acts |= {entry.act} if entry.act else set()
            piece = self._piece(entry)
            if isinstance(piece.about, CaregiverSet):
                continue  # who is let in is a matter of who lets in
            if not _is_inside(piece.about) and not self._is_own(piece):
                pieces.append(piece)
        return pieces

    def _piece(self, entry: Entry) -> Piece:
        """An entry with what it names: what was corrected, or the session that ended."""
        others: dict[str, Entry] = {}
        about = entry
        while isinstance(about, Correction):
            target = about.target
            about = others[target] = self._companion.diary.find(target).entry
        if isinstance(about, SessionEnded) and about.session:
            others[about.session] = self._companion.diary.find(about.session).entry
        return Piece(entry, about, others)

    def _is_own(self, piece: Piece) -> bool:
        """Whether the actor wrote it; of the plan whether it was written here, since it must be known."""
        if piece.changes_plan:
            return piece.entry.id in self._mine
        return same_person(piece.entry, self._companion.actor)


def standing(pieces: Iterable[Piece]) -> list[Piece]:
    """Of changes of the plan, told in the order of their writing, the newest of each matter; newest first."""
    found: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        about = piece.about
        matter = next((str(value) for name in MATTERS if (value := getattr(about, name, None))), "")
        found.pop((about.kind, matter), None)
        found[about.kind, matter] = piece
    return list(reversed(found.values()))


def _is_inside(about: Entry) -> bool:
    """Whether it is told with its session, or says nothing."""
    if isinstance(about, FunctionNote):
        return about.session is not None and about.about in ("too_hard", "well")
    if isinstance(about, Felt):
        return about.what in ("nothing", "no_answer")
    return isinstance(about, INSIDE) or (isinstance(about, Rated) and about.session is not None)


def began(piece: Piece) -> SessionStarted | None:
    """The session that a piece tells of, where it is about its beginning or its end."""
    if isinstance(piece.about, SessionStarted):
        return piece.about
    session = getattr(piece.about, "session", None) if isinstance(piece.about, SessionEnded) else None
    found = piece.others.get(session or "")
    return found if isinstance(found, SessionStarted) else None
