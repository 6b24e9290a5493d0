"""A real OpenSSH server of the tests' own on this machine, and people who come in through it."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from getpass import getuser
from pathlib import Path
from time import monotonic, sleep

from terminal import PATIENCE, PLACE, Terminal

SERVER = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
ABSENT = not (SERVER and shutil.which("ssh") and shutil.which("ssh-keygen"))
WHY_ABSENT = "no OpenSSH server here (Debian: openssh-server)"
CONFIG = """\
ListenAddress 127.0.0.1
AuthorizedKeysFile {place}/authorized_keys
HostKey {place}/host
PidFile none
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
UsePAM no
PrintMotd no
PrintLastLog no
AllowTcpForwarding no
X11Forwarding no
PermitUserRC no
Subsystem sftp internal-sftp
AcceptEnv LANG LC_* NO_COLOR COLORTERM
MaxStartups 100
MaxSessions 100
"""


class Sshd:
    """`sshd.admit("maria", "--data-dir", folder, "serve-ssh", "--as", "Maria")`, then `run` or `terminal`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o755)
        self.keys = place / "authorized_keys"
        self.keys.touch(0o600)
        self._make_key("host")
        (place / "config").write_text(CONFIG.format(place=place))
        self.port = 0
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Listen on a port of its own; another one where somebody took it in between."""
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where a server begun by root locks its children in
        for _ in range(5):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
            with (self.place / "log").open("ab") as log:
                self._server = subprocess.Popen(
                    [str(SERVER), "-D", "-e", "-f", str(self.place / "config"), "-p", str(self.port)],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
                )  # fmt: skip
            if self._listens():
                break
        else:
            raise RuntimeError((self.place / "log").read_text()[-2000:])
        kind, key = (self.place / "host.pub").read_text().split()[:2]
        (self.place / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {kind} {key}\n")

    def stop(self) -> None:
        """End the server that was started here; who is in stays in."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(PATIENCE)

    def key(self, name: str) -> Path:
        """The public key of somebody, made when first asked for."""
        if not (self.place / name).exists():
            self._make_key(name)
        return self.place / f"{name}.pub"

    def admit(self, name: str, *args: str, now: str = "", **env: str) -> None:
        """Let a key in with `companion ARGS` as its forced command, in this environment and no other.

        `now` is the time that it is for them, and stays.
        """
        plain = {"PATH": os.environ["PATH"], "HOME": str(self.place), "PYTHONPATH": str(PLACE), **env}
        around = [f"{key}={value}" for key, value in plain.items()]
        program = [str(Path(__file__).with_name("at.py")), now] if now else ["-m", "companion"]
        command = shlex.join(["env", *around, sys.executable, *program, *args])
        quoted = command.replace("\\", "\\\\").replace('"', '\\"')
        self.authorize(f'restrict,pty,command="{quoted}" {self.key(name).read_text().strip()}')

    def authorize(self, line: str) -> None:
        """Add a line to authorized_keys as it is."""
        with self.keys.open("a") as file:
            file.write(f"{line}\n")

    def call(self, name: str, *words: str, options: tuple[str, ...] = ()) -> list[str]:
        """The ssh command of somebody; `words` reach the server as one string, as ssh sends them."""
        settled = [f"-o{option}" for option in ("IdentitiesOnly=yes", "IdentityAgent=none", "BatchMode=yes",
            "LogLevel=ERROR", f"UserKnownHostsFile={self.place / 'known_hosts'}", *options)]  # fmt: skip
        where = ["-p", str(self.port), "-i", str(self.place / name), f"{getuser()}@127.0.0.1"]
        return ["ssh", "-F", os.devnull, *settled, *where, *(["--", *words] if words else [])]

    def run(self, name: str, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """One command without a terminal, over a connection of its own."""
        return subprocess.run(
            self.call(name, *words), input=given, capture_output=True, text=True, timeout=2 * PATIENCE
        )

    def terminal(
        self,
        name: str,
        *words: str,
        size: tuple[int, int] = (80, 24),
        options: tuple[str, ...] = (),
        **env: str,
    ) -> Terminal:
        """Somebody who sits at a terminal elsewhere; `env` is theirs."""
        return Terminal(
            *self.call(name, *words, options=("RequestTTY=force", *options))[1:],
            size=size,
            program="ssh",
            **env,
        )

    def _listens(self) -> bool:
        end = monotonic() + PATIENCE
        while monotonic() < end and self._server is not None and self._server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                sleep(0.02)
            else:
                return True
        return False

    def _make_key(self, name: str) -> None:
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.place / name)]
        subprocess.run(made, check=True)


class Line:
    """A line between a client and the server, which counts what comes to the client."""

    def __init__(self, port: int) -> None:
        self.came = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._ends: list[socket.socket] = []
        self._carrier = threading.Thread(target=self._carry, args=(port,))
        self._carrier.start()

    def close(self) -> None:
        """Carry nothing any longer."""
        for end in (self._listener, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._carrier.join()
        self._listener.close()

    def _carry(self, port: int) -> None:
        with (
            suppress(OSError),
            self._listener.accept()[0] as client,
            socket.create_connection(("127.0.0.1", port)) as server,
        ):
            self._ends = [client, server]
            away = threading.Thread(target=self._pass, args=(client, server, False))
            away.start()
            self._pass(server, client, True)
            away.join()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self.came += len(data) if counted else 0
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@contextmanager
def opened(place: Path) -> Iterator[Sshd]:
    """A server that listens until this ends."""
    server = Sshd(place)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def counted(server: Sshd) -> Iterator[Line]:
    """The server is reached through a line while this lasts."""
    line, port = Line(server.port), server.port
    server.port = line.port
    kind_and_key = (server.place / "known_hosts").read_text().partition(" ")[2]
    with (server.place / "known_hosts").open("a") as hosts:
        hosts.write(f"[127.0.0.1]:{line.port} {kind_and_key}")
    try:
        yield line
    finally:
        server.port = port
        line.close()


def drop(terminal: Terminal) -> None:
    """The line is lost: the client at the other end is gone without a word."""
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
