//! Crates outside of our workspace, as users have them. They are made in the
//! target directory and built by a cargo of their own, with the versions of
//! our lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Root of this project.
pub const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// A crate that depends on ours.
pub struct Crate {
    pub folder: PathBuf,
}

impl Crate {
    /// `features` is the rest of the dependency on `resnet` in the manifest,
    /// `targets` that of the manifest itself.
    pub fn new(name: &str, edition: &str, features: &str, targets: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let manifest = format!(
            "[package]\n\
             name = '{name}'\n\
             edition = '{edition}'\n\
             [workspace]\n\
             [dependencies]\n\
             resnet = {{ path = '{PROJECT}'{features} }}\n\
             {targets}"
        );
        write(folder.join("Cargo.toml"), manifest);
        if let Ok(lock) = fs::read(Path::new(PROJECT).join("Cargo.lock")) {
            write(folder.join("Cargo.lock"), lock);
        }
        Crate { folder }
    }

    pub fn cargo(&self, command: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(command)
            .args(["--quiet", "--offline", "--target-dir"])
            .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"))
            .current_dir(&self.folder)
            .output()
            .expect("cargo runs")
    }
}

/// Writes a file and the folders that it needs.
pub fn write(path: PathBuf, content: impl AsRef<[u8]>) {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).expect("the target directory can be written");
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
