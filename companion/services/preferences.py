"""The settings of this person's companion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.config import settings as rules
from companion.config.settings import Settings

if TYPE_CHECKING:
    from companion.services.companion import Companion


class Preferences:
    """Reads and changes the settings."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._seen: object = self  # the stamp of the file that was read last; none yet

    def show(self) -> Settings:
        """The settings in force."""
        return self._companion.settings

    def set(self, key: str, value: str) -> Settings:
        """Change one setting, on disk and in this Companion; raises Unknown or Refused."""
        return self._change(lambda settings: rules.change(settings, key, value))

    def add_slot(self, name: str, time: str) -> Settings:
        """One more part of the day."""
        return self._change(lambda settings: rules.add_slot(settings, name, time))

    def move_slot(self, name: str, time: str) -> Settings:
        """Another time for a part of the day."""
        return self._change(lambda settings: rules.move_slot(settings, name, time))

    def rename_slot(self, old: str, new: str) -> Settings:
        """Another name for a part of the day; what was written down keeps the old one."""
        return self._change(lambda settings: rules.rename_slot(settings, old, new))

    def remove_slot(self, name: str) -> Settings:
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
        self._seen = stamp
        fresh = rules.load(folder)
        if fresh == self._companion.settings:
            return False
        self._companion.settings = fresh
        return True

    def _change(self, changed: Callable[[Settings], Settings]) -> Settings:
        """Change what is on the disk now: another window may have changed it since."""
        self._companion.actor.require("arrange")
        folder = self._companion.folder
        fresh = changed(self._companion.settings if folder is None else rules.load(folder))
        if folder is not None:
            rules.save(folder, fresh)
        self._companion.settings = fresh
        return fresh
