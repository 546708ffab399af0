//! `PROGRAM PACKED IMAGE THREADS`: logits of one image with mapped weights, written as
//! f32 with the peak of resident memory in kB behind them.

use std::error::Error;
use std::fs::File;
use std::io::{self, Read, Write};

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
    let mapping = unsafe { Mapping::open(packed) }?;
    let net = load(&mapping)?;
    let mut workspace = ResNetV2_50::workspace();
    if threads > 1 {
        workspace.set_pool(&Pool::new(threads));
    }
    let image = read(image)?;
    let logits = net.forward(&image, &mut workspace);
    let mut out = std::io::stdout().lock();
    out.write_all(&logits.values().iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<_>>())?;
    out.flush()?;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    write!(out, "{}", peak.unwrap_or("0").trim().trim_end_matches(" kB"))?;
    Ok(())
}

/// An image of floats. Piece by piece: memory of which all is new takes longer than the
/// file, a microsecond a page.
fn read(path: &str) -> io::Result<Box<Tensor<224, 224, 3>>> {
    let mut file = File::open(path)?;
    let mut image = Tensor::boxed();
    let mut piece = [0; 16 * 1024];
    for values in image.values_mut().chunks_mut(piece.len() / size_of::<f32>()) {
        let bytes = &mut piece[..size_of_val(values)];
        file.read_exact(bytes)?;
        for (value, bytes) in values.iter_mut().zip(bytes.as_chunks().0) {
            *value = f32::from_le_bytes(*bytes);
        }
    }
    Ok(image)
}
