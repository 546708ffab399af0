//! A packed file, which `weights/packed.rs` of the runtime writes and `src/packed.md`
//! of the facade describes. All of it is read, for its checksum: nobody does so when
//! the program runs.

use std::io::{self, Read};

/// What files of ours end in.
pub(crate) const EXTENSION: &str = ".resnet";

const MAGIC: [u8; 8] = *b"\x89resnet\n";

/// That of the runtime.
const VERSION: u64 = 1;

const HEADER: usize = 64;

/// Where the zeros of the header begin.
const RESERVED: usize = 32;

/// Where its last field stands.
const CHECKSUM: usize = 60;

/// Bytes that are read at once.
const PIECE: u64 = 1 << 20;

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

/// Reads a file of `file_len` bytes, or says what is wrong with it.
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
    if header[RESERVED..CHECKSUM].iter().any(|byte| *byte != 0) {
        return Err("its header does not end in zeros".to_owned());
    }
    let found = checksum(&header[..CHECKSUM], file).map_err(|error| error.to_string())?;
    let written = number(CHECKSUM, 4);
    if u64::from(found) != written {
        return Err(format!(
            "it is damaged: its checksum is {written:08x}, that of its bytes {found:08x}"
        ));
    }
    Ok(Packed { fingerprint: number(16, 8), half: *bytes == 2 })
}

fn checksum(header: &[u8], mut values: impl Read) -> io::Result<u32> {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(header);
    let mut piece = Vec::new();
    while values.by_ref().take(PIECE).read_to_end(&mut piece)? > 0 {
        hasher.update(&piece);
        piece.clear();
    }
    Ok(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(precision: u32, count: u64, len: usize) -> Vec<u8> {
        let numbers = [&VERSION.to_le_bytes()[..4], &precision.to_le_bytes(), &7_u64.to_le_bytes()];
        let mut bytes = [&MAGIC, &*numbers.concat(), &count.to_le_bytes()].concat();
        bytes.resize(len, 0);
        if let Some((header, values)) = bytes.split_at_mut_checked(HEADER) {
            let sum = checksum(&header[..CHECKSUM], &*values).expect("bytes can be read");
            header[CHECKSUM..].copy_from_slice(&sum.to_le_bytes());
        }
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
    fn every_flipped_bit_is_found() {
        let whole = file(0, 3, 76);
        for bit in 0..8 * whole.len() {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let fault = read(&flipped).expect_err("one bit is wrong");
            let wanted = match bit / 8 {
                RESERVED..CHECKSUM => "zeros",
                CHECKSUM.. => "damaged",
                _ => "",
            };
            assert!(fault.contains(wanted), "bit {bit}: {fault}");
        }
    }

    /// More than is read at once.
    #[test]
    fn the_last_of_many_bytes_counts() {
        let len = 3 * (PIECE as usize / 4) + 5;
        let mut file = file(0, len as u64, HEADER + 4 * len);
        assert!(read(&file).is_ok());
        *file.last_mut().expect("there are some") ^= 1;
        assert!(read(&file).is_err_and(|fault| fault.contains("damaged")));
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
