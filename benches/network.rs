//! Whole networks on every backend, and on several threads. `portable` is im2col and
//! `matrixmultiply::sgemm`: the baseline.

use divan::Bencher;
use divan::counter::ItemsCount;
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, Pool, Tensor, resnet, zoo};

resnet! {
    /// The size of the example `digits`.
    struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
    }
}

fn main() {
    divan::main();
}

fn backends() -> Vec<&'static str> {
    Backend::available().map(Backend::name).collect()
}

/// Items are multiply-adds.
fn forward<N: Network<Output: AnyTensor>>(bencher: Bencher<'_, '_>, backend: &str) {
    let net = N::synthetic(0);
    let image = N::Input::boxed();
    let mut workspace = N::workspace();
    workspace.set_backend(Backend::named(backend).expect("the name comes from the list"));
    bencher
        .counter(ItemsCount::new(N::MACS))
        .bench_local(|| divan::black_box(net.forward(&image, &mut workspace)).values()[0]);
}

#[divan::bench(args = backends())]
fn digits(bencher: Bencher<'_, '_>, backend: &str) {
    forward::<Digits>(bencher, backend);
}

#[divan::bench(args = backends(), sample_count = 20, sample_size = 1)]
fn resnet_v2_50(bencher: Bencher<'_, '_>, backend: &str) {
    forward::<zoo::slim_v2::ResNetV2_50>(bencher, backend);
}

/// More threads than cores are there to show what that costs.
#[divan::bench(args = [1, 2, 4, 8, 16], sample_count = 40, sample_size = 1)]
fn resnet_v2_50_on_threads(bencher: Bencher<'_, '_>, threads: usize) {
    let net = zoo::slim_v2::ResNetV2_50::synthetic(0);
    let image = Tensor::boxed();
    let mut workspace = zoo::slim_v2::ResNetV2_50::workspace();
    workspace.set_pool(&Pool::new(threads));
    bencher.bench_local(|| divan::black_box(net.forward(&image, &mut workspace)).values()[0]);
}

#[divan::bench(args = backends(), sample_count = 10, sample_size = 1)]
fn resnet_v2_152(bencher: Bencher<'_, '_>, backend: &str) {
    forward::<zoo::slim_v2::ResNetV2_152>(bencher, backend);
}
