use std::format;
use std::sync::Weak;

use super::*;

/// A job that counts how often each part is called.
fn count(pool: &Pool, counts: &[AtomicUsize]) {
    pool.run(&|part| {
        counts[part].fetch_add(1, Ordering::Relaxed);
    });
}

fn counts(pool: &Pool) -> Vec<AtomicUsize> {
    (0..pool.threads()).map(|_| AtomicUsize::new(0)).collect()
}

fn assert_all(counts: &[AtomicUsize], n: usize) {
    let counts: Vec<_> = counts.iter().map(|count| count.load(Ordering::Relaxed)).collect();
    assert!(counts.iter().all(|count| *count == n), "expected {n} calls each, found {counts:?}");
}

/// Waits until every worker sleeps.
fn fall_asleep(pool: &Pool) {
    let begun = Instant::now();
    let Threads { shared, workers, .. } = &*pool.0;
    while shared.started.sleepers.load(Ordering::SeqCst) < workers.len() {
        assert!(begun.elapsed() < Duration::from_secs(60), "workers spin for ever");
        thread::yield_now();
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().unwrap_or("")
}

#[test]
fn every_part_is_called_once_per_job() {
    for threads in [0, 1, 2, 3, 4, 8, 16] {
        let pool = Pool::new(threads);
        assert_eq!(pool.threads(), threads.max(1));
        let counts = counts(&pool);
        for round in 1..=200 {
            count(&pool, &counts);
            assert_all(&counts, round);
        }
    }
}

/// Values that are no atomics: each job reads what another part of the last
/// one wrote.
#[test]
fn a_job_sees_all_that_the_last_one_wrote() {
    struct Cells(Vec<UnsafeCell<usize>>);
    // SAFETY: each job below writes a cell from one part alone, and reads
    // cells that no part of it writes.
    unsafe impl Sync for Cells {}
    let pool = Pool::new(4);
    let cells = Cells((0..8).map(|_| UnsafeCell::new(0)).collect());
    let cells = &cells;
    for round in 0..2000 {
        let (from, to) = (round % 2 * 4, (round + 1) % 2 * 4);
        pool.run(&|part| {
            // SAFETY: as above: halves alternate, and the barrier is between.
            unsafe { *cells.0[to + part].get() = *cells.0[from + (part + 1) % 4].get() + 1 };
        });
    }
    for cell in &cells.0[..4] {
        // SAFETY: no job is under way.
        assert_eq!(unsafe { *cell.get() }, 2000);
    }
}

#[test]
fn the_calling_thread_takes_part() {
    let (pool, caller) = (Pool::new(3), thread::current().id());
    let on_caller = AtomicUsize::new(0);
    pool.run(&|part| {
        let same = thread::current().id() == caller;
        assert_eq!(same, part == 0);
        on_caller.fetch_add(usize::from(same), Ordering::Relaxed);
    });
    assert_eq!(on_caller.into_inner(), 1);
}

#[test]
fn idle_workers_sleep_and_wake() {
    let pool = Pool::new(4);
    let counts = counts(&pool);
    for round in 1..=50 {
        fall_asleep(&pool);
        count(&pool, &counts);
        assert_all(&counts, round);
    }
}

/// Jobs and pauses about as long as a thread waits awake: workers and caller
/// are on their way to sleep when they are called.
#[test]
fn nobody_is_missed_who_falls_asleep() {
    let pool = Pool::new(3);
    let counts = counts(&pool);
    let mut random = 1_u32;
    let mut pause = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Duration::from_micros(u64::from(random >> 23))
    };
    for round in 1..=500 {
        let (pauses, between) = ([(); 3].map(|()| pause()), pause());
        pool.run(&|part| {
            thread::sleep(pauses[part]);
            counts[part].fetch_add(1, Ordering::Relaxed);
        });
        assert_all(&counts, round);
        thread::sleep(between);
    }
}

#[test]
fn a_panic_of_any_part_reaches_the_caller_and_harms_nobody() {
    let pool = Pool::new(3);
    let counts = counts(&pool);
    for round in 1..=20 {
        for guilty in 0..3 {
            let run = || {
                pool.run(&|part| {
                    if part == guilty {
                        // No hook: it would print.
                        resume_unwind(Box::new("on purpose"));
                    }
                    thread::yield_now();
                    counts[part].fetch_add(1, Ordering::Relaxed);
                });
            };
            let panic = catch_unwind(AssertUnwindSafe(run)).expect_err("it panics");
            assert_eq!(message(&*panic), "on purpose");
        }
        assert_all(&counts, 2 * round);
    }
    let all = || pool.run(&|_| resume_unwind(Box::new("all of them")));
    let panic = catch_unwind(AssertUnwindSafe(all)).expect_err("it panics");
    assert_eq!(message(&*panic), "all of them");
    count(&pool, &counts);
    assert_all(&counts, 41);
}

#[test]
fn callers_that_come_meanwhile_compute_alone() {
    let pool = Pool::new(2);
    thread::scope(|scope| {
        for _ in 0..4 {
            let pool = pool.clone();
            scope.spawn(move || {
                let counts = counts(&pool);
                for round in 1..=2000 {
                    count(&pool, &counts);
                    assert_all(&counts, round);
                }
            });
        }
    });
}

#[test]
fn a_job_within_a_job_is_computed_where_it_is_called() {
    let pool = Pool::new(3);
    let counts = counts(&pool);
    pool.run(&|_| count(&pool, &counts));
    assert_all(&counts, 3);
}

#[test]
fn threads_end_with_the_last_handle() {
    let shared: Vec<Weak<Shared>> = (1..=4)
        .map(|threads| {
            let pool = Pool::new(threads);
            let other = pool.clone();
            let shared = Arc::downgrade(&pool.0.shared);
            drop(pool);
            other.run(&|_| ());
            if threads % 2 == 0 {
                fall_asleep(&other);
            }
            assert_eq!(format!("{other:?}"), format!("Pool {{ threads: {threads} }}"));
            shared
        })
        .collect();
    // Each worker owned a share of it.
    assert!(shared.iter().all(|shared| shared.upgrade().is_none()));
}
