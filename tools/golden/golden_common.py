"""Shared pieces of the golden-data scripts: the deterministic generator, the
error measure and the file writers.  Needs only numpy and safetensors."""
import json
import math
import os

import numpy as np
from safetensors.numpy import save_file

U64 = np.uint64
GOLDEN = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1
# Where the data of the tests lies.
DATA = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                     "../../tests/golden"))
ROLES = ("weight", "bias", "gamma", "beta", "mean", "variance")


def fnv1a64(name):
    """FNV-1a, 64 bit, over the UTF-8 bytes of the name."""
    h = 0xCBF29CE484222325
    for b in name.encode("utf-8"):
        h = ((h ^ b) * 0x100000001B3) & MASK
    return h


def splitmix(name, n):
    """n u64 values; value i is the splitmix64 finalizer of key + (i+1)*GOLDEN."""
    with np.errstate(over="ignore"):
        z = U64(fnv1a64(name)) + np.arange(1, n + 1, dtype=U64) * U64(GOLDEN)
        z ^= z >> U64(30)
        z *= U64(0xBF58476D1CE4E5B9)
        z ^= z >> U64(27)
        z *= U64(0x94D049BB133111EB)
        z ^= z >> U64(31)
    return z


def uniform(name, n):
    """n values u in [-1, 1) as float64; each is exact in float32."""
    return (splitmix(name, n) >> U64(40)).astype(np.float64) / 2.0**23 - 1.0


def fan_in(shape, layout):
    """layout 'HWIO' (TensorFlow) or 'OIHW' (torch, also the 2-D fc weight 'OI')."""
    return int(np.prod(shape[:-1])) if layout == "HWIO" else int(np.prod(shape[1:]))


def generate(name, shape, role, layout):
    """The generated tensor: computed in float64, rounded once to float32."""
    u = uniform(name, int(np.prod(shape, dtype=np.int64)))
    if role == "weight":
        v = u * (0.6 * math.sqrt(6.0 / fan_in(shape, layout)))
    elif role in ("gamma", "variance"):
        v = 1.0 + 0.25 * u
    elif role in ("bias", "beta", "mean"):
        v = 0.1 * u
    elif role == "input":
        v = u
    else:
        raise ValueError(role)
    return v.astype(np.float32).reshape(shape)


def sample_indices(n):
    """The 16 fixed flat indices of a tensor with n elements (repeats are possible)."""
    return [int(z) % n for z in splitmix("samples", 16)]


def f32(x):
    """A float32 as the shortest decimal that reads back to the same float32."""
    return float(str(np.float32(x)))


def summary(name, a):
    """name, shape, mean, l2, max_abs (float64 sums over the float32 tensor), samples."""
    d = a.astype(np.float64)
    idx = sample_indices(a.size)
    flat = a.reshape(-1)
    return {
        "name": name,
        "shape": list(a.shape),
        "mean": float(d.mean()),
        "l2": float(np.sqrt((d * d).sum())),
        "max_abs": f32(np.abs(a).max()),
        "sample_indices": idx,
        "sample_values": [f32(flat[i]) for i in idx],
    }


def rel_err(a, ref):
    """max |a - ref| / max |ref| over the whole tensor."""
    ref = ref.astype(np.float64)
    m = np.abs(ref).max()
    return float(np.abs(a.astype(np.float64) - ref).max() / (m if m > 0 else 1.0))


def dump(path, obj):
    """JSON with one line per entry of the long lists."""
    lines = []
    for k, v in obj.items():
        if isinstance(v, list) and v and isinstance(v[0], (list, dict)):
            body = ",\n".join("  " + json.dumps(e, separators=(",", ":")) for e in v)
            lines.append(f"{json.dumps(k)}: [\n{body}\n ]")
        else:
            lines.append(f"{json.dumps(k)}: {json.dumps(v)}")
    with open(path, "w") as f:
        f.write("{\n " + ",\n ".join(lines) + "\n}\n")


def write_case(out, case, layout, versions, input_shape, x, weights, weight_arrays,
               end_points, extras, refs64, macs, logits):
    """Write one network.

    weights: ordered [(name, shape, role)]; weight_arrays: {name: array} or None;
    end_points, extras: ordered {name: float32 array}; refs64: {name: float64 array}
    of the same graph run in float64.
    """
    full = case["store"] != "summary"
    path = os.path.join(out, case["dir"])
    os.makedirs(path if full else os.path.dirname(path), exist_ok=True)
    errs = {k: rel_err(v, refs64[k]) for k, v in list(end_points.items()) + list(extras.items())}
    learned = sum(int(np.prod(s)) for _, s, r in weights if r not in ("mean", "variance"))
    total = sum(int(np.prod(s)) for _, s, _ in weights)
    meta = {
        "case": case,
        "made_with": versions,
        "layout": {"weights": layout, "activations": "NHWC" if layout == "HWIO" else "NCHW"},
        "input_name": case.get("input_name", "input"),
        "input_shape": list(input_shape),
        "params": learned,
        "params_with_moving_stats": total,
        "macs_per_image": macs,
        "weights_stored": case["store"] == "full",
        "f32_vs_f64_max_rel_err": max(errs.values()),
        "end_point_order": list(end_points),
        "extra_order": list(extras),
        "weights": [[n, list(s), r] for n, s, r in weights],
        "end_points": [dict(summary(k, v), f32_vs_f64=float(f"{errs[k]:.3g}"))
                       for k, v in end_points.items()],
        "extras": [dict(summary(k, v), f32_vs_f64=float(f"{errs[k]:.3g}"))
                   for k, v in extras.items()],
    }
    if logits is not None:
        meta["logits_shape"] = list(logits.shape)
        if logits.size <= 20000:
            meta["logits"] = [f32(v) for v in logits.reshape(-1)]
    if full:
        dump(os.path.join(path, "net.json"), meta)
        c = np.ascontiguousarray
        save_file({k: c(v) for k, v in end_points.items()},
                  os.path.join(path, "end_points.safetensors"))
        if extras:
            save_file({k: c(v) for k, v in extras.items()},
                      os.path.join(path, "extras.safetensors"))
        if case["store"] == "full":
            save_file({"input": c(x)}, os.path.join(path, "input.safetensors"))
            save_file({k: c(v) for k, v in weight_arrays.items()},
                      os.path.join(path, "weights.safetensors"))
    else:
        dump(path + ".json", meta)
    big = max(float(np.abs(v).max()) for v in end_points.values())
    print(f"{case['dir']}: params {learned} macs {macs} "
          f"f32-f64 {max(errs.values()):.2e} max_abs {big:.3g}", flush=True)
