"""The words of the day's card."""

from companion.services.companion import Companion
from companion.wording import intake_day, today


def protein(companion: Companion) -> today.Figure:
    """The figure about protein."""
    return today.figures(companion.today.view())[0]


def test_the_card_and_the_tracker_say_the_same_of_unknown_protein(ruth: Companion) -> None:
    ruth.weight.log(57)
    ruth.intake.quick("Toast", kcal=120)
    assert protein(ruth).value == "not known"
    assert "Protein not known" in intake_day.beside(ruth.intake.day())[2]
    ruth.intake.quick("Shake", kcal=1900, protein_g=30)
    figure = protein(ruth)
    assert (figure.value, figure.beside) == ("30 g", "1 not known, usual advice 46 to 86 g")
    assert figure.short == "1 not known"
    assert "Protein: 30 g, 1 not known, range 46 to 86 g." in today.lines(ruth.today.view(), "kg")


def test_the_floor_says_when_it_is_an_estimate(companion: Companion) -> None:
    companion.weight.log(57)
    assert today.eaten(companion.today.view()).beside.startswith("of at least about 1,700, estimated\n")
    companion.plan.set("energy", "1900", decided_by="J. Okafor")
    assert today.eaten(companion.today.view()).beside.startswith("of at least 1,900\n")
