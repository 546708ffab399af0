#!/usr/bin/env bash
# Tests the converters against files that TensorFlow, torch and timm write, and the
# converted files in Rust:
#
#     tools/test.sh [tf] [torch]
#
# Makes a virtual environment for each in tools/.venv, or in the folder that
# RESNET_VENV names, anew if the pins have changed. Of torch, PyPI has only the
# build with CUDA: 3 GB to load. The CPU build does as well, and is a tenth of
# that:
# PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu
set -euo pipefail
cd "$(dirname "$0")"
venvs=${RESNET_VENV:-.venv}
export PYTHONDONTWRITEBYTECODE=1

# environment NAME PINS...
environment() {
  local venv=$venvs/$1
  shift
  [ -f "$venv/pins" ] && cat "$@" | cmp --silent - "$venv/pins" && return
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "${@/#/--requirement=}"
  cat "$@" >"$venv/pins"
}

# check NAME TESTS...
check() {
  local python=$venvs/$1/bin/python
  shift
  for test in "$@"; do
    echo "$test"
    "$python" -W ignore "convert/$test"
  done
}

[ $# -gt 0 ] || set -- tf torch
for part in "$@"; do
  case $part in
    tf)
      environment tf convert/requirements-{tf,tf-test}.txt
      check tf test_tf_checkpoint.py
      ;;
    torch)
      environment torch convert/requirements-{torch,bit,test}.txt
      check torch test_torch_checkpoint.py test_bit_npz.py
      ;;
    *)
      echo "error: expected tf or torch, found $part" >&2
      exit 1
      ;;
  esac
done
