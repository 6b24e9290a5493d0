"""What a case is: a flow, its answers, and the command that says the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from companion.flows import intake, people, plan, preferences
from companion.flows.steps import Flow
from companion.services.companion import Companion

LEVELS = (
    "plan set food-level 5 --decided-by 'A. Lee'",
    "plan set drink-level 2 --decided-by 'A. Lee'",
)


@dataclass(frozen=True)
class Case:
    """A flow, the answers by step, and the command that says the same. `given` was written down before.

    `unsaid` are steps that lead to an answer but are none themselves: a search, "another share".
    """

    flow: Callable[..., Flow]
    answers: Mapping[str, Any]
    command: str
    given: tuple[str, ...] = ()
    unsaid: frozenset[str] = field(default_factory=frozenset)
    code: int = 0
    newest: str = ""  # the name under which the flow knows the newest entry

    @property
    def name(self) -> str:
        return f"{self.flow.__name__}: {self.command}"


SHARED = (plan.set_plan, people.set_person, preferences.set_preference, intake.log_drink)


def together(cases: list[Case]) -> list[list[Case]]:
    """Cases that can share a diary: those of one flow that begin with an empty one."""
    groups: dict[Any, list[Case]] = {}
    for place, case in enumerate(cases):
        alone = case.given or case.code or case.flow not in SHARED
        groups.setdefault(place if alone else case.flow, []).append(case)
    return list(groups.values())


def newest(companion: Companion) -> str:
    """The id of the newest entry."""
    kept = companion.diary.newest("the person")
    assert kept is not None
    return kept.entry.id


def known(case: Case) -> Callable[[Companion], dict[str, Any]]:
    """What the face knows before it asks."""
    return lambda companion: {case.newest: newest(companion)} if case.newest else {}
