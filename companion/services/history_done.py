"""What came of an undo, an edit or a removal."""

from typing import TYPE_CHECKING

from companion.domain.entries import Correction, Entry
from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.services.remarks import Remark


@frozen
class Undone:
    """The newest doing was taken back or, with `again`, done once more.

    `what` is that doing: an entry, a removal or a change; `targets` the entries it is about, as they read
    now: several, where several were written in one go. `made_room` are those in whose place they were
    written, which stand again, or with `again` no longer; of a removal the other way round.
    """

    entry: Correction
    what: Entry
    targets: tuple[Entry, ...]
    again: bool
    made_room: tuple[Entry, ...] = ()
    remarks: tuple["Remark", ...] = ()

    @property
    def target(self) -> Entry:
        """The entry; of several the last, of a session its start."""
        return self.targets[0] if isinstance(self.what, Correction) else self.targets[-1]


@frozen
class Corrected:
    """An entry was edited or removed; `now` is how it reads now, None once removed.

    `places` are the entries of others in whose place it stood, which count again; or no longer, where it
    came back.
    """

    entry: Entry
    before: Entry
    now: Entry | None
    remarks: tuple["Remark", ...] = ()
    places: tuple[Entry, ...] = ()
