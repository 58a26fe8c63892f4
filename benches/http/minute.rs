//! The minute of the announcement: everybody reads the winners again and again while they become public.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::award::CLOSED;
use super::load::{Answer, Connection, Times, get};

/// What was found besides the times.
#[derive(Debug, Default)]
pub struct Flip {
    /// Times of all requests.
    pub times: Times,
    /// Answers that are neither the page of before nor the page of after, or of before when another
    /// had already been read of after.
    pub mixed: usize,
    /// Answers of the server's own failure.
    pub failed: usize,
    /// How long after the commit the first page of after was there.
    pub seen_after: Duration,
}

/// An answer, when it was asked for, and when it was there.
struct Heard {
    page: usize,
    asked: Instant,
    there: Instant,
    answer: Rc<Answer>,
}

/// Reads on so many connections while `announce` runs, from two seconds before it to `after` its end.
pub async fn minute(address: &str, connections: usize, after: Duration, announce: impl Future<Output = ()>) -> Flip {
    let pages: Rc<[String]> = [format!("/fr/editions/{CLOSED}/winners"), "/fr/winners".into(), "/fr/".into()].into();
    let local = tokio::task::LocalSet::new();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let begun = Instant::now();
    let tasks: Vec<_> = (0..connections)
        .map(|number| {
            let (address, pages, stopped) = (address.to_owned(), Rc::clone(&pages), stopped.clone());
            local.spawn_local(async move {
                let (mut all, mut known) = (Vec::new(), BTreeMap::<usize, Rc<Answer>>::new());
                let mut connection = Connection::open(&address).await.expect("a connection");
                // Half of them read the winners alone.
                let mut page = number % 2 * (number % pages.len());
                while !*stopped.borrow() {
                    let asked = Instant::now();
                    let answer = connection.ask(&get(&pages[page], "language=fr")).await.expect("an answer");
                    // The same answer again is kept once.
                    let answer = match known.get(&page) {
                        Some(before) if **before == answer => Rc::clone(before),
                        _ => Rc::new(answer),
                    };
                    known.insert(page, Rc::clone(&answer));
                    all.push(Heard { page, asked, there: Instant::now(), answer });
                    page = if number % 2 == 0 { 0 } else { (page + 1) % pages.len() };
                }
                all
            })
        })
        .collect();
    let (mut heard, mut committed) = (Vec::new(), begun);
    local
        .run_until(async {
            tokio::time::sleep(Duration::from_secs(2)).await;
            announce.await;
            committed = Instant::now();
            tokio::time::sleep(after).await;
            let _ = stop.send(true);
            for task in tasks {
                heard.extend(task.await.expect("a reader"));
            }
        })
        .await;
    judge(heard, committed, begun.elapsed())
}

fn judge(mut heard: Vec<Heard>, committed: Instant, whole: Duration) -> Flip {
    heard.sort_by_key(|one| one.there);
    let mut before = BTreeMap::new();
    for one in &heard {
        before.entry(one.page).or_insert_with(|| Rc::clone(&one.answer));
    }
    let is_after = |one: &Heard| *one.answer != *before[&one.page];
    let mut last = BTreeMap::new();
    for one in heard.iter().filter(|one| is_after(one)) {
        last.insert(one.page, Rc::clone(&one.answer));
    }
    let first = heard.iter().find(|one| is_after(one)).map(|one| one.there);
    let is_mixed = |one: &&Heard| {
        if is_after(one) {
            last.get(&one.page).is_some_and(|last| *last != one.answer)
        } else {
            // Once anybody has read of it, whoever asks reads of it, on every page.
            first.is_some_and(|first| one.asked > first)
        }
    };
    Flip {
        mixed: heard.iter().filter(is_mixed).count() + usize::from(first.is_none()),
        failed: heard.iter().filter(|one| one.answer.status >= 500).count(),
        seen_after: first.map_or(whole, |first| first.saturating_duration_since(committed)),
        times: Times { each: heard.iter().map(|one| one.there - one.asked).collect(), whole, wrong: 0 },
    }
}
