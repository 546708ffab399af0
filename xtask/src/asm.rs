//! What the compiler made of the tiles: the instructions of their hot loops.
//! For machines that are emulated here, where time means nothing.

use std::process::Command;

use crate::Result;
use crate::cross::AARCH64;
use crate::toolchain::{check, target_dir};

/// How assembly is read.
struct Syntax {
    multiply_add: &'static str,
    /// How loads into vector registers start.
    loads: &'static [&'static str],
    /// How memory is written, and memory on the stack.
    memory: char,
    stack: &'static str,
    /// What names a vector register.
    vector: &'static str,
    /// How vector instructions start that are neither.
    other: &'static [&'static str],
}

/// A kernel whose assembly is counted.
struct Kernel {
    backend: &'static str,
    triple: &'static str,
    syntax: &'static Syntax,
    functions: &'static [Function],
}

struct Function {
    /// What it computes at once.
    what: &'static str,
    /// What its name contains.
    name: &'static str,
    /// Multiply-adds of that, at least in a turn of its loop.
    least: usize,
    /// What a turn may have.
    most: Counts,
}

const fn function_of(
    what: &'static str,
    name: &'static str,
    least: usize,
    most: Counts,
) -> Function {
    Function { what, name, least, most }
}

static X86: Syntax = Syntax {
    multiply_add: "vfmadd",
    loads: &["vmov", "vbroadcast", "vfmadd"],
    memory: '(',
    stack: "(%rsp",
    vector: "mm",
    other: &["v"],
};

static ARM: Syntax = Syntax {
    multiply_add: "fmla",
    loads: &["ldr\tq", "ldr\ts", "ldp\tq", "ldur\tq", "ld1"],
    memory: '[',
    stack: "[sp",
    vector: "\tq",
    other: &["mov\tv", "dup", "movi", "ext", "str\tq", "stp\tq", "stur\tq"],
};

const X86_64: &str = "x86_64-unknown-linux-gnu";

/// The limits are the table in ARCHITECTURE.md.
static KERNELS: [Kernel; 3] = [
    Kernel {
        backend: "avx512",
        triple: X86_64,
        syntax: &X86,
        functions: &[
            function_of("6 x 4", "6avx5124tileKj6_Kj4_E", 24, most(24, 10)),
            function_of("5 x 4", "6avx5124tileKj5_Kj4_E", 20, most(20, 9)),
            // Six points of four tiles: what makes the points is ten more, and `other`.
            function_of("4 x 6", "6avx51210four_tiles", 24, Counts { other: 6, ..most(34, 33) }),
        ],
    },
    Kernel {
        backend: "avx2",
        triple: X86_64,
        syntax: &X86,
        functions: &[
            function_of("6 x 2", "4avx24tileKj6_Kj2_E", 12, most(12, 8)),
            function_of("5 x 2", "4avx24tileKj5_Kj2_E", 10, most(10, 7)),
        ],
    },
    Kernel {
        backend: "neon",
        triple: AARCH64.triple,
        syntax: &ARM,
        functions: &[
            function_of("6 x 4", "4neon4tileKj6_Kj4_E", 24, most(96, 22)),
            function_of("5 x 4", "4neon4tileKj5_Kj4_E", 20, most(80, 21)),
        ],
    },
];

/// Multiply-adds and their loads alone.
const fn most(multiply_adds: usize, loads: usize) -> Counts {
    Counts { multiply_adds, loads, spills: 0, other: 0 }
}

/// For speed, and for size: what is written out in source needs no compiler to unroll it.
const LEVELS: [&str; 2] = ["3", "s"];

/// What one turn of a loop has.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    multiply_adds: usize,
    /// Vector registers that are loaded, and those that are spilled.
    loads: usize,
    spills: usize,
    /// Splats, moves and stores.
    other: usize,
}

impl Counts {
    /// More than a limit, for as many multiply-adds: a turn may be longer or shorter.
    fn exceeds(&self, most: &Counts) -> bool {
        let more = |ours, theirs| ours * most.multiply_adds > theirs * self.multiply_adds;
        more(self.loads, most.loads)
            || more(self.spills, most.spills)
            || more(self.other, most.other)
    }
}

/// Prints the table, and fails if a tile is worse than its limit.
pub fn run() -> Result<()> {
    let mut table = String::from(
        "| backend | opt-level | pixels x registers | multiply-adds | loads | spills | other | loads per multiply-add |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    let mut worse = Vec::new();
    for level in LEVELS {
        rows(level, &mut table, &mut worse)?;
    }
    print!("{table}");
    if worse.is_empty() { Ok(()) } else { Err(worse.join("\n").into()) }
}

/// The rows of all kernels, and those that exceed their limits.
fn rows(level: &str, table: &mut String, worse: &mut Vec<String>) -> Result<()> {
    let mut x86 = Command::new("cargo");
    x86.args(["rustc", "--target", X86_64]).env("CARGO_TARGET_DIR", target_dir());
    let mut aarch64 = AARCH64.toolchain()?.cargo("rustc", &[], "false")?;
    let assemblies = [
        assembly(x86.current_dir(crate::root()), X86_64, level)?,
        assembly(&mut aarch64, AARCH64.triple, level)?,
    ];
    for kernel in &KERNELS {
        let Kernel { backend, syntax, .. } = kernel;
        let (_, text) = assemblies
            .iter()
            .find(|(triple, _)| *triple == kernel.triple)
            .ok_or("the assembly of every target was made")?;
        for Function { what, name, least, most } in kernel.functions {
            let body = function(text, name).ok_or_else(|| format!("found no kernel {name}"))?;
            let counts = loops(&body).into_iter().map(|turn| count(turn, syntax));
            let hot = counts.max_by_key(|counts| counts.multiply_adds).unwrap_or_default();
            if hot.multiply_adds < *least {
                let found = format!("{name} at {level}: expected a loop of multiply-adds");
                return Err(format!("{found}, found {hot:?}").into());
            }
            if hot.exceeds(most) {
                worse.push(format!("{name} at {level}: expected at most {most:?}, found {hot:?}"));
            }
            let Counts { multiply_adds, loads, spills, other } = hot;
            let ratio = loads as f64 / multiply_adds as f64;
            *table += &format!(
                "| {backend} | {level} | {what} | {multiply_adds} | {loads} | {spills} | {other} | {ratio:.2} |\n"
            );
        }
    }
    Ok(())
}

/// The assembly of the runtime, by a `cargo rustc` for the target.
fn assembly(
    cargo: &mut Command,
    triple: &'static str,
    level: &str,
) -> Result<(&'static str, String)> {
    // Cargo keeps what it has built at either level, and would not write one file again.
    let file = target_dir().join(format!("{triple}-{level}.s"));
    cargo.args(["-p", "resnet-runtime", "--release", "--lib", "--"]);
    // Names whose generic arguments can be read, all functions in one file.
    cargo.args(["-Csymbol-mangling-version=v0", "-Ccodegen-units=1"]);
    cargo.arg(format!("-Copt-level={level}"));
    check(cargo.arg("--emit").arg(format!("asm={}", file.display())))?;
    let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok((triple, text))
}

/// The lines of the function whose symbol contains a name.
fn function<'a>(assembly: &'a str, name: &str) -> Option<Vec<&'a str>> {
    let starts = |line: &&str| line.starts_with('_') && line.ends_with(':') && line.contains(name);
    let mut lines = assembly.lines().skip_while(|line| !starts(line));
    lines.next()?;
    Some(lines.map(str::trim).take_while(|line| !line.starts_with(".Lfunc_end")).collect())
}

/// The innermost loops: from a label to the jump back to it, without another such between.
fn loops<'a, 'b>(body: &'b [&'a str]) -> Vec<&'b [&'a str]> {
    let mut found = Vec::<(usize, usize)>::new();
    for (end, line) in body.iter().enumerate() {
        let Some(label) = line.split_whitespace().skip(1).find(|word| word.starts_with(".L"))
        else {
            continue;
        };
        let start = body[..end].iter().rposition(|line| line.strip_suffix(':') == Some(label));
        if let Some(start) = start {
            found.push((start, end));
        }
    }
    let innermost = |&&(start, end): &&(usize, usize)| {
        found.iter().all(|&(s, e)| (s, e) == (start, end) || s < start || e > end)
    };
    found.iter().filter(innermost).map(|&(start, end)| &body[start..=end]).collect()
}

fn count(turn: &[&str], syntax: &Syntax) -> Counts {
    let mut counts = Counts::default();
    for line in turn {
        let starts = |names: &[&str]| names.iter().any(|name| line.starts_with(name));
        let memory = line.contains(syntax.memory) && !line.starts_with("lea");
        let spill = memory && line.contains(syntax.stack) && line.contains(syntax.vector);
        // In AT&T's order a load names memory first, a store last; Arm's
        // stores have names of their own, and lanes look like memory.
        let load = starts(syntax.loads) && memory && !line.ends_with(')');
        let multiply_add = line.starts_with(syntax.multiply_add);
        counts.multiply_adds += usize::from(multiply_add);
        counts.spills += usize::from(spill);
        // A pair is two.
        let registers = if line.starts_with("ldp") { 2 } else { 1 };
        counts.loads += if load && !spill { registers } else { 0 };
        counts.other += usize::from(starts(syntax.other) && !multiply_add && !load && !spill);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_held_against_its_limit() {
        let limit = most(24, 10);
        let turn = |multiply_adds, loads, spills, other| {
            Counts { multiply_adds, loads, spills, other }.exceeds(&limit)
        };
        assert!(!turn(24, 10, 0, 0) && !turn(48, 20, 0, 0) && !turn(24, 9, 0, 0));
        assert!(turn(24, 11, 0, 0) && turn(24, 10, 1, 0) && turn(24, 10, 0, 1));
        assert!(turn(12, 6, 0, 0) && turn(48, 20, 0, 1));
    }

    #[test]
    fn the_table_is_that_of_architecture_md() {
        let file = crate::root().join("ARCHITECTURE.md");
        let text = std::fs::read_to_string(file).expect("the file is there");
        for Kernel { backend, functions, .. } in &KERNELS {
            for Function { what, most, .. } in *functions {
                let Counts { multiply_adds, loads, spills, other } = most;
                let row = format!(
                    "| {backend} | {what} | {multiply_adds} | {loads} | {spills} | {other} |"
                );
                assert!(text.contains(&row), "expected {row}");
            }
        }
    }

    const LOOP: &str = "\
_Rtile:
.LBB0_1:
	xorl	%edi, %edi
.LBB0_2:
	vmovups	(%rbx), %zmm24
	vmovaps	-64(%rsp), %zmm29
	vbroadcastss	(%r15,%rdi,4), %zmm28
	vfmadd231ps	%zmm24, %zmm28, %zmm23
	vfmadd231ps	64(%rbx), %zmm28, %zmm22
	vmovaps	%zmm1, %zmm2
	vmovups	%zmm2, 64(%rcx)
	jne	.LBB0_2
	jne	.LBB0_1
.Lfunc_end0:
";

    #[test]
    fn the_innermost_loop_is_counted() {
        let body = function(LOOP, "tile").expect("the function is there");
        let [turn] = loops(&body)[..] else { panic!("expected one innermost loop") };
        let want = Counts { multiply_adds: 2, loads: 3, spills: 1, other: 2 };
        assert_eq!(count(turn, &X86), want);
    }

    #[test]
    fn lanes_are_not_memory() {
        let turn = [
            "ldr\tq10, [x1], #16",
            "ldp\tq14, q15, [x4, #32]",
            "str\tq3, [sp, #16]",
            "fmla\tv29.4s, v14.4s, v10.s[0]",
            "mov\tv3.16b, v4.16b",
            "add\tx3, x3, x15",
        ];
        let want = Counts { multiply_adds: 1, loads: 3, spills: 1, other: 1 };
        assert_eq!(count(&turn, &ARM), want);
    }
}
