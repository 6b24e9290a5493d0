"""What a group of limits is: numbers, each with what it can be at all, and those that must not cross."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Rating = Annotated[int, Field(ge=1, le=10)]
Rise = Annotated[int, Field(ge=1, le=10)]
NoRise = Annotated[int, Field(ge=0, le=10)]
Few = Annotated[int, Field(ge=1, le=10)]
Points = Annotated[float, Field(ge=0, le=10)]
Share = Annotated[float, Field(ge=0.05, le=1)]
Times = Annotated[float, Field(ge=1, le=10)]
Percent = Annotated[float, Field(ge=0.5, le=100)]
Count = Annotated[int, Field(ge=1, le=100)]
Days = Annotated[int, Field(ge=1, le=366)]
NoDays = Annotated[int, Field(ge=0, le=366)]
Hours = Annotated[float, Field(ge=1, le=336)]
Minutes = Annotated[int, Field(ge=1, le=1440)]
Seconds = Annotated[float, Field(ge=0, le=600)]
Sum = Annotated[float, Field(ge=0.1, le=100)]
Factor = Annotated[float, Field(ge=0, le=100)]
Figure = Annotated[float, Field(ge=0.1, le=1000)]
Shift = Annotated[float, Field(ge=-10_000, le=10_000)]
Kcal = Annotated[float, Field(ge=0, le=5000)]
Step = Annotated[int, Field(ge=1, le=500)]
PerKg = Annotated[float, Field(ge=0.1, le=100)]
Bmi = Annotated[float, Field(ge=10, le=100)]
Kilograms = Annotated[float, Field(ge=0.5, le=500)]


class Limits(BaseModel):
    """A group of numbers; the threshold `<group>.<field>` fills the field.

    Of the names in a row of `rising` none may be below the one before it; in one of `apart` each is above.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    rising: ClassVar[tuple[tuple[str, ...], ...]] = ()
    apart: ClassVar[tuple[tuple[str, ...], ...]] = ()

    @classmethod
    def range(cls, field: str) -> tuple[float, float]:
        """The lowest and the highest that a field of one number can be."""
        marks = cls.model_fields[field].metadata
        low = next(mark.ge for mark in marks if hasattr(mark, "ge"))
        return low, next(mark.le for mark in marks if hasattr(mark, "le"))

    @classmethod
    def whole(cls, field: str) -> bool:
        """Whether a field is counted in whole numbers."""
        return cls.model_fields[field].annotation is int

    @classmethod
    def several(cls, field: str) -> bool:
        """Whether a field is a list of numbers."""
        return cls.model_fields[field].annotation not in (int, float)

    @classmethod
    def fits(cls, field: str, number: float) -> bool:
        """Whether a field can be this number."""
        if field not in cls.model_fields or cls.several(field):
            return False
        low, high = cls.range(field)
        return low <= number <= high and not (cls.whole(field) and number % 1)

    @classmethod
    def crossed(cls, values: Mapping[str, float]) -> Iterator[tuple[str, str, bool]]:
        """Pairs of which the second is too low beside the first, and whether they may be the same."""
        for rows, same in ((cls.rising, True), (cls.apart, False)):
            for low, high in (pair for row in rows for pair in pairwise(row)):
                if values[high] < values[low] or (values[high] == values[low] and not same):
                    yield low, high, same

    def changed(self, numbers: Mapping[str, float]) -> Self:
        """These limits with numbers in place of some.

        What cannot be, or crosses another, is left out: an older version may have kept it.
        """
        own = vars(self)
        fresh = {field: number for field, number in numbers.items() if self.fits(field, number)}
        while wrong := {one for pair in self.crossed({**own, **fresh}) for one in pair[:2]} & fresh.keys():
            fresh = {field: number for field, number in fresh.items() if field not in wrong}
        return type(self)(**{**own, **fresh}) if fresh else self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for low, high, same in self.crossed(vars(self)):
            raise ValueError(f"{high} has to be {'at least' if same else 'above'} {low}")
        return self
