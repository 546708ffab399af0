//! What the user has called his own things does not matter.

#![allow(dead_code, non_camel_case_types, non_upper_case_globals, unused_imports, unused_macros)]

struct Option;
struct Result;
struct Vec;
struct Box;
struct String;
struct Some;
struct None;
struct Ok;
struct Err;
struct Default;
struct Sized;
struct Send;
struct Tensor;
struct Map;
struct Stream;
struct Engine;
struct Network;
struct Weights;
struct Workspace;
struct Layer;
struct EndPoint;
struct Error;

trait Fn {}
trait FnMut {}
trait From {}
trait Into {}

mod core {}
mod std {}
mod alloc {}

macro_rules! include_bytes {
    () => {};
}
macro_rules! with_alloc {
    () => {};
}

const NAME: &str = "name";
const INPUT: &str = "input";
const LAYERS: &str = "layers";
const TENSORS: &str = "tensors";
const REGIONS: &str = "regions";
const BIASED: &str = "biased";
const H: usize = 1;
const W: usize = 2;
const C: usize = 3;

const a: u8 = 0;
const b: u8 = 0;
const backend: u8 = 0;
const bytes: u8 = 0;
const e: u8 = 0;
const end_point: u8 = 0;
const image: u8 = 0;
const keep: u8 = 0;
const out: u8 = 0;
static output: u8 = 0;
static preact: u8 = 0;
static scratch: u8 = 0;
static seed: u8 = 0;
static sum: u8 = 0;
struct t;
struct tap;
struct tensor(u8);
struct visit(u8);
enum Local {
    weights,
    workspace,
    x,
}
use Local::{weights, workspace, x};

fn block1_unit_1() {}
fn stage_a_unit_1() {}

resnet::resnet! {
    pub struct Net {
        input: [8, 8, 3],
        root: conv(3, 8, 1) + max_pool(3, 2),
        block1: bottleneck[(8, 4, 1); 2],
        stage_a: bottleneck[(16, 4, 2), (16, 4, 1)],
        classes: 3,
    }
}

fn main() {
    let net = Net::synthetic(1);
    let mut memory = Net::workspace();
    let picture = resnet::Tensor::<8, 8, 3>::ZERO;
    assert_eq!(net.predict(&picture, &mut memory).values().len(), 3);
    let unit = net.end_point(Net::STAGE_A_UNIT_2, &picture, &mut memory);
    assert_eq!(unit.values().len(), 2 * 2 * 16);
}
