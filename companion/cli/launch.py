"""What a command returns when it wants a face opened; only __main__ opens one."""

from typing import TYPE_CHECKING

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.cli.call import Call
    from companion.cli.faces import Face
    from companion.flows.steps import Flow
    from companion.services.companion import Companion


@frozen
class Launch:
    """A face, with the conversation it begins with, if any; without `face` the settings decide which."""

    call: "Call"
    flow: "Callable[[Companion], Flow] | None" = None
    face: "Face | None" = None
