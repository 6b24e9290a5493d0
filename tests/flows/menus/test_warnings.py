"""Warning signs by digits: whom to call is said first, whatever else cannot be read."""

from companion.errors import Failure
from companion.flows import warnings as signs
from companion.flows.menus import warnings
from companion.services.people import People


def test_whom_to_call_is_said_first(ruth, stand):
    walker = stand(ruth, warnings.menu)
    assert walker.step.told.endswith("call your local emergency number.")
    walker.take("Write the number", "112")
    assert walker.step.told == "Choking, or no breath: stop reading and call 112."
    assert walker.details["Write the number"] == "112"


def test_the_three_groups_hold_every_sign(ruth, stand):
    walker = stand(ruth, warnings.menu)
    section = ruth.content.section("warn")
    for name, word in signs.GROUPS.items():
        walker.take(word)
        read = "\n".join(text for _, text in walker.step.texts)
        own = [record.text for id, record in section.items() if id.startswith(f"warn.{name}.")]
        assert all(text in read for text in own if "local emergency number" not in text)
        walker.back()
    assert walker.step.id == "warnings"


def test_in_one_text_the_most_urgent_come_first_and_what_the_list_is_last(ruth):
    read = warnings.signs(ruth)
    titles = [title for title, _ in read.texts if title]
    assert titles == list(signs.GROUPS.values())
    assert read.texts[0][1].startswith("Choking")
    assert read.texts[-1][1] == signs.text(ruth, "note")


def test_nothing_keeps_them_from_anybody(ruth, stand, monkeypatch):
    def broken(_: People) -> None:
        raise Failure("unexpected")

    monkeypatch.setattr(People, "person", broken)
    assert stand(ruth, warnings.menu).step.told.endswith("your local emergency number.")
