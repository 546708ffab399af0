//! The header of a safetensors file: eight bytes of length, then that many
//! bytes of JSON with the name, type, shape and place of every tensor.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Read};

use safetensors::tensor::{Metadata, TensorInfo};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// Longest header that is read; that of a ResNet-200 takes 120 KB.
const MAX_LEN: u64 = 16 << 20;

/// As much of a file as tells its format.
const START: usize = 64;

/// Longest name, and longest message of a library, that is shown.
const MAX_SHOWN: usize = 120;

/// Most axes of a shape that are shown.
const MAX_AXES: usize = 8;

/// Shapes and types by name.
pub(super) type Header = BTreeMap<String, (Vec<usize>, String)>;

/// Reads the header of a file of `file_len` bytes, or says why it has none.
pub(super) fn read(mut file: impl Read, file_len: u64) -> Result<Header, String> {
    let mut start = Vec::new();
    let say = |error: io::Error| error.to_string();
    file.by_ref().take(START as u64).read_to_end(&mut start).map_err(say)?;
    json(&start, file, file_len)
        .and_then(|json| header(&json, file_len))
        // Only if it is none: a header may have the length that is the mark
        // of another format.
        .map_err(|fault| foreign(&start).map_or(fault, str::to_owned))
}

/// The JSON, of which the beginning has been read.
fn json(start: &[u8], file: impl Read, file_len: u64) -> Result<Vec<u8>, String> {
    let Some((len, json)) = start.split_first_chunk() else {
        let is_empty = start.is_empty();
        return Err(if is_empty { "it is empty" } else { "it is shorter than 8 bytes" }.into());
    };
    let len = u64::from_le_bytes(*len);
    if len > file_len.saturating_sub(8) {
        return Err(match json.first() {
            Some(b'{') => format!("its header takes {len} bytes, it is cut off after {file_len}"),
            _ => "it begins neither with the length of a header nor as anything known".to_owned(),
        });
    }
    if len > MAX_LEN {
        return Err(format!(
            "its header takes {len} bytes, of which at most {MAX_LEN} are read at compile time; \
             leave out `weights` and call `from_safetensors`",
        ));
    }
    let mut json = json.to_vec();
    json.truncate(len as usize);
    let rest = len - json.len() as u64;
    let read = file.take(rest).read_to_end(&mut json).map_err(|error| error.to_string())?;
    if read as u64 == rest { Ok(json) } else { Err("it has become shorter".to_owned()) }
}

fn header(json: &[u8], file_len: u64) -> Result<Header, String> {
    let library = |error: &dyn fmt::Display| printable(&error.to_string());
    let Listed(mut tensors) = serde_json::from_slice(json).map_err(|error| {
        let fault = library(&error);
        if error.is_data() { fault } else { format!("its header is no JSON: {fault}") }
    })?;
    let mut names = BTreeSet::new();
    if let Some((name, _)) = tensors.iter().find(|(name, _)| !names.insert(name)) {
        return Err(format!("it lists `{}` twice", printable(name)));
    }
    // As the reader at run time does, which takes them in any order.
    tensors.sort_by_key(|(_, info)| info.data_offsets);
    let metadata = Metadata::new(None, tensors.clone()).map_err(|error| library(&error))?;
    let expected = (metadata.data_len() as u64).saturating_add(8 + json.len() as u64);
    if expected != file_len {
        return Err(format!("its header asks for {expected} bytes, the file has {file_len}"));
    }
    let tensor = |(name, info): (String, TensorInfo)| (name, (info.shape, info.dtype.to_string()));
    Ok(tensors.into_iter().map(tensor).collect())
}

/// The tensors as they are listed. safetensors itself keeps the last of those
/// that share a name, and says nothing.
struct Listed(Vec<(String, TensorInfo)>);

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(List)
    }
}

struct List;

impl<'de> Visitor<'de> for List {
    type Value = Listed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tensors by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Listed, A::Error> {
        let mut tensors = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "__metadata__" => _ = map.next_value::<Option<BTreeMap<String, String>>>()?,
                _ => tensors.push((name, map.next_value()?)),
            }
        }
        Ok(Listed(tensors))
    }
}

/// What is often taken for a weight file, and what to do.
fn foreign(start: &[u8]) -> Option<&'static str> {
    let is_page = |mark: &[u8]| {
        let start = start.trim_ascii_start();
        start.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
    };
    Some(match start {
        _ if start.starts_with(b"version https://git-lfs") => {
            "it is a Git LFS pointer; fetch the file itself with `git lfs pull`"
        }
        _ if is_page(b"<!doctype") || is_page(b"<html") => {
            "it is a web page; download the file itself, not the page about it"
        }
        [b'P', b'K', 3, 4, ..] => {
            "it is a zip archive, as `torch.save` and numpy write; \
             convert it with `tools/convert` of resnet's repository"
        }
        [0x80, 2..=5, ..] => {
            "it is a pickle, as older versions of `torch.save` write; \
             convert it with `tools/convert` of resnet's repository"
        }
        [0x89, b'H', b'D', b'F', ..] => {
            "it is an HDF5 file, as Keras writes; convert it to safetensors"
        }
        [0x93, b'N', b'U', b'M', b'P', b'Y', ..] => {
            "it is a numpy array; convert it to safetensors"
        }
        [0x89, b'r', b'e', b's', b'n', b'e', b't', b'\n', ..] => {
            "it is a packed file; name it so, `.resnet`"
        }
        [0x1f, 0x8b, ..] => {
            "it is compressed with gzip; unpack it, \
             and convert what is in it with `tools/convert` of resnet's repository"
        }
        _ => return None,
    })
}

/// A text of the file's, made fit for a message: cut, and without characters
/// that a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    let mut shown = String::new();
    for (i, c) in text.chars().enumerate() {
        match c {
            _ if i == MAX_SHOWN => {
                shown.push('…');
                break;
            }
            '"' | '\'' => shown.push(c),
            _ => shown.extend(c.escape_debug()),
        }
    }
    shown
}

/// `[3, 3, 64, 64]`.
pub(super) fn axes(shape: &[usize]) -> String {
    match shape.get(..MAX_AXES) {
        Some(first) if shape.len() > MAX_AXES => {
            let first = first.iter().map(|n| format!("{n}, ")).collect::<String>();
            format!("[{first}…] of {} axes", shape.len())
        }
        _ => format!("{shape:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(json: &str, data: usize) -> Vec<u8> {
        let len = json.len() as u64;
        [&len.to_le_bytes(), json.as_bytes(), &vec![0; data]].concat()
    }

    fn read(bytes: &[u8]) -> Result<Header, String> {
        super::read(bytes, bytes.len() as u64)
    }

    fn row(name: &str, offsets: [usize; 2]) -> String {
        let len = (offsets[1] - offsets[0]) / 4;
        format!(r#""{name}":{{"dtype":"F32","shape":[{len}],"data_offsets":{offsets:?}}}"#)
    }

    #[test]
    fn a_header_is_names_shapes_and_types() {
        let (a, b) = (row("a", [8, 12]), row("b", [0, 8]));
        let json = format!(r#"{{"__metadata__":{{"format":"pt"}},{a},{b}}}   "#);
        let header = read(&file(&json, 12)).expect("a header");
        let wanted = [("a", vec![1]), ("b", vec![2])];
        let wanted = wanted.map(|(name, shape)| (name.to_owned(), (shape, "F32".to_owned())));
        assert_eq!(header, wanted.into());
        // Longer than what is read at first.
        let name = "long".repeat(1000);
        let header = read(&file(&format!("{{{}}}", row(&name, [0, 4])), 4)).expect("a header");
        assert_eq!(header.into_keys().collect::<Vec<_>>(), [name]);
    }

    /// A header of 640 bytes begins as a pickle does.
    #[test]
    fn a_length_is_no_mark() {
        let json = format!("{:640}", format!("{{{}}}", row("a", [0, 4])));
        let bytes = file(&json, 4);
        assert!(foreign(&bytes).is_some_and(|found| found.contains("pickle")));
        assert!(read(&bytes).is_ok());
    }

    #[test]
    fn what_is_no_header_is_told() {
        let (a, b) = (row("a", [0, 4]), row("b", [4, 8]));
        let huge = "{}".to_owned() + &" ".repeat(MAX_LEN as usize - 1);
        let nested = file(&"[".repeat(100_000), 0);
        for (bytes, wanted) in [
            (vec![], "it is empty"),
            (vec![0; 7], "it is shorter than 8 bytes"),
            (vec![0xff; 9], "neither with the length of a header"),
            (file("{}", 0)[..9].to_vec(), "takes 2 bytes, it is cut off after 9"),
            (file(&huge, 0), "takes 16777217 bytes, of which at most 16777216"),
            (nested, "invalid type: sequence, expected tensors by name"),
            (file("null", 0), "invalid type: null, expected tensors by name"),
            (file("{}", 4), "asks for 10 bytes, the file has 14"),
            (file(&format!("{{{a},{b}}}"), 4), "the file has"),
            (file(&format!("{{{a},{b}}}"), 9), "the file has"),
            (file(&format!("{{{b}}}"), 8), "invalid offset for tensor `b`"),
            (file(&format!("{{{a},{a}}}"), 4), "it lists `a` twice"),
            (file(&format!(r#"{{{a},{}}}"#, row(r"\u0061", [4, 8])), 8), "it lists `a` twice"),
            (b"version https://git-lfs.github.com/spec/v1\noid".to_vec(), "`git lfs pull`"),
            (b"\n <!DOCTYPE html>\n<html>".to_vec(), "web page"),
            (b"<html lang=\"en\">".to_vec(), "web page"),
            (b"PK\x03\x04\0\0\x08\x08 data.pkl".to_vec(), "zip archive"),
            (b"\x80\x02\x8a\x0al\xfc\x9cF".to_vec(), "pickle"),
            (b"\x89HDF\r\n\x1a\n\0\0".to_vec(), "HDF5"),
            (b"\x93NUMPY\x01\0v\0".to_vec(), "numpy"),
            (b"\x1f\x8b\x08\0\0\0\0\0\0".to_vec(), "gzip"),
        ] {
            let found = read(&bytes).expect_err(wanted);
            assert!(found.contains(wanted), "wanted {wanted}, found {found}");
        }
    }

    #[test]
    fn names_are_cut_and_escaped() {
        assert_eq!(printable("block1/\u{1b}[31m\u{202e}\n"), r"block1/\u{1b}[31m\u{202e}\n");
        assert_eq!(printable("it's \"é\""), "it's \"é\"");
        let long = printable(&"\0".repeat(10_000));
        assert_eq!(long.chars().count(), 2 * MAX_SHOWN + 1);
        assert_eq!(axes(&[3, 3, 64, 64]), "[3, 3, 64, 64]");
        assert_eq!(axes(&[1; 9]), "[1, 1, 1, 1, 1, 1, 1, 1, …] of 9 axes");
    }

    /// Whatever is changed in a file, it is read or it is refused.
    #[test]
    fn no_byte_does_harm() {
        let json = format!("{{{},{}}}", row("a", [0, 4]), row("b", [4, 8]));
        let bytes = file(&json, 8);
        for i in 0..bytes.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = bytes.clone();
                bytes[i] = byte;
                let _ = read(&bytes);
            }
            assert!(read(&bytes[..i]).is_err(), "{i}");
        }
    }
}
