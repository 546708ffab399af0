//! Compilers for other machines: rustup's targets, or where rustup has none Debian's
//! packages, with a standard library of theirs or one that cargo builds.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{Result, root};

/// Debian's newest compiler, the sources of its standard library, and that library built.
const DEBIAN: &str = "rustc-web";
const DEBIAN_SOURCES: &str = "rust-web-src";
const DEBIAN_STD: &str = "libstd-rust-web-dev";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// A machine to compile for.
pub struct Target {
    pub triple: &'static str,
    pub std: Std,
    /// Debian's packages that linking needs where rustup's target is absent.
    pub packages: &'static [&'static str],
    /// What rustup's target brings along and Debian's packages have elsewhere.
    pub debian_flags: &'static [&'static str],
    pub linker: Option<Linker>,
}

/// The standard library, where rustup's target is absent.
pub enum Std {
    /// Debian's, of one of its architectures.
    Debian(&'static str),
    /// Cargo builds these crates of it.
    Built(&'static str),
}

pub enum Linker {
    /// A program, and Debian's package that has it.
    Program(&'static str, &'static str),
    /// The linker inside of rustup's toolchains.
    Lld,
}

/// A compiler for a target, ready to use.
pub struct Toolchain {
    target: &'static Target,
    /// Options for Debian's compiler, if that is used.
    debian: Option<Debian>,
}

struct Debian {
    cargo: Option<String>,
    rustc: Vec<String>,
}

impl Target {
    /// Finds a compiler, or installs one.
    pub fn toolchain(&'static self) -> Result<Toolchain> {
        if let Some(Linker::Program(_, package)) = self.linker {
            install(&[package])?;
        }
        if self.has_rustup_target() || self.add_rustup_target() {
            return Ok(Toolchain { target: self, debian: None });
        }
        install(&[DEBIAN])?;
        install(self.packages)?;
        let mut rustc: Vec<_> = self.debian_flags.iter().map(ToString::to_string).collect();
        let cargo = match self.std {
            Std::Debian(architecture) => {
                let sysroot = unpack(DEBIAN_STD, DEBIAN, architecture)?.join("usr");
                rustc.push(format!("--sysroot={}", sysroot.display()));
                None
            }
            Std::Built(crates) => {
                install(&[DEBIAN_SOURCES])?;
                Some(format!("-Zbuild-std={crates}"))
            }
        };
        Ok(Toolchain { target: self, debian: Some(Debian { cargo, rustc }) })
    }

    fn has_rustup_target(&self) -> bool {
        let mut rustc = Command::new("rustc");
        rustc.args(["--print", "target-libdir", "--target", self.triple]);
        rustc.output().is_ok_and(|output| {
            let folder = String::from_utf8_lossy(&output.stdout);
            output.status.success() && Path::new(folder.trim()).exists()
        })
    }

    /// Whether rustup is here, and can bring it.
    fn add_rustup_target(&self) -> bool {
        println!("adding rustup's target {}", self.triple);
        let added = output(Command::new("rustup").args(["target", "add", self.triple]));
        if let Err(error) = &added {
            println!("{error}");
        }
        added.is_ok() && self.has_rustup_target()
    }
}

impl Toolchain {
    /// `cargo COMMAND` for the target, with these flags of rustc, and with a
    /// program that runs what is built.
    pub fn cargo(&self, command: &str, flags: &[&str], runner: &str) -> Result<Command> {
        let target = self.target;
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.arg(command).args(["--target", target.triple]).current_dir(root());
        let mut flags = flags.to_vec();
        if let Some(debian) = &self.debian {
            cargo.env("RUSTC", DEBIAN_RUSTC);
            if let Some(build_std) = &debian.cargo {
                // What is unstable here is `build-std` alone.
                cargo.arg(build_std).env("RUSTC_BOOTSTRAP", "1");
            }
            flags.extend(debian.rustc.iter().map(String::as_str));
        }
        let variable = |name: &str| {
            let triple = target.triple.to_uppercase().replace('-', "_");
            format!("CARGO_TARGET_{triple}_{name}")
        };
        match &target.linker {
            Some(Linker::Program(program, _)) => {
                cargo.env(variable("LINKER"), program);
            }
            Some(Linker::Lld) if self.debian.is_some() => {
                cargo.env(variable("LINKER"), lld()?);
            }
            _ => {}
        }
        cargo.env_remove("RUSTFLAGS").env(variable("RUSTFLAGS"), flags.join(" "));
        cargo.env(variable("RUNNER"), runner).env("CARGO_TARGET_DIR", target_dir());
        Ok(cargo)
    }
}

/// Where all targets are built. Apart from the host's, since another compiler
/// may be at work.
pub fn target_dir() -> PathBuf {
    target("cross")
}

/// A part of the folder that everything is built in.
pub fn target(part: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
    root().join(target).join(part)
}

/// `cargo COMMAND` for this machine, of the package in a folder, built in another.
pub fn cargo(command: &str, folder: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.arg(command).arg("--manifest-path").arg(folder.join("Cargo.toml"));
    cargo.env("CARGO_TARGET_DIR", target);
    cargo
}

/// The linker of rustup's own toolchain.
fn lld() -> Result<PathBuf> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let host = output(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let lld = Path::new(sysroot.trim()).join("lib/rustlib").join(host.trim()).join("bin/rust-lld");
    if !lld.exists() {
        return Err(format!("expected a linker at {}: rustup's Rust has it", lld.display()).into());
    }
    Ok(lld)
}

/// Installs the packages of Debian that are missing.
pub fn install(packages: &[&'static str]) -> Result<()> {
    let missing: Vec<_> = packages.iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.iter().map(|package| **package).collect::<Vec<_>>().join(" ");
    println!("installing {list}");
    let apt = |args: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(["-qq", "-o=Dpkg::Use-Pty=0"]).args(args).env("DEBIAN_FRONTEND", "noninteractive");
        output(&mut apt)
    };
    let installed = apt(&["update"]).and_then(|_| {
        let mut args = vec!["install", "--yes", "--no-install-recommends"];
        args.extend(missing);
        apt(&args)
    });
    match installed {
        Ok(_) => Ok(()),
        Err(error) => {
            Err(format!("{error}\nexpected Debian and the right to install these packages: {list}")
                .into())
        }
    }
}

/// The files of a package for another architecture, of the version that `like` is
/// installed in, in a folder. They are not installed: this machine would have to learn of
/// the architecture first.
fn unpack(package: &str, like: &str, architecture: &str) -> Result<PathBuf> {
    let version = output(Command::new("dpkg-query").args(["-W", "-f=${Version}", like]))?;
    let folder = target_dir().join("debian").join(format!("{package}_{version}_{architecture}"));
    if folder.exists() {
        return Ok(folder);
    }
    let work = folder.with_extension("part");
    let lists = work.join("lists/partial");
    std::fs::create_dir_all(&lists).map_err(|error| format!("{}: {error}", lists.display()))?;
    let apt = |args: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(["-qq", "-o", &format!("APT::Architectures::={architecture}")]);
        apt.args(["-o", &format!("Dir::State::Lists={}", work.join("lists").display())]);
        output(apt.args(args).current_dir(&work))
    };
    println!("unpacking {package}:{architecture}");
    apt(&["update"])?;
    apt(&["download", &format!("{package}:{architecture}={version}")])?;
    let file = work.read_dir()?.flatten().map(|entry| entry.path());
    let file = file.filter(|file| file.extension().is_some_and(|end| end == "deb")).last();
    let file = file.ok_or_else(|| format!("expected a file of {package}, found none"))?;
    output(Command::new("dpkg").arg("-x").arg(file).arg(work.join("files")))?;
    std::fs::rename(work.join("files"), &folder)?;
    std::fs::remove_dir_all(work)?;
    Ok(folder)
}

fn is_installed(package: &str) -> bool {
    let status = output(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]));
    status.is_ok_and(|status| status.ends_with(" installed"))
}

/// Runs a command that prints what is wrong by itself.
pub fn check(command: &mut Command) -> Result<()> {
    println!("$ {}", shown(command));
    let status = command.status().map_err(|error| format!("{}: {error}", shown(command)))?;
    if !status.success() {
        return Err(format!("{} failed: {status}", shown(command)).into());
    }
    Ok(())
}

/// What a command prints.
pub fn output(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } =
        command.output().map_err(|error| format!("{}: {error}", shown(command)))?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    if !status.success() {
        return Err(format!("{} failed: {status}\n{}", shown(command), text(stderr)).into());
    }
    Ok(text(stdout))
}

/// The program's name and its arguments.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().map(OsString::from);
    let words = program.into_iter().chain(command.get_args().map(OsString::from));
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
