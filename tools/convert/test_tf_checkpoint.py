"""The TensorFlow converter against checkpoints that TensorFlow writes here."""

from __future__ import annotations

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

import ml_dtypes
import numpy as np
import tensorflow as tf
from safetensors.numpy import load_file

import tf_checkpoint
from common import Fault, cast, write

tf1 = tf.compat.v1
tf1.logging.set_verbosity(tf1.logging.ERROR)
V1, V2 = tf1.train.SaverDef.V1, tf1.train.SaverDef.V2
UNIT = "resnet_v2_50/block1/unit_1/bottleneck_v2"
SHAPES = {
    "resnet_v2_50/conv1/weights": (7, 7, 3, 8),
    "resnet_v2_50/conv1/biases": (8,),
    f"{UNIT}/preact/gamma": (8,),
    f"{UNIT}/preact/beta": (8,),
    f"{UNIT}/preact/moving_mean": (8,),
    f"{UNIT}/preact/moving_variance": (8,),
    f"{UNIT}/conv1/weights": (1, 1, 8, 4),
    "resnet_v2_50/logits/weights": (1, 1, 8, 5),
    "resnet_v2_50/logits/biases": (5,),
}


def train(prefix: pathlib.Path, version: int, scale: float = 1.0) -> dict[str, np.ndarray]:
    """Trains one step, with momentum and moving averages, and saves. Returns
    all variables by name."""
    rng = np.random.RandomState(0)
    with tf.Graph().as_default(), tf1.Session() as session:
        variables = [
            tf1.get_variable(name, initializer=(scale * rng.randn(*shape)).astype(np.float32))
            for name, shape in SHAPES.items()
        ]
        tf1.get_variable("resnet_v2_50/mean_rgb", initializer=np.zeros(3, np.float32))
        step = tf1.train.get_or_create_global_step()
        loss = tf.add_n([tf.reduce_sum(v * v) for v in variables])
        update = tf1.train.MomentumOptimizer(0.1, 0.9).minimize(loss, global_step=step)
        average = tf1.train.ExponentialMovingAverage(0.9)
        with tf.control_dependencies([update]):
            update = average.apply(variables)
        session.run(tf1.global_variables_initializer())
        session.run(update)
        tf1.train.Saver(write_version=version).save(session, str(prefix))
        return {v.op.name: session.run(v) for v in tf1.global_variables()}


class Checkpoints(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def convert(self, source: pathlib.Path, *options: str) -> dict[str, np.ndarray]:
        output = self.folder / "out.safetensors"
        sys.argv = ["tf_checkpoint.py", str(source), str(output), *options]
        with contextlib.redirect_stdout(io.StringIO()):
            tf_checkpoint.main()
        return load_file(output)

    def fault(self, source: pathlib.Path, *options: str) -> str:
        with self.assertRaises(Fault) as caught:
            self.convert(source, *options)
        return str(caught.exception)

    def assert_equal(self, got: dict[str, np.ndarray], want: dict[str, np.ndarray]) -> None:
        self.assertEqual(got.keys(), want.keys())
        for name, values in want.items():
            np.testing.assert_array_equal(got[name], values, name)

    def test_both_versions(self) -> None:
        for version in (V1, V2):
            prefix = self.folder / f"v{version}" / "model.ckpt-1"
            prefix.parent.mkdir()
            variables = train(prefix, version)
            self.assertEqual(prefix.is_file(), version == V1)
            self.assertIn("global_step", variables)
            self.assertIn("resnet_v2_50/conv1/weights/Momentum", variables)
            want = {name: variables[name] for name in SHAPES}
            self.assert_equal(self.convert(prefix), want)
            self.assert_equal(self.convert(prefix.parent), want)
            self.assert_equal(self.convert(prefix.with_name("model.ckpt-1.meta")), want)
            averages = {name: variables[f"{name}/ExponentialMovingAverage"] for name in SHAPES}
            self.assertTrue(any((averages[name] != want[name]).any() for name in SHAPES))
            self.assert_equal(self.convert(prefix, "--ema"), averages)

    def test_precisions(self) -> None:
        variables = train(self.folder / "model", V2)
        for dtype, limit in (("f16", 2**-11), ("bf16", 2**-8)):
            got = self.convert(self.folder / "model.index", "--dtype", dtype)
            for name in SHAPES:
                self.assertEqual(
                    got[name].dtype, np.float16 if dtype == "f16" else ml_dtypes.bfloat16
                )
                close = np.abs(got[name].astype(np.float32) - variables[name])
                self.assertTrue((close <= limit * np.abs(variables[name]) + 1e-7).all(), name)

    def test_too_large_for_f16(self) -> None:
        train(self.folder / "model", V2, scale=1e5)
        self.assertIn("too large for f16", self.fault(self.folder / "model", "--dtype", "f16"))
        self.convert(self.folder / "model", "--dtype", "bf16")

    def test_rounding_is_to_even(self) -> None:
        ties = np.array([1 + 2**-8, 1 + 3 * 2**-8, -1 - 2**-8, 2**-130], np.float32)
        got = cast("ties", ties, "bf16").view(np.uint16)
        np.testing.assert_array_equal(got, [0x3F80, 0x3F82, 0xBF80, 0x0008])

    def test_scopes(self) -> None:
        train(self.folder / "model", V2)
        self.assertEqual(
            len(self.convert(self.folder / "model", "--scope", "resnet_v2_50")), len(SHAPES)
        )
        self.assertIn(
            "in the scope `resnet_v2`, found",
            self.fault(self.folder / "model", "--scope", "resnet_v2"),
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
