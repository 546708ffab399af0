//! Residual networks as Rust code.
