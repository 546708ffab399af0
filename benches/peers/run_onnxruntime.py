"""Worker: onnxruntime, CPU provider, all graph optimisations."""

import numpy as np
import onnxruntime as ort

import worker


def load(job: worker.Job) -> worker.Model:
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.intra_op_num_threads = job.threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = ort.InferenceSession(job.onnx(), options, providers=["CPUExecutionProvider"])
    # Bound memory: neither the input nor the output is copied.
    binding = session.io_binding()
    image = ort.OrtValue.ortvalue_from_numpy(job.input())
    (output,) = session.get_outputs()
    result = ort.OrtValue.ortvalue_from_numpy(np.zeros(output.shape, np.float32))
    binding.bind_ortvalue_input(session.get_inputs()[0].name, image)
    binding.bind_ortvalue_output(output.name, result)
    return worker.Model(
        infer=lambda: session.run_with_iobinding(binding),
        output=result.numpy,
        version=ort.__version__,
    )


if __name__ == "__main__":
    worker.main(load)
