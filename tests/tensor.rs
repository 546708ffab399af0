//! Tensors: how they are made, read, written and shown.

use resnet::{AnyTensor, Error, Tensor};

const GREY: Tensor<2, 3, 1> = Tensor::new([[[0.0], [1.0], [2.0]], [[3.0], [4.0], [5.0]]]);

#[test]
fn values_are_channel_last() {
    let values: Vec<f32> = (0..24).map(|i| i as f32).collect();
    let tensor = Tensor::<2, 3, 4>::boxed_from(&values).expect("as many values as the shape has");
    for y in 0..2 {
        for x in 0..3 {
            for c in 0..4 {
                assert_eq!(tensor[[y, x, c]], values[(y * 3 + x) * 4 + c]);
            }
        }
    }
    assert_eq!(tensor.values(), values);
    assert_eq!(GREY.values(), &values[..6]);
}

#[test]
fn a_view_is_the_values_themselves() {
    let mut values = [0.0; 6];
    let tensor = Tensor::<1, 3, 2>::view_mut(&mut values).expect("as many values");
    tensor[[0, 2, 1]] = 7.0;
    tensor.values_mut()[0] = 5.0;
    assert_eq!(values, [5.0, 0.0, 0.0, 0.0, 0.0, 7.0]);
    let tensor = Tensor::<1, 3, 2>::view(&values).expect("as many values");
    assert!(std::ptr::eq(tensor.values(), &values[..]));
}

#[test]
fn a_box_is_zero_or_a_copy() {
    let mut boxed = Tensor::<2, 3, 1>::boxed();
    assert_eq!(*boxed, Tensor::ZERO);
    assert_eq!(boxed.values(), [0.0; 6]);
    boxed[[1, 0, 0]] = 1.0;
    assert_ne!(*boxed, Tensor::ZERO);
    let copy = Tensor::boxed_from(GREY.values()).expect("as many values");
    assert_eq!(*copy, GREY);
}

#[test]
fn a_copy_is_a_tensor_of_its_own() {
    let mut copy = GREY;
    copy[[0, 0, 0]] = -1.0;
    assert_eq!((GREY[[0, 0, 0]], copy[[0, 0, 0]]), (0.0, -1.0));
    assert_eq!(Tensor::<2, 3, 1>::SHAPE, [2, 3, 1]);
    assert_eq!(Tensor::<2, 3, 1>::LEN, 6);
}

#[test]
fn a_slice_of_another_length_is_refused() {
    type Picture = Tensor<2, 3, 4>;
    for found in [0, 23, 25, 48] {
        let mut values = vec![0.0; found];
        let error = Error::Length { expected: [2, 3, 4], found };
        let text = format!("expected 2 x 3 x 4 = 24 values, found {found}");
        assert_eq!(error.to_string(), text);
        assert_eq!(Picture::view(&values), Err(error.clone()));
        assert_eq!(Picture::boxed_from(&values), Err(error.clone()));
        assert_eq!(<Picture as AnyTensor>::view(&values), Err(error.clone()));
        assert_eq!(Picture::view_mut(&mut values), Err(error));
    }
}

#[test]
fn debug_shows_the_shape_and_the_first_eight_values() {
    let text = "Tensor<2, 3, 1>[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]";
    assert_eq!(format!("{GREY:?}"), text);
    let eight = Tensor::<1, 1, 8>::ZERO;
    let text = "Tensor<1, 1, 8>[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]";
    assert_eq!(format!("{eight:?}"), text);
    let picture = Tensor::<224, 224, 3>::boxed();
    let text = "Tensor<224, 224, 3>[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ..]";
    assert_eq!(format!("{picture:?}"), text);
}

#[test]
fn nothing_panics_where_a_dimension_is_zero() {
    fn check<const H: usize, const W: usize, const C: usize>(text: &str) {
        let tensor = Tensor::<H, W, C>::ZERO;
        assert_eq!(Tensor::<H, W, C>::LEN, 0);
        assert!(tensor.values().is_empty());
        assert!(Tensor::<H, W, C>::boxed().values_mut().is_empty());
        assert_eq!(Tensor::view(&[]), Ok(&tensor));
        assert_eq!(Tensor::boxed_from(&[]), Ok(Box::new(tensor)));
        assert!(Tensor::<H, W, C>::view_mut(&mut [0.0]).is_err());
        assert_eq!(format!("{tensor:?}"), text);
    }
    check::<0, 3, 4>("Tensor<0, 3, 4>[]");
    check::<2, 0, 4>("Tensor<2, 0, 4>[]");
    check::<2, 3, 0>("Tensor<2, 3, 0>[]");
    check::<0, 0, 0>("Tensor<0, 0, 0>[]");
}

#[test]
fn any_tensor_does_the_same() {
    fn doubled<T: AnyTensor>(values: &[f32]) -> Result<Box<T>, Error> {
        let mut tensor = T::boxed();
        let source = T::view(values)?.values();
        for (to, from) in tensor.values_mut().iter_mut().zip(source) {
            *to = 2.0 * from;
        }
        assert_eq!(T::SHAPE.iter().product::<usize>(), tensor.values().len());
        Ok(tensor)
    }
    let tensor = doubled::<Tensor<1, 1, 2>>(&[1.0, 2.0]).expect("as many values");
    assert_eq!(*tensor, Tensor::new([[[2.0, 4.0]]]));
    assert_eq!(<Tensor<1, 1, 2> as AnyTensor>::SHAPE, [1, 1, 2]);
}

#[test]
#[should_panic(expected = "index out of bounds: the len is 3 but the index is 3")]
fn a_column_that_is_none_panics() {
    let _ = GREY[[0, 3, 0]];
}
