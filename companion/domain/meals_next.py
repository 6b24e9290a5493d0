"""What to eat next: what is allowed, ranked by what the day still needs. Nothing else is ever ranked."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.limits import NextLimits
    from companion.domain.meals import MealOffer
    from companion.domain.nutrients import Nutrients

Why = Literal["dense", "protein", "fluid", "quick", "lately"]
REASONS = 2  # as many as a short phrase holds
QUICK, DESSERT = "quick", "dessert"  # tags of recipes: ready soon; sweet


@frozen
class Candidate:
    """A meal that may be suggested, what a serving holds, and its grams; None is not known."""

    offer: "MealOffer"
    per: "Nutrients"
    grams: float | None

    @property
    def id(self) -> str:
        """The id of the meal."""
        return self.offer.meal.id

    @property
    def kcal(self) -> float:
        """Its energy, 0 where that is not known."""
        return self.per.kcal or 0.0

    @property
    def proper(self) -> bool:
        """Whether it is a dish, neither a drink nor a dessert."""
        return self.offer.meal.kind == "food" and DESSERT not in self.offer.meal.tags

    @property
    def density(self) -> float:
        """Energy in every gram, 0 where that is not known."""
        return self.kcal / self.grams if self.grams else 0.0


@frozen
class Need:
    """What the day still needs: kcal, grams, millilitres; None where there is no target to measure it by.

    `slots` are the parts of the day that are left to reach it in; `late` says that the evening has begun,
    `tired` that every bite is hard today, `behind` that less was eaten than usual by this time.
    """

    kcal: float | None = None
    protein_g: float | None = None
    fluid_ml: float | None = None
    slots: int = 1
    late: bool = False
    tired: bool = False
    behind: bool = False


@frozen
class Suggestion:
    """A candidate and, in codes, why it: the most telling first."""

    candidate: Candidate
    why: tuple[Why, ...]


def rank(
    candidates: Iterable[Candidate], need: Need, lately: Collection[str], limits: "NextLimits"
) -> list[Suggestion]:
    """The candidates, best first: energy before protein before fluid, the densest when tired or behind.

    What was had `lately` comes last. The order depends on nothing but what is given.
    """
    pool = list(candidates)
    most = max((one.kcal for one in pool), default=0.0)
    densest = max((one.density for one in pool), default=0.0)

    def score(one: Candidate) -> float:
        share = one.density / densest if densest else 0.0
        weight = limits.density_when_tired if need.tired or need.behind else limits.density
        late = need.late and one.kcal > limits.late_kcal
        return (
            limits.energy * _met(one.kcal, _wanted(need.kcal, need.slots, most))
            + limits.protein * _met(one.per.protein_g, _wanted(need.protein_g, need.slots, 0))
            + limits.fluid * _met(one.per.fluid_ml, _wanted(need.fluid_ml, need.slots, 0))
            + weight * share
            - limits.step * one.offer.steps
            - limits.late * late
        )

    ranked = sorted(pool, key=lambda one: (one.id in lately, -round(score(one), 9), one.id))
    return [Suggestion(one, why(one, need, limits, lately=one.id in lately)) for one in ranked]


def why(one: Candidate, need: Need, limits: "NextLimits", *, lately: bool = False) -> tuple[Why, ...]:
    """What speaks for it, at most two codes; that it was had lately is never left out."""
    tired = need.tired or need.behind
    protein = need.protein_g is None or need.protein_g > 0
    told: list[tuple[Why, bool]] = [
        ("lately", lately),
        ("dense", tired and one.density >= limits.dense_kcal_per_g),
        ("quick", tired and QUICK in one.offer.meal.tags),
        ("protein", protein and (one.per.protein_g or 0) >= limits.protein_rich_g),
        ("dense", one.density >= limits.dense_kcal_per_g),
        ("fluid", (one.per.fluid_ml or 0) >= limits.fluid_rich_ml),
        ("quick", QUICK in one.offer.meal.tags),
    ]
    return tuple(dict.fromkeys(code for code, so in told if so))[:REASONS]


def behind(eaten: float | None, target: float | None, over: float, limits: "NextLimits") -> bool:
    """Whether less was eaten than the share of the day that is `over` would have; False if not known."""
    if target is None or eaten is None:
        return False
    return eaten < limits.behind_share * over * target


def _wanted(left: float | None, slots: int, unknown: float) -> float:
    """What one of so many parts of the day should bring; `unknown` where there is nothing to measure by."""
    return unknown if left is None else max(left, 0.0) / max(slots, 1)


def _met(held: float | None, wanted: float) -> float:
    """How much of what is wanted it brings, 0 to 1; 0 where nothing is wanted."""
    return min((held or 0.0) / wanted, 1.0) if wanted > 0 else 0.0
