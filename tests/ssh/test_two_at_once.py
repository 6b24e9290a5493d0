"""Two people at once, one of them over a real server: the same meal is asked about, and none is lost."""

from pathlib import Path

from sshd import Sshd
from terminal import Terminal

from companion.bootstrap import open_companion

ASKED = "Add this, or put it in its place?"


def eaten(diary: Path) -> list[tuple[str, str]]:
    """Who wrote down what stands in today's sums, and through which face."""
    return [(entry.by, entry.via) for entry in open_companion(diary).intake.day().day.entries]


def test_a_meal_logged_over_the_line_is_asked_about_in_the_face_at_home(maria: Sshd, diary: Path) -> None:
    home = Terminal("-m", "companion", "--data-dir", str(diary), "--full")
    home.see("Ruth", "Next")
    home.press("2")
    home.see("Enter Eaten")
    home.press("enter")
    home.see("How much was eaten?")
    done = maria.run("maria", "quick", "Soup", "--kcal", "150")
    assert (done.returncode, done.stderr) == (0, "")
    home.press("enter")
    home.see("Maria wrote down", "Soup, 150 kcal", ASKED)
    home.press("2")
    home.see("in place of Maria's")
    home.close()
    assert eaten(diary) == [("Ruth", "full")]
    assert len([k for k in open_companion(diary).history.recent() if k.entry.kind in ("quick", "meal")]) == 2


def test_a_command_over_the_line_never_asks_and_says_that_there_are_two(maria: Sshd, diary: Path) -> None:
    open_companion(diary).intake.quick("Soup", kcal=150)
    done = maria.run("maria", "quick", "Stew", "--kcal", "300")
    assert done.returncode == 0
    assert "Ruth wrote down" in done.stderr
    assert "so there are two now. `undo` takes yours back." in done.stderr
    assert [by for by, _ in eaten(diary)] == ["Ruth", "Maria"]


def test_what_comes_over_the_line_while_one_answers_is_kept_as_well(maria: Sshd, diary: Path) -> None:
    home = Terminal("-m", "companion", "--data-dir", str(diary), "--full")
    home.see("Ruth", "Next")
    home.press("k")
    home.see("What was it?")
    home.press("Soup", "enter")
    home.see("How much energy")
    home.press("150")
    open_companion(diary, by="Jon").intake.quick("Cake", kcal=200)
    home.press("enter")
    home.see("Jon wrote down", ASKED)
    done = maria.run("maria", "quick", "Stew", "--kcal", "300")
    assert done.returncode == 0
    home.press("2")
    home.see("in place of Jon's")
    home.close()
    assert sorted(by for by, _ in eaten(diary)) == ["Maria", "Ruth"]
