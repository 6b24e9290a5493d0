"""The offer of a talk about a feeding tube, in sentences: never as something one needs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.wording import numbers, plan

if TYPE_CHECKING:
    from companion.domain.entries import TubeTalk
    from companion.domain.tube_talk import TalkReason
    from companion.services.tube_talk import TalkAnswered

OFFER = "A talk about a feeding tube may be worth having early; it decides nothing."
SHORT = "A talk about a feeding tube may be worth having early. F tells more."
OFFERED = "worth having early"
ROW = "A talk worth having early"
NO_REASON = "Nothing in your diary asks for it now; the page is here whenever you want it."
ANSWERS = {"talked": "we have talked about it", "later": "later", "no": "not for me"}


def offer(reasons: Sequence["TalkReason"]) -> str:
    """Why, in numbers with their limits, then the offer."""
    return f"{because(reasons)} {OFFER}"


def because(reasons: Sequence["TalkReason"]) -> str:
    """The reasons, a sentence each; or that there is none now."""
    return " ".join(REASONS[reason.code](reason) for reason in reasons) or NO_REASON


def why(reasons: Sequence["TalkReason"], limits_by: str | None) -> str:
    """Why one sees it: the numbers, the limits, who set them."""
    return f"{because(reasons)} {plan.limits_set_by(limits_by, 'dietitian')}" if reasons else NO_REASON


def answered(result: "TalkAnswered") -> str:
    """Saved: a talk about a feeding tube, later. And when it comes again."""
    again = {
        "later": f"It is offered again in {result.again_days} days, if the reasons are still there.",
        "talked": "It is not brought up again.",
        "no": "It is not brought up again.",
    }[result.entry.answer]
    return f"Saved: {described(result.entry)}. {again}"


def described(entry: "TubeTalk") -> str:
    """a talk about a feeding tube: not for me."""
    return f"a talk about a feeding tube: {ANSWERS[entry.answer]}"


def _loss(r: "TalkReason") -> str:
    return f"The weight is {r.value:.1f} % below the reference; the limit is {numbers.short(r.limit)} %."


def _long(r: "TalkReason") -> str:
    return (
        f"In the last {r.days} days meals took longer than {r.limit:g} minutes on {r.value:g} of {r.of} days"
        " with a time; the limit is most of them."
    )


def _coughs(r: "TalkReason") -> str:
    return (
        f"In the last {r.days} days {r.value:g} of {r.of} meals came with coughing; the limit is {r.limit:g}."
    )


def _intake(r: "TalkReason") -> str:
    return (
        f"In the last {r.days} days, {r.of} of them known, what was eaten was {round(r.value * 100)} % of the"
        f" energy target; the limit is {round(r.limit * 100)} %."
    )


REASONS = {"loss": _loss, "long_meals": _long, "coughs": _coughs, "intake": _intake}
