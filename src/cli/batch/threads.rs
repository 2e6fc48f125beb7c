//! Work on several threads: plain threads that take the next of a list from a shared counter.
//!
//! Decisions are never worked on inside one another's stacks, as a work-stealing pool would do, so
//! one that is nested deeply can only fail itself. What a decision's own typesetting would hand to a
//! pool stays on its thread: every core has a decision of its own.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Typesetting recurses with the nesting of a document.
const STACK_BYTES: usize = 16 << 20;

/// Results that may wait to be received, so that nobody waits for a receiver that waits for the disk.
const WAITING: usize = 32;

/// Does `work` for each of `count` things on `jobs` threads and hands each result to `receive` on
/// this thread as it comes. Stops taking new things once `receive` says so.
pub fn each<R: Send>(
    count: usize,
    jobs: usize,
    work: impl Fn(usize) -> R + Sync,
    mut receive: impl FnMut(usize, R) -> Go,
) {
    let (next, stopped) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let (send, results) = mpsc::sync_channel(WAITING);
    let take = |send: mpsc::SyncSender<(usize, R)>| {
        while stopped.load(Ordering::Relaxed) == 0 {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count || send.send((at, work(at))).is_err() {
                break;
            }
        }
    };
    std::thread::scope(|scope| {
        for number in 0..jobs.clamp(1, count.max(1)) {
            let send = send.clone();
            let started = std::thread::Builder::new()
                .name(format!("decisions {number}"))
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, || alone(|| take(send)));
            // The first thread must start; without a second one the first does all.
            if started.is_err() && number == 0 {
                break;
            }
        }
        drop(send);
        for (at, result) in results {
            if receive(at, result) == Go::Stop {
                stopped.store(1, Ordering::Relaxed);
            }
        }
    });
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// The next, please.
    On,
    /// What is begun is finished, and no more is taken.
    Stop,
}

/// The results of `work` for all of a list, in its order.
pub fn map<T: Sync, R: Send>(list: &[T], jobs: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut results: Vec<Option<R>> = list.iter().map(|_| None).collect();
    each(
        list.len(),
        jobs,
        |at| work(&list[at]),
        |at, result| {
            results[at] = Some(result);
            Go::On
        },
    );
    results.into_iter().flatten().collect()
}

/// Runs `work` so that a library which would spread it over a pool of threads stays on this one.
fn alone(work: impl FnOnce()) {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build();
    // Without such a pool the work is the same, and only slower.
    let _ = &pool;
    work();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_list() {
        let list: Vec<usize> = (0..500).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(
                map(&list, jobs, |n| n * 2),
                (0..1000).step_by(2).collect::<Vec<_>>()
            );
        }
        assert_eq!(map(&Vec::<usize>::new(), 2, |n| *n), Vec::<usize>::new());
    }

    #[test]
    fn nothing_is_taken_after_a_stop() {
        let mut done = 0;
        each(
            1000,
            2,
            |at| at,
            |_, _| {
                done += 1;
                if done == 10 { Go::Stop } else { Go::On }
            },
        );
        assert!((10..=50).contains(&done), "{done}");
    }
}
