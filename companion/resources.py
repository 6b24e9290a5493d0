"""Where the style sheets and the packaged content are, in a wheel, an editable install or a bare checkout."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CONTENT = PACKAGE / "content" / "data"


def styles() -> Path:
    """The folder of .tcss files: inside the installed package, else beside it in a checkout."""
    inside = PACKAGE / "styles"
    return inside if (inside / "base.tcss").is_file() else PACKAGE.parent / "styles"


@cache
def sheets() -> frozenset[Path]:
    """The style sheets as they were when first asked for: an update may take one away."""
    return frozenset(styles().glob("*.tcss"))
