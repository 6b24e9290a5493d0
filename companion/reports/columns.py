"""What the columns of the tables mean, each with its unit: the guide that goes with them."""

from collections.abc import Mapping

Guide = Mapping[str, tuple[str, str]]  # by column: its unit, what it means

WHO = {"by": ("", "who wrote it down: a role and a number, see people.csv; a name where names are told")}
NOTE = {"note": ("", "words of whoever wrote it; empty unless notes were asked for")}
WHEN = {
    "id": ("", "the entry in the diary"),
    "date": ("", "the day it belongs to; a day begins at the hour of the settings, 04:00 unless changed"),
    "at": ("", "when it was, with the offset of the local time"),
}
NUTRIENTS = {
    "kcal": ("kcal", "energy; empty where it is not known"),
    "protein_g": ("g", "protein"),
    "carb_g": ("g", "carbohydrate"),
    "fat_g": ("g", "fat"),
    "fluid_ml": ("mL", "water in food, drink and feeds"),
}
RATING = "0 to 10"

COLUMNS: Mapping[str, Guide] = {
    "days": {
        "date": WHEN["date"],
        "entries": (
            "",
            "how many things were written down as eaten or drunk; 0: nothing is known of the day",
        ),
        "over": ("", "yes for a day that is past, no for one that still runs"),
        **NUTRIENTS,
        "kcal_target": ("kcal", "the least that was asked for on that day"),
        "protein_least_g": (
            "g",
            "the least protein that was asked for on that day: the lower end of a range",
        ),
        "protein_aim_g": (
            "g",
            "the protein that was decided for that day, where that is more than the least",
        ),
        "fluid_target_ml": ("mL", "the fluid that was asked for on that day"),
        "unknown_kcal": ("", "entries whose energy is not known, so that the sum may be too low"),
        "unknown_protein": ("", "the same for protein"),
        "unknown_fluid": ("", "the same for drinks and feeds whose fluid is not known"),
    },
    "eaten": {
        **WHEN,
        "kind": ("", "meal, food, quick (a name and its energy), drink or tube"),
        "slot": ("", "the part of the day; one that somebody named only where notes were asked for"),
        "name": ("", "what it was: a food, recipe or drink of the program; own words only with notes"),
        "eaten": ("servings", "how much of a serving of a meal was really eaten"),
        "grams": ("g", "how much of a food"),
        "servings": ("", "how many servings of a food that is counted so"),
        "ml": ("mL", "how much of a drink or feed"),
        **NUTRIENTS,
        "level": ("IDDSI", "the level of a drink where it was said"),
        "minutes": ("min", "how long the meal took"),
        "coughs": ("", "how often somebody coughed; empty where it was not written down"),
        "helped": ("", "whether somebody helped with eating"),
        **WHO,
        **NOTE,
    },
    "weights": {
        **WHEN,
        "kg": ("kg", "body weight, what was worn or held taken off"),
        "tare_kg": ("kg", "what was taken off"),
        "change_percent": ("%", "against the reference weight; below 0 is a loss"),
        **WHO,
        **NOTE,
    },
    "fatigue": {
        **WHEN,
        "rating": (RATING, "tiredness: 0 not tired at all, 10 the most tired one can imagine"),
        "when": ("", "morning, before, during, after or later after a session, or of the day"),
        "helper_view": ("", "yes where a helper said it for the person"),
        "session": ("", "the session it belongs to, see sessions.csv"),
        **WHO,
        **NOTE,
    },
    "sessions": {
        "id": WHEN["id"],
        "date": WHEN["date"],
        "at": ("", "when it began, with the offset of the local time"),
        "title": (
            "",
            "the programme; empty for a rest by choice; one's own only with notes",
        ),
        "became": ("", "finished, stopped, rested (a rest by choice) or left (begun and not ended)"),
        "reason": ("", "why it ended early, or was a rest, where that was said; own words only with notes"),
        "done": ("", "exercises of which something was done"),
        "steps": ("", "exercises it began with"),
        "skipped": ("", "parts that were left out"),
        "softened": ("", "the share of the programme that was suggested; empty for all of it"),
        "minutes": ("min", "from its beginning to the last that was written in it"),
        "before": (RATING, "tiredness before"),
        "during": (RATING, "the highest during it"),
        "after": (RATING, "after it"),
        "later": (RATING, "the highest later on that day"),
        "morning": (RATING, "the next morning"),
        "helper_view": ("", "yes where these ratings are a helper's view"),
        **WHO,
    },
    "happened": {
        **WHEN,
        "about": ("", "fall, near_fall, pain, too_hard, or well: it goes well again"),
        "exercise": ("", "the exercise it is about, by its id; empty for none"),
        "pain": ("", "little, more (than before it began), sharp or lasting"),
        "session": ("", "the session it was in, see sessions.csv"),
        **WHO,
        **NOTE,
    },
    "decisions": {
        **WHEN,
        "key": ("", "what of the plan: food-level, drink-level, energy and so on"),
        "value": ("", "what was decided; empty where it was taken back"),
        "decided_by": ("", "who decided"),
        **WHO,
        **NOTE,
    },
    "alerts": {
        "first": ("", "the day on which the fatigue watch first spoke"),
        "last": ("", "the last day on which it held"),
        "level": ("", "notice or warning: the gravest it became"),
        "why": ("", "ratings above the usual, mornings_after_exercise, or a climb over weeks"),
        "since": ("", "when the rise began"),
        "ratings": ("", "how many ratings it is about"),
        "average": (RATING, "their average"),
        "usual": (RATING, "the usual before, or where the climb began"),
    },
    "people": {
        "by": ("", "as the other tables name them where names are left out"),
        "role": ("", "owner (the person), patient, caregiver, viewer or clinician"),
        "number": ("", "among those of this role"),
        "name": ("", "empty unless names were asked for"),
        "unverified": ("", "yes for a name that nobody vouched for"),
        "entries": ("", "how many entries in this time"),
    },
}
