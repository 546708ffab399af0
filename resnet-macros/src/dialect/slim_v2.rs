//! TF-slim's `resnet_v2.py`: names of layers, tensors and end points, which
//! convolutions have a bias and which a normalisation. (Padding and the place
//! of the stride need no words: `conv2d_same` and the tuples themselves.)

use std::iter;

use crate::dialect::Dialect;
use crate::ir::{Kind, Layer, Leaves, Network, Role, Unit};
use crate::shape::Shape;

pub(super) static DIALECT: Dialect = Dialect {
    program: "TF-slim's resnet_v2",
    scope,
    layers,
    // `batch_norm_epsilon` of `resnet_arg_scope`.
    epsilon: 1e-5,
    leftovers: &[
        "global_step",
        "Momentum",
        "RMSProp",
        "RMSProp_1",
        "Adam",
        "Adam_1",
        "Adagrad",
        "Ftrl",
        "Ftrl_1",
        "beta1_power",
        "beta2_power",
        "ExponentialMovingAverage",
    ],
};

/// A convolution with `normalizer_fn=None`.
static BIASED: Leaves =
    Leaves { constant: "BIASED", tensors: &[("/weights", Role::Weight), ("/biases", Role::Bias)] };

/// A convolution under the arg scope: no bias, a normalisation after it.
static NORMED: Leaves = Leaves {
    constant: "NORMED",
    tensors: &[
        ("/weights", Role::Weight),
        ("/BatchNorm/gamma", Role::Gamma),
        ("/BatchNorm/beta", Role::Beta),
        ("/BatchNorm/moving_mean", Role::Mean),
        ("/BatchNorm/moving_variance", Role::Variance),
    ],
};

/// `slim.batch_norm` itself.
static NORM: Leaves = Leaves {
    constant: "NORM",
    tensors: &[
        ("/gamma", Role::Gamma),
        ("/beta", Role::Beta),
        ("/moving_mean", Role::Mean),
        ("/moving_variance", Role::Variance),
    ],
};

/// Snake case, with "ResNet" as one word: `ResNetV2_50` is `resnet_v2_50`, as
/// slim's own functions have it.
fn scope(name: &str) -> String {
    let mut scope = String::new();
    let name = name.replace("ResNet", "Resnet");
    for (i, c) in name.char_indices() {
        let before = name[..i].chars().next_back();
        let after = name[i + c.len_utf8()..].chars().next();
        let starts = before.is_some_and(|b| !b.is_uppercase() && b != '_')
            || before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase);
        if c.is_uppercase() && starts {
            scope.push('_');
        }
        scope.extend(c.to_lowercase());
    }
    scope
}

fn layers(net: &Network) -> Vec<Layer> {
    let units = net.units.iter().enumerate().flat_map(|(i, unit)| self::unit(net, i, unit));
    root(net).into_iter().chain(units).chain(head(net)).collect()
}

fn root(net: &Network) -> Vec<Layer> {
    let Some(root) = &net.root else {
        return Vec::new();
    };
    let conv = Layer {
        name: format!("{}/conv1", net.scope),
        kind: Kind::Root { size: root.size, stride: root.stride },
        input: net.input,
        output: root.output,
        leaves: Some(&BIASED),
        end_point: Some("CONV1".into()),
        span: root.span,
        unit: None,
    };
    let pool = root.pool.as_ref().map(|pool| Layer {
        name: format!("{}/pool1", net.scope),
        kind: Kind::MaxPool { size: pool.size, stride: pool.stride },
        input: root.output,
        output: pool.output,
        leaves: None,
        end_point: None,
        ..conv
    });
    iter::once(conv).chain(pool).collect()
}

fn unit(net: &Network, index: usize, unit: &Unit) -> Vec<Layer> {
    let block = net.block_of(unit);
    let block_name = format!("{}/{}", net.scope, block.name);
    let block_constant = block.name.to_string().to_uppercase();
    let unit_name = format!("{block_name}/unit_{}/bottleneck_v2", unit.number);
    let unit_constant = format!("{block_constant}_UNIT_{}", unit.number);
    let s = unit.signature;
    let inner = s.input.with_depth(s.bottleneck);
    let strided = s.output.with_depth(s.bottleneck);
    let layer = |name: &str, kind, input, output, leaves| Layer {
        name: format!("{unit_name}{name}"),
        kind,
        input,
        output,
        leaves,
        end_point: None,
        span: unit.span,
        unit: Some(index),
    };
    let conv = |name: &str, size, stride, rate, input, output, leaves| Layer {
        end_point: Some(format!("{unit_constant}_{}", name.to_uppercase())),
        ..layer(&format!("/{name}"), Kind::Conv { size, stride, rate }, input, output, Some(leaves))
    };
    let mut layers = vec![layer("/preact", Kind::Preact, s.input, s.input, Some(&NORM))];
    if s.projection {
        layers.push(conv("shortcut", 1, s.stride, 1, s.input, s.output, &BIASED));
    } else if s.stride > 1 {
        let kind = Kind::Subsample { stride: s.stride };
        layers.push(layer("/shortcut", kind, s.input, s.output, None));
    }
    layers.extend([
        conv("conv1", 1, 1, 1, s.input, inner, &NORMED),
        conv("conv2", 3, s.stride, s.rate, inner, strided, &NORMED),
        conv("conv3", 1, 1, 1, strided, s.output, &BIASED),
        Layer { end_point: Some(unit_constant), ..layer("", Kind::Unit, s.output, s.output, None) },
    ]);
    if unit.last_of_block {
        layers.push(Layer {
            name: block_name,
            end_point: Some(block_constant),
            ..layer("", Kind::Block, s.output, s.output, None)
        });
    }
    layers
}

fn head(net: &Network) -> Vec<Layer> {
    let layer = |name: &str, kind, input, output, leaves| Layer {
        name: format!("{}/{name}", net.scope),
        kind,
        input,
        output,
        leaves,
        end_point: None,
        span: net.head.span,
        unit: None,
    };
    let mut map = net.exit();
    let mut layers = vec![layer("postnorm", Kind::Preact, map, map, Some(&NORM))];
    if net.head.global_pool {
        let pooled = Shape { h: 1, w: 1, c: map.c };
        layers.push(layer("pool5", Kind::GlobalPool, map, pooled, None));
        map = pooled;
    }
    if let Some(classes) = net.head.classes {
        let conv = Kind::Conv { size: 1, stride: 1, rate: 1 };
        let output = map.with_depth(classes);
        let logits = layer("logits", conv, map, output, Some(&BIASED));
        layers.push(Layer { end_point: Some("LOGITS".into()), ..logits });
        // The one end point that slim leaves outside of the scope.
        let name = "predictions".into();
        let predictions = layer("", Kind::Softmax, output, output, None);
        layers.push(Layer { name, end_point: Some("PREDICTIONS".into()), ..predictions });
    }
    layers
}

#[cfg(test)]
mod tests {
    #[test]
    fn scopes_are_snake_case_with_resnet_as_one_word() {
        for (name, scope) in [
            ("ResNetV2_152", "resnet_v2_152"),
            ("Tiny", "tiny"),
            ("Digits8x8", "digits8x8"),
            ("HTTPNet", "http_net"),
            ("NoRoot", "no_root"),
            ("Os8Deep", "os8_deep"),
            ("already_snake", "already_snake"),
            ("X", "x"),
        ] {
            assert_eq!(super::scope(name), scope);
        }
    }
}
