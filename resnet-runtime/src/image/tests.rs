//! Edges that the reference pictures do not have.

use super::*;
use ::image::{ImageFormat, LumaA, Rgb, Rgba};
use alloc::format;
use alloc::string::ToString as _;
use alloc::vec;

fn grey(width: usize, levels: &[u8]) -> Picture {
    let rgb: Vec<u8> = levels.iter().flat_map(|&level| [level; 3]).collect();
    Picture::from_rgb(width, levels.len() / width, &rgb).unwrap()
}

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut file = io::Cursor::new(Vec::new());
    picture.into().write_to(&mut file, format).unwrap();
    file.into_inner()
}

#[test]
fn any_shape_goes_through() {
    for (width, height) in [(1, 1), (2, 3), (1, 70_000), (70_000, 1), (17, 16)] {
        let white = grey(width, &vec![255; width * height]);
        assert_eq!(white.inception::<3, 2>().values(), [1.0; 18]);
        assert_eq!(white.grey::<2, 3>().values(), [1.0; 6], "{white:?}");
        for side in [2, 3, 1000, 1 << 24, usize::MAX] {
            let input = white.vgg::<2, 2>(side).unwrap();
            assert_eq!(input.values()[9..], [255.0 - 123.68, 255.0 - 116.78, 255.0 - 103.94]);
            let input = white.torchvision::<2, 2>(side).unwrap();
            let want = [(1.0 - 0.485) / 0.229, (1.0 - 0.456) / 0.224, (1.0 - 0.406) / 0.225];
            assert_eq!(input.values()[9..], want, "{white:?}");
        }
        assert!(white.torchvision::<1, 1>(0).is_err());
        assert!(white.torchvision::<0, 0>(0).is_ok());
        assert!(white.torchvision::<0, 1>(1).unwrap().values().is_empty());
        for interpolation in [Interpolation::Bilinear, Interpolation::Bicubic] {
            let card =
                |crop_pct| PretrainedCfg { crop_pct, interpolation, ..PretrainedCfg::RESNETV2 };
            for crop_pct in [1.0, 0.875, 0.3, 1e-9, f64::MIN_POSITIVE, 0.0] {
                assert_eq!(white.timm::<3, 2>(&card(crop_pct)).unwrap().values(), [1.0; 18]);
                assert_eq!(white.timm::<2, 2>(&card(crop_pct)).unwrap().values(), [1.0; 12]);
            }
            for crop_pct in [1.5, f64::INFINITY, -1.0, f64::NAN] {
                assert!(white.timm::<3, 2>(&card(crop_pct)).is_err());
                assert!(white.timm::<2, 2>(&card(crop_pct)).is_err());
            }
        }
        assert!(white.vgg::<1, 1>(0).is_err());
        assert!(white.vgg::<0, 0>(0).is_ok());
        assert!(white.vgg::<0, 1>(1).unwrap().values().is_empty());
        assert!(white.inception::<0, 9>().values().is_empty());
        assert!(white.grey::<9, 0>().values().is_empty());
    }
}

#[test]
fn tf1_samples_from_the_corner() {
    let reds: Vec<f32> = grey(2, &[0, 255]).inception::<1, 4>().values().to_vec();
    assert_eq!(reds.iter().step_by(3).copied().collect::<Vec<_>>(), [-1.0, 0.0, 1.0, 1.0]);
}

#[test]
fn a_picture_of_the_right_size_keeps_its_pixels() {
    let levels: Vec<u8> = (0..16 * 16).map(|i| (i * 37 % 256) as u8).collect();
    for interpolation in [Interpolation::Bilinear, Interpolation::Bicubic] {
        let card =
            PretrainedCfg { crop_pct: 1.0, interpolation, mean: [0.0; 3], std: [1.0 / 255.0; 3] };
        let input = grey(16, &levels).timm::<16, 16>(&card).unwrap();
        let reds: Vec<u8> = input.values().iter().step_by(3).map(|v| v.round() as u8).collect();
        assert_eq!(reds, levels);
    }
}

#[test]
fn a_cubic_does_not_leave_the_bytes() {
    let edge = grey(4, &[0, 0, 255, 255]);
    let card = PretrainedCfg { interpolation: Interpolation::Bicubic, ..PretrainedCfg::RESNETV2 };
    let card = PretrainedCfg { crop_pct: 1.0, ..card };
    let input = edge.timm::<4, 16>(&card).unwrap();
    assert!(input.values().iter().all(|v| (-1.0..=1.0).contains(v)));
    assert!(input.values().contains(&-1.0) && input.values().contains(&1.0));
}

#[test]
fn grey_is_a_mean_or_an_interpolation() {
    assert_eq!(grey(3, &[255, 0, 0]).grey::<1, 2>().values(), [2.0 / 3.0, 0.0]);
    assert_eq!(grey(1, &[0, 255]).grey::<4, 1>().values(), [0.0, 0.25, 0.75, 1.0]);
    assert_eq!(grey(2, &[0, 51, 102, 255]).grey::<1, 1>().values(), [0.4]);
    let red = Picture::from_rgb(1, 1, &[255, 0, 0]).unwrap();
    assert_eq!(red.grey::<1, 1>().values(), [0.299]);
}

#[test]
fn errors_say_what_was_expected() {
    let says = |result: Result<Picture, PictureError>| result.unwrap_err().to_string();
    assert_eq!(says(Picture::from_rgb(0, 2, &[])), "expected sides of 1 or more, found 2x0");
    assert_eq!(says(Picture::from_rgb(1, 2, &[0; 7])), "expected 2x1x3 bytes, found 7");
    assert!(says(Picture::from_rgb(usize::MAX, 2, &[])).ends_with("x3 bytes, found 0"));
    assert!(says(Picture::open("no/such")).starts_with("expected a file at \"no/such\", "));
    assert!(says(Picture::decode(b"")).starts_with("expected a PNG or JPEG file, found "));
    let crop = grey(4, &[0; 12]).vgg::<9, 8>(8).unwrap_err().to_string();
    let want = "expected 9x8 or more after the resize, found 8x11; \
        enlarge `shorter_side`, or lower `crop_pct`";
    assert_eq!(crop, want);
    let debug = format!("{:?}", grey(4, &[0; 12]).vgg::<9, 8>(8).unwrap_err());
    assert_eq!(debug, want);
    assert!(grey(5, &[0; 10]).vgg::<1, 3>(1).is_err()); // 2.5 columns become 2
}

#[test]
fn decoding_drops_alpha_and_the_lower_bits() {
    let png = |picture: DynamicImage| Picture::decode(&file(picture, ImageFormat::Png)).unwrap();
    let clear = ::image::RgbaImage::from_pixel(2, 1, Rgba([10, 20, 30, 0]));
    assert_eq!(png(clear.into()).rgb(), [10, 20, 30, 10, 20, 30]);
    let deep = ::image::ImageBuffer::from_pixel(1, 1, LumaA([0x8080u16, 0]));
    assert_eq!(png(deep.into()).rgb(), [0x80; 3]);
    let levels: Vec<u8> = (0..=255).collect();
    let ramp = ::image::GrayImage::from_raw(256, 1, levels.clone()).unwrap();
    assert_eq!(png(ramp.into()), grey(256, &levels));
}

#[test]
fn damaged_and_boastful_files_are_refused() {
    let picture = ::image::RgbImage::from_pixel(9, 7, Rgb([200, 100, 50]));
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let bytes = file(picture.clone(), format);
        assert_eq!(Picture::decode(&bytes).unwrap().rgb().len(), 9 * 7 * 3);
        for length in 0..bytes.len() {
            let _ = Picture::decode(&bytes[..length]); // no panic; a JPEG may miss its end
        }
    }
    let mut jpeg = file(picture, ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xfe); // height and width, 16 bits each
    let error = Picture::decode(&jpeg).unwrap_err();
    assert_eq!(error.to_string(), "expected at most 67108864 pixels, found 65278x65278");
}
