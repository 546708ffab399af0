use resnet::resnet;

resnet! {}

fn main() {}
