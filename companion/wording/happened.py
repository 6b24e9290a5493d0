"""What is seldom written down, as choices with more about each."""

ABOUT = {
    "fall": ("A fall or a near fall", "Nobody is to blame for it."),
    "pain": ("An exercise that hurt", "Which one, and how it hurt."),
    "tired": ("A reason for being more tired", "A bad night, a visit, a cold."),
    "function": ("Six short questions", "For the energy estimate."),
    "talk": ("A talk about a feeding tube", "What it is about, and why early."),
}
