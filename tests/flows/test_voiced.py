"""The voice of a face: what of a session it speaks, and when it looks for a screen reader again."""

import pytest

from companion.config.settings import Settings
from companion.flows.guided_choices import ID
from companion.flows.levels import Cue
from companion.flows.steps import Choose, Menu, Number
from companion.flows.voiced import Voiced
from companion.surroundings import voice

NOW = Choose(id=ID, title="Rest 60 seconds.", options=())
SCANNED = Menu(id=ID, title="Rest 60 seconds.", options=())
MENU = Menu(id="main", title="Main menu", options=())
ASKED = Number(id="ml", title="How much", low=0, high=9)


@pytest.fixture
def voices(companion, monkeypatch):
    """What each voice that was made has said."""
    companion.settings = Settings(voice=True)
    made = []

    class Written(list):
        def __init__(self):
            super().__init__()
            made.append(self)

        say = list.append

    monkeypatch.setattr(voice, "Voice", Written)
    return made


def test_the_steps_and_cues_of_a_session_are_spoken_and_nothing_else(companion, voices):
    voiced = Voiced(companion)
    for step in (MENU, ASKED, NOW, ASKED):
        voiced.tell((), step)
    voiced.tell([Cue("10 seconds."), Cue("Rest over.", 1)])
    assert voices == [["Rest 60 seconds.", "10 seconds. Rest over."]]


@pytest.mark.parametrize("step", [NOW, SCANNED])
def test_each_session_looks_for_a_screen_reader_anew(companion, voices, step):
    voiced = Voiced(companion)
    for shown in (step, ASKED, step, MENU, step):
        voiced.tell((), shown)
    assert [len(said) for said in voices] == [2, 1]


def test_two_faces_have_a_voice_each(companion, voices):
    for _ in range(2):
        Voiced(companion).speak("Done.")
    assert voices == [["Done."], ["Done."]]


def test_nobody_looks_for_a_voice_where_none_is_wanted(companion, voices):
    companion.settings = Settings(voice=False)
    Voiced(companion).speak("Done.")
    assert voices == []
