"""The four themes. Every pair of tokens that meets on a screen is measured in tests/tui/test_themes.py."""

from textual.theme import Theme

OWN = (
    "quiet",
    "focus",
    "focus-text",
    "notice",
    "alarm",
    "alarm-text",
    "chip",
    "chip-text",
    "trough",
    "usual",
)


def _theme(name: str, *, dark: bool, **tokens: str) -> Theme:
    colours = {token.replace("_", "-"): colour for token, colour in tokens.items()}
    own = {token: colours[token] for token in OWN}
    text = {"text": colours["foreground"], "text-muted": colours["quiet"], "text-disabled": colours["quiet"]}
    cursor = {
        "block-cursor-background": colours["focus"],
        "block-cursor-foreground": colours["focus-text"],
        "block-cursor-text-style": "bold",
        "input-selection-background": colours["chip"],
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["primary"],
        accent=colours["primary"],
        success=colours["primary"],
        warning=colours["notice"],
        error=colours["alarm"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        variables=own | text | cursor,
    )


DUSK = _theme(  # lamp light on warm charcoal
    "dusk",
    dark=True,
    background="#1a1714",
    surface="#25211c",
    panel="#332d26",
    foreground="#f3ebdd",
    quiet="#c9bda9",
    primary="#a0d4c0",
    focus="#a0d4c0",
    focus_text="#10201a",
    notice="#f1c878",
    alarm="#f6a892",
    alarm_text="#2a0d05",
    chip="#453d33",
    chip_text="#fff7e8",
    trough="#8d806d",
    usual="#33402f",
)
CLEAR = _theme(  # black and white with three pale signals
    "clear",
    dark=True,
    background="#000000",
    surface="#161616",
    panel="#262626",
    foreground="#ffffff",
    quiet="#e8e4dc",
    primary="#9ef2d4",
    focus="#ffffff",
    focus_text="#000000",
    notice="#ffd968",
    alarm="#ffb9a8",
    alarm_text="#000000",
    chip="#424242",
    chip_text="#ffffff",
    trough="#9c9c9c",
    usual="#1f3a2c",
)
DAYLIGHT = _theme(  # ink on warm paper
    "daylight",
    dark=False,
    background="#fbf6ec",
    surface="#f3ebdc",
    panel="#e7dcc8",
    foreground="#2a231a",
    quiet="#584e40",
    primary="#165e4b",
    focus="#165e4b",
    focus_text="#ffffff",
    notice="#6b4500",
    alarm="#91280e",
    alarm_text="#fff4f0",
    chip="#dacdb5",
    chip_text="#2a231a",
    trough="#8a7c64",
    usual="#d6e4d0",
)
PAPER = _theme(  # black on white, for eyes that want the most of a light screen
    "paper",
    dark=False,
    background="#ffffff",
    surface="#f2f2f2",
    panel="#e2e2e2",
    foreground="#000000",
    quiet="#333333",
    primary="#0a4436",
    focus="#000000",
    focus_text="#ffffff",
    notice="#4c3000",
    alarm="#701a06",
    alarm_text="#ffffff",
    chip="#cccccc",
    chip_text="#000000",
    trough="#6a6a6a",
    usual="#ddebd8",
)
THEMES = (DUSK, CLEAR, DAYLIGHT, PAPER)


def token(theme: Theme, name: str) -> str:
    """The colour behind a token, as #rrggbb."""
    return theme.variables.get(name) or str(getattr(theme, name))
