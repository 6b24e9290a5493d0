"""What is offered to those who were let in: nothing is left out of the tables by an oversight."""

from functools import partial

from parity.cases import CASES

from companion.domain.people import MAY
from companion.flows.doors import DOORS
from companion.flows.roles import FLOWS, of_door, of_flow


def test_no_door_and_no_conversation_is_forgotten():
    """One that is not in the table would be for the person alone."""
    assert {name for name, door in DOORS.items() if of_door(door) == of_flow("")} == set()
    flows = {case.flow.func if isinstance(case.flow, partial) else case.flow for case in CASES}
    assert {flow.__name__ for flow in flows} - FLOWS.keys() == set()


def test_a_caregiver_writes_down_what_happened():
    for name in ("fall", "hurt", "happened", "tiredness", "drink", "session"):
        assert set(of_door(DOORS[name])) & MAY["caregiver"], name
