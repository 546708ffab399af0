//! What the compiler says of networks, as a user sees it.
//!
//! `ui/pass/*.rs` compile and run. `ui/fail/<rule>/*.rs` do not compile, and
//! beside each lies what the compiler has to say. To bless what it says now,
//! `TRYBUILD=overwrite cargo test --test ui`, and read the difference;
//! `cargo test --test ui fail -- trybuild=weights/` runs one folder.
//!
//! The `.stderr` files are of Rust 1.95. How errors are drawn, and the words
//! of rustc's own, change from version to version; what the macro says, and
//! where, does not. On any other version that alone is compared.

#[path = "ui/outside.rs"]
mod outside;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use outside::{Crate, PROJECT, write};
use serde_json::Value;

/// The compiler whose words are in the `.stderr` files.
const PINNED: &str = "cargo 1.95.";

#[test]
fn pass() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

/// README shows a declaration with what the compiler says of it.
#[test]
fn readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the file is there");
    let (readme, source) = (read("README.md"), read("tests/ui/fail/two_faults/readme.rs"));
    let declaration = source.trim_end().strip_suffix("\n\nfn main() {}").expect("no more");
    let said = read("tests/ui/fail/two_faults/readme.stderr")
        .replace("tests/ui/fail/two_faults/readme.rs", "src/main.rs");
    for block in
        [format!("```rust,compile_fail\n{declaration}\n```"), format!("```text\n{said}```")]
    {
        assert!(readme.contains(&block), "README has another text than\n{block}");
    }
}

#[test]
fn fail() {
    let version = Command::new(env!("CARGO")).arg("--version").output();
    if version.expect("cargo runs").stdout.starts_with(PINNED.as_bytes()) {
        trybuild::TestCases::new().compile_fail("tests/ui/fail/*/*.rs");
    } else {
        println!("not {PINNED}*: comparing messages of the macro and their places alone");
        compare_messages();
    }
}

/// Compiles every case, as a binary of one crate.
fn compare_messages() {
    let folders = entries(&Path::new(PROJECT).join("tests/ui/fail"));
    let mut cases: Vec<PathBuf> = folders.iter().flat_map(|folder| entries(folder)).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let binary = |(i, path): (usize, &PathBuf)| {
        format!("[[bin]]\nname = 'case{i}'\npath = '{}'\n", path.display())
    };
    let binaries: String = cases.iter().enumerate().map(binary).collect();
    let mut found = errors(&Crate::new("ui_fail", "2024", "", &binaries));
    for case in &cases {
        let stderr = fs::read_to_string(case.with_extension("stderr"));
        let wanted = messages(&stderr.expect("the errors of a case lie beside it"));
        let found = found.remove(case).unwrap_or_else(|| panic!("{} compiles", case.display()));
        let ours: Vec<String> = found.iter().filter_map(Error::message).collect();
        assert_eq!(wanted, ours, "{}", case.display());
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder exists");
    entries.map(|entry| entry.expect("an entry can be read").path()).collect()
}

/// The messages of the macro in a `.stderr` file, as [`Error::message`] has
/// them. Errors of rustc's own have a number.
fn messages(stderr: &str) -> Vec<String> {
    let mut messages = Vec::new();
    let mut message = None;
    for line in stderr.lines() {
        if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let place = place.split_once(".rs:").map(|(_, place)| place);
            messages.extend(message.take().zip(place).map(|(m, place)| format!("{place}: {m}")));
        } else if line.starts_with("error") {
            message = line.strip_prefix("error: ");
        }
    }
    messages
}

/// An error, as cargo passes it on from rustc.
struct Error(Value);

impl Error {
    fn text(&self) -> &str {
        self.0["message"].as_str().unwrap_or_default()
    }

    /// Line, column and first line of an error without a number.
    fn message(&self) -> Option<String> {
        let span = self.0["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
        let (line, column) = (&span["line_start"], &span["column_start"]);
        let first = self.text().lines().next()?;
        self.0["code"].is_null().then(|| format!("{line}:{column}: {first}"))
    }
}

/// The errors of each file that is compiled by itself.
fn errors(user: &Crate) -> HashMap<PathBuf, Vec<Error>> {
    let output = user.cargo(&["check", "--keep-going", "--message-format=json"]);
    let mut errors: HashMap<PathBuf, Vec<Error>> = HashMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let mut line: Value = serde_json::from_str(line).expect("cargo writes JSON");
        if line["message"]["level"] == "error" {
            let file = line["target"]["src_path"].as_str().expect("an error is in a file");
            let errors = errors.entry(file.into()).or_default();
            errors.push(Error(line["message"].take()));
        }
    }
    errors
}

/// A weight file is sought beside the source file, then in the package, and
/// is read again when it has changed.
#[test]
fn weight_files_are_found() {
    const SOURCE: &str = r#"
        resnet::resnet! {
            pub struct Tiny {
                input: [4, 4, 1],
                root: none,
                block1: bottleneck[(4, 2, 1)],
                classes: 3,
                weights: "tiny.safetensors",
            }
        }
    "#;
    let user = Crate::new("weight_files", "2024", "", "");
    write(user.folder.join("src/lib.rs"), SOURCE);
    let [beside, package] = ["src/tiny.safetensors", "tiny.safetensors"];
    let [beside, package] = [beside, package].map(|path| user.folder.join(path));
    for path in [&beside, &package] {
        let _ = fs::remove_file(path);
    }
    let said = || errors(&user).into_values().flatten().next();

    let missing = said().expect("there is no file");
    for path in [&beside, &package] {
        assert!(missing.text().contains(&path.display().to_string()), "{}", missing.text());
    }
    let file = |name: &str| {
        let path = format!("tests/ui/weights/{name}.safetensors");
        fs::read(Path::new(PROJECT).join(path)).expect("a weight file")
    };
    let near = user.folder.join("src/tinny.safetensors");
    write(near.clone(), "");
    let missing = said().expect("there is no file of that name");
    assert!(missing.text().contains("there is `tinny.safetensors`"), "{}", missing.text());
    fs::remove_file(near).expect("it was there");
    write(package.clone(), file("fits"));
    assert!(said().is_none(), "the file in the package fits");
    write(package.clone(), file("five_classes"));
    let other = said().expect("the file has changed");
    assert!(other.text().contains("write `classes: 5`"), "{}", other.text());
    write(beside, file("fits"));
    assert!(said().is_none(), "the file beside the source fits");

    // A packed file is made by a command, which the error names.
    write(user.folder.join("src/lib.rs"), SOURCE.replace(".safetensors", ".resnet"));
    let packed = user.folder.join("src/tiny.resnet");
    let _ = fs::remove_file(&packed);
    let missing = said().expect("there is no file");
    let source = user.folder.join("src/lib.rs");
    let command = format!("--example pack -- {} Tiny WEIGHTS", source.display());
    assert!(missing.text().contains(&command), "{}", missing.text());
    let path = Path::new(PROJECT).join("tests/ui/weights/tiny.resnet");
    write(packed, fs::read(path).expect("a weight file"));
    assert!(said().is_none(), "the packed file fits");
}

/// A tool that wants classes says so of a network without any. Not in a
/// `.stderr` file: rustc goes on to list networks of `zoo`, if there are any.
#[test]
fn generic_tools_want_classes() {
    const SOURCE: &str = r#"
        use resnet::{Classifier, Tensor, resnet};

        resnet! {
            pub struct Net {
                input: [32, 32, 3],
                block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
                classes: none,
            }
        }

        fn probabilities<'w, N: Classifier>(
            net: &N,
            image: &N::Input,
            workspace: &'w mut N::Workspace,
        ) -> &'w N::Output {
            net.predict(image, workspace)
        }

        fn main() {
            let image = Tensor::<32, 32, 3>::boxed();
            probabilities(&Net::synthetic(1), &image, &mut Net::workspace());
        }
    "#;
    let user = Crate::new("generic_tool", "2024", "", "");
    write(user.folder.join("src/main.rs"), SOURCE);
    let errors: Vec<Error> = errors(&user).into_values().flatten().collect();
    let texts: Vec<&str> = errors.iter().map(Error::text).collect();
    assert_eq!(texts, ["`Net` is not a network with classes"]);
    let rendered = errors[0].0["rendered"].as_str().expect("rustc draws an error");
    for part in ["expected a network with classes", "as in `classes: 1001`"] {
        assert!(rendered.contains(part), "{rendered}");
    }
}
