"""Where one can go and what one can write down: the one table behind keys, help, palette and menus."""

from typing import TYPE_CHECKING

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.services.companion import Companion


@frozen
class Door:
    """A flow ("module:function"), a room or a page of texts; its key on Today and its words.

    `twice` is for what acts at once, see steps.Option.
    """

    key: str
    word: str
    about: str
    flow: str = ""
    room: str = ""
    texts: tuple[str, ...] = ()
    twice: bool = False


ADVICE = "advice"  # stands for what a swallowing therapist advised, with who and when; nothing without it
DOORS = {
    "move": Door("1", "Move", "Choose a session", "sessions:start_session"),
    "eat": Door("2", "Eat", "Choose a meal and write it down", room="meals"),
    "next": Door("n", "What next", "What would go well to eat next, and why", "day_plan:what_next"),
    "meal plan": Door("e", "Plan meals", "Meals for a day that reach its target", "day_plan:plan_day"),
    "drink": Door("3", "Drink", "Write down a drink", "intake:log_drink"),
    "tiredness": Door("4", "Tiredness", "Say how tired you are, and see the last weeks", room="fatigue"),
    "eaten": Door("5", "Eaten", "What was eaten today, and on other days", room="intake"),
    "weight": Door("6", "Weight", "Write down your weight, and see its course", room="weight"),
    "happened": Door("7", "Note", "A fall, pain, why more tired, six questions", "happened:note_happened"),
    "trends": Door("8", "Trends", "How the last weeks went, and a report of them", room="trends"),
    "food": Door("a", "Add food", "What is eaten often, or any food from the table", room="foods"),
    "quick": Door("k", "Quick entry", "Write down a name and its energy", "intake:quick_entry"),
    "copy": Door("y", "Copy", "Write down yesterday's meal or a past day again", "intake:copy_day"),
    "undo": Door("u", "Undo", "Take back your newest entry", "history:undo", twice=True),
    "plan": Door("p", "Plan", "Levels, targets, programme, the person: who decided what", room="plan"),
    "history": Door("h", "History", "What was written down, and by whom", room="history"),
    "settings": Door("s", "Settings", "Settings: how the program behaves", room="preferences"),
    "session": Door(
        "d", "Session done", "Write down a session done without guidance", "sessions:log_session"
    ),
    "function": Door("", "Six answers", "Six questions for the energy estimate", "people:ask_function"),
    "talk": Door("", "Feeding tube talk", "What such a talk is about, and why early", "tube_talk:offer_talk"),
    "fall": Door("", "Fall", "Write down a fall or a near fall", "sessions_notes:note_fall"),
    "hurt": Door("", "Pain", "Write down that an exercise hurt", "sessions_notes:note_pain"),
    "allow": Door("", "Clearance", "Write down what a therapist allowed", "plan:add_clearance"),
    "disallow": Door("", "Clearance back", "Take a clearance back", "plan:remove_clearance"),
    "programmes": Door("", "Programmes", "Change or make a programme", "programmes:edit_programme"),
    "import": Door(
        "", "Programme file", "Read programmes from a therapist's file", "programmes:import_programme"
    ),
    "own recipe": Door("", "New recipe", "Keep a recipe of your own", "recipes:add_recipe"),
    "own food": Door("", "New food", "Keep a food of your own", "foods:add_food"),
    "report": Door("", "Report", "Weeks on paper for the care team", "reports:hand_over"),
    "gentle": Door("g", "Why gentle", "Why the sessions are gentle", texts=("why_gentle",)),
    "posture": Door("b", "Before a meal", "How to sit, and what helps", texts=(ADVICE, "meal")),
    "tube": Door("t", "Tube feed", "Write down a feed through the tube", "intake:log_tube"),
    "flow_test": Door(
        "f", "Flow test", "How thick a drink is, by what is left in a syringe", "textures:try_flow"
    ),
    "told": Door(
        "v", "Therapist told", "Write down that coughing or long meals were told", "meals:tell_therapist"
    ),
    "levels": Door("l", "Levels", "What each texture level is", texts=("level", "flow_test")),
    "credit": Door(
        "c", "Sources", "Where recipes and levels come from", texts=("card.attribution", "level.credit")
    ),
}


def paragraphs(companion: "Companion", texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Title and text of content records; a name without a dot is a whole section."""
    content = companion.content
    advised = advice(companion) if ADVICE in texts else []
    records = [
        record
        for name in texts
        if name != ADVICE
        for record in ([content.text(name)] if "." in name else content.section(name).values())
    ]
    return [*advised, *((_title(record.id, record.title), record.text) for record in records)]


def advice(companion: "Companion") -> list[tuple[str, str]]:
    """What a swallowing therapist advised, under one title; nothing where nothing was written down."""
    from companion.wording import swallowing

    told = swallowing.advice(companion.swallowing.advice(), companion.content)
    return [(swallowing.ADVISED if n == 0 else "", line) for n, line in enumerate(told)]


def _title(id: str, title: str) -> str:
    """A level's number goes before its name."""
    section, _, rest = id.partition(".")
    return f"Level {rest}, {title}" if section == "level" and title else title
