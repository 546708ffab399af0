#!/usr/bin/env python3
"""TensorFlow checkpoint of a TF-slim network -> safetensors.

    pip install -r requirements-tf.txt
    python tf_checkpoint.py resnet_v2_50.ckpt resnet_v2_50.safetensors

Reads checkpoints of version 1 (one file) and 2 (`.index` and `.data-…`), as
`tf.compat.v1.train.Saver` writes them. Names and layouts stay slim's: kernels
are height x width x channels in x channels out. Slots of optimisers, counters
and all else that slim's layers do not have are left out.
"""

from __future__ import annotations

import os
import pathlib
import re
import tarfile
from collections import Counter

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import tensorflow as tf

from common import Array, Fault, few, parser, run, write

# The variables of slim's convolutions and norms.
LEAVES = {"weights", "biases", "gamma", "beta", "moving_mean", "moving_variance"}
AVERAGE = "/ExponentialMovingAverage"
OBJECT_BASED = "/.ATTRIBUTES/VARIABLE_VALUE"


def find(path: pathlib.Path) -> str:
    """The name by which TensorFlow knows a checkpoint: its prefix."""
    if path.is_dir():
        latest = tf.train.latest_checkpoint(str(path))
        if latest is None:
            raise Fault(f"{path}: no checkpoint in this folder; name the checkpoint itself")
        return str(latest)
    prefix = re.sub(r"\.(index|meta|data-\d+-of-\d+)$", "", str(path))
    if not (pathlib.Path(prefix).is_file() or pathlib.Path(prefix + ".index").is_file()):
        raise Fault(f"{prefix}: no such checkpoint, neither as a file nor with `.index`")
    if pathlib.Path(prefix).is_file() and tarfile.is_tarfile(prefix):
        raise Fault(f"{prefix}: expected a checkpoint, found an archive; unpack it first")
    return prefix


def read(
    path: pathlib.Path, average: bool, scope: str | None
) -> tuple[dict[str, Array], list[str]]:
    """The network's variables, and what to tell about the rest."""
    prefix = find(path)
    try:
        reader = tf.train.load_checkpoint(prefix)
        names = set(reader.get_variable_to_shape_map())
    except (tf.errors.OpError, ValueError, RuntimeError) as error:
        first = str(error).splitlines()[0]
        raise Fault(f"{prefix}: expected a TensorFlow checkpoint ({first})") from None
    if any(name.endswith(OBJECT_BASED) for name in names):
        raise Fault(
            f"{prefix}: expected a checkpoint by names, found one by objects (Keras, TF 2); "
            "write it with tf.compat.v1.train.Saver"
        )
    inside = [name for name in sorted(names) if scope is None or name.startswith(f"{scope}/")]
    kept = [name for name in inside if name.rsplit("/", 1)[-1] in LEAVES]
    if not kept:
        where = "" if scope is None else f" in the scope `{scope}`"
        raise Fault(f"{prefix}: no variable of TF-slim{where}, found {few(sorted(names))}")
    averaged = [name for name in kept if name + AVERAGE in names]
    if average and not averaged:
        raise Fault(f"{prefix}: no moving averages of weights; convert without --ema")

    notes = [f"scope: {', '.join(sorted({name.split('/')[0] for name in kept}))}"]
    if averaged:
        used = "used" if average else "not used, --ema takes them"
        notes.append(f"moving averages of {len(averaged)} variables: {used}")
    dropped = Counter(name.rsplit("/", 1)[-1] for name in sorted(names - set(kept)))
    if dropped:
        notes.append(f"left out: {', '.join(f'{n} {leaf}' for leaf, n in dropped.items())}")
    tensors = {}
    for name in kept:
        source = name + AVERAGE if average and name in averaged else name
        tensors[name] = reader.get_tensor(source)
    return tensors, notes


def main() -> None:
    arguments = parser(__doc__, "the checkpoint: its prefix, one of its files, or its folder")
    arguments.add_argument("--scope", help="only variables of this scope, such as resnet_v2_50")
    arguments.add_argument("--ema", action="store_true", help="moving averages of weights instead")
    args = arguments.parse_args()
    tensors, notes = read(args.source, args.ema, args.scope)
    write(tensors, args.output, args.dtype, notes)


if __name__ == "__main__":
    run(main)
