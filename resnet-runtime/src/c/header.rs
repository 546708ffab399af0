//! The header of a network for C.

use core::fmt::{self, Write};

use super::caller::ALIGNMENT;
use super::status::Status;
use crate::network::Network;
use crate::weights::HEADER;

/// The header of a network, as text.
#[derive(Clone, Copy, Debug)]
pub struct Header {
    prefix: &'static str,
    name: &'static str,
    input: [usize; 3],
    /// Each tensor of the result. They follow one another in the caller's memory.
    outputs: &'static [[usize; 3]],
    classes: Option<usize>,
    workspace_bytes: usize,
    packed_bytes: usize,
    /// If weights are part of the program, the bytes of memory that they need.
    embedded_bytes: Option<usize>,
}

/// The header of a network whose functions have this prefix.
pub const fn header<N: Network>(prefix: &'static str, embedded_bytes: Option<usize>) -> Header {
    Header {
        prefix,
        name: N::NAME,
        input: N::INPUT,
        outputs: N::OUTPUTS,
        classes: N::CLASSES,
        workspace_bytes: N::WORKSPACE_BYTES,
        packed_bytes: N::PACKED_BYTES,
        embedded_bytes,
    }
}

/// In the texts, `@` is the prefix and `$` the prefix in capitals.
const ABOUT: &str = "
   All memory is yours. Functions return RESNET_OK or a code; after a code what
   they write is worth nothing. They keep no state, need no initialisation, and
   use no heap unless it is said. Any number of threads may call them at once, on
   one network too, each with a workspace and an output of its own. */

#ifndef RESNET_NETWORK_$_H
#define RESNET_NETWORK_$_H

#include <stddef.h>

#ifdef __cplusplus
extern \"C\" {
#endif

";

/// What all headers have, once in a program.
const STATUS: &str = "\
/* What the functions return. Numbers keep their meaning from version to version. */
#ifndef RESNET_STATUS
#define RESNET_STATUS
enum resnet_status {
";

const NETWORK: &str = "\
/* A network: where its weights lie. Copy it at will; it owns nothing. Fill it
   with one of the functions below, and leave its fields alone. The memory of
   the weights must stay as it is for as long as the network is used. */
typedef struct @_network {
    const void *values;
    size_t len;
    unsigned precision;
} @_network;

/* Uses the values of a packed file where they lie, in the program, in flash or
   in a mapping: $_FILE_BYTES bytes, or those of half precision
   $_HALF_FILE_BYTES, which start at a multiple of $_ALIGNMENT.
   The header alone is read. */
int @_from_packed(@_network *network, const void *file, size_t file_bytes);

/* Checks the whole of a packed file, the checksum included. */
int @_verify(const void *file, size_t file_bytes);

/* Checks a packed file of any precision, which may lie anywhere, and copies its
   values as floats into memory of $_PACKED_BYTES bytes or more, which starts at
   a multiple of $_ALIGNMENT. */
int @_unpack(@_network *network, const void *file, size_t file_bytes,
        void *memory, size_t memory_bytes);

/* Folds and packs the weights of a safetensors file into memory, likewise. Uses
   the heap while it runs. If the file does not fit, the message says all that
   is wrong with it, as far as it has room for that; it may be null, of 0
   bytes. */
int @_from_safetensors(@_network *network, const void *file, size_t file_bytes,
        void *memory, size_t memory_bytes, char *message, size_t message_bytes);

";

const EMBEDDED: &str = "\
/* Uses the weights that are part of the library. Where $_EMBEDDED_BYTES
   is 0 they stay where they lie, and memory may be null, of 0 bytes; otherwise
   they are packed into memory of as many bytes or more, which starts at a
   multiple of $_ALIGNMENT. */
int @_embedded(@_network *network, void *memory, size_t memory_bytes);

";

const FORWARD: &str = " of an image, on the calling thread.
   Image and output are channel last: channel c of the pixel at row y and column
   x is image[(y * $_INPUT_WIDTH + x) * $_INPUT_CHANNELS + c].
   They have exactly $_INPUT_LEN and $_OUTPUT_LEN floats. The
   workspace has $_WORKSPACE_BYTES bytes or more, starts at a multiple of
   $_ALIGNMENT, and may hold anything. */
int @_forward(const @_network *network, const float *image, size_t image_len,
        float *output, size_t output_len, void *workspace, size_t workspace_bytes);

";

const PREDICT: &str = "\
/* The probability of each class: softmax over the logits. Otherwise the same. */
int @_predict(const @_network *network, const float *image, size_t image_len,
        float *output, size_t output_len, void *workspace, size_t workspace_bytes);

";

const STRERROR: &str = "\
/* What a code says: a text that lasts, never null. */
const char *@_strerror(int code);

#ifdef __cplusplus
}
#endif

#endif
";

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classifies = self.classes.is_some();
        writeln!(
            f,
            "/* {}, a network of the Rust crate resnet. Generated: do not edit.",
            self.name
        )?;
        self.write(f, ABOUT)?;
        f.write_str(STATUS)?;
        let last = Status::ALL.len() - 1;
        for (i, (status, name, text)) in Status::ALL.into_iter().enumerate() {
            let text = text.to_str().unwrap_or_default();
            let comma = if i < last { "," } else { "" };
            writeln!(f, "    /* {text} */\n    RESNET_{name} = {}{comma}", status as i32)?;
        }
        f.write_str("};\n#endif\n\n")?;
        self.constants(f)?;
        self.write(f, NETWORK)?;
        if self.embedded_bytes.is_some() {
            self.write(f, EMBEDDED)?;
        }
        f.write_str(match (classifies, self.outputs.len()) {
            (true, _) => "/* Computes logits",
            (false, 1) => "/* Computes features",
            (false, _) => "/* Computes features, tensors one after another,",
        })?;
        self.write(f, FORWARD)?;
        if classifies {
            self.write(f, PREDICT)?;
        }
        self.write(f, STRERROR)
    }
}

impl Header {
    fn constants(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let len = |shape: &[usize; 3]| shape.iter().product::<usize>();
        let axes = ["HEIGHT", "WIDTH", "CHANNELS", "LEN"];
        let sizes =
            |shape: &[usize; 3]| axes.into_iter().zip([shape[0], shape[1], shape[2], len(shape)]);
        for (axis, value) in sizes(&self.input) {
            self.write(f, "#define $_INPUT_")?;
            writeln!(f, "{axis} {value}")?;
        }
        for (i, output) in self.outputs.iter().enumerate() {
            for (axis, value) in sizes(output) {
                self.write(f, "#define $_OUTPUT_")?;
                match self.outputs.len() {
                    1 => writeln!(f, "{axis} {value}")?,
                    _ => writeln!(f, "{i}_{axis} {value}")?,
                }
            }
        }
        let all = (self.outputs.len() > 1).then(|| self.outputs.iter().map(len).sum());
        let constants = [
            ("OUTPUT_LEN", all),
            ("CLASSES", self.classes),
            ("ALIGNMENT", Some(ALIGNMENT)),
            ("WORKSPACE_BYTES", Some(self.workspace_bytes)),
            ("PACKED_BYTES", Some(self.packed_bytes)),
            ("FILE_BYTES", Some(HEADER + self.packed_bytes)),
            ("HALF_FILE_BYTES", Some(HEADER + self.packed_bytes / 2)),
            ("EMBEDDED_BYTES", self.embedded_bytes),
        ];
        for (name, value) in constants {
            if let Some(value) = value {
                self.write(f, "#define $_")?;
                writeln!(f, "{name} {value}")?;
            }
        }
        f.write_str("\n")
    }

    /// A text with the prefix in its places.
    fn write(&self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '@' => f.write_str(self.prefix)?,
                '$' => {
                    self.prefix.chars().try_for_each(|c| f.write_char(c.to_ascii_uppercase()))?
                }
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
