"""A screen whose keys are declared once and both bind and stand in the key bar."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import Screen

from companion.resources import sheets, styles
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.notice import Notice

T = TypeVar("T")
WARNING_SIGNS = Key("!", "Warning signs", "app.warning_signs", "Warning")


class Keyed(Screen[T]):
    """Small and capital letters do the same, and a key out of use says why."""

    BINDINGS: ClassVar[list[BindingType]] = [  # here too, since keys of the app stop at a dialog
        Binding("exclamation_mark", "app.warning_signs", show=False),
        Binding("question_mark", "app.help", show=False),
    ]
    keys: ClassVar[tuple[Key, ...]] = ()
    style: ClassVar[str] = ""  # the style sheet's name; "" is the name of the module

    def __init_subclass__(cls, **options: Any) -> None:
        names = (name for key in cls.__dict__.get("keys", ()) for name in key.keys)
        made = [Binding(name, f"press({name!r})", show=False) for name in names]
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *made]
        super().__init_subclass__(**options)

    def __init__(self) -> None:
        super().__init__()
        self._left = self._resumed = False
        self.notice = Notice()
        sheet = styles() / f"{self.style or type(self).__module__.rpartition('.')[2]}.tcss"
        self.css_path = [sheet] if sheet in sheets() else []

    def on_compose(self) -> None:
        """Know the width before anything is built: a class that comes later has all of it styled again."""
        width, points = self.app.size.width, sorted(self.app.HORIZONTAL_BREAKPOINTS or (), reverse=True)
        for name in [name for least, name in points if width >= least][:1]:
            self.add_class(name)

    async def _on_resize(self, event: events.Resize) -> None:
        """Pass over a size that the window had before: until a first frame, two bring each other back."""
        if event.size != self.app.size:
            event.stop().prevent_default()

    @on(events.ScreenResume)
    def _style_once(self, event: events.ScreenResume) -> None:
        """What was styled when it was built is not styled again the first time it stands on top."""
        event.refresh_styles, self._resumed = event.refresh_styles and self._resumed, True

    def bar(self) -> tuple[Key, ...]:
        """The keys as they are printed; a screen may print other words than it declared."""
        return (*self.keys, WARNING_SIGNS)

    def foot(self) -> ComposeResult:
        """The place for sentences, and the key bar."""
        yield self.notice
        yield Keys(self.granted(self.bar()), self.held)

    def print_keys(self) -> None:
        """Print the keys as `bar` has them now."""
        keys = self.query_one(Keys)
        keys.set(self.granted(self.bar()))
        keys.refresh_keys()

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Why an action cannot be taken now, as a sentence; "" when it can."""
        return ""

    def held(self, action: str) -> str:
        """The same for whoever acts here: a role may not include it."""
        return self.why_not(action)

    def granted(self, keys: Sequence[Key]) -> Sequence[Key]:
        """Of some keys those that are printed for whoever acts here."""
        return keys

    @property
    def on_top(self) -> bool:
        """Whether nothing stands over it; Textual calls the screen right beneath current as well."""
        return self.app.screen is self

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that comes before the screen is built, or once another stands over it, does nothing."""
        return self.is_mounted and self.on_top and super().check_action(action, parameters)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close, once: two keys that come together close one screen, and not the one beneath as well.

        Beneath the first room there is none: it stays.
        """
        if self._left or len(self.app.screen_stack) == 1:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    async def action_press(self, name: str) -> None:
        """Do what a key does, or say why not."""
        for key in self.keys:
            if name in key.keys:
                await self._do(key, name)
                return

    async def _do(self, key: Key, name: str) -> None:
        if why := self.held(key.action):
            self.notice.tell(why, "notice")
            return
        several = len(key.key.split(",")) > 1
        call = f"{key.action}({name.lower()!r})" if several else key.action
        await self.run_action(call)

    async def on_keys_pressed(self, event: Keys.Pressed) -> None:
        """A click on a key; a chip for several keys is only a sign."""
        if len(event.key.key.split(",")) == 1:
            await self._do(event.key, event.key.key)
