"""A sentence names a command as it is typed where the reader sits."""

from collections.abc import Iterator

import pytest

from companion.cli.gate import ALLOWED
from companion.errors import CompanionError, Failure, Refused, Unknown
from companion.wording import commands
from companion.wording.errors import sentence


@pytest.fixture
def over_ssh() -> Iterator[None]:
    """Whoever reads came in over SSH."""
    before = commands._listed.set(ALLOWED)
    yield
    commands._listed.reset(before)


HINTS: list[tuple[CompanionError, str]] = [
    (Unknown("unknown_meal", value="x", known=()), "`meal list` shows them."),
    (Refused("nothing_to_undo"), "`history` shows what happened."),
    (Failure("unreadable", file="2026-04.json", fault="it is gone"), commands.AT_HOME),
    (Unknown("unknown_caregiver", value="x", known=()), commands.AT_HOME),
]


@pytest.mark.parametrize(("error", "hint"), HINTS, ids=lambda value: getattr(value, "code", ""))
def test_over_ssh_a_hint_names_what_can_be_asked_there(over_ssh, error, hint):
    assert sentence(error).endswith(f". {hint}")
    assert "companion " not in sentence(error)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("`companion meal log --help` shows it.", "`help meal log` shows it."),
        ("`companion meal --help` shows it.", "`help meal` shows it."),
        ("`companion --help` shows it.", "`help` shows it."),
        ("`companion export --help` shows it.", commands.AT_HOME),
        ("Nothing was lost. `companion doctor` says more.", f"Nothing was lost. {commands.AT_HOME}"),
        ("Mend 2026-04.json. Then go on.", "Mend 2026-04.json. Then go on."),
    ],
)
def test_help_is_asked_for_with_help_and_what_is_not_on_the_list_is_done_at_home(over_ssh, text, told):
    assert commands.typed(text) == told


def test_at_home_a_command_is_named_whole():
    assert sentence(HINTS[0][0]).endswith("`companion meal list` shows them.")
