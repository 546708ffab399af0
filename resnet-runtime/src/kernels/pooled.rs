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

/// A pooling of some rows of a plane, by a backend.
pub(crate) type PoolKernel = fn(&Backend, &Pool, Rows, &[f32], &mut [f32]);

/// A map that is pooled as it is computed.
pub(crate) struct Pooled<'a> {
    /// Of the sums, before they are pooled.
    pub activation: Activation,
    /// It reads what the convolution writes, which has no halo.
    pub pool: &'a Pool,
    pub map: Shared<'a>,
    /// Named by who wants it, so that a program without pools is linked without.
    pub kernel: PoolKernel,
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
        let at_once = if self.pooled().is_some() { at_once } else { rows.len() };
        let mut start = rows.start;
        while start < rows.end {
            let end = rows.end.min(start.saturating_add(at_once));
            job(start..end, panels.clone());
            // SAFETY: the caller's obligations.
            unsafe { self.pool_next(backend, rows.start, start..end, panels.clone()) };
            start = end;
        }
    }

    /// All windows that have rows from `first` on and as far as those which were just
    /// computed for these panels, less the windows of the rows before.
    ///
    /// # Safety
    ///
    /// Rows are computed from `first` on, and no other thread reads or writes them for these
    /// panels meanwhile.
    #[inline(never)]
    unsafe fn pool_next(
        &self,
        backend: &Backend,
        first: usize,
        computed: Range<usize>,
        panels: Range<usize>,
    ) {
        let Some(pooled) = self.pooled() else { return };
        let done = pooled.pool.within(first..computed.start).end;
        let windows = done..pooled.pool.within(first..computed.end).end;
        let [start, end] = [panels.start, panels.end].map(|panel| panel * PANEL / BLOCK);
        let channels = start..end.min(blocks(self.plan.channels()));
        // SAFETY: the caller's obligations. Windows of this thread's rows alone are this
        // thread's, and come once.
        unsafe { self.pool(pooled, backend, channels, first..computed.end, windows) };
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
                (pooled.kernel)(backend, pooled.pool, first, rows, windows);
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
