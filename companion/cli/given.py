"""What options mean: numbers, shares, times and days, and the options that many commands share."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import click

from companion.domain.day import latest_at
from companion.domain.text import decimal
from companion.errors import Malformed

if TYPE_CHECKING:
    from companion.services.companion import Companion

D = TypeVar("D", bound=date)
F = TypeVar("F", bound=Callable[..., Any])
SHARES = {"all": 1.0, "three-quarters": 0.75, "half": 0.5, "quarter": 0.25, "none": 0.0}


class Decimal(click.ParamType[float]):
    """A number with a decimal point or comma."""

    name = "number"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> float:
        """A float; what is possible is the service's question."""
        try:
            return decimal(value)
        except ValueError:
            raise Malformed("not_a_number", value=value) from None


class Share(click.ParamType[float]):
    """A share of a serving, by word or number."""

    name = "share"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> float:
        """A float."""
        named = SHARES.get(str(value).strip().lower())
        try:
            return decimal(value) if named is None else named
        except ValueError:
            raise Malformed("not_a_share", value=value, known=list(SHARES)) from None


NUMBER, SHARE = Decimal(), Share()
slot = click.option("--slot", help="Breakfast, lunch, supper and so on.")
note = click.option("--note", help="A note; - reads it from standard input.")
at = click.option("--at", metavar="TIME", help="HH:MM today, or 2026-04-14T18:30.")
food_level = click.option("--food-level", metavar="LEVEL", help="3, 4, 5, 6, 7EC or 7.")
drink_level = click.option("--drink-level", metavar="LEVEL", help="0 to 4.")
texture_by = click.option("--texture-by", metavar="NAME", help="Who said so.")
decided_by = click.option("--decided-by", metavar="NAME", help="Who decided it.")


def texture(command: F) -> F:
    """The texture of something of one's own: a level as food or as drink, and who gave it."""
    return food_level(drink_level(texture_by(command)))


def moment(companion: "Companion", typed: str | None) -> datetime | None:
    """A time: HH:MM of the day that runs now, or an ISO time, local where it has no offset."""
    if typed is None:
        return None
    try:
        if len(typed) <= len("HH:MM"):
            clock = datetime.strptime(typed, "%H:%M").time()  # noqa: DTZ007 - a time of day only
            ahead = timedelta(minutes=companion.content.limit("limits.future_minutes"))
            return latest_at(clock, companion.clock(), companion.settings.day_start, ahead)
        found = datetime.fromisoformat(typed)
        _in_a_calendar(found)
        return found if found.tzinfo else found.astimezone()
    except (ValueError, OverflowError):
        raise Malformed("bad_time", value=typed) from None


def day(companion: "Companion", typed: str) -> date:
    """A day: 2026-04-14, today or yesterday."""
    named = {"today": 0, "yesterday": 1}
    if typed in named:
        return companion.today_date() - timedelta(days=named[typed])
    try:
        return _in_a_calendar(date.fromisoformat(typed))
    except ValueError:
        raise Malformed("bad_date", value=typed) from None


def _in_a_calendar(found: D) -> D:
    """A day with days around it, so that no sum runs off the calendar."""
    if not date.min.year < found.year < date.max.year:
        raise ValueError(found)
    return found
