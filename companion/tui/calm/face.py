"""What the calm screen shows and says of a walk, and what can be done there. It knows no terminal.

The cursor moves in `go_to` and a line is taken in `take`, wherever the wish came from: a key, or one switch.
"""

from companion.errors import CompanionError
from companion.flows.menus.warnings import signs
from companion.flows.steps import AnyStep, Choose, Confirm, Menu, Number, Read, Say, Step, Text
from companion.tui.calm.lines import Act, Line
from companion.tui.calm.sheets import is_offered
from companion.tui.calm.showing import Showing
from companion.wording import calm, choices
from companion.wording.errors import sentence

WELCOME = "welcome"  # the first question of all, which many others follow


class Face(Showing):
    """Presents a walk on lines: moves among them, takes them, and says what time brings."""

    # where one is, and what one takes

    def go_to(self, index: int, *, tell: bool = False) -> None:
        """Put the cursor on a line; `tell` says it as well, for those who hear no arrow."""
        self.at, self._told_last = index, False
        if tell:
            typed = self.field.text if self.field and self.typing else ""
            self.say(self.line.heard + typed)

    def move(self, by: int, *, tell: bool = False) -> None:
        """One row on or back; at an end that is said, once."""
        lines, to = self.sheet.lines, self.at + by
        while 0 <= to < len(lines) and lines[to].is_rest:
            to += by
        if 0 <= to < len(lines):
            # A reader says a row beside the last one by itself, but not the rest of it, nor one further off.
            self.go_to(to, tell=tell or bool(lines[to].rest) or abs(to - self.at) > 1)
        elif self.view.said != (end := calm.END if by > 0 else calm.START):
            self.say(end)

    def take(self, line: Line | None = None) -> None:
        """Do what a line is for; the one under the cursor where no other is named."""
        line = line or self.line
        match line.act:
            case Act.NOTHING if isinstance(self.step, Read | Say):
                self.take(self.sheet.lines[self.sheet.first])
            case Act.NOTHING:
                self.go_to(self.sheet.first, tell=True)
            case Act.PAGE:
                self.page = (self.page + line.value) % self.sheet.pages
                self._lay()
                self.view.say("")
            case Act.BACK if line.goes:
                self._ask(choices.LEAVE_PROGRAM)
            case Act.BACK:
                self.back()
            case Act.ANSWER:
                if isinstance(self.step, Menu):
                    self._stood[self.walk.depth] = self.step.id, self.page, line.key
                self.answer(line.value.value if isinstance(self.step, Choose) else line.value)
            case Act.FIELD | Act.KEEP:
                self._keep()

    def answer(self, value: object = None) -> None:
        """Send an answer, or say what is wrong with it and stay."""
        if self.over_it:
            self._over(self.over_it.pop(0), value)
            return
        try:
            self.walk.answer(value)
        except CompanionError as error:
            self.say(sentence(error))
            if self.field is not None:
                self.field.fresh = True
            return
        self.present()
        self.voiced.tell((), None if self.ended else self.walk.step)

    def back(self) -> None:
        """To the question before; texts that were read are over."""
        step = self.step
        if not isinstance(step, Step) and step is not self._explains:
            self.answer()
        elif isinstance(step, Confirm) and self.over_it:
            self.answer(False)
        elif self.walk.depth == 1 and getattr(self.walk.step, "id", "") == WELCOME:
            self._ask(calm.NO_QUESTIONS)
        else:
            self._go_back()

    def _go_back(self) -> None:
        self.over_it.clear()
        self._explained = ""  # who comes here again may read it again
        self.walk.back()
        self.present(returned=True)

    def _ask(self, question: str) -> None:
        """Before what one press should not do: going out of it all."""
        self.over_it.insert(0, Confirm(id="leave", title=question))
        self.present()

    def _over(self, step: AnyStep, value: object) -> None:
        """What stood over the step is answered: a text was read, or one leaves, or not."""
        below = self.walk.step
        if isinstance(step, Confirm) and value:
            self._go_back()
        elif step is self._explains and isinstance(below, Choose) and len(below.options) == 1:
            self.answer(below.options[0].value)  # it was all that could be said to it
        else:
            self.present()

    def _keep(self) -> None:
        """What is typed; nothing keeps what is offered, leaves out what may be left out, or goes back."""
        step, typed = self.step, self.field.text.strip() if self.field else ""
        if not isinstance(step, Number | Text):
            return
        if typed or (step.optional and not is_offered(step)):
            self.answer(typed)
        elif is_offered(step):
            self.answer(step.default)
        else:
            self.back()

    # beside the step

    def read(self, text: Read) -> None:
        """A text over the step, which stays as it is; nobody is guided meanwhile."""
        if text not in self.over_it:
            self.walk.hold()
            self.over_it.insert(0, text)
            self.present()

    def signs(self) -> None:
        """The warning signs."""
        self.read(signs(self._companion))

    def help(self) -> None:
        """What the step is about, every choice whole, the keys."""
        step = self.walk.step
        if self.over_it or not isinstance(step, Step):
            self.say(calm.KEYS)
            return
        keys = calm.KEYS
        texts = [step.in_full, step.help]
        if isinstance(step, Choose):
            said = (", ".join(filter(None, (o.spoken or o.label, o.detail))) for o in step.options)
            texts += [text if text.endswith((".", "?")) else f"{text}." for text in said]
            keys = calm.RATING_KEYS if step.is_rating else keys
        elif isinstance(step, Number | Text):
            keys = calm.FIELD_KEYS
        self.read(Read(calm.HELP, (("", "\n".join([*filter(None, texts), keys])),)))

    # as time goes by

    def wait(self) -> float | None:
        """Seconds until something is due, None while nothing is, or while somebody types."""
        begun = self.field is not None and self.field.text and isinstance(self.step, Step)
        return None if self.ended else self.walk.wait(typing=bool(begun), news=not self.over_it)

    def tick(self) -> None:
        """Say what is due."""
        before, cues = self.walk.step, self.walk.due(news=not (self.over_it or self._just_told))
        self._just_told = False
        changed = self.walk.over or self.walk.step != before
        if changed:
            self.present()
        self.voiced.tell(cues, None if self.ended or not changed else self.walk.step)
        self.bells += sum(cue.rings for cue in cues)
        if text := " ".join(cue.text for cue in cues if cue.text):
            self.say(text)
