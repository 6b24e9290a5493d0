"""The menus of those who were let in: none that is offered is empty."""

import pytest

from companion.flows.levels import Out
from companion.flows.menus.today import main
from companion.flows.steps import Menu


def empty(menus: list[Menu]) -> set[str]:
    """The menus with no way but out."""
    return {menu.id for menu in menus if all(isinstance(one.value, Out) for one in menu.options)}


@pytest.mark.slow
@pytest.mark.parametrize("role", ["viewer", "clinician"])
def test_who_may_not_write_is_led_into_no_menu_with_nothing_in_it(ruth, explored, role):
    ruth.intake.quick("Soup", kcal=150)
    ruth.caregivers.add("Maria", role)
    ruth.by, ruth.gated, ruth.via = "Maria", True, "ssh"
    found = explored(ruth, main)
    assert {menu.id for menu in found} > {"day", "plan"}
    assert empty(found) <= {"history_earlier"}  # nothing is older
