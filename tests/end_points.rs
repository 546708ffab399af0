//! End points: typed constants, what is computed for one of them, and what
//! stays the same whether or not somebody looks. Predictions, and the tables.

mod common;

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use common::generated_input;
use resnet::__private::{Format, Tap, Values, Weights};
use resnet::{
    AnyTensor, AnyWorkspace, Backend, Classifier, Layer, LayerKind, Network, Role, Tensor,
    TensorSpec, resnet,
};

resnet! {
    /// Every kind of unit: projections, identities, one that loses pixels, one
    /// whose partial sums pass through the running sum.
    struct Pooled {
        input: [17, 14, 3],
        root: conv(3, 8, 2) + max_pool(3, 2),
        first: bottleneck[(12, 4, 1), (12, 20, 2)],
        last: bottleneck[(12, 144, 1), (40, 8, 1)],
        classes: 5,
    }

    /// Neither root nor pooling, and rates instead of a second stride.
    struct Dense {
        input: [6, 5, 4],
        root: none,
        first: bottleneck[(4, 2, 2)],
        last: bottleneck[(18, 3, 2), (18, 3, 1)],
        output_stride: 2,
        classes: 3,
        global_pool: false,
    }

    struct Features {
        input: [4, 4, 2],
        root: conv(1, 6, 1),
        only: bottleneck[(6, 2, 1)],
        classes: none,
        global_pool: false,
    }
}

/// What a visitor sees of one end point.
type Seen = (String, [usize; 3], Vec<f32>);

/// Name, shape, and the values as a user asks for them.
struct Typed<N: Network<Output: AnyTensor>> {
    name: &'static str,
    shape: [usize; 3],
    values: fn(&N, &N::Input, &mut N::Workspace) -> Vec<f32>,
}

/// The end points of a network as a user writes them: with their types.
macro_rules! typed {
    ($net:ident $($end_point:ident [$h:literal, $w:literal, $c:literal])*) => {
        vec![$(Typed::<$net> {
            name: $net::$end_point.name(),
            shape: [$h, $w, $c],
            values: |net, image, workspace| {
                let tensor: Box<Tensor<$h, $w, $c>> =
                    net.end_point($net::$end_point, image, workspace);
                tensor.values().to_vec()
            },
        }),*]
    };
}

fn pooled() -> Vec<Typed<Pooled>> {
    typed! { Pooled
        CONV1 [9, 7, 8]
        FIRST_UNIT_1_SHORTCUT [5, 4, 12]
        FIRST_UNIT_1_CONV1 [5, 4, 4]
        FIRST_UNIT_1_CONV2 [5, 4, 4]
        FIRST_UNIT_1_CONV3 [5, 4, 12]
        FIRST_UNIT_1 [5, 4, 12]
        FIRST_UNIT_2_CONV1 [5, 4, 20]
        FIRST_UNIT_2_CONV2 [3, 2, 20]
        FIRST_UNIT_2_CONV3 [3, 2, 12]
        FIRST_UNIT_2 [3, 2, 12]
        FIRST [3, 2, 12]
        LAST_UNIT_1_CONV1 [3, 2, 144]
        LAST_UNIT_1_CONV2 [3, 2, 144]
        LAST_UNIT_1_CONV3 [3, 2, 12]
        LAST_UNIT_1 [3, 2, 12]
        LAST_UNIT_2_SHORTCUT [3, 2, 40]
        LAST_UNIT_2_CONV1 [3, 2, 8]
        LAST_UNIT_2_CONV2 [3, 2, 8]
        LAST_UNIT_2_CONV3 [3, 2, 40]
        LAST_UNIT_2 [3, 2, 40]
        LAST [3, 2, 40]
        LOGITS [1, 1, 5]
        PREDICTIONS [1, 1, 5]
    }
}

fn dense() -> Vec<Typed<Dense>> {
    typed! { Dense
        FIRST_UNIT_1_CONV1 [6, 5, 2]
        FIRST_UNIT_1_CONV2 [3, 3, 2]
        FIRST_UNIT_1_CONV3 [3, 3, 4]
        FIRST_UNIT_1 [3, 3, 4]
        FIRST [3, 3, 4]
        LAST_UNIT_1_SHORTCUT [3, 3, 18]
        LAST_UNIT_1_CONV1 [3, 3, 3]
        LAST_UNIT_1_CONV2 [3, 3, 3]
        LAST_UNIT_1_CONV3 [3, 3, 18]
        LAST_UNIT_1 [3, 3, 18]
        LAST_UNIT_2_CONV1 [3, 3, 3]
        LAST_UNIT_2_CONV2 [3, 3, 3]
        LAST_UNIT_2_CONV3 [3, 3, 18]
        LAST_UNIT_2 [3, 3, 18]
        LAST [3, 3, 18]
        LOGITS [3, 3, 3]
        PREDICTIONS [3, 3, 3]
    }
}

fn features() -> Vec<Typed<Features>> {
    typed! { Features
        CONV1 [4, 4, 6]
        ONLY_UNIT_1_CONV1 [4, 4, 2]
        ONLY_UNIT_1_CONV2 [4, 4, 2]
        ONLY_UNIT_1_CONV3 [4, 4, 6]
        ONLY_UNIT_1 [4, 4, 6]
        ONLY [4, 4, 6]
    }
}

fn image<T: AnyTensor>() -> Box<T> {
    let mut image = T::boxed();
    let values = generated_input(image.values().len());
    image.values_mut().copy_from_slice(&values);
    image
}

/// A workspace for each backend that this CPU has.
fn workspaces<N: Network<Output: AnyTensor>>() -> impl Iterator<Item = resnet::Boxed<N::Workspace>>
{
    Backend::available().map(|backend| {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        workspace
    })
}

fn visit<N: Network<Output: AnyTensor>>(
    net: &N,
    image: &N::Input,
    workspace: &mut N::Workspace,
) -> Vec<Seen> {
    let mut all = Vec::new();
    net.visit_end_points(image, workspace, |name, shape, values| {
        all.push((name.to_owned(), shape, values.to_vec()));
    });
    all
}

#[test]
fn a_typed_end_point_is_what_a_visitor_sees() {
    check(&pooled());
    check(&dense());
    check(&features());

    fn check<N: Network<Output: AnyTensor>>(typed: &[Typed<N>]) {
        let (net, image) = (N::synthetic(1), image());
        for mut workspace in workspaces::<N>() {
            let output = net.forward(&image, &mut workspace).values().to_vec();
            let seen = visit(&net, &image, &mut workspace);
            let alone: Vec<Seen> = typed
                .iter()
                .map(|end_point| {
                    let values = (end_point.values)(&net, &image, &mut workspace);
                    // What an early stop leaves behind does not matter.
                    let after = net.forward(&image, &mut workspace).values();
                    assert_eq!(after, output, "after {}", end_point.name);
                    (end_point.name.to_owned(), end_point.shape, values)
                })
                .collect();
            assert_eq!(alone, seen);
        }
    }
}

#[test]
fn nobody_who_looks_changes_what_is_computed() {
    check::<Pooled>(Some("pooled/logits"));
    check::<Dense>(Some("dense/logits"));
    check::<Features>(None);

    fn check<N: Network<Output: AnyTensor>>(logits: Option<&str>) {
        let (net, image) = (N::synthetic(2), image());
        for mut workspace in workspaces::<N>() {
            let output = net.forward(&image, &mut workspace).values().to_vec();
            let seen = visit(&net, &image, &mut workspace);
            let found = seen.iter().find(|(name, ..)| Some(&**name) == logits);
            assert_eq!(found.map(|(_, _, values)| values), logits.map(|_| &output));
            assert_eq!(net.forward(&image, &mut workspace).values(), output);
        }
    }
}

/// A sum that no later layer needs is stored for those who look.
#[test]
fn a_unit_is_its_shortcut_plus_its_last_convolution() {
    let (net, image) = (Pooled::synthetic(1), image());
    for mut workspace in workspaces::<Pooled>() {
        let mut get = |end_point| net.end_point(end_point, &image, &mut workspace);
        let (identity, conv3) = (get(Pooled::FIRST), get(Pooled::LAST_UNIT_1_CONV3));
        let sum: Vec<f32> =
            identity.values().iter().zip(conv3.values()).map(|(a, b)| a + b).collect();
        // The fused sum starts from the shortcut and rounds in another order.
        let error = common::error(get(Pooled::LAST_UNIT_1).values(), &sum);
        assert!(error < 1e-6, "error {error:.1e}");
    }
}

#[test]
fn an_end_point_says_its_name_and_shape() {
    let end_point = Pooled::FIRST_UNIT_2_CONV2;
    let name = "pooled/first/unit_2/bottleneck_v2/conv2";
    assert_eq!(end_point.name(), name);
    let text = format!("EndPoint({name}, 3 x 2 x 20)");
    assert_eq!(format!("{end_point:?}"), text);
    assert_eq!(Pooled::LAST.name(), "pooled/last");
    assert_eq!(Pooled::PREDICTIONS.name(), "predictions");
}

/// The first `LAYERS` layers of [`Pooled`] and their weights.
struct First<const LAYERS: usize>(Weights);

impl<const LAYERS: usize> Network for First<LAYERS> {
    const NAME: &'static str = "First";
    const CLASSES: Option<usize> = None;
    const LAYERS: &'static [Layer] = Pooled::LAYERS.split_at(LAYERS).0;
    const TENSORS: &'static [TensorSpec] = &[];
    const FINGERPRINT: u64 = 0;
    const FORMAT: Format = <Pooled as Network>::FORMAT;
    type Input = <Pooled as Network>::Input;
    type Output = <Pooled as Network>::Output;
    type Workspace = <Pooled as Network>::Workspace;

    fn from_weights(weights: Weights) -> Self {
        First(weights)
    }

    fn weights(&self) -> &Weights {
        &self.0
    }

    fn run<'w>(
        &self,
        _: &Self::Input,
        _: &'w mut Self::Workspace,
        _: Option<Tap<'_>>,
    ) -> ControlFlow<(), &'w mut Self::Output> {
        ControlFlow::Break(())
    }
}

/// How many floats so many of the first layers load.
macro_rules! loaded {
    ($($layers:literal)*) => {
        [$(First::<$layers>::PACKED_BYTES / size_of::<f32>()),*]
    };
}
const LOADED: [usize; Pooled::LAYERS.len() + 1] =
    loaded![0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31];

/// Layers take their weights in order, and panic where there are none left. A
/// network whose weights end with a layer shows that no later one is computed.
#[test]
fn nothing_after_an_end_point_is_computed() {
    let weights = First::<{ Pooled::LAYERS.len() }>::synthetic(1).0;
    let Values::F32(weights) = weights.values() else { panic!("generated weights are f32") };
    let weights: &'static [f32] = weights.to_vec().leak();
    let first = |floats| Pooled::from_weights(Weights::fixed(&weights[..floats]));
    let (net, image) = (Pooled::synthetic(1), image());
    let mut workspace = Pooled::workspace();
    for end_point in pooled() {
        let all = (end_point.values)(&net, &image, &mut workspace);
        let floats = LOADED[last_layer(end_point.name) + 1];
        let cut = (end_point.values)(&first(floats), &image, &mut workspace);
        assert_eq!(cut, all, "{}", end_point.name);
        let one_less = || (end_point.values)(&first(floats - 1), &image, &mut workspace);
        let panics = catch_unwind(AssertUnwindSafe(one_less)).is_err();
        assert!(panics, "{} needs less", end_point.name);
    }
}

/// The last layer that an end point needs. A sum is made together with the
/// preactivation that follows.
fn last_layer(end_point: &str) -> usize {
    let named = |layer: &Layer| layer.name == end_point;
    let layer = Pooled::LAYERS.iter().position(named);
    let layer = layer.expect("every end point is a layer's");
    let is_sum = matches!(Pooled::LAYERS[layer].kind, LayerKind::Unit | LayerKind::Block);
    let preact = |layer: &Layer| layer.kind == LayerKind::Preact;
    let after = Pooled::LAYERS[layer..].iter().position(preact);
    layer + after.filter(|_| is_sum).unwrap_or(0)
}

#[test]
fn predictions_are_the_softmax_of_each_pixel() {
    check::<Pooled>();
    check::<Dense>();

    fn check<N: Classifier>() {
        let (net, image) = (N::synthetic(3), image());
        for mut workspace in workspaces::<N>() {
            let logits = net.forward(&image, &mut workspace).values().to_vec();
            let predictions = net.predict(&image, &mut workspace).values().to_vec();
            let classes = N::CLASSES.expect("a classifier has classes");
            for (predictions, logits) in predictions.chunks(classes).zip(logits.chunks(classes)) {
                let sum: f64 = predictions.iter().map(|p| f64::from(*p)).sum();
                // Each is rounded to 24 bits.
                assert!((sum - 1.0).abs() < 1e-6, "the sum is {sum}");
                let exp: Vec<f64> = logits.iter().map(|l| f64::from(*l).exp()).collect();
                for (p, e) in predictions.iter().zip(&exp) {
                    let expected = e / exp.iter().sum::<f64>();
                    let error = (f64::from(*p) - expected).abs();
                    assert!(error < 1e-6, "{p}, not {expected}");
                }
            }
            let seen = visit(&net, &image, &mut workspace);
            let (name, _, last) = seen.last().expect("there are end points");
            assert_eq!((&**name, last), ("predictions", &predictions));
        }
    }
}

#[test]
fn one_function_serves_all_networks() {
    fn summary<N: Network<Output: AnyTensor>>() -> String {
        let net = N::synthetic(4);
        let output = net.forward(&image(), &mut N::workspace()).values().len();
        let classes = N::CLASSES.map_or("no".to_owned(), |n| n.to_string());
        format!(
            "{}: {:?} to {:?} ({output} values), {classes} classes, \
             {} parameters, {} multiply-adds",
            N::NAME,
            N::INPUT,
            N::OUTPUT,
            N::PARAMS,
            N::MACS,
        )
    }
    assert_eq!(
        summary::<Dense>(),
        "Dense: [6, 5, 4] to [3, 3, 3] (27 values), 3 classes, 695 parameters, 4794 multiply-adds"
    );
    assert_eq!(
        summary::<Features>(),
        "Features: [4, 4, 2] to [4, 4, 6] (96 values), no classes, \
         116 parameters, 1152 multiply-adds"
    );
}

#[test]
fn the_tables_agree() {
    check::<Pooled>();
    check::<Dense>();
    check::<Features>();

    fn check<N: Network<Output: AnyTensor>>() {
        let trained = |spec: &&TensorSpec| !matches!(spec.role, Role::Mean | Role::Variance);
        let values: usize = N::TENSORS.iter().filter(trained).map(TensorSpec::len).sum();
        let sum = |of: fn(&Layer) -> u64| N::LAYERS.iter().map(of).sum::<u64>();
        assert_eq!(N::PARAMS, values as u64);
        assert_eq!(N::PARAMS, sum(|layer| layer.params));
        assert_eq!(N::MACS, sum(|layer| layer.macs));
        for layer in N::LAYERS {
            let size = match layer.kind {
                LayerKind::Root { size, .. } | LayerKind::Conv { size, .. } => size,
                _ => 0,
            };
            let macs = size * size * layer.input[2] * layer.output.iter().product::<usize>();
            assert_eq!(layer.macs, macs as u64, "{}", layer.name);
        }

        let layers: HashSet<_> = N::LAYERS.iter().map(|layer| layer.name).collect();
        assert_eq!(layers.len(), N::LAYERS.len(), "two layers of one name");
        let tensors: HashSet<_> = N::TENSORS.iter().map(|spec| spec.name).collect();
        assert_eq!(tensors.len(), N::TENSORS.len(), "two tensors of one name");

        assert_eq!(N::LAYERS.first().map(|layer| layer.input), Some(N::INPUT));
        assert_eq!(N::LAYERS.last().map(|layer| layer.output), Some(N::OUTPUT));
        for pair in N::LAYERS.windows(2) {
            // Shortcut and first convolution of a unit read the same map.
            let branches = pair[0].name.ends_with("/shortcut");
            let source = if branches { pair[0].input } else { pair[0].output };
            assert_eq!(pair[1].input, source, "{}", pair[1].name);
        }
    }
}
