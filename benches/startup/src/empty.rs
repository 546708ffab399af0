//! What a Rust program takes that does nothing.

fn main() {
    println!("{}", std::env::args().count());
}
