//! Networks in statics, workspaces without a heap, and shapes in types.

use std::sync::{LazyLock, Mutex};

use resnet::{Network, Tensor, Workspace, resnet};

resnet! {
    pub struct Net {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }
}

static NET: LazyLock<Net> = LazyLock::new(|| Net::synthetic(1));

static WORKSPACE: Mutex<<Net as Network>::Workspace> = Mutex::new(Workspace::new());

static BLACK: Tensor<{ Net::INPUT[0] }, { Net::INPUT[1] }, { Net::INPUT[2] }> = Tensor::ZERO;

const CLASSES: usize = match Net::CLASSES {
    Some(classes) => classes,
    None => 0,
};

fn probabilities(image: &Tensor<8, 8, 3>) -> [f32; CLASSES] {
    let mut workspace = WORKSPACE.lock().expect("no thread has panicked");
    let probabilities = NET.predict(image, &mut workspace);
    std::array::from_fn(|class| probabilities[[0, 0, class]])
}

fn main() {
    let here = probabilities(&BLACK);
    let there = std::thread::spawn(|| probabilities(&BLACK));
    assert_eq!(here, there.join().expect("no panic"));
    assert_eq!(Net::WORKSPACE_BYTES, size_of::<<Net as Network>::Workspace>());
}
