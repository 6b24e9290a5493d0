"""Joining the parts: a data folder in, a Companion out."""

import os

import pytest

from companion.bootstrap import open_companion
from companion.errors import Failure


@pytest.fixture(autouse=True)
def _mask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_looking_writes_nothing(tmp_path):
    folder = tmp_path / "data"
    open_companion(folder).today.view()
    assert not folder.exists()


def test_what_one_logs_the_next_one_sees(tmp_path):
    open_companion(tmp_path).intake.quick("Toast", kcal=120)
    assert open_companion(tmp_path).intake.day().day.total.kcal == 120


def test_own_content_takes_the_place_of_the_packaged(tmp_path):
    own = tmp_path / "content"
    own.mkdir()
    (own / "thresholds.toml").write_text(
        '[[threshold]]\nid = "session.before_rating"\nvalue = 5\nunit = "points"\nset_by = "K. Weber"\n'
        'source = "our physiotherapist"\nreviewed = 2026-04-01\nreview = "reviewed by K. Weber"\n'
    )
    assert open_companion(tmp_path).content.limit("session.before_rating") == 5


def test_broken_own_content_names_file_record_key_and_fault(tmp_path):
    own = tmp_path / "content"
    own.mkdir()
    (own / "thresholds.toml").write_text('[[threshold]]\nid = "session.before_rating"\nvalue = "many"\n')
    with pytest.raises(Failure) as caught:
        open_companion(tmp_path).content.limit("session.before_rating")
    facts = caught.value.facts
    assert facts["file"].endswith("thresholds.toml")
    assert facts["record"] == "session.before_rating"
    assert facts["key"]
    assert facts["fault"]


def test_new_files_are_for_their_owner_alone(tmp_path):
    open_companion(tmp_path / "data").intake.quick("Toast", kcal=120)
    for path in [tmp_path / "data", *(tmp_path / "data").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
