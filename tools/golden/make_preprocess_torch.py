"""Reference preprocessing of torchvision and timm (PIL, antialiased) on the pictures of preprocess_tf.safetensors.
    pip install torch torchvision timm pillow safetensors ; python make_preprocess_torch.py
`torch_R_S`: ImageClassification, that is Resize(R) of the shorter side, CenterCrop(S), to [0,1], mean .485 .456 .406,
std .229 .224 .225. `timm_…`: the evaluation transform of a card. NCHW without N.
"""
import os
from PIL import Image
from safetensors.numpy import load_file
from safetensors.torch import save_file
from timm.data import create_transform
from torchvision.transforms._presets import ImageClassification
from golden_common import DATA

HALF = dict(mean=(.5, .5, .5), std=(.5, .5, .5))
CASES = {
    "torch_72_64": ImageClassification(crop_size=64, resize_size=72),
    "torch_150_33": ImageClassification(crop_size=33, resize_size=150),  # grows
    "torch_17_16": ImageClassification(crop_size=16, resize_size=17),
    "timm_bicubic_95_48": create_transform(48, crop_pct=.95, interpolation="bicubic", **HALF),
    "timm_bicubic_25_36": create_transform(36, crop_pct=.25, interpolation="bicubic"),  # grows
    "timm_bilinear_875_29x44": create_transform((3, 29, 44), crop_pct=.875, interpolation="bilinear", **HALF),
}
src = load_file(os.path.join(DATA, "preprocess", "preprocess_tf.safetensors")); out = {}
for name in ("wide", "tall"):
    for case, transform in CASES.items():
        out[f"{name}/{case}"] = transform(Image.fromarray(src[f"{name}/picture"])).contiguous()
save_file(out, os.path.join(DATA, "preprocess", "preprocess_torch.safetensors"))
print({k: tuple(v.shape) for k, v in out.items()})
