"""The TensorFlow converter against checkpoints of TF-slim's own networks, which
TensorFlow trains and writes here."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pathlib
import sys
import tempfile
import unittest
from types import ModuleType

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["TF_USE_LEGACY_KERAS"] = "1"  # Before TensorFlow is imported.

import ml_dtypes
import numpy as np
import tensorflow as tf
import tf_keras.src.legacy_tf_layers as legacy
from safetensors.numpy import load_file

# TensorFlow looks for these, which tf_slim's layers are made of, at an older place.
sys.modules["tf_keras.legacy_tf_layers"] = legacy
for part in ("base", "convolutional", "core", "normalization", "pooling"):
    module = importlib.import_module(f"{legacy.__name__}.{part}")
    sys.modules[f"tf_keras.legacy_tf_layers.{part}"] = module

import tf_slim as slim
from tf_slim.nets import resnet_v1, resnet_v2

import in_rust
import tf_checkpoint
from common import Fault, cast, write

tf1 = tf.compat.v1
tf1.logging.set_verbosity(tf1.logging.ERROR)
V1, V2 = tf1.train.SaverDef.V1, tf1.train.SaverDef.V2
SCOPE, CLASSES, DECAY = "tiny", 7, 0.9
IMAGES = np.random.RandomState(0).uniform(-1, 1, (4, 64, 48, 3)).astype(np.float32)

Variables = dict[str, np.ndarray]


def network(images: tf.Tensor, module: ModuleType, is_training: bool) -> tf.Tensor:
    """Logits of a network of two blocks."""
    name = module.__name__.rsplit(".", 1)[-1]
    make, block = getattr(module, name), getattr(module, f"{name}_block")
    blocks = [
        block("block1", base_depth=8, num_units=2, stride=2),
        block("block2", base_depth=16, num_units=2, stride=1),
    ]
    # Statistics of a few steps are to be those of the maps.
    with slim.arg_scope(module.resnet_arg_scope(batch_norm_decay=0.5)):
        logits, _ = make(images, blocks, CLASSES, is_training=is_training, scope=SCOPE)
    return tf.squeeze(logits, [1, 2])


def train(
    prefix: pathlib.Path, version: int, scale: float = 1.0, module: ModuleType = resnet_v2
) -> tuple[Variables, Variables]:
    """Trains some steps, with momentum and moving averages, multiplies and saves. Returns
    the network's variables, and all."""
    with tf.Graph().as_default(), tf1.Session() as session:
        tf1.set_random_seed(0)
        logits = network(tf.constant(IMAGES), module, is_training=True)
        variables = slim.get_model_variables()
        # Of older checkpoints.
        tf1.get_variable(f"{SCOPE}/mean_rgb", initializer=np.zeros(3, np.float32))
        labels = tf.constant([i % CLASSES for i in range(len(IMAGES))])
        loss = tf1.losses.sparse_softmax_cross_entropy(labels, logits)
        step = tf1.train.get_or_create_global_step()
        update = tf1.train.MomentumOptimizer(0.1, 0.9).minimize(loss, global_step=step)
        average = tf1.train.ExponentialMovingAverage(DECAY)
        with tf.control_dependencies([update, *tf1.get_collection(tf1.GraphKeys.UPDATE_OPS)]):
            update = average.apply(variables)
        session.run(tf1.global_variables_initializer())
        for _ in range(4):
            session.run(update)
        if scale != 1:
            session.run([v.assign(v * scale) for v in variables])
        tf1.train.Saver(write_version=version).save(session, str(prefix))
        values = session.run({v.op.name: v for v in tf1.global_variables()})
        return {v.op.name: values[v.op.name] for v in variables}, values


def logits(prefix: pathlib.Path, module: ModuleType, average: bool) -> np.ndarray:
    """What TensorFlow computes with a checkpoint, of the first image."""
    with tf.Graph().as_default(), tf1.Session() as session:
        result = network(tf.constant(IMAGES[:1]), module, is_training=False)
        variables = {v.op.name: v for v in slim.get_model_variables()}
        if average:
            averages = tf1.train.ExponentialMovingAverage(DECAY)
            variables = {averages.average_name(v): v for v in variables.values()}
        tf1.train.Saver(variables).restore(session, str(prefix))
        return session.run(result)[0]


class Checkpoints(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

        self.output = self.folder / "out.safetensors"

    def convert(self, source: pathlib.Path, *options: str) -> Variables:
        sys.argv = ["tf_checkpoint.py", str(source), str(self.output), *options]
        with contextlib.redirect_stdout(io.StringIO()):
            tf_checkpoint.main()
        return load_file(self.output)

    def fault(self, source: pathlib.Path, *options: str) -> str:
        with self.assertRaises(Fault) as caught:
            self.convert(source, *options)
        return str(caught.exception)

    def assert_equal(self, got: Variables, want: Variables) -> None:
        self.assertEqual(got.keys(), want.keys())
        for name, values in want.items():
            np.testing.assert_array_equal(got[name], values, name)

    def test_both_versions(self) -> None:
        for version in (V1, V2):
            prefix = self.folder / f"v{version}" / "model.ckpt-1"
            prefix.parent.mkdir()
            want, variables = train(prefix, version)
            self.assertEqual(prefix.is_file(), version == V1)
            self.assertIn("global_step", variables)
            self.assertIn(f"{SCOPE}/conv1/weights/Momentum", variables)
            self.assert_equal(self.convert(prefix), want)
            self.assert_equal(self.convert(prefix.parent), want)
            self.assert_equal(self.convert(prefix.with_name("model.ckpt-1.meta")), want)
            averages = {name: variables[f"{name}/ExponentialMovingAverage"] for name in want}
            for name, values in averages.items():
                self.assertTrue((values != want[name]).any(), name)
            self.assert_equal(self.convert(prefix, "--ema"), averages)

    def test_the_library_computes_the_same(self) -> None:
        for name, module in (("slim_v1", resnet_v1), ("slim_v2", resnet_v2)):
            prefix = self.folder / name
            train(prefix, V2, module=module)
            seen = []
            for options in ((), ("--ema",)):
                self.convert(prefix, *options)
                seen.append(logits(prefix, module, average=bool(options)))
                in_rust.check(name, self.output, IMAGES[0], seen[-1])
            self.assertGreater(np.abs(seen[0] - seen[1]).max(), 1e-2 * np.abs(seen[0]).max())

    def test_precisions(self) -> None:
        want, _ = train(self.folder / "model", V2)
        for dtype, limit in (("f16", 2**-11), ("bf16", 2**-8)):
            got = self.convert(self.folder / "model.index", "--dtype", dtype)
            for name, values in want.items():
                self.assertEqual(
                    got[name].dtype, np.float16 if dtype == "f16" else ml_dtypes.bfloat16
                )
                close = np.abs(got[name].astype(np.float32) - values)
                self.assertTrue((close <= limit * np.abs(values) + 1e-7).all(), name)

    def test_too_large_for_f16(self) -> None:
        train(self.folder / "model", V2, scale=1e6)
        self.assertIn("too large for f16", self.fault(self.folder / "model", "--dtype", "f16"))
        self.convert(self.folder / "model", "--dtype", "bf16")

    def test_rounding_is_to_even(self) -> None:
        ties = np.array([1 + 2**-8, 1 + 3 * 2**-8, -1 - 2**-8, 2**-130], np.float32)
        got = cast("ties", ties, "bf16").view(np.uint16)
        np.testing.assert_array_equal(got, [0x3F80, 0x3F82, 0xBF80, 0x0008])

    def test_scopes(self) -> None:
        want, _ = train(self.folder / "model", V2)
        self.assert_equal(self.convert(self.folder / "model", "--scope", SCOPE), want)
        self.assertIn(
            "in the scope `tin`, found", self.fault(self.folder / "model", "--scope", "tin")
        )

    def test_faults(self) -> None:
        self.assertIn("no such checkpoint", self.fault(self.folder / "absent"))
        self.assertIn("no checkpoint in this folder", self.fault(self.folder))
        text = self.folder / "text"
        text.write_text("not a checkpoint\n" * 100)
        self.assertIn("expected a TensorFlow checkpoint", self.fault(text))
        module = tf.Module()
        module.kernel = tf.Variable(np.zeros((3, 3), np.float32))
        tf.train.Checkpoint(module=module).write(str(self.folder / "objects"))
        self.assertIn("by objects", self.fault(self.folder / "objects"))
        with tf.Graph().as_default(), tf1.Session() as session:
            tf1.get_variable("conv2d/kernel", initializer=np.zeros((3, 3, 3, 8), np.float32))
            session.run(tf1.global_variables_initializer())
            tf1.train.Saver().save(session, str(self.folder / "official"))
        self.assertIn(
            "no variable of TF-slim, found `conv2d/kernel`", self.fault(self.folder / "official")
        )
        self.assertIn("no moving averages", self.fault_of_plain())

    def fault_of_plain(self) -> str:
        with tf.Graph().as_default(), tf1.Session() as session:
            tf1.get_variable("net/conv1/weights", initializer=np.zeros((1, 1, 3, 8), np.float32))
            session.run(tf1.global_variables_initializer())
            tf1.train.Saver().save(session, str(self.folder / "plain"))
        return self.fault(self.folder / "plain", "--ema")

    def test_unwritable(self) -> None:
        with self.assertRaises(Fault):
            write({"a": np.zeros(1, np.float32)}, self.folder / "no" / "folder", "keep", [])


if __name__ == "__main__":
    unittest.main()
