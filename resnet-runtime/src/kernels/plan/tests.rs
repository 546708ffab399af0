use super::*;

/// The last value that a plan makes a kernel read, found the slow way.
fn last_read(plan: &ConvPlan) -> usize {
    let [ho, wo, _] = plan.shape.output;
    let start = plan.origin + (ho - 1) * plan.row + (wo - 1) * plan.pixel;
    let last = (0..plan.k_blocks)
        .map(|k| k * plan.k_stride + *plan.offsets_of(k).iter().max().unwrap() as usize);
    start + last.max().unwrap() + plan.step - 1
}

#[test]
fn no_plan_reads_past_its_input() {
    for size in [1, 2, 3, 5, 7] {
        for stride in [1, 2, 3] {
            for rate in [1, 2, 4] {
                for (h, w, cin) in [(1, 1, 3usize), (7usize, 9usize, 40), (8, 5, 160), (2, 3, 16)] {
                    let halo = rate * (size - 1) - rate * (size - 1) / 2;
                    for source in [Source::Map { halo }, Source::Image { halo }] {
                        if matches!(source, Source::Image { .. }) && rate > 1 {
                            continue;
                        }
                        let output = [h.div_ceil(stride), w.div_ceil(stride), 8];
                        let input = [h, w, cin];
                        let plan = AnyPlan::new(ConvShape {
                            input,
                            output,
                            size,
                            stride,
                            rate,
                            source,
                            halo: 0,
                            group: input[2],
                        });
                        if plan.winograd.is_some() {
                            continue;
                        }
                        let last = last_read(&plan);
                        assert!(last < plan.input_len, "{:?} reads {last}", plan.shape);
                    }
                }
            }
        }
    }
}

/// Sizes whose products wrap to harmless ones are refused all the same,
/// where overflow is not checked too.
#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "a panic ends the program")]
fn absurd_shapes_are_refused() {
    let shape = ConvShape {
        input: [8, 8, 16],
        output: [8, 8, 16],
        size: 3,
        stride: 1,
        rate: 1,
        source: Source::Map { halo: 1 },
        halo: 0,
        group: 16,
    };
    AnyPlan::new(shape);
    let third = usize::MAX / 3 + 1;
    for absurd in [
        ConvShape { source: Source::Map { halo: 1 << (usize::BITS - 4) }, ..shape },
        ConvShape { rate: third, ..shape },
        ConvShape { halo: 1 << (usize::BITS - 2), ..shape },
        ConvShape { input: [8, 8, usize::MAX], ..shape },
        ConvShape { stride: usize::MAX, output: [1, 1, 16], ..shape },
        ConvShape { input: [1 << 20, 1 << 20, 16], output: [1 << 20, 1 << 20, 16], ..shape },
    ] {
        let refused = std::panic::catch_unwind(|| AnyPlan::new(absurd)).is_err();
        assert!(refused, "{absurd:?}");
    }
}

#[test]
fn packed_length_counts_padding() {
    let shape = ConvShape {
        input: [7, 7, 20],
        output: [7, 7, 10],
        size: 3,
        stride: 1,
        rate: 1,
        source: Source::Map { halo: 1 },
        halo: 0,
        group: 20,
    };
    assert_eq!(shape.packed_len(), (9 * 32 + 1) * 16);
}
