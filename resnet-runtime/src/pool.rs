//! The threads that compute one image together.
//!
//! A layer is cut into parts, each thread computes its own, and nobody goes on
//! before all are done: one barrier per layer, no queue. Which thread computes
//! what is fixed by the number of threads alone.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::any::Any;
use core::cell::UnsafeCell;
use core::fmt;
use core::hint::spin_loop;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::time::Duration;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Instant;

/// How often a thread looks before it offers its core to others, about 1 µs.
const SPINS: usize = 50;

/// How long it waits awake. Within a network it rarely waits longer, and between
/// images it sleeps.
const AWAKE: Duration = Duration::from_micros(100);

/// What an offer takes if nobody accepts it is less than this.
const TURN: Duration = Duration::from_micros(5);

/// Threads that share the work on one image, for
/// [`Workspace::set_pool`](crate::Workspace::set_pool).
///
/// A clone is another handle of the same threads, so that several workspaces
/// can share them. They serve one inference at a time: one that comes meanwhile
/// computes all parts itself. They sleep when there is nothing to do, and end
/// with the last handle.
///
/// More threads than cores cost time and gain nothing. Results do not depend
/// on the number of threads.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{AnyWorkspace, Boxed, Network, Pool};
///
/// fn workspace<N: Network>(threads: usize) -> Boxed<N::Workspace> {
///     let mut workspace = N::workspace();
///     workspace.set_pool(&Pool::new(threads));
///     workspace
/// }
/// ```
#[derive(Clone)]
pub struct Pool(Arc<Threads>);

/// What is to be done: one call for each part.
type Job<'a> = &'a (dyn Fn(usize) + Sync);

/// The threads, which end when this is dropped.
struct Threads {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    /// Whether the workers are at somebody's service.
    busy: AtomicBool,
}

/// What the caller and the workers share.
struct Shared {
    /// Counts jobs.
    started: Signal,
    /// Workers that are not done with the job.
    pending: Signal,
    /// `None` tells the workers to end.
    job: UnsafeCell<Option<Job<'static>>>,
    panic: Mutex<Option<Box<dyn Any + Send>>>,
}

// SAFETY: `job` alone is not `Sync`. The caller writes it while no worker is
// at work, that is, before `started` tells them of it, and not again before
// `pending` is zero; workers read it in between.
unsafe impl Sync for Shared {}

impl Pool {
    /// A pool of so many threads, the calling one included: `threads - 1` are
    /// started. If the system refuses to start one, the pool is smaller.
    pub fn new(threads: usize) -> Self {
        let shared = Arc::new(Shared {
            started: Signal::new(),
            pending: Signal::new(),
            job: UnsafeCell::new(None),
            panic: Mutex::new(None),
        });
        let start = |part| {
            let shared = Arc::clone(&shared);
            let builder = thread::Builder::new().name("resnet".into());
            builder.spawn(move || shared.work(part)).ok()
        };
        let workers = (1..threads).map_while(start).collect();
        let pool = Pool(Arc::new(Threads { shared, workers, busy: AtomicBool::new(false) }));
        // A thread that starts allocates; jobs do not.
        pool.run(&|_| ());
        pool
    }

    /// How many handles there are.
    #[cfg(test)]
    pub(crate) fn handles(&self) -> usize {
        Arc::strong_count(&self.0)
    }

    /// How many threads compute together, the calling one included.
    pub fn threads(&self) -> usize {
        self.0.workers.len() + 1
    }

    /// Calls `job` with every number below [`Pool::threads`], all at once, and
    /// 0 on the calling thread. Allocates nothing.
    ///
    /// # Panics
    ///
    /// If one of the calls panics.
    pub(crate) fn run(&self, job: Job<'_>) {
        let Threads { shared, workers, busy } = &*self.0;
        if workers.is_empty() || busy.swap(true, Ordering::Acquire) {
            return (0..self.threads()).for_each(job);
        }
        // SAFETY: only the lifetime changes. Nobody uses the job once
        // `pending` is zero, which is waited for below, come what may: the
        // caller's own part cannot unwind past it.
        let job_for_workers = unsafe { core::mem::transmute::<Job<'_>, Job<'static>>(job) };
        shared.pending.value.store(workers.len(), Ordering::Relaxed);
        // SAFETY: `busy` was ours to take, so the last job is done and
        // `pending` was zero: no worker reads.
        unsafe { shared.start(Some(job_for_workers)) };
        let own = catch_unwind(AssertUnwindSafe(|| job(0)));
        shared.pending.wait(true, |pending| pending == 0);
        let theirs = lock(&shared.panic).take();
        busy.store(false, Ordering::Release);
        if let Some(panic) = own.err().or(theirs) {
            resume_unwind(panic);
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("threads", &self.threads()).finish()
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        // SAFETY: nobody else has a handle, so no job is under way.
        unsafe { self.shared.start(None) };
        for worker in self.workers.drain(..) {
            // A worker catches every panic of a job.
            let _ = worker.join();
        }
    }
}

impl Shared {
    /// Tells the workers of a job.
    ///
    /// # Safety
    ///
    /// They are done with the last one.
    unsafe fn start(&self, job: Option<Job<'static>>) {
        // SAFETY: the caller's obligation: nobody reads.
        unsafe { *self.job.get() = job };
        self.started.value.fetch_add(1, Ordering::SeqCst);
        self.started.wake();
    }

    /// The life of a worker.
    fn work(&self, part: usize) {
        let (mut seen, mut alone) = (0_usize, true);
        loop {
            alone = self.started.wait(alone, |started| started != seen);
            // SAFETY: the job was written before `started` was counted up, and
            // is not written again before this worker has counted down
            // `pending`.
            let Some(job) = (unsafe { *self.job.get() }) else { return };
            seen = seen.wrapping_add(1);
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| job(part))) {
                *lock(&self.panic) = Some(panic);
            }
            if self.pending.value.fetch_sub(1, Ordering::SeqCst) == 1 {
                self.pending.wake();
            }
        }
    }
}

/// A number that threads wait for: awake at first, then asleep. On cache lines
/// of its own.
#[repr(align(128))]
struct Signal {
    value: AtomicUsize,
    sleepers: AtomicUsize,
    mutex: Mutex<()>,
    condvar: Condvar,
}

impl Signal {
    fn new() -> Self {
        Signal {
            value: AtomicUsize::new(0),
            sleepers: AtomicUsize::new(0),
            mutex: Mutex::new(()),
            condvar: Condvar::new(),
        }
    }

    /// Waits until the number is `ready`. What happened before it was changed
    /// is then visible. Waits asleep if not `alone` on a core.
    ///
    /// Says whether nobody accepted the core when it was offered. Two threads
    /// of a pool on one core can take turns for ever, each always finding its
    /// work done when it looks, while another core is idle: the system moves
    /// threads that it wakes, and hardly others.
    fn wait(&self, alone: bool, ready: impl Fn(usize) -> bool) -> bool {
        let ready_now = || ready(self.value.load(Ordering::Acquire));
        for _ in 0..SPINS {
            if ready_now() {
                return true;
            }
            spin_loop();
        }
        let begun = Instant::now();
        let (mut now, mut accepted) = (begun, false);
        while alone && now - begun < AWAKE {
            thread::yield_now();
            let before = core::mem::replace(&mut now, Instant::now());
            accepted |= now - before > TURN;
            if ready_now() {
                return !accepted;
            }
        }
        // Either the number is seen here as it is after a change, or the sleeper
        // is seen there (`SeqCst`); and who holds the lock cannot miss the call.
        let mut guard = lock(&self.mutex);
        self.sleepers.fetch_add(1, Ordering::SeqCst);
        while !ready(self.value.load(Ordering::SeqCst)) {
            guard = self.condvar.wait(guard).unwrap_or_else(PoisonError::into_inner);
        }
        self.sleepers.fetch_sub(1, Ordering::SeqCst);
        true
    }

    /// Wakes who sleeps. To be called after every change (`SeqCst`) that may
    /// make the number ready.
    fn wake(&self) {
        if self.sleepers.load(Ordering::SeqCst) != 0 {
            drop(lock(&self.mutex));
            self.condvar.notify_all();
        }
    }
}

/// Nothing that a lock guards here can be left half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

// There are no threads in WebAssembly.
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
