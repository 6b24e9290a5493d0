"""`companion target` and `companion energy`: what to reach in a day, and every estimate behind it."""

from typing import TYPE_CHECKING, Any, Literal

import click

from companion.cli import given
from companion.cli.shapes import amount
from companion.cli.verbs import Verb
from companion.domain.energy import Body
from companion.wording import energy as words

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.command("target", cls=Verb)
@click.pass_obj
def target(call: "Call") -> None:
    """Energy, protein and fluid a day, and whose numbers they are."""
    found = call.companion.energy.targets()
    energy, protein, fluid = found.energy, found.protein, found.fluid
    document = {
        "energy": {
            "kcal": amount(energy.kcal), "low_kcal": amount(energy.low), "high_kcal": amount(energy.high),
            "source": energy.source,
        },
        "protein": {
            "aim_g": amount(protein.aim_g) if protein else None,
            "low_g": amount(protein.low_g) if protein else None,
            "high_g": amount(protein.high_g) if protein else None,
            "source": protein.source if protein else None,
        },
        "fluid": {"ml": amount(fluid.ml) if fluid else None, "source": fluid.source if fluid else None},
    }  # fmt: skip
    call.tell(document, words.targets(found))


@click.command("energy", cls=Verb)
@click.option("--sex", type=click.Choice(["m", "f"]))
@click.option("--weight", type=given.NUMBER, metavar="KG")
@click.option("--height", type=given.NUMBER, metavar="CM")
@click.option("--age", type=int, metavar="YEARS")
@click.option("--alsfrs6", type=int, metavar="N", help="The sum of the six answers, 0 to 24.")
@click.option("--alsfrs-r", type=int, metavar="N", help="The ALSFRS-R, 0 to 48.")
@click.option(
    "--ventilation", type=click.Choice(["none", "niv", "invasive"]), default="none", show_default=True
)
@click.pass_obj
def energy(
    call: "Call", /, sex: Literal["m", "f"] | None, weight: float | None, height: float | None, **facts: Any
) -> None:
    """Every estimate of the energy need side by side. Nothing is stored, and no diary is needed."""
    body = Body(sex=sex, kg=weight, height_cm=height, **facts)
    found = call.nobody.energy.estimates(body)
    document = {
        "estimates": [
            {
                "id": e.id, "kcal": amount(e.kcal), "low_kcal": amount(e.low), "high_kcal": amount(e.high),
                "source": words.NAMES[e.id], "note": words.note(e) or None,
            }
            for e in found
        ]
    }  # fmt: skip
    call.tell(document, [f"{words.estimate(e)}." for e in found])
