//! The time of each layer.
#![cfg(feature = "profile")]

use std::time::Duration;

use resnet::{AnyTensor, AnyWorkspace, Backend, LayerKind, Network, profile, resnet};

resnet! {
    struct Preactivated {
        input: [24, 24, 3],
        block1: bottleneck[(64, 16, 1), (64, 16, 2)],
        classes: 10,
    }

    struct Grouped {
        dialect: torch,
        input: [40, 40, 3],
        layer1: bottleneck[(64, 32, 1); 2],
        layer2: bottleneck[(96, 64, 2)],
        groups: 4,
        attention: se,
        classes: 10,
    }
}

/// Every convolution has a row and a time, and the rows are no more than the
/// whole.
fn check<N: Network<Output: AnyTensor>>() {
    let (net, image) = (N::synthetic(1), N::Input::boxed());
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let profile = profile(&net, &image, &mut workspace, 3);
        let rows: Vec<&str> = profile.layers.iter().map(|row| row.layer.name).collect();
        let is_conv = |kind| {
            use LayerKind::{Conv, Linear, Root};
            matches!(kind, Root { .. } | Conv { .. } | Linear)
        };
        for layer in N::LAYERS.iter().filter(|layer| is_conv(layer.kind)) {
            assert!(rows.contains(&layer.name), "{} is not among {rows:?}", layer.name);
        }
        for row in &profile.layers {
            assert!(row.time > Duration::ZERO && row.time <= profile.time, "{row:?}");
            assert!(profile.roofline(row) > Duration::ZERO, "{row:?}");
        }
        let bytes: u64 = profile.layers.iter().map(|row| row.bytes).sum();
        assert_eq!(bytes, N::PACKED_BYTES as u64);
        // The fastest of each layer may be of another round than the fastest whole.
        let sum: Duration = profile.layers.iter().map(|row| row.time).sum();
        assert!(sum <= profile.time, "{sum:?} of {:?}", profile.time);
        let table = profile.to_string();
        assert_eq!(table.lines().count(), rows.len() + 3, "{table}");
        assert!(rows.iter().all(|name| table.contains(name)), "{table}");
    }
}

#[test]
fn every_convolution_has_a_time() {
    check::<Preactivated>();
    check::<Grouped>();
}
