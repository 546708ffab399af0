use resnet::{Error, Tensor, resnet};

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 0)],
        classes: 10,
    }
}

fn main() -> Result<(), Error> {
    let bytes = std::fs::read("net.safetensors").unwrap();
    let net = Net::from_safetensors(&bytes)?;
    let mut workspace = Net::workspace();
    let image = Tensor::<32, 32, 3>::boxed();
    let logits = net.forward(&image, &mut workspace);
    println!("{:?} of {:?}", logits.values()[0], Net::INPUT);
    let probabilities: &Tensor<1, 1, 10> = net.predict(&image, &mut workspace);
    println!("{probabilities:?}");
    println!("{} {} {:?}", Net::PARAMS, Net::WORKSPACE_BYTES, Net::LAYERS);
    Ok(())
}
