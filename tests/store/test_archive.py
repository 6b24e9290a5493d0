"""A backup is whole to the last byte, or refused with one word for why."""

import hashlib
import io
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.errors import CompanionError, Failure, Malformed
from companion.store.archive import ABOUT, About, Member, allowed, opened, packed

MADE = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
MEMBERS = {"plan.json": b"{}", "2026-11.json": b"12345", "content/meals/own.toml": b"x"}
MOST, SEAL = 2_000_000, 90


def backup(members: dict[str, bytes] | None = None) -> bytes:
    return packed(MEMBERS if members is None else members, MADE, "1.2", 3)


def fault(raw: bytes, most: int = MOST) -> str:
    with pytest.raises(CompanionError) as refused:
        opened(raw, "b.zip", most)
    return str(refused.value.facts.get("fault", refused.value.code))


def forged(
    members: list[tuple[str | zipfile.ZipInfo, bytes]], about: bytes | None = None, form: int = 1
) -> bytes:
    """What somebody else could make, sealed as ours is."""

    def member(name: str | zipfile.ZipInfo, raw: bytes) -> Member:
        called = name if isinstance(name, str) else name.filename
        return Member(name=called, bytes=len(raw), sha256=hashlib.sha256(raw).hexdigest())

    told = About(version="1", made=MADE, entries=3, members=tuple(member(*one) for one in members))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b" " * SEAL
        archive.writestr(ABOUT, told.model_dump_json() if about is None else about)
        for name, raw in members:
            archive.writestr(name, raw)
    body = out.getvalue()[:-SEAL]
    return body + b"companion-backup %d sha256:%s" % (form, hashlib.sha256(body).hexdigest().encode())


def test_what_goes_in_comes_out():
    found = opened(backup(), "b.zip", MOST)
    assert found.members == MEMBERS
    assert (found.about.made, found.about.version, found.about.entries) == (MADE, "1.2", 3)


def test_any_tool_opens_it_and_its_files_are_private():
    with zipfile.ZipFile(io.BytesIO(backup())) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [ABOUT, "2026-11.json", "content/meals/own.toml", "plan.json"]
        modes = {one.external_attr >> 16 for one in archive.infolist()}
    assert modes == {stat.S_IFREG | 0o600}


def test_the_same_diary_makes_the_same_file():
    assert backup() == backup(dict(reversed(MEMBERS.items())))


def test_forged_as_ours_is_taken_so_that_the_refusals_below_are_for_their_reasons():
    assert opened(forged([("plan.json", b"{}")]), "b.zip", MOST).members == {"plan.json": b"{}"}


def test_cut_at_any_byte_it_is_refused():
    raw = backup()
    assert {fault(raw[:end]) for end in range(len(raw))} <= {"empty", "unsealed"}


def test_a_changed_byte_is_found_wherever_it_is():
    raw = backup()
    for place in range(len(raw)):
        for bit in (1, 0x80):
            spoilt = bytearray(raw)
            spoilt[place] ^= bit
            assert fault(bytes(spoilt)) in ("unsealed", "changed", "newer_backup"), place


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
@settings(max_examples=50)
def test_an_added_byte_is_found_wherever_it_is(place, more):
    raw = backup()
    place %= len(raw) + 1
    assert fault(raw[:place] + more + raw[place:]) in ("unsealed", "changed", "newer_backup")


@pytest.mark.parametrize(
    "name",
    [
        "../../.ssh/authorized_keys", "/etc/passwd", "content/../../x", "content/../plan.json", "content/",
        "content", "content//x.toml", "content/.x", "content/x\\y", "content/x\n", "content/x\x1b[2J",
        "content/a/b/c/d.toml", "content/" + "x" * 101, "content/x ", "content/C:", "2026-13.json",
        "2026-11.json/x", "\uff12\uff10\uff12\uff16-11.json", "Plan.json", ".lock",
        "backup/2026-11.2026-11-23.json", "x.toml",
        "about.json/x", "content/e\u0301.toml", "content/\u212b.toml",
        "content/\u202ex", "./plan.json", "content/-x", "",
    ],
)  # fmt: skip
def test_a_name_that_is_no_place_in_the_diary_is_refused(name):
    assert not allowed(name)
    if name:
        assert fault(forged([("plan.json", b"{}"), (name, b"x")])) == "name"


@given(st.text() | st.builds("content/{}".format, st.text()))
@settings(max_examples=200)
def test_no_allowed_name_leads_anywhere_else(name):
    path = PurePosixPath(name)
    if allowed(name):
        assert not path.is_absolute()
        assert str(path) == name
        assert not any(part.startswith(".") for part in path.parts)
        assert len(path.parts) == 1 or path.parts[0] == "content"


def info(name: str, mode: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFDIR, stat.S_IFCHR, stat.S_IFSOCK])
def test_what_is_no_plain_file_is_refused(kind):
    assert fault(forged([(info("content/x.toml", kind | 0o600), b"/etc/passwd")])) == "kind"


def test_another_way_of_packing_is_refused():
    odd = info("plan.json", stat.S_IFREG)
    odd.compress_type = zipfile.ZIP_LZMA
    assert fault(forged([(odd, b"{}")])) == "kind"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [("plan.json", "plan.json"), ("content/a.toml", "content/A.toml"), ("content/a", "content/a/b.toml")],
)
def test_two_files_in_one_place_are_refused(names):
    assert fault(forged([(name, b"{}") for name in names])) == "twice"


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert fault(forged([("plan.json", b"0" * 1_900_000)])) == "too_large"
    assert fault(forged([("plan.json", b"0" * 3_000_000)]), most=2_000_000) == "too_large"


def test_a_list_of_members_without_end_is_not_read():
    raw = bytearray(forged([("plan.json", b"{}")])[:-SEAL])
    raw[-22 + 12 : -22 + 16] = (4_000_000).to_bytes(4, "little")
    seal = b"companion-backup 1 sha256:%s" % hashlib.sha256(raw).hexdigest().encode()
    assert fault(bytes(raw) + seal) == "no_zip"


def test_a_size_that_is_not_true_is_refused():
    raw = forged([("plan.json", b"0" * 5000)])
    body = raw[:-SEAL].replace((5000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    seal = b"companion-backup 1 sha256:%s" % hashlib.sha256(body).hexdigest().encode()
    assert body != raw[:-SEAL]
    assert fault(body + seal) == "no_zip"


@pytest.mark.parametrize(
    "about",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"format":' + b"9" * 100_000 + b"}",
        b"\xff\xfe",
        b"{" * 9,
    ],
)
def test_what_it_says_of_itself_has_to_be_so(about):
    assert fault(forged([("plan.json", b"{}")], about=about)) == "about"


def test_a_file_that_it_does_not_name_is_refused():
    about = About(version="1", made=MADE, entries=3, members=()).model_dump_json().encode()
    assert fault(forged([("plan.json", b"{}")], about=about)) == "about"


def test_a_seal_that_the_zip_itself_does_not_hold_is_refused():
    raw = bytearray(forged([("plan.json", b"{}")])[:-SEAL])
    raw[-2:] = (10).to_bytes(2, "little")  # the size of its comment: other tools would find bytes too many
    assert fault(bytes(raw) + b"companion-backup 1 sha256:%s" % hashlib.sha256(raw).hexdigest().encode()) == (
        "unsealed"
    )


def test_a_newer_format_is_refused_by_name():
    with pytest.raises(Failure) as refused:
        opened(forged([("plan.json", b"{}")], form=2), "b.zip", MOST)
    assert (refused.value.code, refused.value.facts["format"]) == ("newer_backup", 2)


def test_anybody_elses_zip_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("plan.json", b"{}")
    with pytest.raises(Malformed):
        opened(out.getvalue(), "b.zip", MOST)


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_bytes_that_are_sealed_and_no_zip_are_refused(body):
    seal = b"companion-backup 1 sha256:%s" % hashlib.sha256(body).hexdigest().encode()
    assert fault(body + seal) in ("no_zip", "unsealed")
