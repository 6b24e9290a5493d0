"""All that a person can do, case by case, in one list."""

from parity.cases_done import DONE
from parity.cases_eaten import EATEN
from parity.cases_known import KNOWN
from parity.cases_set import SET

CASES = [*EATEN, *KNOWN, *SET, *DONE]
