"""What Textual itself can do and nobody over SSH may."""

import pytest
from textual.app import App

from companion.tui.app import CompanionApp
from companion.tui.house import AT_HOME


@pytest.mark.parametrize("action", sorted(AT_HOME))
def test_it_writes_no_picture_and_does_not_stop_over_ssh(ruth, action):
    assert hasattr(App, f"action_{action}")  # Textual's name for it
    assert CompanionApp(ruth).check_action(action, ())
    ruth.gated = True
    assert CompanionApp(ruth).check_action(action, ()) is False
