"""What is next on the day."""

from datetime import timedelta

from companion.config.settings import Settings
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf


def test_in_the_evening_a_meal_comes_before_a_session(ruth, clock):
    codes = {}
    for hour in (19, 20, 23, 25, 28):
        clock.now = clock.now.replace(day=14 + hour // 24, hour=hour % 24, minute=0)
        codes[hour] = ruth.today.next().code
    assert codes == {19: "session", 20: "eat", 23: "eat", 25: "eat", 28: "session"}


def test_the_evening_begins_where_the_settings_say(ruth, clock):
    ruth.settings = ruth.settings.model_copy(update={"slots": {"breakfast": "06:00", "evening": "16:00"}})
    assert ruth.today.next().code == "eat"
    ruth.settings = ruth.settings.model_copy(update={"slots": {"breakfast": "06:00", "supper": "16:00"}})
    assert ruth.today.next().code == "session"


def test_a_session_that_was_begun_goes_on_in_the_evening(ruth, clock):
    clock.now = clock.now.replace(hour=19, minute=50)
    ruth.sessions.start("morning_full_body").stop("tired")
    ruth.sessions.start("morning_full_body")
    clock.go(minutes=20)
    assert ruth.today.next().code == "resume"


def breakfast_time(ruth, clock):
    """Half past nine on a day of rest."""
    clock.now = clock.now.replace(hour=9, minute=31)
    ruth.sessions.rest()


def test_after_breakfast_the_next_planned_dish_is_next(ruth, clock):
    breakfast_time(ruth, clock)
    first, second, third = (offer.meal.id for offer in ruth.meals.allowed(kind="food")[:3])
    for meal, slot in ((first, "breakfast"), (second, "supper"), (third, "lunch")):
        ruth.day_plan.plan(meal, slot=slot)
    assert ruth.today.next().planned.entry.meal == first
    ruth.meals.log(first, slot="breakfast")
    upcoming = ruth.today.next()
    assert (upcoming.slot, upcoming.planned.entry.meal) == ("lunch", third)
    clock.go(hours=11)  # a supper that was left out is still there
    assert ruth.today.next().planned.entry.meal == second


def test_without_a_plan_the_next_part_of_the_day_that_is_empty_is_next(ruth, clock):
    breakfast_time(ruth, clock)
    ruth.intake.drink(200)  # a drink is no breakfast
    assert ruth.today.next().slot == "breakfast"
    ruth.intake.quick("Toast", kcal=120)
    assert ruth.today.next().slot == "morning"


def test_the_view_lists_the_folder_once_and_reads_no_month_of_long_ago(clock, library, tmp_path, monkeypatch):
    shelf = FolderShelf(tmp_path)
    companion = Companion(diary=Diary(shelf, clock), content=library, settings=Settings(), clock=clock)
    now = clock.now
    for ago in (0, 40, 400, 800):
        clock.now = now - timedelta(days=ago)
        companion.weight.log(57)
        companion.fatigue.log(3)
    companion.people.set("name", "Ruth")
    clock.now, asked = now, []
    again = Companion(diary=Diary(shelf, clock), content=library, settings=Settings(), clock=clock)
    for what in ("names", "signature", "read"):
        plain = getattr(shelf, what)
        monkeypatch.setattr(
            shelf, what, lambda *a, what=what, plain=plain: asked.append((what, *a)) or plain(*a)
        )
    assert again.today.view().fatigue.latest.rating == 3
    assert asked.count(("names",)) == 1
    assert len(asked) == len(set(asked))
    months = {name for what, *about in asked if what == "read" for name in about}
    assert months == {"plan", f"{now:%Y-%m}", f"{now - timedelta(days=40):%Y-%m}"}
