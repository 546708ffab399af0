//! Worker: tract or rten.

mod rten_peer;
mod tract_peer;
#[allow(dead_code, reason = "shared by two programs")]
#[path = "../../worker.rs"]
mod worker;

use worker::{Job, Result};

fn main() -> Result<()> {
    let job = Job::from_args()?;
    match job.peer.as_str() {
        "rten" => job.work(pinned("rten "), || rten_peer::load(&job)),
        "tract" => job.work(pinned("tract-onnx "), || tract_peer::load(&job)),
        other => Err(format!("expected rten or tract, found {other}").into()),
    }
}

/// The version that this program's manifest pins.
fn pinned(dependency: &str) -> &'static str {
    let mut lines = include_str!("../Cargo.toml").lines();
    let line = lines.find(|line| line.starts_with(dependency));
    line.and_then(|line| line.split('"').nth(1)).unwrap_or("?").trim_start_matches('=')
}
