//! What rustc checks of constants: a network that takes more than its declaration allows
//! does not compile, nor one whose packed file has other values than it takes.

use crate::weights;

/// Checks one part of a network against a limit on all parts up to it.
///
/// # Panics
///
/// If it is this part that breaks the limit: what the parts before it take is
/// within, and what they take together is not. In a `const` item that is a
/// compile error, at the caller.
#[doc(hidden)]
#[track_caller]
pub const fn within(what: &str, part: &str, limit: u64, before: u64, with: u64, whole: u64) {
    if before > limit || with <= limit {
        return;
    }
    let mut text = Text { bytes: [0; 256], len: 0 };
    text.push("expected at most ");
    text.number(limit);
    text.push(" ");
    text.push(what);
    text.push(", found ");
    text.number(with);
    text.push(" up to ");
    text.push(part);
    if whole > with {
        text.push(" and ");
        text.number(whole);
        text.push(" in all");
    }
    text.push("; make the network smaller or the budget larger");
    panic!("{}", text.as_str());
}

/// Checks the length of the packed file of a declaration, whose fingerprint is that of the
/// network: the architecture says nothing of how values are laid out.
///
/// # Panics
///
/// If it has more or fewer values than the network takes: a compile error, as for
/// [`within`].
#[doc(hidden)]
#[track_caller]
pub const fn packed_fits(file: &[u8], packed_bytes: usize, half: bool) {
    let expected = weights::HEADER + if half { packed_bytes / 2 } else { packed_bytes };
    if file.len() == expected {
        return;
    }
    let mut text = Text { bytes: [0; 256], len: 0 };
    text.push("expected a packed file of ");
    text.number(expected as u64);
    text.push(" bytes, found ");
    text.number(file.len() as u64);
    text.push("; another version of resnet has packed it: pack the weights again");
    panic!("{}", text.as_str());
}

/// A message, made while the program is compiled. What is too long is cut.
struct Text {
    bytes: [u8; 256],
    len: usize,
}

impl Text {
    const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() && self.len < self.bytes.len() {
            self.bytes[self.len] = bytes[i];
            self.len += 1;
            i += 1;
        }
    }

    const fn number(&mut self, n: u64) {
        let mut unit = 1;
        while n / unit >= 10 {
            unit *= 10;
        }
        while unit > 0 {
            let digit = [b'0' + (n / unit % 10) as u8];
            if let Ok(digit) = core::str::from_utf8(&digit) {
                self.push(digit);
            }
            unit /= 10;
        }
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            // Names of parts are ASCII, so that none is cut in two.
            Err(_) => "a check has failed",
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::panic::catch_unwind;
    use std::string::String;

    use super::{packed_fits, within};

    fn said(limit: u64, before: u64, with: u64, whole: u64) -> Option<String> {
        let check = || within("bytes of workspace", "`block2`", limit, before, with, whole);
        let message = catch_unwind(check).err()?;
        message.downcast::<String>().ok().map(|message| *message)
    }

    #[test]
    #[cfg_attr(not(panic = "unwind"), ignore = "a panic ends the program")]
    fn only_the_part_that_breaks_a_limit_is_told() {
        assert_eq!(said(10, 9, 10, 30), None);
        assert_eq!(said(10, 11, 20, 30), None);
        let said = |before, with, whole| said(10, before, with, whole).expect("a message");
        let rest = "; make the network smaller or the budget larger";
        let found = "expected at most 10 bytes of workspace, found 1020 up to `block2`";
        assert_eq!(
            said(10, 1020, 18_446_744_073_709_551_615),
            [found, " and 18446744073709551615 in all", rest].concat()
        );
        assert_eq!(said(0, 1020, 1020), [found, rest].concat());
    }

    #[test]
    #[cfg_attr(not(panic = "unwind"), ignore = "a panic ends the program")]
    fn a_packed_file_is_as_long_as_the_values_take() {
        let said = |len, half| {
            let message = catch_unwind(|| packed_fits(&[0; 512][..len], 128, half)).err()?;
            message.downcast::<String>().ok().map(|message| *message)
        };
        assert_eq!((said(192, false), said(128, true)), (None, None));
        for (len, half) in [(191, false), (193, false), (128, false), (192, true), (0, true)] {
            let text = said(len, half).expect("a message");
            assert!(text.contains(&std::format!("found {len};")), "{text}");
        }
    }
}
