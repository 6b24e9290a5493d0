"""A public key is one line that can do nothing but be a key; its line of authorized_keys can do one thing."""

import base64
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from companion.domain.ssh_keys import (
    AT_MOST,
    AuthorizedLine,
    PublicKey,
    authorized,
    authorized_lines,
    public_key,
    shell_word,
)
from companion.errors import Malformed


def packed(*parts: bytes) -> str:
    """Parts as a key has them, in base64."""
    blob = b"".join(len(part).to_bytes(4) + part for part in parts)
    return base64.b64encode(blob).decode()


ED = packed(b"ssh-ed25519", bytes(range(32)))
POINT = b"\x04" * 65
SHORT = (b"\x01\x00\x01", b"\x00" + b"\xff" * 128)  # an RSA key of 1,024 bits
LINE = f"ssh-ed25519 {ED} maria@phone"
GOOD = PublicKey("ssh-ed25519", ED)


def test_a_key_is_read_with_its_comment():
    assert public_key(f"{LINE}\r\n") == PublicKey("ssh-ed25519", ED, "maria@phone")
    assert public_key(f"\ufeffssh-ed25519\t{ED}") == GOOD
    assert public_key(f"{LINE} of \x1b[31mhers\u202e").comment == "maria@phone of [31mhers"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key_none"),
        ("\n \n", "key_none"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n-----END OPENSSH PRIVATE KEY-----\n", "key_private"),
        ("PuTTY-User-Key-File-3: ssh-ed25519\n", "key_private"),
        (f'---- BEGIN SSH2 PUBLIC KEY ----\nComment: "m"\n{ED}\n---- END SSH2 PUBLIC KEY ----', "key_form"),
        ("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----", "key_form"),
        (f"{LINE}\n{LINE}", "key_lines"),
        (f"{LINE}\nssh-rsa", "key_lines"),
        (f"{LINE}\rssh-rsa x", "key_lines"),
        (f"{LINE}\u2028x", "key_lines"),
        (f"ssh-ed25519\n{ED}", "key_lines"),
        (f'command="sh" {LINE}', "key_options"),
        (f'no-pty,environment="A=b" {LINE}', "key_options"),
        (f"# {LINE}", "key_options"),
        ("hello", "key_kind"),
        ("restrict", "key_kind"),
        (f"ssh-dss {packed(b'ssh-dss', b'p', b'q', b'g', b'y')}", "key_kind"),
        (f"SSH-ED25519 {ED}", "key_kind"),
        ("ssh-ed25519", "key_broken"),
        ("ssh-ed25519 ", "key_broken"),
        (f"ssh-ed25519 {ED[:-4]}", "key_broken"),
        (f"ssh-ed25519 {ED[:-1]}", "key_broken"),
        (f"ssh-ed25519 {ED}AAAA", "key_broken"),
        (f'ssh-ed25519 {ED}" m', "key_broken"),
        (f"ssh-rsa {ED} m", "key_broken"),
        (f"ssh-ed25519 {packed(b'ssh-ed25519', bytes(31))}", "key_broken"),
        (f"ssh-ed25519 {packed(b'ssh-ed25519', bytes(32), b'x')}", "key_broken"),
        (f"ssh-rsa {packed(b'ssh-rsa', b'', bytes(257))}", "key_broken"),
        (f"ssh-rsa {packed(b'ssh-rsa', *SHORT)}", "key_short"),
        (f"ecdsa-sha2-nistp256 {packed(b'ecdsa-sha2-nistp256', b'nistp384', POINT)}", "key_broken"),
        (f"ssh-ed25519 {ED} {'x' * AT_MOST}", "key_long"),
    ],
)
def test_what_is_no_such_key_is_refused_with_its_reason(text, code):
    with pytest.raises(Malformed) as refused:
        public_key(text)
    assert refused.value.code == code


@given(st.text(max_size=300))
def test_no_comment_and_no_ending_breaks_out_of_the_line(rest):
    try:
        key = public_key(f"ssh-ed25519 {ED}{rest}")
    except Malformed:
        return
    assert (
        authorized(["companion"], key, "Maria") == f'restrict,pty,command="companion" ssh-ed25519 {ED} Maria'
    )


@given(st.binary(min_size=1, max_size=80), st.sampled_from(["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"]))
def test_no_other_bytes_pass_for_a_key(blob, kind):
    assume(base64.b64encode(blob).decode() != ED)
    with pytest.raises(Malformed):
        public_key(f"{kind} {base64.b64encode(blob).decode()} x")


def served(line: str) -> tuple[str, str]:
    """What a server takes out of a line: the forced command and what stands behind (auth-options.c)."""
    start = 'restrict,pty,command="'
    assert line.startswith(start)
    asked, rest = "", line[len(start) :]
    while not rest.startswith('"'):
        rest = rest[1:] if rest.startswith('\\"') else rest
        asked, rest = asked + rest[0], rest[1:]
    return asked, rest[1:]


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(NAMES)
def test_any_name_reaches_the_command_as_it_is(name):
    asked, behind = served(authorized(["/opt/companion", "serve-ssh", "--as", name], GOOD, name))
    assert shlex.split(asked) == ["/opt/companion", "serve-ssh", "--as", name]
    assert behind == f" ssh-ed25519 {ED} {name}"


@given(NAMES)
def test_the_line_that_is_written_is_the_line_that_is_read(name):
    command = ["/opt/companion", "--data-dir", "/home/ruth/a b", "gate", "--as", name]
    written = authorized(command, GOOD, "Maria")
    for line, restricted in ((written, True), (written.removeprefix("restrict,"), False)):
        assert list(authorized_lines(f"# ours\n{line}\n", "gate")) == [
            AuthorizedLine(2, name, "/home/ruth/a b", restricted)
        ]
    assert not list(authorized_lines(f"#{written}\n", "gate"))
    assert not list(authorized_lines(written, "another"))


AWKWARD = [
    "Maria",
    "Ana Luisa",
    "O'Neil",
    'say "a"',
    "$HOME",
    "`id`",
    "a\\",
    "a\\\\b",
    "\\'",
    "Zoë 王",
    "!x",
    "~",
    "*",
]


@pytest.mark.slow
@pytest.mark.parametrize(
    "shell", [name for name in ("sh", "bash", "dash", "zsh", "fish", "tcsh") if shutil.which(name)]
)
def test_every_shell_here_reads_the_word_as_it_is(shell):
    words = " ".join(map(shell_word, AWKWARD))
    said = subprocess.run([shell, "-c", f"printf '%s\\n' {words}"], capture_output=True, text=True)
    assert said.stdout.splitlines() == AWKWARD


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")
@pytest.mark.parametrize(
    "kind", [("ed25519",), ("ecdsa", "256"), ("ecdsa", "521"), ("rsa", "2048")], ids=" ".join
)
def test_the_fingerprint_is_the_one_that_ssh_keygen_shows(kind, tmp_path: Path):
    file, bits = tmp_path / "key", ["-b", kind[1]] if len(kind) > 1 else []
    subprocess.run(["ssh-keygen", "-q", "-t", kind[0], *bits, "-N", "", "-C", "m", "-f", file], check=True)
    shown = subprocess.run(["ssh-keygen", "-lf", file], check=True, capture_output=True, text=True).stdout
    key = public_key(file.with_suffix(".pub").read_text())
    assert key.fingerprint == shown.split()[1]
    assert f"{key.text} m\n" == file.with_suffix(".pub").read_text()
