//! What a network takes while it is loaded, and afterwards.

use std::sync::atomic::Ordering;

use resnet::{Network, Tensor, resnet};

use crate::alone;
use crate::counting::{LIVE, PEAK};

resnet! {
    /// torchvision's `resnet50`.
    struct ResNet50 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }
}

/// A weight file of a network, of which every value is one half.
fn weight_file<N: Network>() -> Vec<u8> {
    let (mut header, mut end) = (String::new(), 0);
    for spec in N::TENSORS {
        let start = end;
        end += 4 * spec.len();
        let (name, shape) = (&spec.name, spec.shape());
        header += &format!(
            r#","{name}":{{"dtype":"F32","shape":{shape:?},"data_offsets":[{start},{end}]}}"#
        );
    }
    let header = format!("{{{}}}", &header[1..]);
    let mut file = Vec::with_capacity(8 + header.len() + end);
    file.extend((header.len() as u64).to_le_bytes());
    file.extend(header.as_bytes());
    // No second copy, which would count to the peak.
    let page = 0.5_f32.to_le_bytes().repeat(1 << 10);
    for start in (0..end).step_by(page.len()) {
        file.extend(&page[..page.len().min(end - start)]);
    }
    file
}

/// What a network takes beside what it must: names of tensors, and the like.
const SLACK: usize = 8 << 20;

/// What the system counts for this process, in bytes: `VmRSS`, or the most of it
/// that there was, `VmHWM`.
#[cfg(target_os = "linux")]
fn resident(key: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix(key)).expect("a line of it");
    let kilobytes = line.trim_matches([':', ' ', '\t', 'k', 'B']);
    kilobytes.parse::<usize>().expect("a number") << 10
}

/// Elsewhere the allocator's count must do.
#[cfg(not(target_os = "linux"))]
fn resident(key: &str) -> usize {
    if key == "VmHWM" { PEAK.load(Ordering::Relaxed) } else { LIVE.load(Ordering::Relaxed) }
}

/// While a file is loaded, it and the packed weights exist; afterwards, the
/// packed weights and a workspace.
#[test]
fn loading_takes_no_more_than_file_and_weights() {
    if !alone("loading::loading_takes_no_more_than_file_and_weights") {
        return;
    }
    let before = LIVE.load(Ordering::Relaxed);
    let pages = resident("VmRSS");
    let file = weight_file::<ResNet50>();
    PEAK.store(LIVE.load(Ordering::Relaxed), Ordering::Relaxed);
    let net = ResNet50::from_safetensors(&file).expect("the file fits");
    let peak = PEAK.load(Ordering::Relaxed) - before;
    let most = file.len() + ResNet50::PACKED_BYTES + SLACK;
    assert!(peak >= ResNet50::PACKED_BYTES, "this counts nothing at all");
    assert!(peak <= most, "expected at most {most} bytes, found {peak}");
    let peak = resident("VmHWM") - pages;
    assert!(peak >= file.len() + ResNet50::PACKED_BYTES - SLACK, "this counts nothing at all");
    assert!(peak <= most, "expected at most {most} resident bytes, found {peak}");

    drop(file);
    let mut workspace = ResNet50::workspace();
    let image = Tensor::boxed();
    net.forward(&image, &mut workspace);
    let steady = LIVE.load(Ordering::Relaxed) - before;
    let most = ResNet50::PACKED_BYTES + ResNet50::WORKSPACE_BYTES + SLACK;
    assert!(steady <= most, "expected at most {most} bytes, found {steady}");
    let steady = resident("VmRSS") - pages;
    assert!(steady >= ResNet50::PACKED_BYTES - SLACK, "this counts nothing at all");
    assert!(steady <= most, "expected at most {most} resident bytes, found {steady}");
}
