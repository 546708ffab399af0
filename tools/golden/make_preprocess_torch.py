"""Reference preprocessing of torchvision (PIL, antialiased bilinear) on the pictures of preprocess_tf.safetensors.
    pip install torch torchvision pillow safetensors ; python make_preprocess_torch.py
Resize(R) shorter side, CenterCrop(S), to [0,1], mean .485 .456 .406, std .229 .224 .225; NCHW without N.
"""
import os
import torch
from PIL import Image
from safetensors.numpy import load_file
from safetensors.torch import save_file
from torchvision import transforms as T
from golden_common import DATA
src = load_file(os.path.join(DATA, "preprocess", "preprocess_tf.safetensors")); out = {}
t = T.Compose([T.Resize(72), T.CenterCrop(64), T.ToTensor(), T.Normalize([.485, .456, .406], [.229, .224, .225])])
for n in ("wide", "tall"): out[f"{n}/torch_72_64"] = t(Image.fromarray(src[f"{n}/picture"])).contiguous()
save_file(out, os.path.join(DATA, "preprocess", "preprocess_torch.safetensors")); print({k: tuple(v.shape) for k, v in out.items()})
