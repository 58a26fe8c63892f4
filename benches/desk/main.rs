//! Many people write at once: a thousand drafts that save themselves every two seconds, for a minute,
//! against one server on SQLite. Prints how long saves take beside one bare commit on the same disk, and
//! fails if a save is refused, or an acknowledged character is not there afterwards.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark talks to the person who runs it")]
#![allow(clippy::expect_used, reason = "a benchmark stops where it can't go on")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "shares of a list"
)]

mod crowd;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crowd::Crowd;

const DRAFTS: usize = 1_000;
const EVERY: Duration = Duration::from_secs(2);
const ROUNDS: u32 = 30;

fn main() -> ExitCode {
    // `cargo test --benches` runs this too: it is no test.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let commit = bare_commit();
    let crowd = Crowd::gather(DRAFTS);
    let (mut times, refused) = runtime.block_on(crowd.write(ROUNDS, EVERY));
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let lost = crowd.lost(ROUNDS);
    println!("drafts {DRAFTS}, a save every {} s, {ROUNDS} rounds: {} saves", EVERY.as_secs(), times.len());
    println!(
        "{:>10} {:>10} {:>10} {:>10} {:>12} {:>8} {:>6}",
        "p50 ms", "p99 ms", "max ms", "commit ms", "p50/commit", "refused", "lost"
    );
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{:>10.1} {:>10.1} {:>10.1} {:>10.2} {:>12.1} {refused:>8} {lost:>6}",
        ms(at(0.5)),
        ms(at(0.99)),
        ms(at(1.0)),
        ms(commit),
        at(0.5).as_secs_f64() / commit.as_secs_f64(),
    );
    if refused == 0 && lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What one durable commit of SQLite takes here, the median of two hundred: nobody saves faster.
fn bare_commit() -> Duration {
    use digital_awards::domain::ids::EditionId;
    use digital_awards::store;
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("bare.db").display());
    let options = store::DbOptions {
        replica_url: String::new(),
        url,
        pool_size: 1,
        pool_timeout: Duration::from_secs(5),
        statement_timeout: Duration::from_secs(5),
    };
    store::migrations::run(&mut store::connect(&options).expect("a database")).expect("a schema");
    let db = store::Db::open(&options).expect("a database");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut times: Vec<Duration> = (0..200)
        .map(|number| {
            let begun = Instant::now();
            let take = move |c: &mut store::Conn| {
                let now = chrono::Utc::now();
                store::job_locks::take(
                    c,
                    if number % 2 == 0 { "a" } else { "b" },
                    &EditionId::new().to_string(),
                    now,
                    now,
                )?;
                Ok::<_, digital_awards::app::AppError>(())
            };
            runtime.block_on(db.write(take)).expect("a commit");
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}
