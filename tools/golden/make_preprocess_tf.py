"""Reference preprocessing of slim (the TF ops that research/slim's eval paths use), on two made-up pictures.
    pip install tensorflow-cpu==2.15.1 numpy==1.26.4 safetensors==0.8.0 ; python make_preprocess_tf.py
inception: to float in [0,1]; tf.image.central_crop(0.875); v1 resize_bilinear(align_corners=False) to S x S; (x - 0.5) * 2.
vgg: v1 resize_bilinear(align_corners=False) so that the shorter side is R (sizes rounded to the nearest integer);
     central crop S x S at offset (n - S) / 2; minus (123.68, 116.78, 103.94).
"""
import os
import numpy as np, tensorflow as tf
from safetensors.numpy import save_file
from golden_common import DATA
tf1 = tf.compat.v1
def picture(h, w, seed):
    r = np.random.RandomState(seed); y, x = np.mgrid[0:h, 0:w]
    base = np.stack([255 * x / (w - 1), 255 * y / (h - 1), 127 + 127 * np.sin(x * y / 97.0)], -1)
    return np.clip(base + r.uniform(-40, 40, base.shape), 0, 255).astype(np.uint8)
def inception(img, s):
    x = tf.image.convert_image_dtype(img, tf.float32); x = tf.image.central_crop(x, 0.875)
    x = tf1.image.resize_bilinear(x[None], [s, s], align_corners=False)[0]
    return ((x - 0.5) * 2.0).numpy()
def vgg(img, r, s):
    h, w = np.float32(img.shape[0]), np.float32(img.shape[1])
    scale = np.float32(r) / (w if h > w else h)
    nh, nw = int(np.rint(h * scale)), int(np.rint(w * scale))
    x = tf1.image.resize_bilinear(tf.cast(img, tf.float32)[None], [nh, nw], align_corners=False)[0].numpy()
    oy, ox = (nh - s) // 2, (nw - s) // 2
    return x[oy:oy + s, ox:ox + s] - np.float32([123.68, 116.78, 103.94])
out = {}
for name, (h, w, seed) in {"wide": (37, 53, 1), "tall": (301, 200, 2)}.items():
    p = picture(h, w, seed); out[f"{name}/picture"] = p
    for s in (65, 32): out[f"{name}/inception_{s}"] = np.ascontiguousarray(inception(p, s))
    out[f"{name}/vgg_72_64"] = np.ascontiguousarray(vgg(p, 72, 64).astype(np.float32))
save_file(out, os.path.join(DATA, "preprocess", "preprocess_tf.safetensors")); print({k: v.shape for k, v in out.items()})
