"""Any sentence as a listener hears it: units in whole words, no marks, no pictures."""

import re
from calendar import day_name, month_name
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

Match = re.Match[str]

UNITS = {
    "kcal": ("kilocalorie", "kilocalories"), "kJ": ("kilojoule", "kilojoules"),
    "mL": ("millilitre", "millilitres"), "ml": ("millilitre", "millilitres"),
    "L": ("litre", "litres"), "l": ("litre", "litres"),
    "kg": ("kilogram", "kilograms"), "g": ("gram", "grams"),
    "mg": ("milligram", "milligrams"), "µg": ("microgram", "micrograms"),
    "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "st": ("stone", "stones"),
    "fl oz": ("fluid ounce", "fluid ounces"), "oz": ("ounce", "ounces"),
    "tbsp": ("tablespoon", "tablespoons"), "tsp": ("teaspoon", "teaspoons"),
    "m2": ("square metre", "square metres"), "m²": ("square metre", "square metres"),
    "m": ("metre", "metres"), "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"),
    "h": ("hour", "hours"), "min": ("minute", "minutes"), "sec": ("second", "seconds"),
    "s": ("second", "seconds"), "ms": ("millisecond", "milliseconds"),
    "°C": ("degree Celsius", "degrees Celsius"), "%": ("percent", "percent"),
}  # fmt: skip
SPACED = {"L", "l", "m", "h", "s", "st"}  # 1990s, 1st and 5L are no measures
DOUBTFUL = {"g", "min", "sec", "ms", "m2", *SPACED}  # without a number they are words or keys as well
SPELT = {
    "e.g.": "for example", "i.e.": "that is", "approx.": "about", "approx": "about", "vs.": "versus",
    "ALS": "A L S", "ALSFRS-R": "A L S F R S R", "BMI": "B M I", "IDDSI": "I D D S I", "NIV": "N I V",
    "USDA": "U S D A", "7EC": "7 E C",
}  # fmt: skip
DAYS = {name[:3]: name for name in day_name}
MONTHS = {name[:3]: name for name in month_name if name}
SIGNS = {
    "±": " plus or minus ", "≥": " at least ", "≤": " at most ", "≈": " about ", "−": " minus ",
    "×": " times ", "✓": " done ", "✔": " done ", "½": " half ", "¼": " a quarter ", "¾": " three quarters ",
    "·": ", ", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
}  # fmt: skip
SILENT = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd\ue000-\uf8ff\u2190-\u21ff\u2300-\u27bf"
    "\u2800-\u28ff\u2b00-\u2bff\U000f0000-\U0010fffd‹›•"
)
PAUSE = r"(?<=[.?])\s+"
PARTS = {"½": ".5", "¼": ".25", "¾": ".75"}


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """Half of Soup, 1,255 kcal: Half of Soup, 1255 kilocalories. What is spoken already stays as it is."""
    for pattern, put in _rules():
        text = pattern.sub(put, text)
    said = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    return UNITS[said][1] if said in UNITS and said not in SPACED else said


@cache
def _rules() -> list[tuple[re.Pattern[str], str | Callable[[Match], str]]]:
    """The rules, compiled when somebody listens: most commands are read."""
    return [(re.compile(pattern), put) for pattern, put in RULES]


def sentences(text: str) -> list[str]:
    """A text cut where a listener can pause: behind a full stop or a question."""
    return re.split(PAUSE, text)


def _either(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _lasting(found: Match) -> str:
    """1:40 minutes: 1 minute 40 seconds."""
    parts = [(int(found[1]), "minute"), (int(found[2]), "second")]
    return " ".join(f"{n} {what}{'' if n == 1 else 's'}" for n, what in parts if n) or "0 seconds"


def _measured(found: Match) -> str:
    """495 kcal: 495 kilocalories."""
    number, gap, unit = found.groups()
    return found[0] if unit in SPACED and not gap else f"{number} {UNITS[unit][number != '1']}"


def _of_one(found: Match) -> str:
    """For each mL: for each millilitre."""
    return f"{found[1]} {UNITS[found[2]][0]}"


def _many(found: Match) -> str:
    """In g: in grams."""
    return UNITS[found[0]][1]


UNIT = rf"(?:{_either(UNITS)})(?![\w²-])"
CLEAR = rf"(?:{_either(UNITS.keys() - DOUBTFUL)})(?![\w²-])"
NUMBER = r"(?<![\w.,])\d+(?:[.,]\d+)*"
SIGN = f"[{''.join(SIGNS)}]"
WHOLE = _either({word for both in UNITS.values() for word in both})
RULES: tuple[tuple[str, str | Callable[[Match], str]], ...] = (
    (rf"(?![{''.join(SIGNS)}])[{SILENT}]", " "),
    (r"[^\S\n]+", " "),
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    (
        rf"(?<![\w.])(\d+(?=[½¼¾])|(?=[½¼¾] ?{UNIT}))([½¼¾])",
        lambda found: f"{found[1] or 0}{PARTS[found[2]]}",
    ),
    (r"(?<![\w:])(\d{1,4}):([0-5]\d) min(?:utes?)?\b", _lasting),
    (
        rf"({NUMBER}) ?– ?(?=\d)|({NUMBER})-(?=\d[\d.]* ?{UNIT})",
        lambda found: f"{found[1] or found[2]} to ",
    ),
    (rf"(?<![\w?])\?(?= {UNIT})|(?<=\[)\?(?=\])", "not known"),
    (r"([Pp]lanned:? )?\[([^\[\]\n]+)\]", lambda found: f"{found[1] or 'planned: '}{found[2]}"),
    (r" ?· ?", ", "),
    (SIGN, lambda found: SIGNS[found[0]]),
    (r"[^\S\n]+", " "),
    (rf"({NUMBER})( ?)({UNIT})", _measured),
    (rf"(?<![\w-])({WHOLE}|g|{CLEAR})/(?=(?:{UNIT}|day|week|month)|\d)", r"\1 per "),
    (rf"\b(each|per|one) ({CLEAR}|(?:g|min|sec|m2)(?![\w-]))", _of_one),
    (r"(?<=\bin )(?:g|st|min|sec)(?![\w-])|(?<![\w-])g(?= per )", _many),
    (rf"(?<![\w-]){CLEAR}", _many),
    (r"\+\?", " and more"),
    (r"(?<=\d)\+(?= [a-z])", " or more"),
    (rf"(?<![\w-])(?:{_either(SPELT)})(?![\w-])", lambda found: SPELT[found[0]]),
    (rf"\b(?:{_either(DAYS)})(?=,? \d)", lambda found: DAYS[found[0]]),
    (rf"(?<=\d )(?:{_either(MONTHS)})\b", lambda found: MONTHS[found[0]]),
    (" ?%", " percent"),
)
