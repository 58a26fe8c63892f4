//! The last minute before the deadline: everybody submits, a fifth of them in its last second, and some press
//! twice.

use std::time::{Duration, Instant};

use digital_awards::domain::ids::EntryId;

use super::load::{Connection, Times, post};

/// How long the rush takes, but for its last second.
const EARLY: Duration = Duration::from_secs(59);
/// How many come in its last second, of five.
const LATE: usize = 1;
/// Who presses twice: every tenth.
const TWICE: usize = 10;

/// When each of so many presses the button.
fn moments(count: usize) -> Vec<Duration> {
    let early = count - count * LATE / 5;
    let second = Duration::from_secs(1);
    let spread = |from: Duration, over: Duration, n: usize, of: usize| from + over.mul_f64(n as f64 / of.max(1) as f64);
    (0..count)
        .map(|n| match n.checked_sub(early) {
            None => spread(Duration::ZERO, EARLY, n, early),
            Some(late) => spread(EARLY, second, late, count - early),
        })
        .collect()
}

async fn press(address: String, request: Vec<u8>, at: Instant) -> (Option<Duration>, Option<u16>) {
    tokio::time::sleep_until(at.into()).await;
    let answer = async { Connection::open(&address).await?.ask(&request).await };
    match answer.await {
        // Counted from when the button was pressed, waiting for a connection included.
        Ok(answer) => (Some(at.elapsed()), Some(answer.status)),
        Err(_) => (None, None),
    }
}

/// Everybody submits. What was not answered with a redirect to the receipt is wrong.
pub async fn rush(address: &str, writers: &[(String, EntryId)]) -> Times {
    let begun = Instant::now() + Duration::from_millis(200);
    let mut tasks = Vec::new();
    for (number, ((cookie, entry), moment)) in writers.iter().zip(moments(writers.len())).enumerate() {
        let request = post(&format!("/fr/entries/{entry}/submit"), cookie, "form", "declaration=1");
        for press_again in 0..if number % TWICE == 0 { 2 } else { 1 } {
            let at = begun + moment + Duration::from_millis(30) * press_again;
            tasks.push(tokio::spawn(press(address.to_owned(), request.clone(), at)));
        }
    }
    let mut times = Times::default();
    for task in tasks {
        let (time, status) = task.await.expect("somebody");
        times.each.extend(time);
        times.wrong += usize::from(status != Some(303));
    }
    Times { whole: begun.elapsed(), ..times }
}
