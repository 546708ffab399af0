//! Expansions cause no warning in the strictest crates: both editions, and
//! without std or a heap. Checked by clippy in crates of their own.

use std::path::Path;
use std::process::Command;

fn check(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO"))
        .args(["clippy", "--quiet", "--manifest-path"])
        .arg(root.join("tests/hygiene").join(name).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("hygiene"))
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.is_empty(), "{name}:\n{text}");
}

#[test]
fn edition_2021() {
    check("edition2021");
}

#[test]
fn edition_2024() {
    check("edition2024");
}

#[test]
fn no_std() {
    check("no_std");
}
