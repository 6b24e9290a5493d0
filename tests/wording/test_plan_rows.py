"""The words of the plan's rows."""

from companion.services.companion import Companion
from companion.wording import plan_rows


def fluid(companion: Companion) -> tuple[str, ...]:
    """The lines about fluid that nobody decided."""
    targets, today = companion.energy.targets(), companion.today_date()
    return plan_rows.of_plan("fluid", None, targets, companion.content, today).lines


def test_an_estimate_of_fluid_names_only_what_it_used(companion: Companion) -> None:
    companion.weight.log(57)
    assert fluid(companion)[-1] == "Estimated from the weight."
    companion.people.set("birth-year", "1954")
    assert fluid(companion)[-1] == "Estimated from the weight and the age."
