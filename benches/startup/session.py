"""onnxruntime: milliseconds of a session's creation and its first run, and the
peak of resident memory in kB. The interpreter and imports are not counted."""

import json
import sys
import time

import numpy as np
import onnxruntime as ort

model, image, out, threads = sys.argv[1:]
x = np.fromfile(image, np.float32).reshape(1, 3, 224, 224)
start = time.perf_counter()
options = ort.SessionOptions()
options.intra_op_num_threads = int(threads)
options.inter_op_num_threads = 1
options.log_severity_level = 3
session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
(logits,) = session.run(None, {session.get_inputs()[0].name: x})
ms = (time.perf_counter() - start) * 1e3
np.ascontiguousarray(logits, np.float32).tofile(out)
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(json.dumps({"ms": ms, "peak_kb": int(status["VmHWM"].split()[0]), "version": ort.__version__}))
