//! Names and kinds as texts, which fill columns as a `str` does.

use core::fmt::{self, Alignment, Write};

use super::{LayerKind, TensorName};

impl fmt::Display for TensorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("{}{}", self.prefix, self.leaf))
    }
}

impl fmt::Debug for TensorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("\"{}{}\"", self.prefix, self.leaf))
    }
}

impl PartialEq<str> for TensorName {
    fn eq(&self, other: &str) -> bool {
        other.strip_prefix(self.prefix) == Some(self.leaf)
    }
}

impl PartialEq<&str> for TensorName {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Display for LayerKind {
    /// As in the tables of the literature: `conv 3×3 / 2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("{}", Words(*self)))
    }
}

struct Words(LayerKind);

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            LayerKind::Root { size, stride } => write!(f, "conv {size}×{size} / {stride}"),
            LayerKind::Conv { size, stride, rate, groups } => {
                write!(f, "conv {size}×{size} / {stride}")?;
                if rate > 1 {
                    write!(f, ", rate {rate}")?;
                }
                if groups > 1 {
                    write!(f, ", {groups} groups")?;
                }
                Ok(())
            }
            LayerKind::AvgPool { size, stride } => write!(f, "mean {size}×{size} / {stride}"),
            LayerKind::MaxPool { size, stride } => write!(f, "max pool {size}×{size} / {stride}"),
            LayerKind::Blur { stride } => write!(f, "blur 3×3 / {stride}"),
            LayerKind::ChannelConv { size } => write!(f, "conv {size} along channels"),
            LayerKind::Gate => f.write_str("gate"),
            LayerKind::Preact => f.write_str("batch norm, activation"),
            LayerKind::GroupNorm { groups } => write!(f, "group norm of {groups}, activation"),
            LayerKind::Subsample { stride } => write!(f, "subsample / {stride}"),
            LayerKind::Unit => f.write_str("shortcut + residual"),
            LayerKind::Block => f.write_str("block"),
            LayerKind::GlobalPool => f.write_str("global mean"),
            LayerKind::Linear => f.write_str("linear"),
            LayerKind::Softmax => f.write_str("softmax"),
            LayerKind::Custom => f.write_str("custom"),
        }
    }
}

/// What `Formatter::pad` does with a text in one piece.
fn pad(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    let mut length = Length(0);
    length.write_fmt(text)?;
    let room = f.width().unwrap_or(0).saturating_sub(length.0);
    let before = match f.align() {
        Some(Alignment::Right) => room,
        Some(Alignment::Center) => room / 2,
        _ => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    f.write_fmt(text)?;
    (before..room).try_for_each(|_| f.write_char(fill))
}

/// Counts characters.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;

    use super::*;

    #[test]
    fn texts_fill_columns_as_a_str_does() {
        let name = TensorName { prefix: "layer1.0.", leaf: "é" };
        let kind = LayerKind::Conv { size: 3, stride: 2, rate: 1, groups: 32 };
        let texts = ["layer1.0.é", "conv 3×3 / 2, 32 groups"];
        let both = [&name as &dyn fmt::Display, &kind];
        for (ours, text) in both.into_iter().zip(texts) {
            assert_eq!(format!("{ours}|{ours:3}|"), format!("{text}|{text:3}|"));
            assert_eq!(format!("{ours:30}|{ours:>30}|"), format!("{text:30}|{text:>30}|"));
            assert_eq!(format!("{ours:-^31}|{ours:*<31}"), format!("{text:-^31}|{text:*<31}"));
        }
        assert_eq!(format!("{name:?}"), "\"layer1.0.é\"");
    }

    #[test]
    fn a_name_is_compared_as_a_whole() {
        let name = TensorName { prefix: "conv1", leaf: ".weight" };
        assert!(name == "conv1.weight" && name == *"conv1.weight");
        assert!(name != "conv1" && name != ".weight" && name != "conv1.weights");
    }
}
