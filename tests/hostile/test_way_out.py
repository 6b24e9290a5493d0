"""A diary that others wrote, bad texts in every entry: commands, plain lines and calm rows steer nothing."""

import csv
import io
import json
from itertools import islice

import pytest
from hostile.diary import sample
from hostile.inputs import SEQUENCE, TEXTS, WRITTEN, steering
from hostile.tree import APART, IN_A_FACE, commands, line
from hypothesis import example, given
from hypothesis import strategies as st
from parity.explorer import Heard, explore

from companion.cli.export import table
from companion.domain.entries import KINDS
from companion.domain.sheets import FORMULA
from companion.flows.steps import Read
from companion.tui.calm.lines import Space
from companion.tui.calm.paint import LinePainter
from companion.tui.calm.sheets import sheet
from companion.tui.widgets.words import fit

COMMANDS = commands()
UNTRIED = APART | IN_A_FACE | {"completion"}
LOOKS = {"doctor", "check"}  # 1: there is something to look at
FEW = 100  # screens of the second text, which is only wide
FORGED = "\n9. Leave"  # what would pass for a row


def test_a_sample_is_hostile_in_every_text(clock):
    for kind, model in KINDS.items():
        written = json.dumps(sample(model, "evil", clock()).model_dump(mode="json"))
        assert written.count("evil") >= 3, kind  # by, version, note


@pytest.mark.parametrize("text", ["hostile", "wide"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["lines", "json"])
def test_no_command_passes_on_what_steers(text, form, command, folder, spoilt):
    folder.mkdir(mode=0o700)
    for name, raw in spoilt[text].files.items():
        (folder / f"{name}.json").write_bytes(raw)
    wrong = {}
    for name, one in COMMANDS.items():
        if name in UNTRIED:
            continue
        said = command(*form, *line(name, one))
        found = steering(said.out + said.err)
        fine = {0, 1} if name in LOOKS else {0, 2, 3, 5}
        if found or said.code not in fine or FORGED in said.err:
            wrong[name] = said.code, found[:5], said.err[:200]
        if form and not said.code and name != "export":
            json.loads(said.out)
    assert wrong == {}
    assert "[/nope]" in command("history").out or text == "wide"


@pytest.fixture(scope="module", params=["hostile", "wide"])
def heard(request, spoilt, library) -> list[Heard]:
    """Every screen of the plain lines there is a way to."""
    from parity.test_linear_walk import NOW, copied, opened

    shelf = spoilt[request.param]
    ways = explore(lambda: opened(copied(shelf), NOW, library), set())
    return list(ways if request.param == "hostile" else islice(ways, FEW))


def test_plain_lines_hold_no_order_and_no_forged_row(heard):
    assert len(heard) >= FEW
    for one in heard:
        for said in (one.text, one.again, one.help):
            assert not steering(said, own="\n\a"), one.path
            assert FORGED not in said or isinstance(one.step, Read), one.path


@pytest.mark.parametrize("wide", [80, 40])
def test_calm_rows_hold_no_order_and_keep_to_their_columns(heard, wide):
    from rich.color import ColorSystem
    from rich.segment import Segment
    from textual.strip import Strip

    for one in heard:
        lines = sheet(one.step, Space(wide, 24)).lines
        rows = [text for row in lines for text in (row.text, *row.rest, row.heard)]
        assert not [row for row in rows if steering(row, own="")], one.path
        strips = [Strip([Segment(fit(row, wide))]) for row in rows]
        written = LinePainter().frame(strips, ColorSystem.TRUECOLOR)
        assert not steering(SEQUENCE.sub("", written), own=""), one.path
        assert {strip.cell_length for strip in strips} <= {wide}


@given(st.text() | st.text("=+-@\t\r\n\u200d \"',"))
@example('=HYPERLINK("x")')
@example("\u200d=1")
@example("\t=1")
@example(WRITTEN)
def test_no_cell_of_a_table_is_a_formula(text):
    raw = table([{"id": "1", "kind": "quick", "note": text, "name": text, "changes": {"note": text}}])
    assert not steering(raw)
    rows = list(csv.reader(io.StringIO(raw)))
    assert len(rows) == 2
    for cell in rows[1]:
        assert not cell.startswith(FORMULA)
        assert not cell.lstrip().startswith(FORMULA) or cell.startswith("'")


def test_export_quotes_what_a_spreadsheet_would_reckon_with(command):
    for number, text in enumerate(("=1+1", "+1", "-1", "@x", '=HYPERLINK("x")')):
        assert command("quick", text, "--kcal", "1", "--note", text).code == 0, number
    rows = list(csv.reader(io.StringIO(command("export", "--format", "csv").out)))
    texts = [cell for row in rows[1:] for cell in row if cell.lstrip("'").startswith(FORMULA)]
    assert len(texts) == 10
    assert all(cell.startswith("'") for cell in texts)


def test_bad_texts_are_bad():
    assert not [number for number in (1, 2, 3, 4, 5, 6, 12, 13, 18) if not steering(TEXTS[number])]
