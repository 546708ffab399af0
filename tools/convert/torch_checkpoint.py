#!/usr/bin/env python3
"""torch checkpoint (`.pth`, `.pt`, `.th`, `.bin`, `.tar`) -> safetensors.

    pip install -r requirements-torch.txt
    python torch_checkpoint.py resnet50-0676ba61.pth resnet50.safetensors

Reads state dicts as torchvision, timm and others save them, alone or within a
training checkpoint. No code of the file is run: only tensors and plain values
are loaded (`weights_only`). Prefixes that all keys share (`module.` of
DataParallel and the like) and `num_batches_tracked` are left out.
"""

from __future__ import annotations

import argparse
import pathlib
import pickle

import ml_dtypes
import numpy as np
import torch

from common import Array, Fault, few, parser, run, write

# Where training loops put the state dict, the likeliest first; then the averages.
STATES = ["state_dict", "model", "model_state_dict", "net", "network", "weights"]
AVERAGES = ["state_dict_ema", "model_ema", "ema_state_dict", "ema", "module_ema"]
# What wrappers put before every key.
PREFIXES = ["module.", "model.", "_orig_mod.", "net.", "network.", "backbone."]
# Plain values in checkpoints of timm and of older examples.
SCALAR = np.float64(0).__reduce__()[0]  # What NumPy unpickles its numbers with.
HARMLESS = [
    argparse.Namespace,
    np.dtype,
    *(getattr(np.dtypes, name) for name in np.dtypes.__all__),
    SCALAR,
    (SCALAR, "numpy.core.multiarray.scalar"),  # Its name before NumPy 2.
]


def load(path: pathlib.Path) -> object:
    if not path.is_file():
        raise Fault(f"{path}: no such file")
    try:
        with torch.serialization.safe_globals(HARMLESS):
            return torch.load(path, map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError, UnicodeDecodeError) as error:
        raise Fault(f"{path}: {explain(path, error)}") from None


def explain(path: pathlib.Path, error: Exception) -> str:
    """Why a file cannot be loaded, and what to do."""
    if "TorchScript" in str(error):
        return "expected a state dict, found TorchScript; save torch.jit.load(…).state_dict()"
    try:
        classes = sorted(torch.serialization.get_unsafe_globals_in_checkpoint(path))
    except Exception:  # Not a zip file, or not a pickle at all.
        classes = []
    if classes or "GLOBAL" in str(error):
        found = f" ({few(classes)})" if classes else ""
        return (
            f"expected tensors, found objects of Python classes{found}, whose loading runs code; "
            "save model.state_dict() where the file comes from"
        )
    return f"expected a checkpoint of torch ({str(error).splitlines()[0][:120]})"


def is_state(value: object) -> bool:
    """Tensors by name, and nothing nested: a training checkpoint may have
    tensors too, its best accuracy for example."""
    return (
        isinstance(value, dict)
        and all(isinstance(key, str) for key in value)
        and any(isinstance(item, torch.Tensor) for item in value.values())
        and not any(isinstance(item, dict) for item in value.values())
    )


def choose(
    checkpoint: object, key: str | None, average: bool
) -> tuple[dict[str, object], list[str]]:
    """The state dict in a checkpoint, and what to tell about the choice."""
    if not isinstance(checkpoint, dict):
        raise Fault(f"expected a dict, found {type(checkpoint).__name__}; save model.state_dict()")
    states = [name for name, value in checkpoint.items() if is_state(value)]
    if key is not None:
        if key not in states:
            raise Fault(
                f"expected a state dict at `{key}`, found them at: {few(states) or 'nowhere'}"
            )
        return checkpoint[key], [f"state dict: `{key}`"]
    if average:
        found = [name for name in AVERAGES if name in states]
        if not found:
            raise Fault(f"no averaged weights; state dicts at: {few(states) or 'the top'}")
        return checkpoint[found[0]], [f"state dict: `{found[0]}`"]
    if is_state(checkpoint):
        return checkpoint, []
    found = [name for name in STATES if name in states]
    if not found:
        where = few(states) if states else "nowhere, only " + few(map(str, checkpoint))
        raise Fault(f"expected a state dict at {few(STATES)}; found: {where}; choose with --key")
    others = [name for name in states if name != found[0] and name != "optimizer"]
    notes = [f"state dict: `{found[0]}`"]
    if others:
        notes.append(f"not used: {few(others)}; --key takes one of them, --ema the averages")
    return checkpoint[found[0]], notes


def strip(state: dict[str, object], prefix: str | None) -> tuple[dict[str, object], list[str]]:
    """Keys without their common prefix; with one given, only the keys that have it."""
    if prefix is not None:
        kept = {k.removeprefix(prefix): v for k, v in state.items() if k.startswith(prefix)}
        if not kept:
            raise Fault(f"no key begins with `{prefix}`, found {few(state)}")
        rest = len(state) - len(kept)
        return kept, [f"prefix: `{prefix}`, and {rest} keys without it left out"]
    taken = ""
    while common := next((p for p in PREFIXES if all(k.startswith(p) for k in state)), None):
        state = {k.removeprefix(common): v for k, v in state.items()}
        taken += common
    return state, [f"prefix left out: `{taken}`"] if taken else []


def numpy(tensor: torch.Tensor) -> Array:
    tensor = tensor.detach().contiguous()
    if tensor.dtype == torch.bfloat16:  # NumPy has no such type of its own.
        return tensor.view(torch.int16).numpy().view(ml_dtypes.bfloat16)
    return tensor.numpy()


def read(
    path: pathlib.Path, key: str | None, average: bool, prefix: str | None
) -> tuple[dict[str, Array], list[str]]:
    try:
        state, notes = choose(load(path), key, average)
        state, more = strip(state, prefix)
    except Fault as fault:
        text = str(fault)
        raise Fault(text if text.startswith(str(path)) else f"{path}: {text}") from None
    tensors, dropped = {}, []
    for name, value in state.items():
        if name.rsplit(".", 1)[-1] == "num_batches_tracked":
            continue
        if not isinstance(value, torch.Tensor) or not value.is_floating_point():
            dropped.append(name)
        elif value.is_quantized or value.is_sparse or value.element_size() < 2:
            raise Fault(f"{path}: `{name}`: expected f32, f16 or bf16, found {value.dtype}")
        else:
            tensors[name] = numpy(value)
    if dropped:
        more.append(f"left out, not tensors of real numbers: {few(dropped)}")
    return tensors, notes + more


def main() -> None:
    arguments = parser(__doc__, "the checkpoint")
    arguments.add_argument("--key", help="where in the checkpoint the state dict is")
    arguments.add_argument("--ema", action="store_true", help="averaged weights instead")
    arguments.add_argument("--prefix", help="take only keys that begin so, and cut it off")
    args = arguments.parse_args()
    tensors, notes = read(args.source, args.key, args.ema, args.prefix)
    write(tensors, args.output, args.dtype, notes)


if __name__ == "__main__":
    run(main)
