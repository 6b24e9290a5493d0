"""Choices in lines: what is said, what a digit does, what is no answer."""

import pytest

from companion.flows.menus.today import FIRST, main
from companion.flows.steps import Choose, Confirm, Menu, Option, Say
from companion.flows.walk import Into, Out, Talk
from companion.linear.choosing import SPOKEN

MAIN, WRONG = 120, 80  # characters


def choice(*options, **more):
    def flow(_):
        chosen = yield Choose(id="c", title="Which one", options=options, **more)
        yield Say(f"Took {chosen}.")

    return flow


def many(count, label="Choice"):
    return [Option(n, f"{label} {n}") for n in range(1, count + 1)]


def test_the_main_menu_is_short(lines):
    said = lines(None, menu=main)
    assert said.startswith("Main menu. ")
    assert len(said.partition("Your choice: ")[0]) + len("Your choice: ") <= MAIN


def reached(companion, into, depth):
    """This menu, and those behind it."""
    menu = into.menu(companion)
    found = {menu.title: into.menu}
    for option in menu.options if depth else ():
        if isinstance(option.value, Into):
            found |= reached(companion, option.value, depth - 1)
    return found


def test_no_menu_is_too_much_to_listen_to(lines, ruth):
    menus = reached(ruth, FIRST, 2)
    assert len(menus) > 10
    for title, menu in menus.items():
        for screen in lines(None, *"9" * 6, menu=menu).split("Your choice: "):
            assert len(screen) + len("Your choice: ") <= SPOKEN + len("9\n\n") + screen.count("\n"), title


def test_a_digit_acts_at_once_and_the_result_comes_first(lines):
    said = lines(choice(*many(3)), "2")
    assert (
        "Which one. 3 choices.\n1. Choice 1\n2. Choice 2\n3. Choice 3\nYour choice: 2\nTook 2.\nBare." in said
    )


def test_what_is_said_of_an_option_is_said_while_there_is_room(lines):
    short = lines(choice(Option(1, "Soup", "180 kcal"), Option(2, "Mash")))
    assert "1. Soup, 180 kilocalories\n2. Mash" in short
    long = lines(choice(*(Option(n, f"Choice {n}", "with quite a lot about it") for n in range(5))), "?")
    assert "1. Choice 0\n" in long.partition("Your choice: ")[0]
    assert "1. Choice 0, with quite a lot about it\n" in long.partition("Your choice: ")[2]


@pytest.mark.parametrize("label", ["Choice", "A choice with a long name", "A" * 150])
def test_a_screen_is_never_too_much_to_listen_to(lines, label):
    said = lines(choice(*many(20, label)), *"9" * 30)
    screens = said.split("Your choice: ")
    assert all(len(screen) <= SPOKEN for screen in screens)
    assert all(f"{label} {n}\n" in said for n in range(1, 21))


def test_nine_says_more_and_after_the_last_page_the_first(lines):
    said = lines(choice(*many(10)), "9", "9", "9", "1")
    assert said.count("9. More") == 2
    assert said.count("Page 2 of 2.\n1. Choice 9\n2. Choice 10\n9. First page\n") == 2
    assert "Took 9." in said


@pytest.mark.parametrize("key", ["9", "x", "é", "\x01"])
def test_a_wrong_key_says_the_range_and_stays(lines, key):
    said = lines(choice(*many(3)), key, key, key, "3")
    answers = said.split("Your choice: ")[1:4]
    assert all("Not a choice. 1 to 3, 0 to go back." in told for told in answers)
    assert all(len(told) + len("Your choice: ") <= WRONG for told in answers)
    assert "Took 3." in said


@pytest.mark.parametrize("key", ["\r", " "])
def test_enter_where_it_takes_nothing_says_briefly_what_is_asked(lines, key):
    said = lines(choice(*many(10)), key, key, "3")
    assert said.count("Which one. 1 to 8, 9 for more, 0 to go back.\nYour choice: ") == 2
    assert "Not a choice" not in said
    assert "Took 3." in said


def test_at_the_first_menu_a_wrong_key_says_that_zero_leaves(lines):
    assert "Not a choice. 1 or 2, 0 to leave.\n" in lines(None, "x")
    assert "Bare. 1 or 2, 0 to leave.\n" in lines(None, "\r")


@pytest.mark.parametrize("key", ["\r", "x", "1"])
def test_a_choice_without_choices_says_what_to_do(lines, key):
    said = lines(choice(help="Nothing was eaten on another day."), key, "0")
    assert said.startswith("Which one.\nNothing was eaten on another day.\n0 goes back.\nYour choice: ")
    assert "0 choices" not in said
    assert ". ," not in said
    assert "Bare." in said


def test_a_search_that_finds_nothing_asks_for_the_word_again(lines, ruth):
    from companion.flows.menus.meals import menu

    said = lines(None, "\r", "9", "9", menu=menu)
    digit = next(line for line in said.splitlines() if "Find a meal" in line)[0]
    said = lines(None, digit, "quail\r", "soup\r", "0", "0\r", menu=menu)
    assert "Nothing like that was found.\nFind by a word.\nWords: soup" in said
    assert "Found. " in said


def test_a_detail_that_is_a_sentence_stands_alone(lines):
    said = lines(choice(Option(1, "A fall", "Nobody is to blame for it."), Option(2, "Soup", "180 kcal")))
    assert "1. A fall. Nobody is to blame for it.\n2. Soup, 180 kilocalories\n" in said


def test_a_dot_repeats_with_the_result_and_a_question_mark_helps(lines):
    said = lines(choice(*many(2), help="Only one can be taken."), "1", ".", "?")
    assert said.count("Took 1.\nBare. 2 choices.\n1. Leave\n2. Stay\n") == 2
    said = lines(choice(*many(2), help="Only one can be taken."), "?")
    assert (
        "Only one can be taken.\n1. Choice 1\n2. Choice 2\n1 or 2 choose, 0 goes back, a dot repeats." in said
    )


def test_enter_takes_the_answer_there_was(lines):
    said = lines(choice(*many(3), default=2), "\r")
    assert "Enter takes 2.\nYour choice: " in said
    assert "Took 2." in said


def test_a_statement_is_said_whole_and_enter_goes_on(lines):
    said = lines(choice(Option("on", "Go on"), help="A guide.\n\nNot a device."), "\r")
    assert "Which one.\nA guide.\nNot a device.\n1. Go on\nYour choice: " in said
    assert "Took on." in said


def test_a_level_has_its_own_digit_and_zero_is_one(lines, ruth):
    from companion.flows.plan import set_plan

    said = lines(lambda c: set_plan(c, key="food-level", decided_by="K. Weber"), "5")
    assert "\n5. " in said
    assert "5. 5" not in said
    said = lines(lambda c: set_plan(c, key="drink-level", decided_by="K. Weber"), "0\r")
    assert "00 goes back.\n" in said
    assert ruth.plan.in_force().decision("drink-level").value == "2"  # it asks before it loosens
    assert "1. No\n2. Yes\n" in said


@pytest.mark.parametrize("back", ["00\r", "q\r", "Q\r"])
def test_where_zero_answers_two_of_them_go_back(lines, back):
    levels = [Option(str(n), f"Level {n}", key=str(n)) for n in range(3)]
    said = lines(choice(*levels), back)
    assert "Took" not in said
    assert "Bare." in said


def test_a_digit_waits_for_enter_where_that_is_set(lines, companion):
    companion.settings = companion.settings.model_copy(update={"enter_after_digit": True})
    said = lines(choice(*many(3)), "1", "\x7f", "3", "\r")
    assert "Took 3." in said
    assert "Took 1." not in said


def test_no_is_what_enter_means(lines):
    def flow(_):
        yield Say(f"It is {(yield Confirm(id='c', title='Take it out?'))}.")

    for typed, known in (("\r", "False"), ("2", "True"), ("y", "True"), ("1", "False"), ("n", "False")):
        assert f"It is {known}." in lines(flow, typed)
    assert "It is" not in lines(flow, "0")


def test_leaving_is_asked_about_and_no_stays(lines):
    said = lines(None, "0", "\r", "0", "1", "0", "2")
    assert said.count("Leave the program?\n1. No\n2. Yes\nYour choice: ") == 3
    assert said.endswith("2\nGoodbye.\n")
    assert said.count("Bare. 2 choices.") == 3


def test_a_menu_heard_before_is_not_said_again_after_a_long_sentence(lines, companion):
    def flow(_):
        yield Say("Saved. " + "It is good to know. " * 7)
        yield from ()

    ways = [Option(Out(), f"Way number {n}") for n in range(4)]
    options = (Option(Talk(flow), "A rather long choice here"), *ways)
    said = lines(None, "1", ".", menu=lambda _: Menu(id="m", title="Menu", options=options))
    _, after, again, *_ = said.split("Your choice: ")
    assert after.endswith("Menu.\nA dot says all 5 choices.\n")
    assert "5. Way number 3" in again


def test_told_comes_before_the_choices(lines):
    menu = Menu(id="m", title="Food", told="495 of 1,900 kcal today.", options=(Option(Out(), "Back"),))
    said = lines(None, menu=lambda _: menu)
    assert said.startswith("Food. 1 choice.\n495 of 1900 kilocalories today.\n1. Back\nYour choice: ")
