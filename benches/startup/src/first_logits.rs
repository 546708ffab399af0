//! `PROGRAM PACKED IMAGE THREADS`: logits of one image with mapped weights, written as
//! f32 with the peak of resident memory in kB behind them.

use std::error::Error;
use std::io::Write;

use resnet::zoo::slim_v2::ResNetV2_50;
use resnet::{Mapping, Pool, Tensor};

/// Of a network that `load` makes.
pub fn write(
    load: fn(&Mapping) -> Result<ResNetV2_50, resnet::Error>,
) -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [packed, image, threads] = &args[..] else {
        return Err("expected a packed file, an image and a number of threads".into());
    };
    let threads: usize = threads.parse()?;
    // SAFETY: whoever runs the benchmark leaves its files alone meanwhile.
    let [mapping, image] = unsafe { [Mapping::open(packed)?, Mapping::open(image)?] };
    let net = load(&mapping)?;
    let mut workspace = ResNetV2_50::workspace();
    if threads > 1 {
        workspace.set_pool(&Pool::new(threads));
    }
    image.populate();
    let image = Tensor::view(bytemuck::try_cast_slice(&image)?)?;
    let logits = net.forward(image, &mut workspace);
    let mut out = std::io::stdout().lock();
    out.write_all(&logits.values().iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<_>>())?;
    out.flush()?;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    write!(out, "{}", peak.unwrap_or("0").trim().trim_end_matches(" kB"))?;
    Ok(())
}
