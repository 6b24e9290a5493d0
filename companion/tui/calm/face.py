"""What the calm screen shows and says of a walk, and what can be done there. It knows no terminal.

The cursor moves in `go_to` and a line is taken in `take`, wherever the wish came from: a key, or one switch.
"""

from companion.errors import CompanionError
from companion.flows.steps import Choose, Menu, Number, Read, Say, Step, Text
from companion.flows.voiced import voiced
from companion.flows.walk import signs
from companion.tui.calm.lines import Act, Line
from companion.tui.calm.sheets import is_offered
from companion.tui.calm.showing import Showing
from companion.wording import calm
from companion.wording.errors import sentence


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
                self.page = (self.page + 1) % self.sheet.pages
                self._lay()
                self.view.say("")
            case Act.BACK:
                self.back()
            case Act.ANSWER:
                self._stood[self.step.id if isinstance(self.step, Menu) else ""] = self.page, line.key
                self.answer(line.value.value if isinstance(self.step, Choose) else line.value)
            case Act.FIELD | Act.KEEP:
                self._keep()

    def answer(self, value: object = None) -> None:
        """Send an answer, or say what is wrong with it and stay."""
        if self.over_it:
            self.over_it.pop(0)
            self.present()
            return
        try:
            self.walk.answer(value)
        except CompanionError as error:
            self.say(sentence(error))
            if self.field is not None:
                self.field.fresh = True
            return
        self.present()
        voiced(self._companion, (), None if self.ended else self.walk.step)

    def back(self) -> None:
        """To the question before; texts that were read are over."""
        if self.over_it or isinstance(self.step, Say | Read):
            self.answer()
            return
        self.walk.back()
        self.present(returned=True)

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
        """A text over the step, which stays as it is."""
        if text not in self.over_it:
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
        texts = [step.help]
        if isinstance(step, Choose):
            texts += [", ".join(filter(None, (o.spoken or o.label, o.detail))) + "." for o in step.options]
            keys = calm.RATING_KEYS if step.is_rating else keys
        elif isinstance(step, Number | Text):
            keys = calm.FIELD_KEYS
        self.read(Read(calm.HELP, (("", "\n".join([*filter(None, texts), keys])),)))

    # as time goes by

    def wait(self) -> float | None:
        """Seconds until something is due, None while nothing is, or while somebody types."""
        begun = self.field is not None and self.field.text and not isinstance(self.step, Say | Read)
        return None if self.ended or begun else self.walk.wait()

    def tick(self) -> None:
        """Say what is due."""
        before, cues = self.walk.step, self.walk.due()
        changed = self.walk.over or self.walk.step != before
        if changed:
            self.present()
        voiced(self._companion, cues, None if self.ended or not changed else self.walk.step)
        self.bells += sum(cue.rings for cue in cues)
        if text := " ".join(cue.text for cue in cues if cue.text):
            self.say(text)
