//! `examples/c`: a program in C computes the same bits as one in Rust.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::toolchain::{self, cargo, check, install, output};
use crate::{Result, root};

/// A library that cargo builds, and a program of `main.c` that is linked to it.
struct Build {
    name: &'static str,
    cargo: &'static [&'static str],
    profile: &'static str,
    compiler: &'static [&'static str],
    libraries: &'static [&'static str],
    /// The backend that the library has chosen, if it cannot detect any.
    isa: Option<&'static str>,
}

/// What both languages must pass.
const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-O2"];

const STD: &[&str] = &["-lm", "-lpthread", "-ldl"];

const BUILDS: [Build; 3] = [
    Build {
        name: "c99",
        cargo: &["--profile", "release"],
        profile: "release",
        compiler: &["gcc", "-std=c99"],
        libraries: STD,
        isa: None,
    },
    // After the first, of the same library.
    Build {
        name: "c++11",
        cargo: &["--profile", "release"],
        profile: "release",
        compiler: &["g++", "-std=c++11", "-xc++"],
        libraries: STD,
        isa: None,
    },
    Build {
        name: "c99 without std",
        cargo: &["--profile", "no_std", "--no-default-features"],
        profile: "no_std",
        compiler: &["gcc", "-std=c99", "-DNO_HEAP", "-Wl,--gc-sections"],
        libraries: &["-lm"],
        isa: Some("scalar"),
    },
];

/// Builds and runs all of them.
pub fn run() -> Result<()> {
    let folder = root().join("examples/c");
    let target = toolchain::target("c");
    fs::create_dir_all(&target)?;
    for build in &BUILDS {
        let compiler = build.compiler[0];
        if Command::new(compiler).arg("--version").output().is_err() {
            install(&[compiler])?;
        }
        build.run(&folder, &target).map_err(|error| format!("{}: {error}", build.name))?;
    }
    Ok(())
}

impl Build {
    fn run(&self, folder: &Path, target: &Path) -> Result<()> {
        let mut library = cargo("build", folder, target);
        check(library.args(["--quiet", "--lib"]).args(self.cargo))?;
        let program = self.compile(folder, target)?;

        let mut reference = cargo("run", folder, target);
        reference.args(["--quiet", "--release", "--bin", "reference", "--"]).arg(target);
        if let Some(isa) = self.isa {
            reference.env("RESNET_ISA", isa);
        }
        let expected = output(&mut reference)?;
        let found = output(Command::new(&program).arg(target))?;
        for (i, (expected, found)) in expected.lines().zip(found.lines()).enumerate() {
            if expected != found {
                let line = i + 1;
                return Err(format!("line {line}: expected {expected}, found {found}").into());
            }
        }
        if expected != found {
            return Err("expected as many lines from C as from Rust".into());
        }
        if !found.contains("353 of 360 digits right") {
            return Err("the digits network is not as accurate as its reference".into());
        }
        if self.isa.is_none() {
            // Whoever forces an instruction set is told, by a code.
            check(Command::new(&program).arg(target).arg("ISA").env("RESNET_ISA", "nonsense"))?;
        }
        println!("{}: {} lines, bit for bit those of Rust", self.name, found.lines().count());
        Ok(())
    }

    fn compile(&self, folder: &Path, target: &Path) -> Result<PathBuf> {
        let program = target.join(self.name.replace(' ', "_"));
        let mut compiler = Command::new(self.compiler[0]);
        compiler.args(&self.compiler[1..]).args(WARNINGS).arg("-I").arg(folder.join("include"));
        compiler.arg(folder.join("main.c")).arg("-xnone");
        compiler.arg(target.join(self.profile).join("libnetworks.a"));
        compiler.args(self.libraries).arg("-o").arg(&program);
        check(&mut compiler)?;
        Ok(program)
    }
}
