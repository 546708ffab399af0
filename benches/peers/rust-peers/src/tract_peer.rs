//! tract, optimised, with one plan state for all runs.

use std::hint::black_box;

use tract_onnx::prelude::*;
use tract_onnx::tract_core::plan::SimpleState;
use tract_onnx::tract_core::prelude::multithread::{Executor, set_default_executor};

use crate::worker::{Job, Model, Result};

struct Tract {
    state: SimpleState<TypedFact, Box<dyn TypedOp>>,
    input: TValue,
}

pub fn load(job: &Job) -> Result<Box<dyn Model>> {
    if job.threads > 1 {
        set_default_executor(Executor::multithread(job.threads));
    }
    let model = tract_onnx::onnx()
        .model_for_path(job.folder.join(format!("b{}.onnx", job.batch)))?
        .into_optimized()?;
    let input = Tensor::from_shape(&job.shape()?, &job.input("nchw")?)?.into_tvalue();
    let state = model.into_runnable()?.spawn()?;
    Ok(Box::new(Tract { state, input }))
}

impl Tract {
    fn run(&mut self) -> TractResult<TValue> {
        let mut outputs = self.state.run(tvec!(self.input.clone()))?;
        Ok(outputs.remove(0))
    }
}

impl Model for Tract {
    fn infer(&mut self) -> Result<()> {
        black_box(self.run()?);
        Ok(())
    }

    fn output(&mut self) -> Result<Vec<f32>> {
        Ok(self.run()?.to_plain_array_view::<f32>()?.iter().copied().collect())
    }
}
