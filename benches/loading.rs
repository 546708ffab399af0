//! From a weight file in memory to a network that is ready: reading, folding, packing;
//! and what it takes to check or to copy a packed file, which is used where it lies.

use divan::Bencher;
use divan::counter::BytesCount;
use resnet::{Error, Network, Precision, zoo};
use safetensors::Dtype;
use safetensors::tensor::TensorView;

fn main() {
    divan::main();
}

/// Every value is one half.
fn file<N: Network>() -> Vec<u8> {
    let most = N::TENSORS.iter().map(|spec| spec.len()).max().unwrap_or(0);
    let bytes = 0.5_f32.to_le_bytes().repeat(most);
    let views = N::TENSORS.iter().map(|spec| {
        let view = TensorView::new(Dtype::F32, spec.shape().to_vec(), &bytes[..4 * spec.len()]);
        (spec.name.to_string(), view.expect("as many bytes as the shape has"))
    });
    safetensors::serialize(views, None).expect("names and shapes are sound")
}

fn load<N: Network>(bencher: Bencher<'_, '_>) {
    let file = file::<N>();
    bencher
        .counter(BytesCount::new(file.len()))
        .bench_local(|| N::from_safetensors(&file).expect("the file fits"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn resnet50(bencher: Bencher<'_, '_>) {
    load::<zoo::torchvision::ResNet50>(bencher);
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn resnet_v2_50(bencher: Bencher<'_, '_>) {
    load::<zoo::slim_v2::ResNetV2_50>(bencher);
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn resnext50_32x4d(bencher: Bencher<'_, '_>) {
    load::<zoo::torchvision::ResNeXt50_32x4d>(bencher);
}

/// What takes a whole packed file.
fn packed<N: Network, T>(bencher: Bencher<'_, '_>, take: fn(&[u8]) -> Result<T, Error>) {
    let file = N::synthetic(0).pack(Precision::F32).expect("there is memory for it");
    bencher
        .counter(BytesCount::new(file.len()))
        .bench_local(|| take(&file).expect("the file is whole"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn resnet_v2_50_verify(bencher: Bencher<'_, '_>) {
    packed::<zoo::slim_v2::ResNetV2_50, _>(bencher, zoo::slim_v2::ResNetV2_50::verify);
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn resnet_v2_50_unpack(bencher: Bencher<'_, '_>) {
    packed::<zoo::slim_v2::ResNetV2_50, _>(bencher, zoo::slim_v2::ResNetV2_50::unpack);
}
