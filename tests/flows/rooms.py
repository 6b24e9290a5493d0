"""A house of two menus to walk through: shared by the tests of walks."""

from functools import partial

from companion.flows.steps import Menu, Number, Option, Read, Say, Text
from companion.flows.walk import Into, Out, Talk, Walk

SOUP = (Option("soup", "Soup"), Option("stew", "Stew"))
TEXT = Read("About", (("", "All about it."),))


class Rooms:
    """Menus over a list that conversations change; counts how often each was made."""

    def __init__(self):
        self.made, self.kept, self.gone = 0, [], False

    def main(self, _companion):
        self.made += 1
        options = (
            Option(Talk(self.talk, lambda _, kept: f"{kept} it is." if kept else ""), "Talk"),
            Option(Into(self.inner), "Further in"),
            Option(TEXT, "About"),
            Option(Out(), "Leave"),
        )
        return Menu(id="main", title="Main", told=f"{len(self.kept)} kept.", options=options)

    def inner(self, _companion):
        if self.gone:
            return None
        find = lambda word: tuple(  # noqa: E731
            Option(Talk(partial(self.named, o.value)), o.label) for o in SOUP if word in o.value
        )
        return Menu(id="inner", title="Inner", options=(Option(Out(), "Back"),), find=find)

    def talk(self, _companion):
        name = yield Text(id="name", title="Name")
        much = yield Number(id="much", title="How much", low=1, high=9, whole=True)
        self.kept.append((name, much))
        yield Say("Saved.")
        return name

    def named(self, name, _companion):
        self.kept.append(name)
        yield Say(f"Saved: {name}.")
        return name


def way(walk, label):
    """The value of the option with these words."""
    return next(option.value for option in walk.step.options if option.label == label)


def over(companion, flow, then=None):
    """A walk that begins with one conversation, over a menu."""
    first = Into(lambda _: Menu(id="main", title="Main", options=(Option(Out(), "Leave"),)))
    return Walk(companion, first, Talk(flow, then))
