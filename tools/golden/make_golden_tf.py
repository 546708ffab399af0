"""Golden data from TF-slim's resnet_v1 / resnet_v2 (the real tf_slim code).

    pip install tensorflow-cpu==2.15.1 tf_slim==1.1.0 tf_keras==2.15.1 \
                numpy==1.26.4 safetensors==0.8.0          # Python 3.11
    python make_golden_tf.py [--cases cases_tf.json] [--out FOLDER] [--only NAME ...]

tf_slim 1.1.0 imports keras.legacy_tf_layers from a place that moved; the few
lines under "shim" put the modules of keras 2.15 where it looks for them.
"""
import argparse
import importlib
import json
import os
import sys

os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

# --- shim -------------------------------------------------------------------
import keras.src.legacy_tf_layers as legacy
import tf_keras  # noqa: F401

sys.modules["tf_keras.legacy_tf_layers"] = legacy
for part in ("normalization", "convolutional", "core", "pooling", "base"):
    sys.modules["tf_keras.legacy_tf_layers." + part] = importlib.import_module(
        "keras.src.legacy_tf_layers." + part)
# ----------------------------------------------------------------------------

import numpy as np
import tensorflow as tf
import tf_slim as slim
from tf_slim.layers import layers as slim_layers
from tf_slim.nets import resnet_utils, resnet_v1, resnet_v2

import golden_common as gc

tf.compat.v1.disable_eager_execution()
HERE = os.path.dirname(os.path.abspath(__file__))
VERSIONS = {"tensorflow": tf.__version__, "tf_slim": "1.1.0", "numpy": np.__version__,
            "TF_ENABLE_ONEDNN_OPTS": os.environ["TF_ENABLE_ONEDNN_OPTS"], "threads": 1}
ROLE = {"weights": "weight", "biases": "bias", "gamma": "gamma", "beta": "beta",
        "moving_mean": "mean", "moving_variance": "variance"}


def build(case, dtype):
    """Build the network of a case; returns (placeholder, net, end_points)."""
    mod = {"slim_v1": resnet_v1, "slim_v2": resnet_v2}[case["family"]]
    x = tf.compat.v1.placeholder(dtype, case["input_shape"], name="the_input")
    # FusedBatchNorm exists for float32 only, so the float64 check uses the
    # plain formula; the float32 golden run leaves slim's default (fused).
    fused = None if dtype == tf.float32 else False
    with slim.arg_scope(mod.resnet_arg_scope()), \
            slim.arg_scope([slim_layers.batch_norm], fused=fused):
        kw = {k: case[k] for k in ("num_classes", "global_pool", "output_stride") if k in case}
        if "arch" in case:
            net, ep = getattr(mod, case["arch"])(x, is_training=False, **kw)
        else:
            blocks = [resnet_utils.Block(b["scope"], mod.bottleneck,
                                         [dict(depth=d, depth_bottleneck=n, stride=s)
                                          for d, n, s in b["units"]])
                      for b in case["blocks"]]
            unit = getattr(mod, "resnet_" + case["family"][-2:])
            net, ep = unit(x, blocks, is_training=False, scope=case["scope"],
                           include_root_block=case.get("include_root_block", True), **kw)
    return x, net, ep


def extra_tensors(case, net):
    """Tensors of the same graph that slim does not put into end_points."""
    g = tf.compat.v1.get_default_graph()
    scope = case.get("scope") or case["arch"]
    found = {}
    for key, op in (("pool1", "pool1/MaxPool"), ("postnorm", "postnorm/Relu"), ("pool5", "pool5")):
        try:
            found[f"{scope}/{key}"] = g.get_tensor_by_name(f"{scope}/{op}:0")
        except KeyError:
            pass
    found["net"] = net  # the tensor that resnet_v*() returns
    return found


def run(case, dtype, x_value, values):
    """Run a case; returns end points, extras, variables and MACs per image."""
    with tf.Graph().as_default():
        x, net, ep = build(case, dtype)
        extras = extra_tensors(case, net)
        variables = [(v.name[:-2], v.shape.as_list(), ROLE[v.name[:-2].rsplit("/", 1)[1]], v)
                     for v in tf.compat.v1.global_variables()]
        if values is None:
            values = {n: gc.generate(n, s, r, "HWIO") for n, s, r, _ in variables}
        # Every conv's output is an end point under the conv's own name.
        macs = sum(int(np.prod(ep[n[:-len("/weights")]].shape.as_list()[1:3])) * int(np.prod(s))
                   for n, s, r, _ in variables if r == "weight")
        config = tf.compat.v1.ConfigProto(intra_op_parallelism_threads=1,
                                          inter_op_parallelism_threads=1)
        with tf.compat.v1.Session(config=config) as sess:
            np_type = dtype.as_numpy_dtype
            sess.run([v.initializer for *_, v in variables],
                     {v.initializer.inputs[1]: values[n].astype(np_type)
                      for n, _, _, v in variables})
            got_ep, got_ex = sess.run([dict(ep), extras], {x: x_value.astype(np_type)})
        got_ep = {k: got_ep[k] for k in ep}  # slim's own order
        got_ex = {k: got_ex[k] for k in extras}
    return got_ep, got_ex, [v[:3] for v in variables], values, macs


def make(case, out):
    x = gc.generate(case.get("input_name", "input"), case["input_shape"], "input", "HWIO")
    ep, ex, variables, values, macs = run(case, tf.float32, x, None)
    ep64, ex64, *_ = run(case, tf.float64, x, values)
    logits = ex["net"] if case.get("num_classes") is not None else None
    gc.write_case(out, case, "HWIO", VERSIONS, case["input_shape"], x, variables, values,
                  ep, ex, {**ep64, **ex64}, macs, logits)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--cases", default=os.path.join(HERE, "cases_tf.json"))
    p.add_argument("--out", default=gc.DATA)
    p.add_argument("--only", nargs="*")
    a = p.parse_args()
    with open(a.cases) as f:
        cases = json.load(f)
    for case in cases:
        if not a.only or case["dir"] in a.only or os.path.basename(case["dir"]) in a.only:
            make(case, a.out)


if __name__ == "__main__":
    main()
