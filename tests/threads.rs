//! Threads change the time that an inference takes, and nothing else.

mod common;

use std::thread;

use common::generated_input;
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, Pool, resnet};

resnet! {
    /// Large maps: rows are shared. Both transforms of Winograd's, a root with
    /// its pool, every kind of shortcut.
    struct Large {
        input: [112, 108, 3],
        block1: bottleneck[(64, 64, 1), (64, 64, 1)] + [(64, 64, 2)],
        block2: bottleneck[(136, 128, 1)] + [(136, 128, 2)],
        block3: bottleneck[(256, 256, 1); 2],
        classes: 1001,
    }

    /// Large maps of many channels: a matrix unit, if there is one, shares rows and channels.
    struct Wide {
        input: [96, 112, 3],
        block1: bottleneck[(512, 128, 1)] + [(512, 128, 2)],
        classes: 10,
    }

    /// Small maps of many channels: channels are shared.
    struct Deep {
        input: [7, 5, 80],
        root: none,
        block1: bottleneck[(528, 272, 1), (528, 272, 1)] + [(528, 272, 2)],
        classes: none,
    }

    /// Blurs and gates of large maps.
    struct Gated {
        dialect: torch,
        input: [112, 108, 3],
        layer1: bottleneck[(136, 64, 1)],
        layer2: bottleneck[(264, 72, 2)],
        attention: eca,
        blur: true,
        classes: 10,
    }

    /// Groups: each thread computes whole parts of a convolution.
    struct Grouped {
        dialect: torch,
        input: [64, 56, 3],
        layer1: bottleneck[(128, 96, 1)],
        layer2: bottleneck[(256, 192, 2), (256, 192, 1)],
        groups: 24,
        classes: 10,
    }

    /// Dilated, and a result for each pixel.
    struct Dense {
        input: [65, 65, 3],
        block1: bottleneck[(96, 40, 1)] + [(96, 40, 2)],
        block2: bottleneck[(160, 56, 1)] + [(160, 56, 2)],
        classes: 21,
        global_pool: false,
        output_stride: 8,
    }

    /// Statistics of whole maps, which threads share.
    struct Normed {
        dialect: bit,
        input: [96, 80, 3],
        block1: bottleneck[(128, 64, 1)],
        block2: bottleneck[(160, 96, 2), (160, 96, 1)],
        classes: 10,
    }
}

fn image<N: Network<Output: AnyTensor>>() -> Box<N::Input> {
    let mut image = N::Input::boxed();
    let values = generated_input(image.values().len());
    image.values_mut().copy_from_slice(&values);
    image
}

/// The bits of every end point, and of a result that nobody looks into.
fn bits<N: Network<Output: AnyTensor>>(
    net: &N,
    image: &N::Input,
    workspace: &mut N::Workspace,
) -> Vec<u32> {
    let mut bits = Vec::new();
    net.visit_end_points(image, workspace, |_, _, values| {
        bits.extend(values.iter().map(|value| value.to_bits()));
    });
    let result = net.forward(image, workspace);
    bits.extend(result.values().iter().map(|value| value.to_bits()));
    bits
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    check::<Large>();
    check::<Wide>();
    check::<Deep>();
    check::<Gated>();
    check::<Grouped>();
    check::<Dense>();
    check::<Normed>();

    fn check<N: Network<Output: AnyTensor>>() {
        let (net, image) = (N::synthetic(1), image::<N>());
        let pools: Vec<Pool> = [1, 2, 3, 4, 5, 6, 7, 8, 16].map(Pool::new).into();
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            assert_eq!(workspace.threads(), 1);
            let alone = bits(&net, &image, &mut workspace);
            for pool in &pools {
                workspace.set_pool(pool);
                assert_eq!(workspace.threads(), pool.threads());
                let shared = bits(&net, &image, &mut workspace);
                assert!(
                    shared == alone,
                    "{} on {}, {} threads",
                    N::NAME,
                    backend.name(),
                    pool.threads()
                );
            }
        }
    }
}

#[cfg(feature = "rayon")]
#[test]
fn a_batch_gives_what_its_images_give_in_order() {
    let net = Deep::synthetic(1);
    let images: Vec<_> = (0..5)
        .map(|i| {
            let mut image = image::<Deep>();
            image.values_mut().rotate_left(i);
            image
        })
        .collect();
    let mut workspace = Deep::workspace();
    let mut one = |image: &_| *net.forward(image, &mut workspace);
    let want: Vec<_> = images.iter().map(|image| one(image)).collect();
    for count in [1, 2, 3, 8] {
        let mut workspaces: Vec<_> = (0..count).map(|_| Deep::workspace()).collect();
        for take in 0..=images.len() {
            let got = net.forward_batch(&images[..take], &mut workspaces);
            assert!(got.iter().map(|b| &**b).eq(&want[..take]), "{take} images, {count} at once");
        }
    }
    let none = net.forward_batch::<Box<_>>(&[], &mut []);
    assert!(none.is_empty());
}

#[cfg(feature = "rayon")]
#[test]
#[should_panic(expected = "expected a workspace or more, found none")]
fn a_batch_needs_a_workspace() {
    Deep::synthetic(1).forward_batch(&[image::<Deep>()], &mut []);
}

/// Several inferences at once, which also compete for the threads of a pool.
#[test]
fn inferences_share_a_network_and_a_pool() {
    let (net, image) = (Deep::synthetic(1), image::<Deep>());
    let alone = bits(&net, &image, &mut Deep::workspace());
    let pool = Pool::new(3);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut workspace = Deep::workspace();
                workspace.set_pool(&pool);
                for _ in 0..10 {
                    assert!(bits(&net, &image, &mut workspace) == alone);
                }
            });
        }
    });
}
