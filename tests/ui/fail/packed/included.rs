fn main() {
    let _ = resnet::include_packed!("../../weights/flipped.resnet");
    let _ = resnet::include_packed!("../../weights/fits.safetensors");
}
