//! The type of a convolution; its methods are called by `unit`.

use proc_macro2::TokenStream;

use super::int;

/// `__resnet::Conv::<64, 256, 1, 1>`, with the rate if it is not 1.
pub(super) fn conv(
    cin: usize,
    cout: usize,
    size: usize,
    stride: usize,
    rate: usize,
) -> TokenStream {
    let rate = (rate > 1).then(|| {
        let rate = int(rate);
        quote!(, #rate)
    });
    let (cin, cout, size, stride) = (int(cin), int(cout), int(size), int(stride));
    quote!(__resnet::Conv::<#cin, #cout, #size, #stride #rate>)
}
