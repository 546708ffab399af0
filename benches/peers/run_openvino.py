"""Worker: OpenVINO, CPU plugin, for latency, in f32."""

import openvino as ov
from openvino import properties
from openvino.properties import hint

import worker


def load(job: worker.Job) -> worker.Model:
    settings = {
        hint.performance_mode: hint.PerformanceMode.LATENCY,
        hint.inference_precision: ov.Type.f32,
        properties.inference_num_threads: job.threads,
    }
    compiled = ov.Core().compile_model(job.onnx(), "CPU", settings)
    request = compiled.create_infer_request()
    request.set_input_tensor(ov.Tensor(job.input()))

    def infer() -> None:
        request.start_async()
        request.wait()

    return worker.Model(
        infer=infer,
        output=lambda: request.get_output_tensor().data,
        version=ov.__version__.split("-")[0],
    )


if __name__ == "__main__":
    worker.main(load)
