"""A full screen at four times its pace, for Pilot.

Most of what tests with a Pilot took was waiting: a screen is drawn 60 times a second, and Pilot looks every
20 ms whether the program is idle. Both are quicker here, in step: it still looks once everything is drawn.
"""

import os

os.environ["TEXTUAL_FPS"] = "240"

from textual import _wait

_wait.SLEEP_GRANULARITY /= 4
_wait.SLEEP_IDLE /= 4
