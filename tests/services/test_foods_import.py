"""A download becomes a table of one's own, whole or not at all."""

import random
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import downloads
import pytest

from companion.content.check import check
from companion.content.library import Library
from companion.domain.foods_usda import Taken
from companion.errors import Malformed, NotAllowed, Refused
from companion.services.companion import Companion
from companion.services.foods import Foods
from companion.wording.foods_import import told as told_words


@pytest.fixture
def read(companion: Companion, tmp_path: Path) -> Callable[..., Taken]:
    """Reads bytes, or tables that are packed first."""
    companion.folder = tmp_path

    def reading(given: bytes | dict[str, str], heard: Callable[[float], None] = lambda _: None) -> Taken:
        file = tmp_path / "foods.zip"
        file.write_bytes(given if isinstance(given, bytes) else downloads.packed(given))
        return companion.foods.read_download(file, heard=heard)

    return reading


def again(companion: Companion) -> Companion:
    """The same diary, opened again."""
    assert companion.folder
    return Companion(
        diary=companion.unasked, settings=companion.settings, clock=companion.clock, folder=companion.folder,
        content=Library(companion.folder / "content", trusting=True),
    )  # fmt: skip


def test_it_is_searched_with_the_others_and_no_food_is_there_twice(read, companion):
    kept = companion.foods.take_in(read(downloads.small()))
    assert (kept.before, stat.S_IMODE(kept.table.stat().st_mode)) == (None, 0o600)
    opened = again(companion)
    assert len(opened.content.usda()) == 10_010
    assert opened.foods.search("quince pudding")[0].id == "99901"
    assert opened.foods.find("99901").portions == {"cup, sliced": 150, "serving": 99}
    assert opened.foods.find("fdc-170000").protein_g is None
    assert opened.foods.find("01077").kcal == 61
    listed = [food.id for food in opened.foods.search("milk whole", 100)]
    assert "01077" not in listed  # the kitchen's stands for it, as before
    assert len(listed) == len(set(listed))
    assert check(opened.content) == []


def test_it_has_no_marks_of_allergens_as_the_packaged_table_has_none(read, companion):
    companion.foods.take_in(read(downloads.small()))
    opened = again(companion)
    opened.people.set("avoid", "milk")
    pudding = opened.foods.find("99901")
    assert (pudding.allergens, pudding.diet) == ((), "")
    assert opened.meals.avoided(pudding) == opened.meals.avoided(opened.foods.find("01001")) == ()


def test_the_table_before_is_kept_and_the_same_is_refused(read, companion):
    first = companion.foods.take_in(read(downloads.small()))
    old = first.table.read_bytes()
    with pytest.raises(Refused, match="download_same"):
        companion.foods.take_in(read(downloads.small()))
    second = companion.foods.take_in(read(downloads.tables(downloads.FOODS[1])))
    assert second.before
    assert second.before.read_bytes() == old
    assert len(again(companion).content.usda()) == 10_009


def test_no_table_is_lost_and_what_is_searched_no_more_is_counted(read, companion, tmp_path):
    packs = [downloads.tables(one) for one in downloads.FOODS[:2]] + [downloads.small()]
    told = []
    for pack in (*packs, packs[0], packs[1]):
        taken = read(pack)
        kept = companion.foods.take_in(taken)
        told.append((taken.gone, kept.before and kept.before.name))
    assert told == [
        (0, None), (0, "usda.before.csv"), (0, "usda.before-2.csv"), (2, "usda.before-3.csv"),
        (0, "usda.before.csv"),  # kept already
    ]  # fmt: skip
    assert "searched no more" in "".join(told_words(replace(taken, gone=2), kept))
    assert len({file.read_bytes() for file in (tmp_path / "content").glob("usda.before*")}) == 3
    assert check(again(companion).content) == []


def test_what_is_broken_there_is_kept_and_replaced(read, companion, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "usda.csv").write_bytes(b"\xff")
    kept = companion.foods.take_in(read(downloads.small()))
    assert kept.before
    assert kept.before.read_bytes() == b"\xff"
    assert check(again(companion).content) == []


def test_a_shared_diary_shares_the_table(read, companion, tmp_path):
    tmp_path.chmod(0o2770)
    kept = companion.foods.take_in(read(downloads.small()))
    assert stat.S_IMODE(kept.table.stat().st_mode) == 0o660
    assert stat.S_IMODE(kept.table.parent.stat().st_mode) == 0o2770


def test_it_is_told_how_far_the_reading_is(read):
    heard: list[float] = []
    read(downloads.small(), heard.append)
    assert heard == sorted(heard)
    assert 0 < heard[0] < heard[-1] <= 1


def test_cut_anywhere_it_is_refused(read):
    whole = downloads.packed(downloads.small())
    for size in range(0, len(whole), 37):
        with pytest.raises(Malformed):
            read(whole[:size])


@pytest.mark.slow
def test_with_any_byte_changed_it_is_refused_or_reads_as_before(read):
    whole, dice = downloads.packed(downloads.small()), random.Random(7)
    expected, refused = read(whole), 0
    for _ in range(100):
        at = dice.randrange(len(whole))
        try:
            found = read(whole[:at] + bytes([whole[at] ^ (1 << dice.randrange(8))]) + whole[at + 1 :])
        except Malformed:
            refused += 1
        else:
            assert found == expected, at
    assert refused > 50


@pytest.mark.parametrize("name", ["a\0b", "lone \ud800 half"])
def test_no_file_can_have_such_a_name(companion, name):
    with pytest.raises(Malformed, match="download_not_there"):
        companion.foods.read_download(Path(name))


def test_over_ssh_no_file_is_read(companion):
    companion.via = "ssh"
    with pytest.raises(NotAllowed, match="download_from_afar"):
        Foods(companion).read_download(Path("foods.zip"))


@pytest.mark.parametrize(
    ("limit", "code"), [("limits.usda_foods", "download_many"), ("limits.usda_lines", "download_lines")]
)
def test_more_foods_or_lines_than_there_can_be_are_refused(limit, code, read, companion, monkeypatch):
    real = companion.content.limit
    monkeypatch.setattr(companion.content, "limit", lambda id_: 2 if id_ == limit else real(id_))
    with pytest.raises(Malformed, match=code):
        read(downloads.small())
