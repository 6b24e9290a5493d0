"""The settings of this person's companion."""

from typing import TYPE_CHECKING

from companion.config.settings import Settings, change, load, save

if TYPE_CHECKING:
    from companion.services.companion import Companion


class Preferences:
    """Reads and changes the settings."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def show(self) -> Settings:
        """The settings in force."""
        return self._companion.settings

    def set(self, key: str, value: str) -> Settings:
        """Change one setting, on disk and in this Companion; raises Unknown or Refused."""
        self._companion.actor.require("arrange")
        folder = self._companion.folder
        fresh = change(self._companion.settings if folder is None else load(folder), key, value)
        if folder is not None:
            save(folder, fresh)
        self._companion.settings = fresh
        return fresh
