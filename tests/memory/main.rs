//! Memory: who allocates, how large a stack is needed, and that nothing which
//! a workspace held before can be seen in a result.

#[path = "../common/mod.rs"]
mod common;
mod counting;
mod loading;
mod networks;
#[cfg(unix)]
mod stack;

use std::process::Command;
use std::sync::atomic::Ordering;
use std::thread;

use common::generated_input;
use counting::{TOTAL, allocations};
use networks::{Gated, Grouped, Large, Mixed, Normed, Own, OwnRaw, Rootless};
use resnet::__private::enter;
use resnet::{
    AnyOutput, AnyTensor, AnyWorkspace, Backend, Classifier, Network, Pool, Precision, Tensor,
    Workspace, resnet,
};

fn image<T: AnyTensor>() -> Box<T> {
    let mut image = T::boxed();
    let values = generated_input(image.values().len());
    image.values_mut().copy_from_slice(&values);
    image
}

fn filled<T: AnyTensor>(value: f32) -> Box<T> {
    let mut image = T::boxed();
    image.values_mut().fill(value);
    image
}

/// The bits of a result: equal ones are the same number, NaN or not.
fn bits(tensor: &impl AnyTensor) -> Vec<u32> {
    tensor.values().iter().map(|value| value.to_bits()).collect()
}

#[test]
fn an_inference_allocates_nothing() {
    let (net, gated, image) = (Mixed::synthetic(1), Gated::synthetic(1), image());
    let (mut conv1, mut conv3) = (Tensor::boxed(), Tensor::boxed());
    let (mut block, mut predictions) = (Tensor::boxed(), Tensor::boxed());
    for backend in Backend::available() {
        let mut workspace = Mixed::workspace();
        workspace.set_backend(backend);
        let w = &mut *workspace;
        let mut gated_workspace = Gated::workspace();
        gated_workspace.set_backend(backend);
        let count = allocations(|| {
            gated.forward(&image, &mut gated_workspace);
            net.forward(&image, w);
            net.predict(&image, w);
            net.end_point_into(Mixed::CONV1, &image, w, &mut conv1);
            net.end_point_into(Mixed::SECOND_UNIT_1_CONV3, &image, w, &mut conv3);
            net.end_point_into(Mixed::THIRD, &image, w, &mut block);
            net.end_point_into(Mixed::PREDICTIONS, &image, w, &mut predictions);
        });
        let count = count + forward::<Grouped>(backend) + forward::<Normed>(backend);
        let count = count + forward::<Own>(backend) + forward::<OwnRaw>(backend);
        match backend.name() {
            // Its GEMM packs into buffers of its own: the one exception.
            "portable" => assert_ne!(count, 0, "this counts nothing at all"),
            name => assert_eq!(count, 0, "{name}"),
        }
        assert_eq!(net.predict(&image, w), &*predictions);
    }

    fn forward<N: Network>(backend: &'static Backend) -> usize {
        let (net, image) = (N::synthetic(1), self::image::<N::Input>());
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        allocations(|| {
            net.forward(&image, &mut workspace);
        })
    }
}

/// Weights of half precision neither when they are found nor when they are used.
#[test]
fn halves_need_no_heap() {
    check::<Mixed>();
    check::<Gated>();
    check::<Grouped>();
    check::<Normed>();

    fn check<N: Network>() {
        let image = image::<N::Input>();
        for precision in [Precision::F16, Precision::Bf16] {
            let file = aligned(&N::synthetic(1).pack(precision).expect("small values"));
            for backend in Backend::available().filter(|backend| backend.name() != "portable") {
                let mut workspace = N::workspace();
                workspace.set_backend(backend);
                let count = allocations(|| {
                    let net = N::from_packed(file).expect("the file is the network's");
                    net.forward(&image, &mut workspace);
                });
                assert_eq!(count, 0, "{} {precision:?} on {}", N::NAME, backend.name());
            }
        }
    }
}

/// A packed file at a cache line, for the rest of the program.
fn aligned(file: &[u8]) -> &'static [u8] {
    let memory = vec![0; file.len() + 64].leak();
    let start = memory.as_ptr().addr().wrapping_neg() % 64;
    memory[start..][..file.len()].copy_from_slice(file);
    &memory[start..][..file.len()]
}

/// Neither the calling thread nor those of the pool.
#[test]
fn threads_allocate_nothing() {
    // In a process in which no other test allocates meanwhile.
    if !alone("threads_allocate_nothing") {
        return;
    }
    let (net, image) = (Large::synthetic(1), image());
    let half = aligned(&net.pack(Precision::F16).expect("small values"));
    let half = Large::from_packed(half).expect("the file is the network's");
    for backend in Backend::available().filter(|backend| backend.name() != "portable") {
        let mut workspace = Large::workspace();
        workspace.set_backend(backend);
        workspace.set_pool(&Pool::new(3));
        let before = TOTAL.load(Ordering::Relaxed);
        net.forward(&image, &mut workspace);
        net.predict(&image, &mut workspace);
        half.forward(&image, &mut workspace);
        assert_eq!(TOTAL.load(Ordering::Relaxed), before, "{}", backend.name());
    }
}

#[test]
fn end_points_cost_one_allocation() {
    let (net, image) = (Mixed::synthetic(1), image());
    let mut workspace = Mixed::workspace();
    workspace.set_backend(Backend::named("scalar").expect("scalar runs everywhere"));
    let mut seen = 0;
    let visitor = |_: &str, _: [usize; 3], _: &[f32]| seen += 1;
    let count = allocations(|| net.visit_end_points(&image, &mut workspace, visitor));
    assert_eq!(count, 1);
    assert_eq!(seen, Mixed::LAYERS.iter().filter(|layer| layer.end_point).count());
    let count = allocations(|| drop(net.end_point(Mixed::THIRD, &image, &mut workspace)));
    assert_eq!(count, 1);
}

/// Runs a test again in a process of its own, on the backend `scalar`. Whether
/// this is that process.
fn alone(test: &str) -> bool {
    if std::env::var("RESNET_ISA").as_deref() == Ok("scalar") {
        return true;
    }
    let this = std::env::current_exe().expect("a test has a path");
    let mut child = Command::new(this);
    child.args(["--exact", test]).env("RESNET_ISA", "scalar");
    let output = child.output().expect("a test can be run again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    false
}

/// `RESNET_ISA` is read once per process. That allocates, so it is done when a
/// workspace is made.
#[test]
fn the_backend_is_chosen_before_the_first_image() {
    // In a process in which nobody has chosen yet.
    if !alone("the_backend_is_chosen_before_the_first_image") {
        return;
    }
    let (net, image) = (Mixed::synthetic(1), image());
    let mut workspace = Mixed::workspace();
    let count = allocations(|| {
        net.forward(&image, &mut workspace);
    });
    assert_eq!(count, 0);
    assert_eq!(workspace.backend().name(), "scalar");
}

#[test]
fn several_results_and_functions_of_ones_own_need_no_heap() {
    fn double<const H: usize, const W: usize, const C: usize>(
        x: &Tensor<H, W, C>,
        out: &mut Tensor<H, W, C>,
    ) {
        out.values_mut().iter_mut().zip(x.values()).for_each(|(out, x)| *out = 2.0 * x);
    }

    resnet! {
        struct Pyramid {
            input: [33, 31, 3],
            block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
            doubled: custom(double),
            block2: bottleneck[(24, 8, 1); 2],
            outputs: [conv1, doubled, block1, block2_unit_1],
        }
    }

    let (net, image) = (Pyramid::synthetic(1), image());
    for backend in Backend::available().filter(|backend| backend.name() != "portable") {
        let mut workspace = Pyramid::workspace();
        workspace.set_backend(backend);
        let count = allocations(|| {
            net.forward(&image, &mut workspace);
        });
        assert_eq!(count, 0, "{}", backend.name());
        assert_eq!(size_of_val(&*workspace), Pyramid::WORKSPACE_BYTES);
        // What an image leaves behind never matters.
        let first = net.forward(&image, &mut workspace).to_owned();
        for i in 0..Pyramid::OUTPUTS.len() {
            assert!(first.values_of(i).iter().all(|value| value.is_finite()));
        }
        poison(&mut workspace);
        assert!(*net.forward(&image, &mut workspace) == first, "{}: in NaNs", backend.name());
    }
}

#[test]
fn a_workspace_has_the_stated_size_and_holds_the_result() {
    check::<Large>();
    check::<Mixed>();
    check::<Rootless>();

    fn check<N: Classifier>() {
        let (net, image) = (N::synthetic(1), N::Input::boxed());
        let mut workspace = N::workspace();
        assert_eq!(size_of_val(&*workspace), N::WORKSPACE_BYTES);
        let start = (&raw const *workspace).addr();
        assert_eq!(start % 64, 0, "it starts on a cache line");
        for result in [
            net.forward(&image, &mut workspace).values().as_ptr_range(),
            net.predict(&image, &mut workspace).values().as_ptr_range(),
        ] {
            assert!(start <= result.start.addr());
            assert!(result.end.addr() <= start + N::WORKSPACE_BYTES);
        }
    }
}

/// Makes every float of a workspace a NaN, line by line.
fn poison<const FLOATS: usize, O: AnyOutput, const ROOM: usize>(
    workspace: &mut Workspace<FLOATS, O, ROOM>,
) {
    let line = Tensor::<1, 1, 16>::new([[[f32::NAN; 16]]]);
    assert_eq!(FLOATS % 16, 0);
    for before in (0..FLOATS).step_by(16) {
        let (_, _, output, [_, region]) = workspace.split([before, 16]);
        (0..O::SHAPES.len()).for_each(|i| output.values_of_mut(i).fill(f32::NAN));
        enter::<1, 1, 16, 0>(&line, region);
    }
}

/// All bits of all end points, and of the result alone.
fn everything<N: Network<Output: AnyTensor>>(
    net: &N,
    image: &N::Input,
    workspace: &mut N::Workspace,
) -> [Vec<u32>; 2] {
    let mut seen = Vec::new();
    net.visit_end_points(image, workspace, |_, _, values| {
        seen.extend(values.iter().map(|value| value.to_bits()));
    });
    [bits(net.forward(image, workspace)), seen]
}

#[test]
fn what_a_workspace_held_before_never_matters() {
    check::<Mixed, _, _, _>();
    check::<Gated, _, _, _>();
    check::<Grouped, _, _, _>();
    check::<Normed, _, _, _>();
    check::<Own, _, _, _>();
    check::<OwnRaw, _, _, _>();
    check::<Rootless, _, _, _>();

    fn check<N, O, const FLOATS: usize, const ROOM: usize>()
    where
        N: Network<Workspace = Workspace<FLOATS, O, ROOM>, Output = O>,
        O: AnyOutput + AnyTensor,
    {
        let (net, image) = (N::synthetic(2), image());
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            let result = bits(net.forward(&image, &mut workspace));
            assert!(result.iter().all(|bits| f32::from_bits(*bits).is_finite()));
            let fresh = everything(&net, &image, &mut workspace);
            assert_eq!(fresh[0], result, "{}: the second run", backend.name());
            for value in [0.5, f32::MAX, f32::INFINITY, f32::NEG_INFINITY, f32::NAN] {
                net.forward(&filled(value), &mut workspace);
                let again = bits(net.forward(&image, &mut workspace));
                assert_eq!(again, result, "{}: after {value}", backend.name());
                net.forward(&filled(value), &mut workspace);
                let again = everything(&net, &image, &mut workspace);
                assert_eq!(again, fresh, "{}: after {value}", backend.name());
            }
            poison(&mut workspace);
            let again = bits(net.forward(&image, &mut workspace));
            assert_eq!(again, result, "{}: in NaNs", backend.name());
            poison(&mut workspace);
            let again = everything(&net, &image, &mut workspace);
            assert_eq!(again, fresh, "{}: in NaNs", backend.name());
        }
    }
}

#[test]
fn no_pixel_makes_an_inference_panic() {
    check::<Mixed>();
    check::<Rootless>();

    fn check<N: Classifier>() {
        let (net, clean) = (N::synthetic(3), image::<N::Input>());
        let [h, w, c] = N::INPUT;
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            let expected = everything(&net, &clean, &mut workspace);
            for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 1e-42] {
                for pixel in [0, w - 1, h / 2 * w + w / 2, h * w - 1] {
                    let mut image = image::<N::Input>();
                    image.values_mut()[pixel * c] = value;
                    let found = everything(&net, &image, &mut workspace);
                    assert_eq!(found.map(|f| f.len()), expected.each_ref().map(Vec::len));
                    assert_eq!(
                        net.predict(&image, &mut workspace).values().len(),
                        expected[0].len()
                    );
                }
            }
            assert_eq!(everything(&net, &clean, &mut workspace), expected);
        }
    }
}

/// As many at once as there may be, on each backend.
#[test]
fn threads_share_a_network() {
    check::<Mixed>();
    check::<Gated>();
    check::<Grouped>();
    check::<Normed>();
    check::<Own>();

    fn check<N: Network<Output: AnyTensor>>() {
        let (net, image) = (N::synthetic(4), image::<N::Input>());
        for backend in Backend::available() {
            let workspace = || {
                let mut workspace = N::workspace();
                workspace.set_backend(backend);
                workspace
            };
            let expected = everything(&net, &image, &mut workspace());
            thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| {
                        let mut workspace = workspace();
                        for _ in 0..5 {
                            let found = everything(&net, &image, &mut workspace);
                            assert!(found == expected, "{} on {}", N::NAME, backend.name());
                        }
                    });
                }
            });
            // A network made anew from the same weights is the same network.
            let again = everything(&N::synthetic(4), &image, &mut workspace());
            assert!(again == expected, "{} on {}", N::NAME, backend.name());
        }
    }
}
