"""What the converters share: the choice of precision, the file, the report."""

from __future__ import annotations

import argparse
import pathlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable

import ml_dtypes
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

Array = NDArray[np.generic]

DTYPES = {
    "f32": np.dtype(np.float32),
    "f16": np.dtype(np.float16),
    "bf16": np.dtype(ml_dtypes.bfloat16),
}


class Fault(Exception):
    """Something that the user can mend."""


def parser(doc: str | None, source: str) -> argparse.ArgumentParser:
    """The arguments that every converter has."""
    result = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    result.add_argument("source", type=pathlib.Path, help=source)
    result.add_argument("output", type=pathlib.Path, help="the safetensors file to write")
    result.add_argument(
        "--dtype",
        choices=["keep", *DTYPES],
        default="keep",
        help="of the values: as they are (f64 becomes f32), or one for all",
    )
    return result


def cast(name: str, values: Array, dtype: str) -> Array:
    """The values, dense and in the precision asked for."""
    if dtype == "keep":
        kept = values.dtype in DTYPES.values()
        target = values.dtype if kept else DTYPES["f32"]
    else:
        target = DTYPES[dtype]
    with np.errstate(over="ignore"):
        result = np.ascontiguousarray(values.astype(target))
    # NumPy asks for floats that it knows; both halves are exact in f32.
    lost = np.isfinite(values.astype(np.float64)) & ~np.isfinite(result.astype(np.float32))
    if lost.any():
        largest = np.abs(values.astype(np.float64)).max()
        raise Fault(f"`{name}`: {largest:.3g} is too large for {dtype}; use --dtype bf16 or f32")
    return result


def write(
    tensors: dict[str, Array], output: pathlib.Path, dtype: str, notes: Iterable[str]
) -> None:
    """Writes the file and says what is in it."""
    if not tensors:
        raise Fault("no tensor is left to write")
    cast_all = {name: cast(name, values, dtype) for name, values in tensors.items()}
    try:
        save_file(cast_all, output)
    except Exception as error:  # safetensors has an exception of its own for I/O.
        raise Fault(f"{output}: {error}") from None
    count = sum(values.size for values in cast_all.values())
    kinds = Counter(str(values.dtype) for values in cast_all.values())
    size = output.stat().st_size / 1e6
    print(f"{output}: {len(cast_all)} tensors, {count} values, {', '.join(kinds)}, {size:.1f} MB")
    bad = [
        name
        for name, values in cast_all.items()
        if not np.isfinite(values.astype(np.float32)).all()
    ]
    if bad:
        print(f"not finite: {few(bad)}")
    for note in notes:
        print(note)


def few(names: Iterable[str]) -> str:
    """Some names, and how many more there are."""
    names = list(names)
    shown = ", ".join(f"`{name}`" for name in names[:5])
    return shown + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def run(main: Callable[[], None]) -> None:
    """The program: a fault is one line, and exit status 1."""
    try:
        main()
    except Fault as fault:
        print(f"error: {fault}", file=sys.stderr)
        sys.exit(1)
