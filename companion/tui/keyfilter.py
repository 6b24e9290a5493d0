"""The key filter before every binding and every field."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.widgets import Input

from companion.domain.keyfilter import KeyFilter

if TYPE_CHECKING:
    from companion.config.settings import Settings
    from companion.services.companion import Companion

ARROWS = ("up", "down", "left", "right")


class Filtered(App[Any]):
    """An app in which a key that does not count never arrives, wherever the focus is."""

    guards: ClassVar[bool] = False  # every key that acts is looked at; arrows as the settings say
    companion: "Companion"
    _key_filter: "tuple[Settings, KeyFilter] | None" = None

    async def on_event(self, event: events.Event) -> None:
        """Let a key through to Textual, or let it go; its time is when it came in."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.ignores(event):
            return
        await super().on_event(event)

    def ignores(self, press: events.Key) -> bool:
        """Whether a key comes too soon, as the settings are now; a changed setting begins anew."""
        settings = self.companion.settings
        if not settings.key_filter and (not self.guards or press.key in ARROWS):
            return False
        if self._key_filter is None or self._key_filter[0] is not settings:
            made = KeyFilter(settings.same_key_ms, settings.any_key_ms, settings.typed_key_ms)
            self._key_filter = settings, made
        return not self._key_filter[1].take(press.key, press.time, in_field=self.typing)

    @property
    def typing(self) -> bool:
        """Whether keys go into a field."""
        return isinstance(self.focused, Input)
