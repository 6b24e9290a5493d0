"""A step of every kind, as a calm screen may meet it."""

from companion.flows.steps import Choose, Clock, Confirm, Number, Option, Read, Say, SlotName, Text

FEW = Choose(id="few", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(1, 4)))
MANY = Choose(id="many", title="Which?", options=tuple(Option(n, f"Choice number {n}") for n in range(1, 20)))
LEVELS = Choose(
    id="level", title="Which level?", options=tuple(Option(n, f"Level {n}", key=str(n)) for n in range(5))
)
AMOUNT = Number(id="ml", title="How much was drunk, in mL?", low=1, high=2000, unit="mL")
NAME = Text(id="name", title="Whose diary is this?", optional=True)
YES_NO = Confirm(id="sure", title="Take it out?")
TEXTS = tuple(
    (f"Part {n}", " ".join(f"Sentence {m} of {n} is here. It has another one after it." for m in range(9)))
    for n in range(4)
)
STEPS = {
    "few": FEW,
    "many": MANY,
    "levels": LEVELS,
    "number": AMOUNT,
    "text": NAME,
    "clock": Clock(id="at", title="When was it?", default="18:30", limit=5),
    "slot": SlotName(id="slot", title="Its name?", limit=16),
    "confirm": YES_NO,
    "read": Read("The plan", TEXTS),
    "warning": Say("Rest today. Call the team tomorrow.", "warning"),
}
