"""The last question before food or drink is written down, where there is one at all.

It is about the same meal, written down by somebody else, and about a level that changed in between: both in
one question, so that whoever goes back stands where they were before.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.errors import Refused
from companion.flows.ask import Ask
from companion.flows.steps import Choose, Flow, Option, Say
from companion.services.intake_twins import Beside
from companion.services.remarks import ordered
from companion.wording import intake, remarks, twins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.entries import Taken
    from companion.flows.steps import AnyStep
    from companion.services.companion import Companion
    from companion.services.intake import Logged

ADD, INSTEAD, LEAVE = "add", "instead", "leave"
FOOD, DRINK = "food-level", "drink-level"


class Writing:
    """Begun with a flow, when the levels are looked at; ended by `write`, the flow's one service call."""

    def __init__(self, companion: "Companion", *keys: str) -> None:
        self._companion, self._keys = companion, keys
        self._began = self._levels()

    def write(
        self, work: Callable[..., "Logged"], *, keys: Sequence[str] = (), several: bool = False
    ) -> Flow:
        """What was written; None where somebody left it. `work` takes `beside`; `several` are one question.

        `keys` are the levels that matter for it, where that was not known at the beginning.
        """
        changed = self._changed(keys or self._keys)
        try:
            result = work(beside=Beside(hold="always" if changed else "twins"))
        except Refused as held:
            if held.code != "twins":
                raise
            facts: Any = held.facts
        else:
            yield from told(result)
            return result
        met, now = facts["twins"], facts["now"]
        answer = yield self._question(met, now, changed, several=several)
        if answer == LEAVE:
            gone = self._companion.diary.find(met[-1].id).removed if met else False
            yield Say(twins.left_alone(met[-1]), "notice") if gone else Say(twins.LEFT)
            return None
        chosen = met if several else met[-1:]
        result = work(beside=Beside(instead_of=tuple(one.id for one in chosen if answer == INSTEAD)))
        yield from told(result, asked=met)
        return result

    def _question(self, met: "Sequence[Taken]", now: Any, changed: str, *, several: bool) -> Choose:
        options = [Option(ADD, twins.ADD if met else twins.WRITE, twins.BOTH_KEPT if met else "")]
        if met:
            options.append(Option(INSTEAD, twins.instead(met, several=several), twins.OTHER_OUT))
        options.append(Option(LEAVE, twins.LEAVE, twins.NOTHING))
        about = twins.question(met, now, several=several) if met else ""
        title = f"{changed} {about}".strip() if met else twins.all_the_same(changed)
        step = Ask(self._companion).choose("twins", options, default=ADD, title=title)
        if met:
            return replace(step, spoken=twins.heard(met, now, changed, several=several))
        return replace(step, help=self._companion.content.text("step.level_changed").text)

    def _changed(self, keys: Sequence[str]) -> str:
        """What is decided now of the levels that were others at the beginning."""
        now = self._levels()
        plan, clock = self._companion.plan.in_force(), self._companion.clock()
        return " ".join(
            twins.level_now(key, plan.decision(key), clock) for key in keys if now[key] != self._began[key]
        )

    def _levels(self) -> dict[str, Any]:
        plan = self._companion.plan.in_force()
        return {key: plan.value(key) for key in (FOOD, DRINK)}


def told(result: "Logged", *, asked: "Sequence[Taken]" = ()) -> "Iterator[AnyStep]":
    """What was saved, and what is worth knowing beside it that was not asked about."""
    known = {one.id for one in asked}
    yield Say(intake.logged(result))
    for remark in ordered(result.remarks):
        if remark.code != "again" or remark.facts["entry"].id not in known:
            yield Say(remarks.sentence(remark), "notice")
