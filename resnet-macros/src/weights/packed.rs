//! The header of a packed file, which `weights/packed.rs` of the runtime writes and
//! `src/packed.md` of the facade describes.

use std::io::Read;

/// What files of ours end in.
pub(crate) const EXTENSION: &str = ".resnet";

const MAGIC: [u8; 8] = *b"\x89resnet\n";

/// That of the runtime.
const VERSION: u64 = 1;

const HEADER: usize = 64;

/// Bytes of a value of each precision.
const BYTES: [u64; 3] = [4, 2, 2];

/// What a header says.
#[derive(Debug, PartialEq)]
pub(super) struct Packed {
    /// Of the architecture that was packed.
    pub fingerprint: u64,
    /// Whether values are of half precision.
    pub half: bool,
}

/// Reads the header of a file of `file_len` bytes, or says what is wrong with it.
pub(super) fn read(mut file: impl Read, file_len: u64) -> Result<Packed, String> {
    let mut header = Vec::new();
    let read = file.by_ref().take(HEADER as u64).read_to_end(&mut header);
    read.map_err(|error| error.to_string())?;
    if !header.starts_with(&MAGIC) {
        let is_safetensors = matches!(header.get(8), Some(b'{'));
        return Err(match is_safetensors {
            true => "it looks like a safetensors file, which is packed first".to_owned(),
            false => "it begins otherwise".to_owned(),
        });
    }
    if header.len() < HEADER {
        return Err(format!("it has {file_len} bytes, fewer than its header takes"));
    }
    let number = |at: usize, len: usize| {
        header[at..at + len].iter().rev().fold(0, |n, byte| n << 8 | u64::from(*byte))
    };
    let version = number(8, 4);
    if version != VERSION {
        return Err(format!("it is of version {version}, not {VERSION}"));
    }
    let precision = number(12, 4);
    let Some(bytes) = usize::try_from(precision).ok().and_then(|i| BYTES.get(i)) else {
        return Err(format!("it has precision {precision}, not 0, 1 or 2"));
    };
    let expected = number(24, 8).checked_mul(*bytes).and_then(|n| n.checked_add(HEADER as u64));
    if expected != Some(file_len) {
        let count = number(24, 8);
        return Err(format!(
            "it should have {count} values of {bytes} bytes, it has {file_len} bytes"
        ));
    }
    Ok(Packed { fingerprint: number(16, 8), half: *bytes == 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(precision: u32, count: u64, len: usize) -> Vec<u8> {
        let numbers = [&VERSION.to_le_bytes()[..4], &precision.to_le_bytes(), &7_u64.to_le_bytes()];
        let mut bytes = [&MAGIC, &*numbers.concat(), &count.to_le_bytes()].concat();
        bytes.resize(len, 0);
        bytes
    }

    fn read(bytes: &[u8]) -> Result<Packed, String> {
        super::read(bytes, bytes.len() as u64)
    }

    #[test]
    fn a_header_has_a_fingerprint() {
        let header = |half| Ok(Packed { fingerprint: 7, half });
        assert_eq!(read(&file(0, 3, 76)), header(false));
        assert_eq!(read(&file(1, 3, 70)), header(true));
        assert_eq!(read(&file(2, 3, 70)), header(true));
    }

    #[test]
    fn what_is_no_packed_file_is_told() {
        for (bytes, wanted) in [
            (vec![], "begins otherwise"),
            (b"\x02\0\0\0\0\0\0\0{}".to_vec(), "looks like a safetensors file"),
            (file(0, 3, 63), "it has 63 bytes, fewer than its header takes"),
            (file(0, 3, 75), "should have 3 values of 4 bytes, it has 75 bytes"),
            (file(1, 3, 76), "should have 3 values of 2 bytes, it has 76 bytes"),
            (file(0, u64::MAX, 64), "should have 18446744073709551615 values"),
            (file(0, u64::MAX / 4, 64), "values of 4 bytes"),
            (file(3, 3, 76), "precision 3"),
            ([&file(0, 3, 8)[..], &[9; 68]].concat(), "version 151587081, not 1"),
        ] {
            let found = read(&bytes).expect_err(wanted);
            assert!(found.contains(wanted), "wanted {wanted}, found {found}");
        }
    }
}
