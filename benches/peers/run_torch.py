"""Worker: torch, compiled ahead of time by its Inductor with frozen weights."""

import torch

import worker


def load(job: worker.Job) -> worker.Model:
    torch.set_num_threads(job.threads)
    torch.set_grad_enabled(False)
    model = torch._inductor.aoti_load_package(job.folder / f"b{job.batch}.t{job.threads}.pt2")
    image = torch.from_numpy(job.input())
    return worker.Model(
        infer=lambda: model(image),
        output=lambda: model(image).numpy(),
        version=torch.__version__,
    )


if __name__ == "__main__":
    worker.main(load)
