"""Models made of values that were checked before: what the packaged content and the diary are read by."""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel

M = TypeVar("M", bound="BaseModel")


def built(model: type[M], values: dict[str, Any]) -> M:
    """A model of these values, not validated: as model_construct, without its search for aliases."""
    defaults, names = _blank(model)
    one = model.__new__(model)
    object.__setattr__(one, "__dict__", {**defaults, **values})
    object.__setattr__(one, "__pydantic_fields_set__", names)
    object.__setattr__(one, "__pydantic_extra__", None)
    object.__setattr__(one, "__pydantic_private__", None)
    return one


@cache
def _blank(model: "type[BaseModel]") -> tuple[dict[str, Any], set[str]]:
    """The fields of a model in their order with their defaults, and the names of all of them."""
    fields = model.model_fields
    return {name: field.get_default(call_default_factory=True) for name, field in fields.items()}, set(fields)
