"""Files of other hands in the place of ours: one plain sentence, at once, and never a traceback."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companion.store.layout import encode

PATIENCE = 20  # seconds, against a read that never ends
DEEP = 100_000
ROW = b'"1": {"id":"01jzzzzzzzzzzzzzzzzzzzzzzz","at":%s,"by":"Kim"}'
RAW: dict[str, bytes] = {
    "empty": b"", "brace": b"{", "list": b"[]", "null": b"null", "byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"_meta": {}}'.encode("utf-16"), "not UTF-8": b"\xff\xfe\xfd", "NUL": bytes(4096),
    "deep": b"[" * DEEP, "deep and closed": b"[" * DEEP + b"]" * DEEP, "digits": b"1" * DEEP,
    "lone half": b'{"a": "\\ud800"}',
}  # fmt: skip
VOUCHED: dict[str, bytes] = {  # with a checksum that holds
    "deep": ROW % (b"[" * DEEP + b"]" * DEEP), "digits": ROW % (b"9" * DEEP), "list": b'"1": []',
    "lone half": ROW % b'"\\ud800"', "no JSON": b'"1": {',
}  # fmt: skip
TOML = {
    **RAW, "deep": b"face = " + b"[" * DEEP + b"]" * DEEP, "digits": b"day_start = " + b"9" * DEEP,
    "twice": b'face = "calm"\nface = "full"\n', "infinite": b"day_start = inf",
}  # fmt: skip
LOOK = {"doctor", "check"}  # these tell what they find, as many lines as there are findings


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Ends a test that hangs with an error of its own."""

    def over(*_: object) -> None:
        raise TimeoutError("it waited for a file for ever")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def told(command) -> Callable[..., None]:
    """Runs a command that says one sentence, a hint, and nothing else."""

    def run(*words: str, codes: tuple[int, ...] = (1,)) -> None:
        said = command(*words)
        assert said.code in codes, (words, said)
        assert "Traceback" not in said.err
        if words[0] not in LOOK:
            assert said.code == 0 or 1 <= len(said.err.splitlines()) <= 2, said.err
        assert "Something went wrong inside" not in said.err, words

    return run


@pytest.fixture
def begun(command, folder: Path) -> Path:
    assert command("plan", "set", "energy", "1900", "--decided-by", "Lee").code == 0
    assert command("quick", "Soup", "--kcal", "150").code == 0
    return folder


@pytest.mark.parametrize("file", ["2026-04.json", "plan.json"])
@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
def test_a_month_that_is_none(raw, file, begun, told):
    (begun / file).write_bytes(raw)
    told("today")
    told("quick", "Tea", "--kcal", "2")
    told("check", codes=(0, 1))


@pytest.mark.parametrize("inside", VOUCHED.values(), ids=VOUCHED)
def test_a_month_whose_checksum_holds_and_whose_rows_do_not(inside, begun, told):
    (begun / "2026-04.json").write_bytes(encode({"quick": inside}, ""))
    told("today")
    told("check", codes=(0, 1))
    told("check", "--accept", "2026-04", codes=(0, 1, 5))


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
def test_a_month_that_is_none_is_not_accepted_either(raw, begun, told):
    (begun / "2026-04.json").write_bytes(raw)
    told("check", "--accept", "2026-04", codes=(1, 5))


def test_a_key_that_stands_twice_counts_once(begun, command):
    raw = (begun / "2026-04.json").read_bytes()
    (begun / "2026-04.json").write_bytes(raw.replace(b'"name":"Soup"', b'"name":"Soup","name":"Stew"'))
    assert command("today").code == 1
    assert command("check", "--accept", "2026-04").code == 0
    assert command("today", "--json").json["meals"][0]["name"] == "Stew"


@pytest.mark.parametrize("raw", TOML.values(), ids=TOML)
@pytest.mark.parametrize("file", ["settings.toml", "content/meals.toml", "content/texts/step.toml"])
def test_settings_and_content_that_are_none(raw, file, begun, told):
    path = begun / file
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(raw)
    words = {"settings.toml": ("today",), "content/meals.toml": ("meal", "list", "--food-level", "5")}
    told(*words.get(file, ("doctor",)), codes=(0, 1))
    told("doctor", codes=(0, 1))


@pytest.mark.parametrize("file", ["2026-04.json", "plan.json", "settings.toml", "content/meals.toml"])
def test_a_folder_in_the_place_of_a_file(file, begun, told):
    path = begun / file
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)
    told(*(("meal", "list", "--food-level", "5") if "meals" in file else ("today",)), codes=(0, 1))
    told("doctor", codes=(0, 1))


@pytest.mark.parametrize("file", ["2026-04.json", "plan.json", "settings.toml", "content/meals.toml"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device_in_the_place_of_a_file_is_not_waited_for(kind, file, begun, told):
    path = begun / file
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    told(*(("meal", "list", "--food-level", "5") if "meals" in file else ("today",)), codes=(0, 1))


@pytest.mark.parametrize(
    "name", ["../../etc", "CON", "a/b", "x" * 300, "new\nline", "\x1b[2J", "a\0b", "-x", "~", "ü\u202e"]
)
def test_a_strange_name_of_the_data_folder(name, tmp_path, command, monkeypatch):
    (tmp_path / "in" / "here").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "in" / "here")
    before = sorted(Path("/etc").glob("*.json"))
    for words in (("quick", "Soup", "--kcal", "1"), ("today",), ("doctor",)):
        said = command(f"--data-dir={name}", *words, data_dir=False)
        assert said.code in (0, 1, 2), said
        assert not [char for char in said.out + said.err if char in "\x1b\u202e\0"]
        assert said.code == 0 or len(said.err.splitlines()) <= 2 or words[0] in LOOK
        assert "Something went wrong inside" not in said.err
    assert sorted(Path("/etc").glob("*.json")) == before
