"""Feeds through a tube: how much of which formula; the last one is remembered."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import TubeFed
from companion.domain.text import clean
from companion.errors import Malformed
from companion.services.intake_twins import KEPT, Beside

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.intake import Logged

FEED = "Tube feed"
REMEMBERED_DAYS = 92  # how far back the last formula is looked for
PER = 100  # millilitres that the figures of a feed are for


class Tube:
    """Writes feeds; energy always, protein and water where they are known."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def last(self) -> TubeFed | None:
        """The newest feed, whose formula is the usual one."""
        since = self._companion.today_date() - timedelta(days=REMEMBERED_DAYS)
        fed = self._companion.diary.of(TubeFed, since=since)
        return fed[-1] if fed else None

    def log(
        self,
        ml: float,
        *,
        kcal_per_ml: float | None = None,
        protein_per_100ml: float | None = None,
        water_per_100ml: float | None = None,
        what: str | None = None,
        slot: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
        beside: Beside = KEPT,
    ) -> "Logged":
        """Write a feed in millilitres; without figures, with those of the last. Raises Malformed if none."""
        companion = self._companion
        companion.actor.require("log")
        companion.within("ml", ml)
        name = clean(what or "")
        if kcal_per_ml is None:
            last = self.last()
            if last is None or last.kcal is None:
                raise Malformed("no_formula")
            kcal, name = last.kcal, name or last.name
            protein = last.protein_g if protein_per_100ml is None else protein_per_100ml
            water = last.fluid_ml if water_per_100ml is None else water_per_100ml
        else:
            kcal = companion.within("kcal_per_ml", kcal_per_ml) * PER
            protein, water = protein_per_100ml, water_per_100ml
        for figure, value in (("protein_per_100ml", protein), ("water_per_100ml", water)):
            if value is not None:
                companion.within(figure, value)
        facts = {"name": name or FEED, "ml": ml, "kcal": kcal, "protein_g": protein, "fluid_ml": water}
        return companion.intake.write(TubeFed, slot=slot, at=at, note=note, beside=beside, **facts)
