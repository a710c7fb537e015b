"""Where a value differs from a type."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict


def faults(value: Any, shape: Any, at: str = "answer") -> list[str]:
    """Return where a value differs from a type: every key, every element, no key too many."""
    if is_typeddict(shape):
        return _faults_of_keys(value, get_type_hints(shape), at)
    origin, inner = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        found = [faults(value, one, at) for one in inner]
        return [] if [] in found else min(found, key=len)
    if origin is Literal:
        return [] if value in inner else [f"{at}: {value!r} is none of {inner}"]
    if origin is list:
        if not isinstance(value, list):
            return [f"{at}: {value!r} is no list"]
        return [fault for place, one in enumerate(value) for fault in faults(one, inner[0], f"{at}[{place}]")]
    if shape is float:
        return [] if isinstance(value, int | float) and not isinstance(value, bool) else [f"{at}: {value!r}"]
    wanted = type(None) if shape is None else shape
    return [] if type(value) is wanted else [f"{at}: {value!r} is no {wanted.__name__}"]


def _faults_of_keys(value: Any, keys: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{at}: {value!r} is no object"]
    found = [f"{at}: lacks {key}" for key in keys if key not in value]
    found += [f"{at}: {key} is not in the contract" for key in value if key not in keys]
    return found + [
        fault for key, one in value.items() if key in keys for fault in faults(one, keys[key], f"{at}.{key}")
    ]
