//! What is not known of a network when a field is faulty.

use super::words::Key;

/// What of a network depends on a field.
pub(super) enum Decides {
    Nothing,
    Input,
    /// Strides and channels.
    Structure,
}

impl Decides {
    pub fn of(key: Key) -> Self {
        match key {
            Key::Input => Decides::Input,
            Key::Root
            | Key::OutputStride
            | Key::Dialect
            | Key::Dilate
            | Key::Groups
            | Key::Kinds
            | Key::Shortcut => Decides::Structure,
            Key::Activation
            | Key::Attention
            | Key::Blur
            | Key::Classes
            | Key::Outputs
            | Key::GlobalPool
            | Key::Scope
            | Key::Weights
            | Key::Budget
            | Key::Export
            | Key::Half
            | Key::Crate => Decides::Nothing,
        }
    }
}
