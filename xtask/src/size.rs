//! `benches/startup`: programs with a network stay as small, on disk and in memory, as
//! README says. Their weights are packed by the command that the error of a missing
//! packed file names.

use std::fs;
use std::path::Path;
use std::process::Command;

use safetensors::SafeTensors;

use crate::toolchain::{self, cargo, check, output};
use crate::{Result, root};

/// Bytes of a program without weights, and of one with all that it needs.
const PROGRAM: u64 = 500_000;
const DIGITS: u64 = 700_000;

/// Bytes of memory beside weights and workspace.
const BESIDE: u64 = 4 << 20;

/// Of the first so many digits, one may be read wrongly.
const IMAGES: usize = 20;

/// Packs, builds, measures, and runs all of them.
pub fn run() -> Result<()> {
    let folder = root().join("benches/startup");
    let target = toolchain::target("startup");
    let digits = root().join("tests/golden/digits");
    let mut pack = cargo("run", root(), &toolchain::target(""));
    pack.args(["--quiet", "--release", "--example", "pack", "--"]);
    pack.arg(folder.join("src/digits.rs")).arg("Digits").arg(digits.join("digits.safetensors"));
    check(pack.args(["--precision", "f16"]))?;

    let mut build = cargo("build", &folder, &target);
    check(build.args(["--quiet", "--release", "--features", "digits"]))?;
    let programs = target.join("release");
    for (name, most) in [("unverified", PROGRAM), ("digits", DIGITS)] {
        let bytes = fs::metadata(programs.join(name))?.len();
        println!("{name}: {bytes} bytes");
        if bytes > most {
            return Err(format!("{name}: expected at most {most} bytes, found {bytes}").into());
        }
    }
    read_digits(&programs.join("digits"), &digits.join("digits_test.safetensors"))?;
    measure_memory(&programs, &target)
}

/// The program with its weights reads digits.
fn read_digits(program: &Path, images: &Path) -> Result<()> {
    let file = fs::read(images)?;
    let file = SafeTensors::deserialize(&file)?;
    let [images, labels] = [file.tensor("images")?, file.tensor("labels")?];
    let image = |i: usize| {
        let bytes = &images.data()[256 * i..256 * (i + 1)];
        bytes.as_chunks().0.iter().map(|v| f32::from_le_bytes(*v).to_string())
    };
    let mut right = 0;
    for (i, label) in labels.data().as_chunks().0.iter().take(IMAGES).enumerate() {
        let printed = output(Command::new(program).args(image(i)))?;
        let values = printed.trim().trim_matches(['[', ']']).split(", ").map(str::parse);
        let values: Vec<f32> = values.collect::<std::result::Result<_, _>>()?;
        let best = (0..values.len()).max_by(|a, b| values[*a].total_cmp(&values[*b]));
        right += usize::from(best == usize::try_from(i64::from_le_bytes(*label)).ok());
    }
    println!("digits: {right} of {IMAGES} right");
    if right + 1 < IMAGES {
        return Err(format!("expected {IMAGES} digits to be read, found {right} right").into());
    }
    Ok(())
}

/// ResNet-50 v2 with mapped weights takes them, its workspace, and little beside.
fn measure_memory(programs: &Path, target: &Path) -> Result<()> {
    let [packed, image] = ["generated.resnet", "image.f32"].map(|name| target.join(name));
    let mut pack = Command::new(programs.join("pack"));
    let sizes = output(pack.args(["generated", "f32"]).arg(&packed))?;
    let sizes = sizes.split_whitespace().map(str::parse::<u64>);
    let most = BESIDE + sizes.sum::<std::result::Result<u64, _>>()?;
    fs::write(&image, vec![0; 224 * 224 * 3 * size_of::<f32>()])?;
    for (program, threads) in [("unverified", "1"), ("unverified", "2"), ("verified", "2")] {
        let mut run = Command::new(programs.join(program));
        let printed = run.arg(&packed).arg(&image).arg(threads).output()?;
        if !printed.status.success() {
            let text = String::from_utf8_lossy(&printed.stderr).into_owned();
            return Err(format!("{program} failed: {text}").into());
        }
        let logits = 1001 * size_of::<f32>();
        let peak = printed.stdout.get(logits..).ok_or("expected logits and a peak of memory")?;
        let peak = str::from_utf8(peak)?.parse::<u64>()? * 1024;
        println!("{program}, threads: {threads}: {peak} bytes of memory, of {most}");
        if peak > most {
            return Err(format!("{program}: expected at most {most} bytes, found {peak}").into());
        }
    }
    Ok(())
}
