"""A report by questions: into the folder of the diary, the same as the command makes, and for whom."""

import stat

import pytest

from companion.errors import NotAllowed, Refused
from companion.flows.reports import hand_over
from companion.reports.formats import FORMATS, SUFFIXES, written
from companion.services.companion import Companion
from companion.wording.reports_kept import FORMATS as NAMED


@pytest.fixture
def home(companion: Companion, tmp_path) -> Companion:
    companion.folder = tmp_path
    companion.weight.log(56.8)
    return companion


def test_it_asks_weeks_form_and_names_and_says_where_it_is(home, talk, tmp_path):
    told = talk(hand_over(home), (8, "html", False))
    path = tmp_path / "reports" / f"report-{home.today_date()}-8-weeks.html"
    assert told.ids == ["report_weeks", "report_format", "report_names"]
    assert f"Saved: {path.name}, in the folder {path.parent}." in told.texts[0]
    assert path.read_bytes() == written(home.reports.gather(8), "html")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)] == [0o600, 0o700]


def test_other_weeks_are_a_number_and_a_second_one_gets_a_number(home, talk):
    first = talk(hand_over(home), ("other", 2, "text", False)).result
    second = talk(hand_over(home, weeks=2), ("text", True)).result
    assert [first.name, second.name] == [
        f"report-{home.today_date()}-2-weeks.txt", f"report-{home.today_date()}-2-weeks-2.txt",
    ]  # fmt: skip


def test_every_format_is_offered_and_becomes_a_file(home, talk):
    assert set(NAMED) == set(FORMATS) == set(SUFFIXES)
    for form in FORMATS:
        answers = (form,) if form == "ics" else (form, False)
        assert talk(hand_over(home, weeks=1), answers).result.stat().st_size > 100, form


def test_it_can_be_read_at_once_without_a_file(home, tmp_path):
    flow = hand_over(home, weeks=4)
    next(flow)
    read = flow.send("here")
    texts = dict(read.texts)
    assert "56.8 kg" in texts["Weight"]
    assert not [line for text in texts.values() for line in text.split("\n") if line.startswith(" ")]
    assert not (tmp_path / "reports").exists()


def test_who_may_only_look_gets_no_file_on_this_disk(home, tmp_path):
    for name, role in (("Ines", "clinician"), ("Vera", "viewer")):
        home.caregivers.add(name, role)
        other = Companion(diary=home.diary, content=home.content, settings=home.settings, clock=home.clock,
                          by=name, gated=True, folder=tmp_path)  # fmt: skip
        with pytest.raises(NotAllowed):
            next(hand_over(other))
        with pytest.raises(NotAllowed):
            other.reports.keep(other.reports.gather(), "txt", b"")
    assert not (tmp_path / "reports").exists()


def test_without_a_folder_nothing_is_written(companion, talk):
    with pytest.raises(Refused, match="no_folder_here"):
        talk(hand_over(companion, weeks=4), ("text", False))
