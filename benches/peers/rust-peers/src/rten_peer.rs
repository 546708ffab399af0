//! rten, with weights packed while loading and a pool of as many threads.

use std::hint::black_box;
use std::sync::Arc;

use rten::{ModelOptions, NodeId, RunOptions, ThreadPool, Value};
use rten_tensor::Tensor;
use rten_tensor::prelude::*;

use crate::worker::{Job, Model, Result};

struct Rten {
    model: rten::Model,
    nodes: [NodeId; 2],
    options: RunOptions,
    input: Tensor<f32>,
}

pub fn load(job: &Job) -> Result<Box<dyn Model>> {
    let model = ModelOptions::with_all_ops()
        .prepack_weights(true)
        .load_file(job.folder.join(format!("b{}.onnx", job.batch)))?;
    let pool = Arc::new(ThreadPool::with_num_threads(job.threads));
    Ok(Box::new(Rten {
        nodes: [model.node_id("input")?, model.node_id("output")?],
        options: RunOptions::default().with_thread_pool(Some(pool)),
        input: Tensor::from_data(&job.shape()?, job.input("nchw")?),
        model,
    }))
}

impl Rten {
    fn run(&self) -> Result<Value> {
        let [input, output] = self.nodes;
        let inputs = vec![(input, self.input.view().into())];
        let [value] = self.model.run_n(inputs, [output], Some(self.options.clone()))?;
        Ok(value)
    }
}

impl Model for Rten {
    fn infer(&mut self) -> Result<()> {
        black_box(self.run()?);
        Ok(())
    }

    fn output(&mut self) -> Result<Vec<f32>> {
        let output: Tensor<f32> = self.run()?.try_into()?;
        Ok(output.to_vec())
    }
}
