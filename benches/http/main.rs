//! What the server does in a second, beside what the machine could do: each page as a ratio, in the same run,
//! to the same template filled from data in memory, and to plain text. Then the two moments in the life of an
//! award in which everybody comes at once: the last minute before the deadline, and the announcement.
//!
//! Server, reference and load are three processes. On SQLite, and where `TEST_DATABASE_URL` names a
//! PostgreSQL server, on that instead: `POSTGRES_DURABLE=1 tests/postgres.sh cargo bench --bench http`.
//! Fails where a promise is broken; `BENCH_SECONDS` says how long each line takes, and `BENCH_ONLY` which pages are
//! read, by a word of their name: then nothing else is measured.

#![allow(clippy::print_stdout, reason = "a benchmark talks to the person who runs it")]
#![allow(clippy::expect_used, reason = "a benchmark stops where it can't go on")]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares of a list")]

mod award;
#[path = "../../tests/support/database.rs"]
mod database;
mod load;
mod minute;
mod reference;
mod rush;
mod server;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use award::{ANNOUNCED, Award, CLOSED, JUDGED};
use database::FreshDatabase;
use digital_awards::app::AppError;
use digital_awards::domain::ids::{AssignmentId, EntryId};
use digital_awards::store::Conn;
use load::{Answer, Reader, Script, Times, get, post, saturate};
use server::Server;

/// Connections that ask at once.
const CONNECTIONS: usize = 64;
/// How often a page, its reference and plain text take turns.
const TURNS: u32 = 3;
/// Who submits in the rush.
const RUSH: usize = 1_000;
/// Drafts that are submitted as fast as can be.
const SUBMITTED: usize = 2_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo test --benches` runs this too: it is no test.
    if arguments.iter().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    if let [_, word, database, folder] = arguments.as_slice()
        && word == "--reference"
    {
        reference::serve(database, Path::new(folder));
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let database = FreshDatabase::new(folder.path());
    let state = award::open(&database.url, folder.path());
    println!("filling a {:?} database…", state.db.engine());
    let award = award::fill(&state, RUSH + SUBMITTED);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut run = Run {
        server: Server::start(&database.url, folder.path()),
        reference: Server::reference(&database.url, folder.path()),
        runtime,
        each: Duration::from_secs(std::env::var("BENCH_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(6)),
        plain: 0.0,
        peak: 0.0,
        broken: Vec::new(),
    };
    run.keep(run.server.first_answer < Duration::from_millis(300), "the first answer within 300 ms of the start");
    println!("first answer {:.0} ms after the start", run.server.first_answer.as_secs_f64() * 1e3);
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    run.pages(&award, &only);
    if !only.is_empty() {
        return run.end();
    }
    run.writes(&award);
    run.keep(run.peak < 100.0, "less than 100 MB under load");
    let (rushing, _) = award.writers.split_at(RUSH);
    run.rush(&state, rushing);
    run.minute(&state);
    run.end()
}

/// A page that is asked for again and again.
struct Asked<'a> {
    name: &'static str,
    path: String,
    /// The address of its reference.
    like: &'static str,
    /// Of each who reads it; empty for strangers.
    cookies: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    fn new(name: &'static str, path: String, like: &'static str, cookies: Vec<&'a str>) -> Self {
        Self { name, path, like, cookies }
    }
}

struct Run {
    server: Server,
    reference: Server,
    runtime: tokio::runtime::Runtime,
    each: Duration,
    /// The rate of plain text.
    plain: f64,
    /// The most memory that any line took.
    peak: f64,
    broken: Vec<String>,
}

/// What a line of the table says.
#[derive(Default)]
struct Line {
    times: Times,
    cpu: Duration,
    peak: f64,
}

impl Line {
    /// Processor time of a request, in microseconds.
    fn cost(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.times.each.len().max(1) as f64
    }

    fn print(&self, name: &str, plain: f64, page: Option<&Line>) {
        let of_page = page.map_or_else(
            || format!("{:>7} {:>7}", "", ""),
            |page| format!("{:>7.2} {:>7.2}", self.times.rate() / page.times.rate(), page.cost() / self.cost()),
        );
        println!(
            "{name:<34} {:>8.0} {:>8.2} {:>8.2} {:>8.0} {:>6.0} {of_page} {:>8.4}",
            self.times.rate(),
            self.times.at(0.5),
            self.times.at(0.99),
            self.cost(),
            self.peak,
            self.times.rate() / plain,
        );
    }
}

impl Run {
    fn keep(&mut self, is_kept: bool, promise: &str) {
        if !is_kept {
            self.broken.push(promise.to_owned());
        }
    }

    /// Keeps every connection busy for a while.
    fn measure<S: Script + 'static>(&self, server: &Server, scripts: Vec<S>, most: Duration) -> Line {
        server.forget_peak();
        let before = server.cpu();
        let times = self.runtime.block_on(saturate(&server.address, scripts, most));
        Line { times, cpu: server.cpu().saturating_sub(before), peak: server.peak() }
    }

    fn read(&self, server: &Server, path: &str, cookies: &[&str], most: Duration) -> Line {
        let readers = cookies.iter().map(|cookie| Reader(get(path, cookie))).collect();
        self.measure(server, readers, most)
    }

    fn note(&mut self, name: &str, line: &Line) {
        self.peak = self.peak.max(line.peak);
        self.keep(line.times.wrong == 0, &format!("{name}: {} answers were wrong", line.times.wrong));
    }

    /// Says which promises are broken.
    fn end(&self) -> ExitCode {
        for promise in &self.broken {
            println!("BROKEN: {promise}");
        }
        if self.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn pages(&mut self, award: &Award, only: &str) {
        println!(
            "\n{:<34} {:>8} {:>8} {:>8} {:>8} {:>6} {:>7} {:>7} {:>8}",
            "", "rate/s", "p50 ms", "p99 ms", "CPU µs", "MB", "×page", "×CPU", "×plain"
        );
        let strangers = [""; CONNECTIONS];
        let judges = award.judges.iter().map(|(cookie, _)| cookie.as_str()).collect();
        let organisers: Vec<&str> = award.organisers.iter().map(String::as_str).collect();
        let pages = [
            Asked::new("winners, public", format!("/fr/editions/{ANNOUNCED}/winners"), "/winners", strangers.to_vec()),
            Asked::new("dashboard of 75 entries", format!("/fr/jury/{JUDGED}/"), "/dashboard", judges),
            Asked::new(
                "ranking of 500 entries",
                format!("/fr/organiser/{CLOSED}/results"),
                "/ranking",
                organisers.clone(),
            ),
            Asked::new("lab of 10,000 sheets", format!("/fr/organiser/{CLOSED}/results/lab"), "/lab", organisers),
        ];
        let pages = pages.into_iter().filter(|page| page.name.contains(only));
        for Asked { name, path, like, cookies } in pages {
            let mut turns = [Line::default(), Line::default(), Line::default()];
            for _ in 0..TURNS {
                let most = self.each / TURNS;
                let one = [
                    self.read(&self.reference, "/plain", &strangers, most / 2),
                    self.read(&self.reference, like, &strangers[..cookies.len()], most),
                    self.read(&self.server, &path, &cookies, most),
                ];
                for (all, one) in turns.iter_mut().zip(one) {
                    all.times.add(one.times);
                    all.cpu += one.cpu;
                    all.peak = all.peak.max(one.peak);
                }
            }
            let [plain, page, line] = turns;
            self.plain = plain.times.rate();
            plain.print("  plain text", self.plain, None);
            page.print("  the same page, no database", self.plain, None);
            line.print(name, self.plain, Some(&page));
            self.note(name, &line);
            let ratio = line.times.rate() / page.times.rate();
            self.keep(
                cookies[0].is_empty() || ratio >= 0.5,
                &format!("{name}: half the rate of the page without a database ({ratio:.2})"),
            );
        }
    }

    fn writes(&mut self, award: &Award) {
        let scorers: Vec<Scorer> = award.judges.iter().map(|(cookie, id)| Scorer::new(cookie, *id)).collect();
        let line = self.measure(&self.server, scorers, self.each);
        line.print("scorecard, saved by its page", self.plain, None);
        self.note("scorecard", &line);
        let writers = &award.writers[RUSH..];
        let submitters = writers.chunks(writers.len().div_ceil(CONNECTIONS)).map(Submitter::new).collect();
        let line = self.measure(&self.server, submitters, Duration::from_secs(600));
        line.print("entry, submitted", self.plain, None);
        self.note("entry", &line);
    }

    fn rush(&mut self, state: &digital_awards::web::state::AppState, writers: &[(String, EntryId)]) {
        self.server.forget_peak();
        let before = self.server.cpu();
        let times = self.runtime.block_on(rush::rush(&self.server.address, writers));
        let line = Line { times, cpu: self.server.cpu().saturating_sub(before), peak: self.server.peak() };
        let ids: Vec<EntryId> = writers.iter().map(|(_, id)| *id).collect();
        let wrong = state.db.read_now(|c: &mut Conn| award::wrong(c, &ids)).expect("the entries");
        println!(
            "\nrush: {} submissions in a minute, a fifth in its last second: p50 {:.1} ms, p99 {:.1} ms, most {:.1} ms, \
             CPU {:.0} µs, {:.0} MB; not answered by a receipt {}, lost or doubled {wrong}",
            line.times.each.len(),
            line.times.at(0.5),
            line.times.at(0.99),
            line.times.at(1.0),
            line.cost(),
            line.peak,
            line.times.wrong,
        );
        self.keep(line.times.wrong == 0 && wrong == 0, "the rush: none lost, none doubled, none refused");
        self.keep(line.times.at(0.99) < 2_000.0, "the rush: p99 below 2 s");
        self.keep(line.peak < 100.0, "the rush: less than 100 MB");
    }

    fn minute(&mut self, state: &digital_awards::web::state::AppState) {
        let announcer = state.clone();
        let announce = async move {
            let by = announcer.clone();
            let write = move |c: &mut Conn| award::announce(c, &by, CLOSED, chrono::Utc::now());
            announcer.db.write::<_, AppError, _>(write).await.expect("an announcement");
        };
        self.server.forget_peak();
        let before = self.server.cpu();
        let flip = self.runtime.block_on(minute::minute(&self.server.address, CONNECTIONS, self.each, announce));
        let cpu = self.server.cpu().saturating_sub(before);
        let line = Line { times: flip.times, cpu, peak: self.server.peak() };
        println!(
            "announcement: {:.0} pages/s on {CONNECTIONS} connections while winners become public: p50 {:.2} ms, p99 {:.2} ms, \
             CPU {:.0} µs, {:.0} MB; first seen {:.1} ms after the commit; mixed or late {}, 5xx {}",
            line.times.rate(),
            line.times.at(0.5),
            line.times.at(0.99),
            line.cost(),
            line.peak,
            flip.seen_after.as_secs_f64() * 1e3,
            flip.mixed,
            flip.failed,
        );
        self.keep(flip.mixed == 0 && flip.failed == 0, "the announcement: before or after, on every page at once");
        self.keep(line.peak < 100.0, "the announcement: less than 100 MB");
    }
}

/// A juror's page, which saves its sheet again and again.
struct Scorer {
    cookie: String,
    path: String,
    version: String,
    count: u32,
}

impl Scorer {
    fn new(cookie: &str, id: AssignmentId) -> Self {
        let path = format!("/fr/jury/{JUDGED}/{id}/save");
        Self { cookie: cookie.to_owned(), path, version: "0".into(), count: 0 }
    }
}

impl Script for Scorer {
    fn next(&mut self) -> Option<Vec<u8>> {
        self.count += 1;
        let (version, mark) = (&self.version, 1 + self.count % 5);
        let form = format!("version={version}&c-innovation={mark}&c-creativity=3&comment=Note+{}&note=", self.count);
        Some(post(&self.path, &self.cookie, "fetch", &form))
    }

    fn is_right(&mut self, answer: &Answer) -> bool {
        let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        self.version = said["version"].to_string();
        answer.status == 200
    }
}

/// Applicants who submit one after the other.
struct Submitter(std::vec::IntoIter<Vec<u8>>);

impl Submitter {
    fn new(writers: &[(String, EntryId)]) -> Self {
        let request = |(cookie, entry): &(String, EntryId)| {
            post(&format!("/fr/entries/{entry}/submit"), cookie, "form", "declaration=1")
        };
        Self(writers.iter().map(request).collect::<Vec<_>>().into_iter())
    }
}

impl Script for Submitter {
    fn next(&mut self) -> Option<Vec<u8>> {
        self.0.next()
    }

    fn is_right(&mut self, answer: &Answer) -> bool {
        answer.status == 303 && answer.location.ends_with("/receipt")
    }
}
