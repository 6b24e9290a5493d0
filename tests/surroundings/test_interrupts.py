"""Ctrl+C before the program has begun."""

import subprocess
import sys

import pytest

STARTING = """
import os, signal, sys

class Pressed:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Pressed())
from companion.__main__ import main
sys.exit(main())
"""


@pytest.mark.slow
def test_while_it_starts_it_ends_at_once_and_says_nothing():
    done = subprocess.run([sys.executable, "-c", STARTING, "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
