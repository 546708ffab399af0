//! Two networks for `bench.mjs`. One at a time is loaded; JavaScript writes
//! weights and images into buffers of this module's, and reads the outputs.

use std::cell::RefCell;

use resnet::zoo::torchvision::ResNet18;
use resnet::{AnyTensor, Boxed, Network, resnet};

resnet! {
    /// `examples/digits.rs`.
    struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
    }
}

thread_local! {
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static MODEL: RefCell<Option<Box<dyn Model>>> = const { RefCell::new(None) };
}

/// A loaded network with its image and its output.
trait Model {
    fn input(&mut self) -> &mut [f32];
    fn run(&mut self) -> &[f32];
}

struct Loaded<N: Network<Output: AnyTensor>> {
    net: N,
    workspace: Boxed<N::Workspace>,
    input: Vec<f32>,
}

impl<N: Network<Output: AnyTensor>> Model for Loaded<N> {
    fn input(&mut self) -> &mut [f32] {
        &mut self.input
    }

    fn run(&mut self) -> &[f32] {
        match N::Input::view(&self.input) {
            Ok(image) => self.net.forward(image, &mut self.workspace).values(),
            Err(_) => &[],
        }
    }
}

/// Where to write a file of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn file(len: usize) -> *mut u8 {
    FILE.with_borrow_mut(|file| {
        *file = vec![0; len];
        file.as_mut_ptr()
    })
}

/// Loads a network, 0 for ResNet-18 and 1 for the digits, with the weights that
/// are in the file. Null if they do not fit, else where to write the image.
#[unsafe(no_mangle)]
pub extern "C" fn load(network: u32) -> *mut f32 {
    fn of<N: Network<Output: AnyTensor>>(file: &[u8]) -> Option<Box<dyn Model>> {
        let net = N::from_safetensors(file).ok()?;
        let input = vec![0.0; N::INPUT.iter().product()];
        Some(Box::new(Loaded { net, workspace: N::workspace(), input }))
    }
    let file = FILE.take();
    let mut model = match network {
        0 => of::<ResNet18>(&file),
        _ => of::<Digits>(&file),
    };
    let input = model.as_mut().map_or(std::ptr::null_mut(), |model| model.input().as_mut_ptr());
    MODEL.set(model);
    input
}

/// Computes the network. Returns where the output is.
#[unsafe(no_mangle)]
pub extern "C" fn run() -> *const f32 {
    MODEL.with_borrow_mut(|model| match model {
        Some(model) => model.run().as_ptr(),
        None => std::ptr::null(),
    })
}
