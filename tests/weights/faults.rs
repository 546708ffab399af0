//! What an error says of a file that does not fit.

use resnet::{Error, Fault, Network, TensorSpec};
use safetensors::Dtype;

use crate::file::{Entry, changed, entry, file};
use crate::{Features, Scoped, Small, Tiny, Torch, faults};

#[test]
fn each_fault_names_its_tensor_and_what_was_expected_and_found() {
    type Change = fn(&mut Vec<Entry>);
    let cases: [(Change, &[&str]); 13] = [
        (
            |entries| entries.retain(|entry| entry.name != "tiny/conv1/biases"),
            &["`tiny/conv1/biases`: expected [64], found no such tensor"],
        ),
        (
            |entries| entries.push(Entry::new("tiny/fc/weights", Dtype::F32, &[64, 2])),
            &["`tiny/fc/weights`: expected no such tensor, found [64, 2]"],
        ),
        (
            |entries| entry(entries, "tiny/conv1/weights").shape = vec![64, 3, 7, 7],
            &["`tiny/conv1/weights`: expected [7, 7, 3, 64], found [64, 3, 7, 7]; \
                transpose it, its axes have another order"],
        ),
        (
            |entries| entry(entries, "tiny/conv1/biases").shape = vec![1, 64],
            &["`tiny/conv1/biases`: expected [64], found [1, 64]"],
        ),
        (
            |entries| {
                for (name, shape) in [("weights", &[1, 1, 64, 11][..]), ("biases", &[11])] {
                    let name = format!("tiny/logits/{name}");
                    *entry(entries, &name) = Entry::new(&name, Dtype::F32, shape);
                }
            },
            &[
                "`tiny/logits/weights`: expected [1, 1, 64, 10], found [1, 1, 64, 11]",
                "`tiny/logits/biases`: expected [10], found [11]",
            ],
        ),
        (
            |entries| {
                let name = "tiny/postnorm/beta";
                *entry(entries, name) = Entry::new(name, Dtype::F64, &[64]);
            },
            &["`tiny/postnorm/beta`: expected F32, F16 or BF16, found F64"],
        ),
        (
            |entries| entry(entries, "tiny/postnorm/beta").dtype = Dtype::I32,
            &["`tiny/postnorm/beta`: expected F32, F16 or BF16, found I32"],
        ),
        (
            |entries| {
                let entry = entry(entries, "tiny/postnorm/beta");
                let mut values = entry.values();
                (values[5], values[63]) = (f32::NAN, f32::INFINITY);
                entry.set(&values);
            },
            &["`tiny/postnorm/beta`: expected finite values, found NaN at 5 (2 in all)"],
        ),
        (
            |entries| entry(entries, "tiny/postnorm/gamma").set(&[f32::NEG_INFINITY; 64]),
            &["`tiny/postnorm/gamma`: expected finite values, found -inf at 0 (64 in all)"],
        ),
        (
            |entries| {
                let entry = entry(entries, "tiny/postnorm/moving_variance");
                let mut values = entry.values();
                (values[0], values[1]) = (0.0, -0.5);
                entry.set(&values);
            },
            &["`tiny/postnorm/moving_variance`: \
                expected a variance of 0 or more, found -0.5 at 1 (1 in all)"],
        ),
        (
            |entries| {
                entry(entries, "tiny/postnorm/gamma").set(&[f32::MAX; 64]);
                entry(entries, "tiny/postnorm/moving_variance").set(&[0.0; 64]);
            },
            &["`tiny/postnorm`: expected values whose products are finite, found larger ones; \
                gamma / sqrt(variance) is folded into the weights"],
        ),
        // Large is not too large.
        (|entries| entry(entries, "tiny/conv1/weights").set(&[f32::MAX; 7 * 7 * 3 * 64]), &[]),
        // A negative mean is none.
        (|entries| entry(entries, "tiny/postnorm/moving_mean").set(&[-0.5; 64]), &[]),
    ];
    for (change, expected) in cases {
        let found = faults::<Tiny>(&changed(change));
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn one_error_has_all_faults() {
    let bytes = changed(|entries| {
        entries.retain(|entry| !entry.name.starts_with("tiny/block2/unit_2/bottleneck_v2/preact"));
        entry(entries, "tiny/conv1/weights").shape = vec![64, 3, 7, 7];
        entry(entries, "tiny/logits/biases").set(&[f32::NAN; 10]);
        entries.push(Entry::new("z", Dtype::I8, &[]));
        entries.push(Entry::new("a", Dtype::F32, &[2]));
    });
    let error = Tiny::from_safetensors(&bytes).err().expect("the file has faults");
    let preact = "tiny/block2/unit_2/bottleneck_v2/preact";
    assert_eq!(
        error.to_string(),
        format!(
            "the weights do not fit the network (8 faults)\
            \n  `tiny/conv1/weights`: expected [7, 7, 3, 64], found [64, 3, 7, 7]; \
            transpose it, its axes have another order\
            \n  `{preact}/gamma`: expected [32], found no such tensor\
            \n  `{preact}/beta`: expected [32], found no such tensor\
            \n  `{preact}/moving_mean`: expected [32], found no such tensor\
            \n  `{preact}/moving_variance`: expected [32], found no such tensor\
            \n  `tiny/logits/biases`: expected finite values, found NaN at 0 (10 in all)\
            \n  `a`: expected no such tensor, found [2]\
            \n  `z`: expected no such tensor, found []"
        )
    );
    let name = |leaf: &str| format!("{preact}/{leaf}");
    let missing = Fault::Missing { name: name("beta"), expected: vec![32] };
    assert!(matches!(error, Error::Weights(faults) if faults[2] == missing));
    let none = faults::<Tiny>(&file(&[]));
    assert_eq!(none.len(), Tiny::TENSORS.len());
    let many = Error::Weights(none).to_string();
    let n = Tiny::TENSORS.len();
    let summary = format!(
        "the weights do not fit the network ({n} faults: {n} tensors are missing, \
         0 are unknown, 0 have another shape)"
    );
    assert_eq!(many.lines().next(), Some(&*summary));
}

#[test]
fn one_tensor_can_have_several_faults() {
    let bytes = changed(|entries| {
        let entry = entry(entries, "tiny/conv1/biases");
        (entry.dtype, entry.shape) = (Dtype::I32, vec![1, 64]);
    });
    let name = || "tiny/conv1/biases".to_owned();
    let shape = || Fault::Shape { name: name(), expected: vec![64], found: vec![1, 64] };
    let of_type = Fault::Type { name: name(), found: "I32".to_owned() };
    assert_eq!(faults::<Tiny>(&bytes), [shape(), of_type]);

    let bytes = changed(|entries| {
        let entry = entry(entries, "tiny/conv1/biases");
        entry.shape = vec![1, 64];
        entry.set(&[f32::INFINITY; 64]);
    });
    let value = Fault::Value { name: name(), found: "inf".to_owned(), index: 0, count: 64 };
    assert_eq!(faults::<Tiny>(&bytes), [shape(), value]);
}

/// The entries of a file that fits, with zeros, under other names.
fn renamed<N: Network>(rename: impl Fn(String) -> String) -> Vec<u8> {
    let entry =
        |spec: &TensorSpec| Entry::new(&rename(spec.name.to_string()), Dtype::F32, spec.shape());
    file(&N::TENSORS.iter().map(entry).collect::<Vec<_>>())
}

fn said<N: Network>(bytes: &[u8]) -> Vec<String> {
    faults::<N>(bytes).iter().map(ToString::to_string).collect()
}

#[test]
fn a_prefix_of_all_names_is_one_fault() {
    assert_eq!(said::<Torch>(&renamed::<Torch>(|name| name)), [""; 0]);
    let bytes = renamed::<Torch>(|name| format!("module.{name}"));
    assert_eq!(
        said::<Torch>(&bytes),
        ["expected names without a scope, found them under `module.`; \
          declare the network with `scope: \"module\"`"]
    );
    let fault = Fault::Scope { expected: String::new(), found: "module.".to_owned() };
    assert_eq!(faults::<Torch>(&bytes), [fault]);
    assert_eq!(said::<Scoped>(&renamed::<Scoped>(|name| name)), [""; 0]);
    assert_eq!(
        said::<Scoped>(&renamed::<Torch>(|name| name)),
        ["expected names under `model.`, found them without a scope; \
          declare the network without `scope`, or rename them"]
    );
    assert_eq!(
        said::<Small>(&renamed::<Small>(|name| name.replacen("small/", "", 1))),
        ["expected names under `small/`, found them without a scope; rename them"]
    );
    let bytes = renamed::<Small>(|name| name.replacen("small", "resnet_v2_50", 1));
    assert_eq!(
        said::<Small>(&bytes),
        ["expected names under `small/`, found them under `resnet_v2_50/`; \
          declare the network with `scope: \"resnet_v2_50\"`"]
    );
}

#[test]
fn another_dialect_is_one_fault() {
    assert_eq!(
        said::<Small>(&renamed::<Torch>(|name| name)),
        ["expected names such as `small/block/unit_1/bottleneck_v2/preact/gamma`, found such as \
          `layer1.0.bn1.bias`; declare the network with `dialect: torch`"]
    );
    assert_eq!(
        said::<Torch>(&renamed::<Small>(|name| name)),
        ["expected names such as `conv1.weight`, found such as \
          `small/block/unit_1/bottleneck_v2/conv1/BatchNorm/beta`; \
          declare the network with `dialect: slim_v2`"]
    );
    // Some other program's: each of its tensors is a fault.
    let other = renamed::<Torch>(|name| name.replace("layer", "stage").replace('.', ":"));
    assert_eq!(faults::<Torch>(&other).len(), 2 * Torch::TENSORS.len());
}

#[test]
fn features_do_not_read_the_head() {
    let with_head = |extra: &str| {
        let entries = Torch::TENSORS
            .iter()
            .map(|spec| Entry::new(&spec.name.to_string(), Dtype::F32, spec.shape()));
        let mut entries: Vec<Entry> = entries.collect();
        entries.push(Entry::new("bn1.num_batches_tracked", Dtype::I64, &[]));
        entries.push(Entry::new(extra, Dtype::F32, &[4]));
        file(&entries)
    };
    assert_eq!(said::<Torch>(&with_head("fcs")), ["`fcs`: expected no such tensor, found [4]"]);
    assert_eq!(
        said::<Features>(&with_head("layer1.1.bn1.bias")),
        ["`layer1.1.bn1.bias`: expected no such tensor, found [4]"]
    );
    assert_eq!(said::<Features>(&renamed::<Torch>(|name| name)), [""; 0]);
}
