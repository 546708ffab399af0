//! How much stack an inference takes: a thread on memory that is painted before, and looked
//! at afterwards.

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::{ptr, thread};

use resnet::__private::c::{self, Handle};
use resnet::{
    AnyOutput, AnyTensor, AnyWorkspace, Backend, Classifier, Network, Precision, STACK_BYTES,
    Tensor,
};

use crate::common::generated_input;
use crate::networks::{Gated, Grouped, Large, Mixed, Normed, Rootless};
use crate::{aligned, image};

const PAINT: u8 = 0xa5;
/// More than any inference takes.
const LEN: usize = 256 << 10;

/// Bytes of stack that a call takes.
fn used(call: impl FnOnce() + Send) -> usize {
    struct Call<F> {
        call: Option<F>,
        /// An address within the frame that the call is made from.
        start: usize,
    }

    extern "C" fn start<F: FnOnce()>(argument: *mut c_void) -> *mut c_void {
        let local = 0_u8;
        // SAFETY: `argument` is the `Call<F>` below, which lives until this thread is joined and
        // which nobody else uses meanwhile.
        let Call { call, start } = unsafe { &mut *argument.cast::<Call<F>>() };
        *start = (&raw const local).addr();
        // A panic ends the process here, since C has none.
        call.take().expect("a thread starts once")();
        ptr::null_mut()
    }

    fn run<F: FnOnce()>(argument: &mut Call<F>, stack: &mut [u8]) {
        // SAFETY: attributes may hold anything before they are initialised.
        let mut attributes = unsafe { std::mem::zeroed() };
        let mut thread = 0;
        // SAFETY: the stack is writable, aligned to pages, and outlives the thread, which is
        // joined here; so does the argument; attributes are initialised before they are used.
        unsafe {
            assert_eq!(libc::pthread_attr_init(&mut attributes), 0);
            let stack = stack.as_mut_ptr().cast();
            assert_eq!(libc::pthread_attr_setstack(&mut attributes, stack, LEN), 0);
            let argument = ptr::from_mut(argument).cast();
            assert_eq!(libc::pthread_create(&mut thread, &attributes, start::<F>, argument), 0);
            assert_eq!(libc::pthread_join(thread, ptr::null_mut()), 0);
            libc::pthread_attr_destroy(&mut attributes);
        }
    }

    let mut memory = vec![PAINT; LEN + (4 << 10)];
    let aligned = memory.as_ptr().align_offset(4 << 10);
    let stack = &mut memory[aligned..][..LEN];
    let lowest = stack.as_ptr().addr();
    let mut argument = Call { call: Some(call), start: 0 };
    run(&mut argument, stack);
    let touched = stack.iter().position(|byte| *byte != PAINT).expect("a thread uses its stack");
    assert!(touched > 0, "a call took more than {LEN} bytes of stack");
    argument.start - (lowest + touched)
}

/// A kernel that is compiled in the user's crate, in a debug build without optimisation,
/// would be seen here too: its frame is tens of kilobytes.
#[test]
fn an_inference_takes_as_much_stack_as_is_said() {
    check::<Mixed>();
    check::<Gated>();
    check::<Grouped>();
    check::<Normed>();
    check::<Rootless>();
    check::<Large>();
    #[cfg(feature = "zoo")]
    check::<resnet::zoo::cifar::ResNet20>();
    // A list of 66 calls.
    #[cfg(feature = "zoo")]
    check::<resnet::zoo::slim_v2::ResNetV2_200>();

    fn check<N: Classifier>() {
        let (net, image) = (N::synthetic(1), image::<N::Input>());
        let file = aligned(&net.pack(Precision::F16).expect("small values"));
        let limit = if cfg!(debug_assertions) { 2 * STACK_BYTES } else { STACK_BYTES };
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            let used = [
                used(|| {
                    net.forward(&image, &mut workspace);
                }),
                used(|| {
                    net.predict(&image, &mut workspace);
                }),
                used(|| {
                    let half = N::from_packed(file).expect("the file is the network's");
                    half.forward(&image, &mut workspace);
                }),
            ];
            let what = (N::NAME, backend.name());
            println!("{what:?}: {used:?} bytes of stack");
            assert!(used.into_iter().all(|used| used <= limit), "{what:?}: {used:?} of {limit}");
        }
        let (mut workspace, mut output) = (N::workspace(), N::Output::zeros());
        let used = used(|| called_by_c::<N>(file, &image, &mut workspace, &mut output));
        println!("{:?} from C: {used} bytes of stack", N::NAME);
        assert!(used <= limit, "{:?} from C: {used} of {limit}", N::NAME);
    }
}

/// What the functions do that `export: "C"` emits, on the backend that is chosen.
fn called_by_c<N: Classifier>(
    file: &[u8],
    image: &N::Input,
    workspace: &mut N::Workspace,
    output: &mut N::Output,
) {
    let mut network = MaybeUninit::<Handle>::uninit();
    let (image, output) = (image.values(), output.values_mut());
    // SAFETY: all pointers are of memory of these lengths, borrowed as long as each call, and
    // the network is written before it is read, or the first code is not 0.
    unsafe {
        let network = network.as_mut_ptr();
        assert_eq!(c::from_packed::<N>(network, file.as_ptr().cast(), file.len()), 0);
        let code = c::predict::<N>(
            network,
            image.as_ptr(),
            image.len(),
            output.as_mut_ptr(),
            output.len(),
            ptr::from_mut(workspace).cast(),
            size_of::<N::Workspace>(),
        );
        assert_eq!(code, 0);
    }
}

/// An eighth of what a thread has by default, and less than one image.
const STACK: usize = 256 << 10;

#[test]
fn large_values_never_lie_on_the_stack() {
    assert!(STACK < size_of::<<Large as Network>::Input>());
    let small = thread::Builder::new().stack_size(STACK);
    let thread = small.spawn(every_large_end_point).expect("a thread can be started");
    thread.join().expect("all values are as they should be");
}

fn every_large_end_point() {
    let net = Large::synthetic(1);
    let mut workspace = Large::workspace();
    let values = generated_input(224 * 224 * 3);
    let image = Tensor::boxed_from(&values).expect("as many values as the input has");
    let mut seen = Vec::new();
    net.visit_end_points(&image, &mut workspace, |_, _, values| seen.push(values.to_vec()));
    let mut seen = seen.into_iter();
    macro_rules! check {
        ($($end_point:ident [$h:literal, $w:literal, $c:literal])*) => {$(
            let tensor: Box<Tensor<$h, $w, $c>> =
                net.end_point(Large::$end_point, &image, &mut workspace);
            assert!(seen.next().is_some_and(|seen| seen == tensor.values()));
        )*};
    }
    check! {
        CONV1 [112, 112, 64]
        BLOCK1_UNIT_1_SHORTCUT [56, 56, 256]
        BLOCK1_UNIT_1_CONV1 [56, 56, 64]
        BLOCK1_UNIT_1_CONV2 [56, 56, 64]
        BLOCK1_UNIT_1_CONV3 [56, 56, 256]
        BLOCK1_UNIT_1 [56, 56, 256]
        BLOCK1_UNIT_2_CONV1 [56, 56, 64]
        BLOCK1_UNIT_2_CONV2 [56, 56, 64]
        BLOCK1_UNIT_2_CONV3 [56, 56, 256]
        BLOCK1_UNIT_2 [56, 56, 256]
        BLOCK1_UNIT_3_CONV1 [56, 56, 64]
        BLOCK1_UNIT_3_CONV2 [28, 28, 64]
        BLOCK1_UNIT_3_CONV3 [28, 28, 256]
        BLOCK1_UNIT_3 [28, 28, 256]
        BLOCK1 [28, 28, 256]
        LOGITS [1, 1, 1001]
        PREDICTIONS [1, 1, 1001]
    }
    assert_eq!(seen.next(), None);
    let logits = net.end_point(Large::LOGITS, &image, &mut workspace);
    assert_eq!(net.forward(&image, &mut workspace), &*logits);
    let predictions = net.end_point(Large::PREDICTIONS, &image, &mut workspace);
    assert_eq!(net.predict(&image, &mut workspace), &*predictions);
}
