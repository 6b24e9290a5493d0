"""What happens on which day of the month. A day that is not named is an ordinary one."""

import pytest
from month.story import Life

from companion.domain.sessions import Check
from companion.errors import Refused

ENOUGH, LITTLE, LEAN, MUCH_PROTEIN, LITTLE_PROTEIN = (
    (1920, 64),
    (1200, 56),
    (1750, 110),
    (2300, 100),
    (1900, 40),
)
EATEN = {
    3: LITTLE, 5: MUCH_PROTEIN, 7: LITTLE_PROTEIN,
    **dict.fromkeys(range(14, 32), LITTLE),
}  # fmt: skip
MORNINGS = {13: 6, 16: 5, 17: 6, 18: 6, 19: 6, 20: 6, 21: 5}
WEIGHTS = {-35: 60.0, 1: 60.0, 8: 59.6, 15: 58.6, 22: 56.9, 29: 53.9, 31: 56.0}
QUIET = "energy_mini"


def waits_for_a_word(life: Life) -> None:
    """Nobody has allowed the bands yet."""
    life.spoke("clearance", *life.companion.sessions.choices(3).choice("early_mobility_band").left_out)


def allowed(life: Life) -> None:
    """The therapist allows bands."""
    life.companion.plan.clear("resistance", decided_by="P. Lind")


def loosened(life: Life) -> None:
    """Somebody would let firmer food through: that has to be said twice, and is not."""
    with pytest.raises(Refused) as refused:
        life.companion.plan.set("food-level", "6", decided_by="Kim")
    life.spoke("loosening asks", refused.value.facts["old"], refused.value.facts["value"])


def another_stage(life: Life) -> None:
    """A later stage is decided: what is not made for it is held back by name."""
    life.companion.plan.set("stage", "7", decided_by="P. Lind")
    held = [one for one in life.companion.sessions.choices(3).held if one.why == "stage"]
    life.spoke("stage", len(held))


def an_easy_session(life: Life) -> None:
    """A session in which nothing rises."""
    life.begin(QUIET, 3)
    life.do()
    life.later(30, 3)


def one_up(life: Life) -> None:
    """One point up in the middle; two up after half an hour, back within one after an hour."""
    life.begin(QUIET, 3)
    life.do({0: (4, Check())}, after=4)
    life.later(30, 5)
    life.later(60, 4)


def two_up(life: Life) -> None:
    """Two points up: it ends there, and is not back after an hour."""
    life.begin("morning_full_body", 3)
    life.do({0: (5, Check())}, after=5)
    life.later(60, 5)


def shorter(life: Life) -> None:
    """The next session is cut by a quarter by itself; the rests of what is left are longer."""
    choice = life.companion.sessions.choices(3).choice("morning_full_body")
    assert 0.65 * choice.whole_minutes < choice.minutes < 0.85 * choice.whole_minutes
    an_easy_session(life)


def seven(life: Life) -> None:
    """Very tired before it."""
    assert not life.begin("morning_full_body", 7)


def above_the_usual(life: Life) -> None:
    """Two above the usual before it, and weaker than usual the day after."""
    assert not life.begin("morning_full_body", 5)


def weaker(life: Life) -> None:
    """The rating is fine, the arms are not."""
    assert not life.begin("early_mobility_band", 3, "weaker")


def short_of_breath(life: Life) -> None:
    """Breathless at rest: nothing begins."""
    assert not life.begin(QUIET, 3, "unwell")


def bands(life: Life) -> None:
    """Bands, with an effort of five in the middle."""
    life.begin("early_mobility_band", 3)
    life.do({1: (3, Check("re_row", effort=5))})
    life.later(30, 3)


def three_up(life: Life) -> None:
    """Three points up: it ends; two hours later it is not back."""
    life.begin("morning_full_body", 3)
    life.do({0: (6, Check())}, after=6)
    life.later(120, 5)


def too_hard(life: Life) -> None:
    """The ankles are called too hard, as on two days before."""
    life.at(11)
    life.companion.sessions_notes.note("too_hard", "ankle_pump")


def coughing(life: Life) -> None:
    """A dish with coughing."""
    life.dish(13, coughs=2)


def slow(life: Life) -> None:
    """A dish that took three quarters of an hour."""
    life.dish(13, minutes=45)


def pain(life: Life) -> None:
    """A sharp pain in the shoulder."""
    life.companion.sessions_notes.note("pain", "shoulder_flex", pain="sharp")


def near_fall(life: Life) -> None:
    """She nearly fell."""
    life.companion.sessions_notes.note("near_fall")


def explained(life: Life) -> None:
    """A poor night is noted as the reason: the watch says what it said."""
    life.companion.fatigue.explain("poor_night")


def firmer(life: Life) -> None:
    """A dish firmer than prescribed was eaten: it is kept, and said once."""
    life.at(19)
    firm = next(m for m in life.companion.content.meals.values() if m.iddsi == ("7EC",))
    life.eaten(firm.id, 0.25)


def left_out(life: Life) -> None:
    """The fists, done last time, are left out."""
    life.begin(QUIET, 3)
    life.do(without="finger_fist")
    life.later(30, 3)


def stretches(life: Life) -> None:
    """A session of stretches, about a quarter of an hour."""
    life.begin("evening_stretch", 3, whole=True)
    life.do()
    life.later(30, 3)


def talked(life: Life) -> None:
    """The talk about a feeding tube was had: it is not offered again, whatever the weight."""
    life.companion.tube_talk.answer("talked")


DAYS = {
    **dict.fromkeys(range(-41, 0, 7), (an_easy_session,)),
    1: (an_easy_session, waits_for_a_word),
    2: (one_up,),
    3: (two_up,),
    4: (shorter,),
    5: (firmer,),
    6: (above_the_usual,),
    7: (seven,),
    8: (weaker,),
    9: (short_of_breath, allowed),
    10: (bands,),
    11: (slow,),
    12: (three_up, slow),
    13: (slow,),
    14: (too_hard,),
    15: (too_hard,),
    16: (too_hard,),
    17: (an_easy_session, explained),
    18: (pain,),
    19: (near_fall,),
    20: (stretches, coughing),
    21: (stretches, coughing),
    22: (stretches, coughing),
    23: (stretches, talked),
    24: (an_easy_session,),
    25: (loosened,),
    26: (left_out,),
    **dict.fromkeys(range(27, 31), (stretches,)),
    31: (stretches, another_stage),
}
