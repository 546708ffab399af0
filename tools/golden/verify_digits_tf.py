"""Load the digits weights into the real tf_slim graph and compare its logits
with torch's; writes digits/net.json and digits/logits_tf.safetensors.
Same environment as make_golden_tf.py.  Run after train_digits.py.

    python verify_digits_tf.py [DIGITS_DIR]
"""
import os
import sys

import numpy as np
from safetensors.numpy import load_file, save_file

import golden_common as gc
import make_golden_tf as g

BLOCKS = [{"scope": "block1", "units": [[32, 8, 1], [32, 8, 2]]},
          {"scope": "block2", "units": [[64, 16, 1], [64, 16, 2]]},
          {"scope": "block3", "units": [[128, 32, 1], [128, 32, 1]]}]


def main(path):
    weights = load_file(os.path.join(path, "digits.safetensors"))
    test = load_file(os.path.join(path, "digits_test.safetensors"))
    case = {"dir": "digits", "family": "slim_v2", "scope": "digits", "blocks": BLOCKS,
            "input_shape": list(test["images"].shape), "num_classes": 10, "global_pool": True,
            "output_stride": None, "include_root_block": False}
    ep, ex, variables, _, macs = g.run(case, g.tf.float32, test["images"], weights)
    assert {n: tuple(s) for n, s, _ in variables} == {n: w.shape for n, w in weights.items()}
    _, ex64, *_ = g.run(case, g.tf.float64, test["images"], weights)
    tf_logits = ex["net"].reshape(-1, 10)
    torch_logits, ref = test["logits_torch"], ex64["net"].reshape(-1, 10)
    hits = int((tf_logits.argmax(1) == test["labels"]).sum())
    result = {
        "max_abs_logit": float(np.abs(ref).max()),
        "torch_vs_tf_max_abs_diff": float(np.abs(tf_logits - torch_logits).max()),
        "torch_vs_tf_max_rel_err": gc.rel_err(torch_logits, tf_logits),
        "tf_f32_vs_f64_max_rel_err": gc.rel_err(tf_logits, ref),
        "same_argmax": int((tf_logits.argmax(1) == torch_logits.argmax(1)).sum()),
        "correct": hits, "images": len(test["labels"]), "accuracy": hits / len(test["labels"]),
    }
    print(result)
    gc.dump(os.path.join(path, "net.json"), {
        "case": case, "made_with": g.VERSIONS,
        "layout": {"weights": "HWIO", "activations": "NHWC"},
        "params": sum(int(np.prod(s)) for _, s, r in variables if r not in ("mean", "variance")),
        "macs_per_image": macs, "result": result,
        "end_point_order": list(ep),
        "weights": [[n, list(s), r] for n, s, r in variables],
        "end_points": [gc.summary(k, v) for k, v in ep.items()]})
    save_file({"logits_tf": np.ascontiguousarray(tf_logits)},
              os.path.join(path, "logits_tf.safetensors"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(gc.DATA, "digits"))
