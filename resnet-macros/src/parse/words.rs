//! The words of the grammar, and the words that people bring from elsewhere.

use proc_macro2::TokenTree as Tree;

use super::tokens::is_word;
use crate::ast::UnitKind;

/// The kinds of unit.
pub(super) const KINDS: [&str; 2] = [UnitKind::ALL[0].name(), UnitKind::ALL[1].name()];

/// What a kind of unit of the literature is called here.
pub(super) fn foreign_kind(name: &str) -> Option<&'static str> {
    if among("basic_block basicblock preactbasic", name) {
        return Some(UnitKind::Basic.name());
    }
    let bottleneck = "bottleneck_v1 bottleneck_v2 bottleneck_block preactbottleneck";
    among(bottleneck, name).then_some(UnitKind::Bottleneck.name())
}

/// What Python builds blocks with.
pub(super) fn is_block_call(name: &str) -> bool {
    among(
        "block resnet_v1_block resnet_v2_block resnet_utils vec list repeat sequential make_layer \
         _make_layer make_blocks stack_fn stack stack1 stack2 stack3 residual_stack_v1 \
         residual_stack_v2 stack_residual_blocks_v1 stack_residual_blocks_v2 resnetstage \
         preactbottleneckstage",
        name,
    )
}

/// A right block, for remedies.
pub(super) const BLOCK: &str = "block1: bottleneck[(256, 64, 1); 2]";

/// A name in front of a colon that is not the name of a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Input,
    Root,
    Classes,
    Outputs,
    GlobalPool,
    OutputStride,
    Scope,
    Weights,
    Budget,
    Crate,
    Dialect,
    Dilate,
    Groups,
    Shortcut,
    Activation,
    Attention,
    Blur,
    Export,
    Kinds,
    Half,
}

impl Key {
    pub const ALL: [Key; 20] = [
        Key::Input,
        Key::Root,
        Key::Classes,
        Key::Outputs,
        Key::GlobalPool,
        Key::OutputStride,
        Key::Scope,
        Key::Weights,
        Key::Budget,
        Key::Crate,
        Key::Dialect,
        Key::Dilate,
        Key::Groups,
        Key::Shortcut,
        Key::Activation,
        Key::Attention,
        Key::Blur,
        Key::Export,
        Key::Kinds,
        Key::Half,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Key::Input => "input",
            Key::Root => "root",
            Key::Classes => "classes",
            Key::Outputs => "outputs",
            Key::GlobalPool => "global_pool",
            Key::OutputStride => "output_stride",
            Key::Scope => "scope",
            Key::Weights => "weights",
            Key::Budget => "budget",
            Key::Crate => "crate",
            Key::Dialect => "dialect",
            Key::Dilate => "dilate",
            Key::Groups => "groups",
            Key::Shortcut => "shortcut",
            Key::Activation => "activation",
            Key::Attention => "attention",
            Key::Blur => "blur",
            Key::Export => "export",
            Key::Kinds => "kinds",
            Key::Half => "half",
        }
    }

    /// A right field, for remedies.
    pub fn example(self) -> &'static str {
        match self {
            Key::Input => "input: [224, 224, 3]",
            Key::Root => "root: conv(7, 64, 2) + max_pool(3, 2)",
            Key::Classes => "classes: 1001",
            Key::Outputs => "outputs: [block2, block4]",
            Key::GlobalPool => "global_pool: true",
            Key::OutputStride => "output_stride: 16",
            Key::Scope => "scope: \"resnet_v2_50\"",
            Key::Weights => "weights: \"resnet_v2_50.safetensors\"",
            Key::Budget => "budget: { ram: 64 KiB, flash: 1 MiB, macs: 2_000_000 }",
            Key::Crate => "crate: my_crate::resnet",
            Key::Dialect => "dialect: slim_v2",
            Key::Dilate => "dilate: [block3, block4]",
            Key::Groups => "groups: 32",
            Key::Shortcut => "shortcut: avg_pool",
            Key::Activation => "activation: relu6",
            Key::Attention => "attention: se",
            Key::Blur => "blur: true",
            Key::Export => "export: \"C\"",
            Key::Kinds => "kinds: { ghost: custom(ghost, weight: [depth, input]) }",
            Key::Half => "half: false",
        }
    }

    pub fn of(name: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Whether the value is a number that other programs give as it is.
    pub fn is_count(self) -> bool {
        matches!(self, Key::Classes | Key::Groups)
    }

    /// What writing nothing does, for whom wrote `none`.
    pub fn left_out(self) -> &'static str {
        match self {
            Key::Activation => "; leave the key out for `relu`",
            Key::Shortcut => "; leave the key out for that of the dialect",
            Key::Scope => SCOPE_LEFT_OUT,
            _ => "; leave the key out instead",
        }
    }

    /// Whether writing `none` is better done by writing nothing.
    pub fn can_be_left_out(self) -> bool {
        !matches!(
            self,
            Key::Input | Key::Root | Key::Classes | Key::GlobalPool | Key::Blur | Key::Half
        )
    }
}

/// No scope is what only some dialects have.
pub(super) const SCOPE_LEFT_OUT: &str =
    "; leave the key out, slim's scope is then the struct's name and others have none";

/// What a name that is not ours stands for in a declaration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meant {
    Key(Key),
    Blocks,
    Nothing,
}

/// Names of arguments in other programs: what they stand for, and what to
/// write instead.
const FOREIGN: [(&str, Meant, &str); 27] = [
    (
        "image_size default_image_size input_size input_shape image_shape image size shape \
         height width channels in_channels in_chans resolution",
        Meant::Key(Key::Input),
        "the image is given as `input: [height, width, channels]`",
    ),
    (
        "include_root_block root_block stem stem_type stem_width deep_stem conv conv1 pool max_pool \
         maxpool pool1",
        Meant::Key(Key::Root),
        "write `root: conv(7, 64, 2) + max_pool(3, 2)`, or `root: none`",
    ),
    (
        "num_classes n_classes nclasses include_top logits head fc",
        Meant::Key(Key::Classes),
        "write `classes: 1001`, or `classes: none` for features without logits",
    ),
    (
        "output out_indices out_features features_only return_layers return_nodes pyramid fpn",
        Meant::Key(Key::Outputs),
        "name the end points that are wanted, as in `outputs: [block2, block4]`",
    ),
    (
        "pooling avg_pool avgpool average_pool adaptive_avg_pool pool5",
        Meant::Key(Key::GlobalPool),
        "write `global_pool: true` or `global_pool: false`",
    ),
    (
        "rate rates dilation dilations atrous multi_grid",
        Meant::Key(Key::OutputStride),
        "dilation follows from `output_stride: 16`",
    ),
    (
        "replace_stride_with_dilation",
        Meant::Key(Key::Dilate),
        "name the blocks, as in `dilate: [layer3, layer4]`",
    ),
    (
        "act act_layer activation_fn nonlinearity relu",
        Meant::Key(Key::Activation),
        "write `activation: relu`, `relu6` or `silu`",
    ),
    (
        "attn attn_layer se se_layer use_se squeeze_excitation squeeze_and_excitation eca",
        Meant::Key(Key::Attention),
        "write `attention: se` or `attention: eca`",
    ),
    ("aa aa_layer anti_alias antialias blur_pool", Meant::Key(Key::Blur), "write `blur: true`"),
    (
        "extern abi ffi c_api capi bindings no_mangle export_name",
        Meant::Key(Key::Export),
        "write `export: \"C\"`, or `export: \"C\" as prefix`",
    ),
    (
        "precision dtype fp16 float16 bf16 bfloat16 half_precision",
        Meant::Key(Key::Half),
        "weights have the precision in which they are packed; `half: false` is for f32 alone",
    ),
    ("cardinality", Meant::Key(Key::Groups), "write `groups: 32`"),
    (
        "avg_down shortcut_type downsample",
        Meant::Key(Key::Shortcut),
        "write `shortcut: conv`, `avg_pool` or `pad`",
    ),
    ("variable_scope name_scope prefix", Meant::Key(Key::Scope), "write `scope: \"resnet_v2_50\"`"),
    (
        "name",
        Meant::Key(Key::Scope),
        "the name of the struct names the network, and `scope` its variables",
    ),
    (
        "weights_file weights_path checkpoint checkpoint_path ckpt pretrained file path \
         safetensors model",
        Meant::Key(Key::Weights),
        "write `weights: \"file.safetensors\"`",
    ),
    (
        "version arch architecture variant family",
        Meant::Key(Key::Dialect),
        "write `dialect: slim_v2`",
    ),
    (
        "block blocks layer layers num_blocks stage stages units",
        Meant::Blocks,
        "every block is a field of its own, as in `block1: bottleneck[(256, 64, 1); 2]`",
    ),
    (
        "depth base_depth depth_bottleneck bottleneck_depth stride strides width_per_group \
         base_width width_factor",
        Meant::Nothing,
        "every unit gives its own, as in `block1: bottleneck[(depth, bottleneck depth, stride)]`",
    ),
    (
        "num_units repeat repeats count",
        Meant::Nothing,
        "a unit is repeated inside its block, as in `block1: bottleneck[(256, 64, 1); 3]`",
    ),
    (
        "is_training training reuse trainable weight_decay batch_norm_decay momentum dropout \
         dropout_rate drop_rate drop_path_rate drop_block_rate zero_init_residual zero_init_last",
        Meant::Nothing,
        "it has no counterpart, a network declared here is for inference",
    ),
    (
        "norm_layer norm normalizer_fn normalization batch_norm batch_norm_epsilon \
         batch_norm_scale epsilon eps bias use_bias padding preact conv_layer",
        Meant::Nothing,
        "it has no counterpart, the dialect decides about it",
    ),
    (
        "store_non_strided_activations store outputs_collections end_points",
        Meant::Nothing,
        "it has no counterpart, every end point can be asked for at run time",
    ),
    (
        "spatial_squeeze squeeze keep_dims",
        Meant::Nothing,
        "it has no counterpart, the output keeps its height and width",
    ),
    (
        "classifier_activation softmax probabilities",
        Meant::Nothing,
        "it has no counterpart, `predict` of the network applies softmax",
    ),
    ("batch batch_size", Meant::Nothing, "it has no counterpart, a declaration is about one image"),
];

/// What someone else's argument name means here, and what to write instead.
pub(super) fn foreign(name: &str) -> Option<(Meant, &'static str)> {
    let (_, meant, remedy) = FOREIGN.iter().find(|(names, ..)| among(names, name))?;
    Some((*meant, remedy))
}

/// Words of elsewhere, several in a string, and what is meant; `None` is said
/// of what has no counterpart, however near a known word may look.
pub(super) type Translations = &'static [(&'static str, Option<&'static str>)];

pub(super) const DIALECTS: Translations = &[
    (
        "pytorch torchvision torch_vision timm resnet resnet_v1_5 resnext resnet18 resnet34 \
         resnet50 resnet101 resnet152 resnext50_32x4d wide_resnet50_2",
        Some("torch"),
    ),
    (
        "slim tf tensorflow tf_slim resnet_v2 resnetv2 v2 resnet_v2_50 resnet_v2_101 \
         resnet_v2_152",
        Some("slim_v2"),
    ),
    ("resnet_v1 resnetv1 v1 resnet_v1_50 resnet_v1_101 resnet_v1_152", Some("slim_v1")),
    ("timm2 resnetv2_50 resnetv2_101", Some("timm_v2")),
    ("big_transfer bit_m bit_s google resnetv2_50x1_bit resnetv2_101x1_bit", Some("bit")),
    ("cifar cifar10 cifar100", Some("cifar_v1")),
    ("preresnet preact_resnet", Some("cifar_v2")),
    ("keras flax jax caffe onnx mxnet paddle", None),
];

pub(super) const ACTIVATIONS: Translations = &[
    ("swish", Some("silu")),
    (
        "gelu elu selu celu prelu leaky_relu leakyrelu rrelu crelu glu mish hardswish hard_swish",
        None,
    ),
];

pub(super) const SHORTCUTS: Translations = &[
    ("a option_a zero_pad zeros padding", Some("pad")),
    ("b option_b projection conv1x1 convolution", Some("conv")),
    ("avg_down d avgpool mean pool", Some("avg_pool")),
];

pub(super) const ATTENTIONS: Translations = &[
    ("squeeze_excite squeeze_excitation squeezeexcite se_module semodule senet", Some("se")),
    ("eca_module ecamodule channel channel_attention", Some("eca")),
];

pub(super) const LIMITS: Translations = &[
    ("memory mem workspace workspace_bytes activations sram", Some("ram")),
    ("rom weights params size storage packed_bytes", Some("flash")),
    ("flops mults multiply_adds ops compute", Some("macs")),
];

/// What a foreign word means. The outer `None` says that it is not known.
pub(super) fn translation(words: Translations, word: &str) -> Option<Option<&'static str>> {
    let (_, meant) = words.iter().find(|(words, _)| among(words, word))?;
    Some(*meant)
}

/// Names that no block may have, beside the keys: every block becomes an
/// upper-case associated constant, and its name stands among those of the
/// layers in the names of variables and end points.
const RESERVED: &str = "name input output outputs classes params macs workspace workspace_bytes layers \
    tensors end_points packed_len packed_bytes weights root conv1 pool1 postnorm logits predictions pool5";

pub(super) fn is_reserved(name: &str) -> bool {
    among(RESERVED, name)
}

/// Whether a list in one string has the word, in whatever case.
pub(super) fn among(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// `none`, as it is spelt elsewhere.
pub(super) fn is_foreign_none(tree: &Tree) -> bool {
    ["None", "NONE", "null", "Null", "NULL", "nil", "nullptr"].iter().any(|no| is_word(tree, no))
}

/// `false` and its spellings: people write `root: false` for `root: none`.
pub(super) fn is_false(tree: &Tree) -> bool {
    ["false", "False", "FALSE"].iter().any(|no| is_word(tree, no))
}
