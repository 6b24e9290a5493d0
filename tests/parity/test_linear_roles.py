"""The plain lines of those who were let in: every way that is offered, and none that ends in a refusal."""

from collections.abc import Callable
from itertools import islice

import pytest
from parity.explorer import Heard, explore
from parity.test_linear_walk import FIRST_MENU, NOW, copied, length, lived, opened

from companion.content.library import Library
from companion.domain.people import Role
from companion.flows.menus.today import begin, main, opening
from companion.flows.roles import FLOWS, SEE
from companion.services.companion import Companion
from companion.store.shelf import MemoryShelf

SOME = 150  # screens of a caregiver, who has nearly all that the person has
REFUSED = ("may not do this", "wrote that down, so")


@pytest.fixture(scope="module")
def diary() -> MemoryShelf:
    """The diary of the invented person."""
    return lived()


@pytest.fixture
def maria(diary: MemoryShelf, library: Library) -> Callable[[Role], Callable[[], Companion]]:
    """Opens copies of it, over SSH, as Maria in a role."""

    def in_role(role: Role) -> Callable[[], Companion]:
        shelf = copied(diary)
        opened(shelf, NOW, library).caregivers.add("Maria", role)

        def companion() -> Companion:
            found = opened(copied(shelf), NOW, library)
            found.by, found.gated, found.via = "Maria", True, "ssh"
            return found

        return companion

    return in_role


def refused(heard: list[Heard]) -> dict[tuple[str, ...], str]:
    """What was answered by a refusal, by the way to it."""
    return {one.path: one.text for one in heard if any(word in one.text for word in REFUSED)}


@pytest.mark.parametrize("role", ["viewer", "clinician"])
def test_every_way_that_is_offered_can_be_gone(role, maria):
    begun: set[str] = set()
    heard = list(explore(maria(role), begun))
    assert refused(heard) == {}
    assert len(heard) > 20
    assert begun
    if role == "viewer":
        assert {name for name in begun if FLOWS.get(name) != SEE} == set()
    else:
        assert "set_plan" in begun
        assert not begun & {"start_session", "log_meal", "log_weight", "set_preference"}


def test_a_caregiver_is_offered_what_they_may_do(maria):
    begun: set[str] = set()
    assert refused(list(islice(explore(maria("caregiver"), begun), SOME))) == {}
    assert {"log_drink", "start_session"} <= begun
    assert not begun & {"set_plan", "set_preference", "set_person", "add_clearance"}


@pytest.mark.parametrize("role", ["viewer", "clinician", "caregiver", "patient"])
def test_the_first_line_says_once_who_is_here(role, maria):
    companion = maria(role)()
    does = "reads" if role == "viewer" else "writes"
    assert opening(companion)[0] == f"Maria {does} here."
    menu = main(companion)
    assert "Maria" not in menu.title
    assert length(f"{opening(companion)[0]}") + len(menu.title) <= FIRST_MENU


def test_an_empty_diary_says_that_the_person_can_begin_it(library):
    companion = opened(MemoryShelf(), NOW, library)
    companion.caregivers.add("Maria", "caregiver")
    companion.by, companion.gated = "Maria", True
    walk = begin(companion)
    said = []
    while walk.depth == 0 and hasattr(walk.step, "text"):
        said.append(walk.step.text)
        walk.answer()
    assert said == [
        "Maria writes here.",
        "Nothing is written down here yet. The person can begin it at home.",
    ]


def test_who_is_let_out_meanwhile_hears_one_sentence_and_the_face_closes(maria):
    from parity.typist import Pipe

    from companion.errors import NotAllowed

    companion = maria("caregiver")()

    class Typing(Pipe):
        def typed(self, block: str) -> str | None:
            companion.by, companion.gated = None, False
            companion.caregivers.remove("Maria")
            companion.by, companion.gated = "Maria", True
            return "1"

    pipe = Typing(begin(companion))
    with pytest.raises(NotAllowed, match="not_admitted") as error:
        pipe(companion)
    assert error.value.exit_code == 77
