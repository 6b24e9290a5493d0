"""The settings of this person's companion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.config import settings as rules
from companion.errors import CompanionError, Failure

if TYPE_CHECKING:
    from companion.config.settings import Settings
    from companion.services.companion import Companion


class Preferences:
    """Reads and changes the settings."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._for_now: dict[str, object] = {}
        self._seen: object = self  # the stamp of the file that was read last; none yet

    def show(self) -> "Settings":
        """The settings in force."""
        return self._companion.settings

    def for_now(self, **values: object) -> None:
        """Settings of this run alone: never saved, and over as soon as they are changed."""
        self._for_now |= values
        self._companion.settings = self._in_force(self._companion.settings)

    def open_with(self, face: str, *, switch: bool) -> "Settings":
        """Which face opens from now on, and with one switch or not; where it cannot be kept, this once."""
        try:
            return self._change(lambda kept: kept.model_copy(update={"face": face, "switch": switch}))
        except CompanionError:
            self.for_now(face=face, switch=switch)
            return self._companion.settings

    def set(self, key: str, value: str) -> "Settings":
        """Change one setting, on disk and in this Companion; raises Unknown or Refused."""
        self._for_now.pop(key.replace("-", "_"), None)
        return self._change(lambda settings: rules.change(settings, key, value))

    def add_slot(self, name: str, time: str) -> "Settings":
        """One more part of the day."""
        return self._change(lambda settings: rules.add_slot(settings, name, time))

    def move_slot(self, name: str, time: str) -> "Settings":
        """Another time for a part of the day."""
        return self._change(lambda settings: rules.move_slot(settings, name, time))

    def rename_slot(self, old: str, new: str) -> "Settings":
        """Another name for a part of the day; what was written down keeps the old one."""
        return self._change(lambda settings: rules.rename_slot(settings, old, new))

    def remove_slot(self, name: str) -> "Settings":
        """Take a part of the day out; what was written down keeps it."""
        return self._change(lambda settings: rules.remove_slot(settings, name))

    def refresh(self) -> bool:
        """Read the file again if it was written since, by another window too; whether anything changed.

        Costs one look at the file. Raises Failure, once for each change, where it cannot be used; the
        settings in force then stay.
        """
        folder = self._companion.folder
        if folder is None or (stamp := rules.stamp(folder)) == self._seen:
            return False
        try:
            self._companion.diary.shelf.require_there()
        except Failure:  # said by who shows the day; the defaults must not come instead
            return False
        self._seen = stamp
        fresh = self._in_force(rules.load(folder))
        if fresh == self._companion.settings:
            return False
        self._companion.settings = fresh
        return True

    def _change(self, changed: Callable[["Settings"], "Settings"]) -> "Settings":
        """Change what is on the disk now: another window may have changed it since."""
        self._companion.actor.require("arrange")
        folder = self._companion.folder
        fresh = changed(self._companion.settings if folder is None else rules.load(folder))
        if folder is not None:
            rules.save(folder, fresh)
        self._companion.settings = self._in_force(fresh)
        return self._companion.settings

    def _in_force(self, kept: "Settings") -> "Settings":
        return kept.model_copy(update=self._for_now) if self._for_now else kept
