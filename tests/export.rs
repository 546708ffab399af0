//! Functions for C, called from here: one network from many threads at once,
//! weights in the program, messages that are cut, and the header.
//! `examples/c` calls them from C, and makes every error that a caller can make.

#[path = "common/mod.rs"]
mod common;

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

use common::generated_input;
use resnet::{Tensor, resnet};

resnet! {
    #[derive(Debug)]
    struct Exported {
        input: [33, 29, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(40, 80, 1), (40, 80, 2)],
        classes: 10,
        export: "C",
    }

    /// With packed weights, which are used where they lie.
    struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "ui/weights/tiny.resnet",
        export: "C" as packed_tiny,
    }

    /// With weights that are folded into memory.
    struct Folded {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        scope: "tiny",
        weights: "ui/weights/fits.safetensors",
        export: "C",
    }
}

/// As the headers have it.
#[repr(C)]
#[derive(Clone, Copy)]
struct NetworkOfC {
    values: *const c_void,
    len: usize,
    precision: u32,
}

const EMPTY: NetworkOfC = NetworkOfC { values: ptr::null(), len: 0, precision: 0 };

unsafe extern "C" {
    fn exported_from_packed(network: *mut NetworkOfC, file: *const c_void, bytes: usize) -> c_int;
    fn exported_from_safetensors(
        network: *mut NetworkOfC,
        file: *const c_void,
        bytes: usize,
        memory: *mut c_void,
        memory_bytes: usize,
        message: *mut c_char,
        message_bytes: usize,
    ) -> c_int;
    fn exported_forward(
        network: *const NetworkOfC,
        image: *const f32,
        image_len: usize,
        output: *mut f32,
        output_len: usize,
        workspace: *mut c_void,
        workspace_bytes: usize,
    ) -> c_int;
    fn packed_tiny_embedded(network: *mut NetworkOfC, memory: *mut c_void, bytes: usize) -> c_int;
    fn folded_embedded(network: *mut NetworkOfC, memory: *mut c_void, bytes: usize) -> c_int;
    fn exported_strerror(code: c_int) -> *const c_char;
}

/// Memory at a cache line, full of NaNs.
struct Memory(Vec<[f32; 16]>, usize);

impl Memory {
    fn new(bytes: usize) -> Self {
        let lines = vec![[f32::NAN; 16]; bytes.div_ceil(64) + 1];
        let start = lines.as_ptr().addr().wrapping_neg() % 64;
        Memory(lines, start)
    }

    fn of(bytes: &[u8]) -> Self {
        let mut memory = Memory::new(bytes.len());
        // SAFETY: `new` has made room for so many bytes behind the start.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), memory.start().cast(), bytes.len()) };
        memory
    }

    fn start(&mut self) -> *mut c_void {
        self.0.as_mut_ptr().wrapping_byte_add(self.1).cast()
    }
}

/// The logits of an image, in a workspace of the thread's own.
fn forward(network: &NetworkOfC, image: &[f32]) -> [u32; 10] {
    let (mut logits, mut workspace) = ([0.0; 10], Memory::new(Exported::WORKSPACE_BYTES));
    // SAFETY: all pointers are of slices of these lengths.
    let code = unsafe {
        exported_forward(
            network,
            image.as_ptr(),
            image.len(),
            logits.as_mut_ptr(),
            logits.len(),
            workspace.start(),
            Exported::WORKSPACE_BYTES,
        )
    };
    assert_eq!(code, 0);
    logits.map(f32::to_bits)
}

#[test]
fn many_threads_use_one_network() {
    struct Shared(NetworkOfC);
    // SAFETY: the header says that any number of threads may use one network.
    unsafe impl Sync for Shared {}

    for precision in [resnet::Precision::F32, resnet::Precision::F16, resnet::Precision::Bf16] {
        check(precision);
    }

    fn check(precision: resnet::Precision) {
        let file = Exported::synthetic(3).pack(precision).expect("finite values");
        let net = Exported::unpack(&file).expect("the file is the network's");
        let mut memory = Memory::of(&file);
        let mut network = Shared(EMPTY);
        // SAFETY: the file lies in memory, which outlives the network.
        let code = unsafe { exported_from_packed(&mut network.0, memory.start(), file.len()) };
        assert_eq!(code, 0);

        let image =
            Tensor::<33, 29, 3>::boxed_from(&generated_input(33 * 29 * 3)).expect("its length");
        let mut workspace = Exported::workspace();
        let expected = net.forward(&image, &mut workspace).values().iter().map(|v| v.to_bits());
        let expected: Vec<u32> = expected.collect();
        let (network, image) = (&network, image.values());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let expected = &expected;
                scope.spawn(move || {
                    let Shared(network) = network;
                    for _ in 0..8 {
                        assert_eq!(forward(network, image)[..], expected[..]);
                    }
                });
            }
        });
    }
}

#[test]
fn weights_in_the_program_are_used_where_they_lie_if_they_are_packed() {
    let mut network = EMPTY;
    // SAFETY: a network to be filled; no memory is offered.
    assert_eq!(unsafe { packed_tiny_embedded(&mut network, ptr::null_mut(), 0) }, 0);
    assert_eq!(network.len * 4, Tiny::PACKED_BYTES);

    let mut folded = EMPTY;
    let mut memory = Memory::new(Folded::PACKED_BYTES);
    let start = memory.start();
    // SAFETY: a network to be filled, and memory of so many bytes.
    assert_eq!(unsafe { folded_embedded(&mut folded, start, Folded::PACKED_BYTES) }, 0);
    assert_eq!((folded.values, folded.len), (start.cast_const(), network.len));
}

/// Whatever room there is, it holds text that ends, cut between characters.
#[test]
fn messages_are_cut() {
    let mut memory = Memory::new(Exported::PACKED_BYTES);
    let file = safetensors::serialize([("größe", ONE)], None).expect("a file");
    let mut load = |room: &mut [u8]| {
        let mut network = EMPTY;
        // SAFETY: all pointers are of memory of these lengths.
        unsafe {
            exported_from_safetensors(
                &mut network,
                file.as_ptr().cast(),
                file.len(),
                memory.start(),
                Exported::PACKED_BYTES,
                room.as_mut_ptr().cast(),
                room.len(),
            )
        }
    };
    let mut whole = vec![0xff; 1 << 16];
    assert_eq!(load(&mut whole), 32);
    let whole = CStr::from_bytes_until_nul(&whole).expect("an end").to_str().expect("UTF-8");
    assert_eq!(Exported::from_safetensors(&file).expect_err("no weights").to_string(), whole);
    for len in 0..whole.len() + 2 {
        let mut room = vec![0xff; len];
        assert_eq!(load(&mut room), 32);
        let Some(last) = len.checked_sub(1) else { continue };
        let text = CStr::from_bytes_until_nul(&room).expect("an end").to_str().expect("UTF-8");
        assert!(whole.starts_with(text) && text.len() + 4 > last.min(whole.len()), "{len}");
    }
}

const ONE: One = One;

/// A tensor of one value.
#[derive(Clone, Copy)]
struct One;

impl safetensors::View for One {
    fn dtype(&self) -> safetensors::Dtype {
        safetensors::Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &[1]
    }

    fn data(&self) -> std::borrow::Cow<'_, [u8]> {
        (&[0; 4]).into()
    }

    fn data_len(&self) -> usize {
        4
    }
}

#[test]
fn every_code_is_explained() {
    // SAFETY: a text that lasts.
    let text = |code| unsafe { CStr::from_ptr(exported_strerror(code)) }.to_str().expect("ASCII");
    let header = Exported::c_header().to_string();
    let mut codes = 0;
    for line in header.lines() {
        let Some((_, code)) = line.trim().split_once(" = ") else { continue };
        let code = code.trim_end_matches(',').parse().expect("a number");
        assert!(header.contains(&format!("/* {} */", text(code))), "{code}");
        codes += 1;
    }
    assert_eq!(codes, 20);
    for code in [-1, 10, 33, c_int::MAX, c_int::MIN] {
        assert_eq!(text(code), "unknown error");
    }
}

/// The sizes depend on the kernels, and are not what the snapshot is about.
#[test]
fn header() {
    let mut header = Tiny::c_header().to_string();
    for (name, bytes) in [
        ("WORKSPACE", Tiny::WORKSPACE_BYTES),
        ("PACKED", Tiny::PACKED_BYTES),
        ("HALF_FILE", Tiny::PACKED_BYTES / 2 + 64),
        ("FILE", Tiny::PACKED_BYTES + 64),
    ] {
        let line = format!("{name}_BYTES {bytes}\n");
        assert!(header.contains(&line), "{line}");
        header = header.replace(&line, &format!("{name}_BYTES …\n"));
    }
    insta::assert_snapshot!(header);
    let others = [
        (Folded::c_header().to_string(), format!("EMBEDDED_BYTES {}", Folded::PACKED_BYTES)),
        (Exported::c_header().to_string(), "int exported_predict(".to_owned()),
    ];
    for (header, line) in others {
        assert!(header.contains(&line), "{header}");
    }
    assert!(!Exported::c_header().to_string().contains("embedded"));
}
