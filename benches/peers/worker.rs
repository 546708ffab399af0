//! What every worker process in Rust does: one network, one peer, one line of
//! JSON. `worker.py` is the same for Python.

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs};

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

const WARM_UP_RUNS: usize = 3;
const WARM_UP_TIME: Duration = Duration::from_millis(100);
const MIN_RUNS: usize = 3;

/// A network in memory, with its input.
pub trait Model {
    /// What is timed. It reads the input where it lies.
    fn infer(&mut self) -> Result<()>;

    /// The output for that input.
    fn output(&mut self) -> Result<Vec<f32>>;
}

/// The command line: `PEER FOLDER --threads N --batch N --seconds S
/// --iterations N [--dump FILE]`.
pub struct Job {
    pub peer: String,
    pub folder: PathBuf,
    pub threads: usize,
    pub batch: usize,
    seconds: f64,
    iterations: usize,
    dump: Option<PathBuf>,
}

impl Job {
    pub fn from_args() -> Result<Job> {
        let mut args = env::args().skip(1);
        let mut next = |what: &str| args.next().ok_or(format!("expected {what}"));
        let mut job = Job {
            peer: next("a peer or a network")?,
            folder: next("a folder")?.into(),
            threads: 1,
            batch: 1,
            seconds: 0.7,
            iterations: 10_000,
            dump: None,
        };
        while let Ok(option) = next("an option") {
            let value = next("a value")?;
            match option.as_str() {
                "--threads" => job.threads = value.parse()?,
                "--batch" => job.batch = value.parse()?,
                "--seconds" => job.seconds = value.parse()?,
                "--iterations" => job.iterations = value.parse()?,
                "--dump" => job.dump = Some(value.into()),
                _ => return Err(format!("unknown option `{option}`").into()),
            }
        }
        Ok(job)
    }

    /// Images, channels, height, width.
    pub fn shape(&self) -> Result<[usize; 4]> {
        let text = fs::read_to_string(self.folder.join("shape.txt"))?;
        let sizes = text.split_whitespace().map(|size| Ok(size.parse()?));
        match sizes.collect::<Result<Vec<usize>>>()?[..] {
            [h, w, c] => Ok([self.batch, c, h, w]),
            _ => Err(format!("expected height, width and channels, found {text}").into()),
        }
    }

    /// The images, in the layout `nhwc` or `nchw`.
    pub fn input(&self, layout: &str) -> Result<Vec<f32>> {
        let bytes = fs::read(self.folder.join(format!("b{}.{layout}.f32", self.batch)))?;
        let (values, _) = bytes.as_chunks();
        Ok(values.iter().map(|b| f32::from_le_bytes(*b)).collect())
    }

    /// Writes the output, or times inferences.
    pub fn work(&self, version: &str, load: impl FnOnce() -> Result<Box<dyn Model>>) -> Result<()> {
        let start = Instant::now();
        let mut model = load()?;
        let load_ms = milliseconds(start.elapsed());
        let mut times = Vec::new();
        if let Some(file) = &self.dump {
            let bytes: Vec<u8> = model.output()?.iter().flat_map(|v| v.to_le_bytes()).collect();
            fs::write(file, bytes)?;
        } else {
            times = self.measure(&mut *model)?;
        }
        println!(r#"{{"version": "{version}", "load_ms": {load_ms}, "times_ms": {times:?}}}"#);
        Ok(())
    }

    /// Milliseconds of each run until the seconds or the iterations are over.
    fn measure(&self, model: &mut dyn Model) -> Result<Vec<f64>> {
        let start = Instant::now();
        let mut runs = 0;
        while runs < WARM_UP_RUNS || start.elapsed() < WARM_UP_TIME {
            model.infer()?;
            runs += 1;
        }
        let mut times = Vec::new();
        let start = Instant::now();
        let mut end = start;
        while times.len() < MIN_RUNS
            || (end - start).as_secs_f64() < self.seconds && times.len() < self.iterations
        {
            let before = Instant::now();
            model.infer()?;
            end = Instant::now();
            times.push(milliseconds(end - before));
        }
        Ok(times)
    }
}

/// Says why a network cannot be run, in place of times.
pub fn absent(reason: &str) {
    println!(r#"{{"absent": "{reason}"}}"#);
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
