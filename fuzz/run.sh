#!/usr/bin/env bash
# Fuzzes each loader for some seconds: fuzz/run.sh [SECONDS]. Fails if one panics,
# hangs, takes 2 GB, or touches memory that is not its own.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --locked
# Sanitizers are unstable options; RUSTC_BOOTSTRAP lets stable Rust take them.
export RUSTC_BOOTSTRAP=1
cargo run --quiet --release --manifest-path fuzz/Cargo.toml --bin seeds
for target in packed safetensors; do
  cargo fuzz run "$target" -- -max_total_time="$seconds" -max_len=65536 -timeout=60 -verbosity=0
  echo "$target: $seconds s without a fault"
done
