//! A max pool of what a convolution computes: by the thread that computed it, row block
//! by row block, while that lies in its cache.

use core::ops::Range;

use super::backend::Backend;
use super::epilogue::{Activation, Outputs, Then};
use super::generic::{Pool, Rows};
use super::memory::Shared;
use super::plan::PANEL;
use crate::layout::{BLOCK, blocks, plane};
use crate::team::{Team, share};

/// A map that is pooled as it is computed.
pub(crate) struct Pooled<'a> {
    /// Of the sums, before they are pooled.
    pub activation: Activation,
    /// It reads what the convolution writes, which has no halo.
    pub pool: &'a Pool,
    pub map: Shared<'a>,
}

impl Outputs<'_> {
    fn pooled(&self) -> Option<&Pooled<'_>> {
        match &self.epilogue.then {
            Then::Pool(pooled) => Some(pooled),
            _ => None,
        }
    }

    /// Has `job` compute some panels of some rows. If they are to be pooled, it computes so
    /// many rows at once, and is followed by all windows that have rows of these alone.
    ///
    /// # Safety
    ///
    /// `job` computes what it is given, and no other thread reads or writes these rows for
    /// these panels meanwhile.
    #[inline(always)]
    pub unsafe fn compute(
        &self,
        backend: &Backend,
        at_once: usize,
        (rows, panels): (Range<usize>, Range<usize>),
        job: impl Fn(Range<usize>, Range<usize>),
    ) {
        let Some(pooled) = self.pooled() else {
            return job(rows, panels);
        };
        for start in rows.clone().step_by(at_once) {
            let computed = rows.start..rows.end.min(start.saturating_add(at_once));
            job(start..computed.end, panels.clone());
            let done = pooled.pool.within(rows.start..start).end;
            let windows = done..pooled.pool.within(computed.clone()).end;
            let [first, end] = [panels.start, panels.end].map(|panel| panel * PANEL / BLOCK);
            let channels = first..end.min(blocks(self.plan.channels()));
            // SAFETY: these rows are computed, and the caller gives that they are this
            // thread's; so are windows of these alone, which come once.
            unsafe { self.pool(pooled, backend, channels, computed, windows) };
        }
    }

    /// What is left to be pooled when threads have computed these rows each, in their order:
    /// the windows across their borders.
    ///
    /// # Safety
    ///
    /// All rows are computed, and no thread is at work.
    pub unsafe fn pool_rest(&self, backend: &Backend, parts: impl Iterator<Item = Range<usize>>) {
        let Some(pooled) = self.pooled() else { return };
        let mut done = 0;
        for part in parts {
            let within = pooled.pool.within(part);
            if within.is_empty() {
                continue;
            }
            // SAFETY: the caller's obligation.
            unsafe { self.pool_all(pooled, backend, done..within.start) };
            done = within.end;
        }
        // SAFETY: as above.
        unsafe { self.pool_all(pooled, backend, done..pooled.lines()) };
    }

    /// Pools everything, if anything is to be pooled.
    ///
    /// # Safety
    ///
    /// As for [`Outputs::pool_rest`].
    pub unsafe fn pool_after(&self, team: Team<'_>) {
        let Some(pooled) = self.pooled() else { return };
        let threads = team.threads().min(pooled.lines());
        team.run(threads, |part| {
            let windows = share(pooled.lines(), part, threads);
            // SAFETY: the caller's obligation, and each thread has windows of its own.
            unsafe { self.pool_all(pooled, team.backend, windows) };
        });
    }

    /// # Safety
    ///
    /// All rows are computed, and no other thread writes them or these windows.
    unsafe fn pool_all(&self, pooled: &Pooled<'_>, backend: &Backend, windows: Range<usize>) {
        let [h, _, c] = self.plan.shape.output;
        // SAFETY: the caller's obligation.
        unsafe { self.pool(pooled, backend, 0..blocks(c), 0..h, windows) };
    }

    /// Some windows, counted as lines of the pooled map with its halo, of rows that are
    /// computed, in some blocks of channels.
    ///
    /// # Safety
    ///
    /// No other thread writes these rows, or reads or writes these windows. They have rows
    /// of `computed` alone.
    #[inline(never)]
    unsafe fn pool(
        &self,
        pooled: &Pooled<'_>,
        backend: &Backend,
        channels: Range<usize>,
        computed: Range<usize>,
        windows: Range<usize>,
    ) {
        let Pool { input: [h, w], output: [ho, wo], halo, .. } = *pooled.pool;
        let first = Rows { map: computed.start, pooled: windows.start };
        let lines = |lines: &Range<usize>, width: usize, plane: usize| {
            let line = width * BLOCK;
            plane + lines.start * line..plane + lines.end * line
        };
        for block in channels {
            let rows = lines(&computed, w, block * plane(h, w, 0));
            let windows = lines(&windows, wo + 2 * halo, block * plane(ho, wo, halo));
            // SAFETY: the caller's obligation; nobody writes what is read.
            unsafe {
                let (rows, windows) = (self.output.read(rows), pooled.map.part(windows));
                backend.max_pool(pooled.pool, first, rows, windows);
            }
        }
    }
}

impl Pooled<'_> {
    /// Lines of the pooled map, with its halo.
    fn lines(&self) -> usize {
        self.pool.output[0] + 2 * self.pool.halo
    }
}
