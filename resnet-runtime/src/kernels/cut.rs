//! How a convolution is divided among threads: by rows of the map, by panels of
//! output channels, or by both. Every value is computed by one thread, in the
//! same order of operations whoever that is: any number gives the same bits.

use core::ops::Range;

use crate::team::share;

/// What a weight costs that every thread reads of its own, in multiply-adds: 110
/// of these take a core a nanosecond, and 4.5 weights from memory, of which more than
/// half is hidden.
pub(super) const WEIGHT: u64 = 10;

/// The same for Winograd's products, of which a panel's is too short to hide much.
pub(super) const WINOGRAD_WEIGHT: u64 = 25;

/// What a float costs that another core has written: they come at 8 GB/s.
const FOREIGN: u64 = 55;

/// What it costs to have others compute too, likewise: 2 µs, a barrier and the
/// maps that were in another core's cache. Nothing in tests, so that small
/// layers are divided there too.
const BARRIER: u64 = if cfg!(test) { 0 } else { 160_000 };

/// What is divided.
pub(super) struct Work {
    /// Rows, or tiles of Winograd's transform.
    pub rows: usize,
    pub panels: usize,
    /// Multiply-adds of a row for one panel.
    pub macs: u64,
    /// Floats of a row's input.
    pub input: u64,
    /// Fetching a panel's weights, in multiply-adds.
    pub fetch: u64,
}

/// So many parts of the rows, times so many of the panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub rows: usize,
    pub panels: usize,
}

impl Work {
    /// The cut for so many threads of which the largest part is done first.
    pub fn cut(&self, threads: usize) -> Cut {
        self.cut_if_worth(threads, BARRIER)
    }

    fn cut_if_worth(&self, threads: usize, barrier: u64) -> Cut {
        let cuts = (1..=threads.min(self.rows))
            .map(|rows| Cut { rows, panels: (threads / rows).min(self.panels) });
        let alone = Cut { rows: 1, panels: 1 };
        // The first of equals, hence alone rather than in company.
        core::iter::once(alone)
            .chain(cuts)
            .min_by_key(|cut| self.cost(*cut, barrier))
            .unwrap_or(alone)
    }

    /// The cost of the largest part, in multiply-adds.
    fn cost(&self, cut: Cut, barrier: u64) -> u64 {
        let rows = self.rows.div_ceil(cut.rows) as u64;
        let panels = self.panels.div_ceil(cut.panels) as u64;
        // Those who compute the same rows wrote the last layer's too.
        let others = cut.panels as u64 - 1;
        let foreign = rows * self.input * others / cut.panels as u64;
        let fetch = FOREIGN * foreign + panels * self.fetch;
        let barrier = if cut.parts() > 1 { barrier } else { 0 };
        rows * panels * self.macs + fetch + barrier
    }
}

impl Cut {
    pub fn parts(self) -> usize {
        self.rows * self.panels
    }

    /// Of all rows and panels, those of one part, and which of the parts of
    /// the panels that is.
    pub fn part(self, part: usize, work: &Work) -> (Range<usize>, Range<usize>, usize) {
        let (row, panel) = (part / self.panels, part % self.panels);
        (share(work.rows, row, self.rows), share(work.panels, panel, self.panels), panel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A 1x1 convolution of a square map.
    fn work(size: usize, cin: usize, cout: usize) -> Work {
        let (size64, cin) = (size as u64, cin as u64);
        Work {
            rows: size,
            panels: cout.div_ceil(64),
            macs: size64 * cin * 64,
            input: size64 * cin,
            fetch: WEIGHT * cin * 64,
        }
    }

    #[test]
    fn layers_of_resnet_50_are_divided_evenly() {
        let layers = [
            work(56, 64, 256),
            work(56, 256, 64),
            work(28, 512, 128),
            work(28, 128, 512),
            work(14, 1024, 256),
            work(14, 256, 1024),
            work(7, 2048, 512),
            work(7, 512, 2048),
        ];
        for threads in 1..=8 {
            for layer in &layers {
                let cut = layer.cut(threads);
                let largest = layer.rows.div_ceil(cut.rows) * layer.panels.div_ceil(cut.panels);
                let fair = (layer.rows * layer.panels) as f64 / threads as f64;
                assert!(cut.parts() <= threads);
                let uneven = if threads.is_power_of_two() { 1.15 } else { 1.5 };
                assert!(largest as f64 <= uneven * fair, "{threads} threads: {cut:?}");
            }
        }
    }

    #[test]
    fn small_maps_are_divided_by_channels_and_large_ones_by_rows() {
        assert_eq!(work(56, 64, 64).cut(2), Cut { rows: 2, panels: 1 });
        assert_eq!(work(7, 2048, 512).cut(2), Cut { rows: 1, panels: 2 });
        assert_eq!(work(14, 1024, 256).cut(16), Cut { rows: 7, panels: 2 });
        // A fully connected layer: one pixel.
        assert_eq!(work(1, 2048, 1001).cut(4), Cut { rows: 1, panels: 4 });
        // A layer of a few microseconds.
        assert_eq!(work(8, 16, 16).cut_if_worth(8, 160_000), Cut { rows: 1, panels: 1 });
    }

    #[test]
    fn parts_cover_everything_once() {
        for (rows, panels, threads) in [(7, 3, 6), (5, 1, 8), (1, 7, 3), (9, 4, 16)] {
            let work = Work { rows, panels, macs: 1 << 30, input: 1, fetch: 1 };
            let cut = work.cut(threads);
            let mut seen = [[0; 16]; 16];
            for (rows, panels, _) in (0..cut.parts()).map(|part| cut.part(part, &work)) {
                for row in rows {
                    panels.clone().for_each(|panel| seen[row][panel] += 1);
                }
            }
            let once = seen[..rows].iter().all(|row| row[..panels].iter().all(|n| *n == 1));
            assert!(once, "{cut:?}: {seen:?}");
        }
    }
}
