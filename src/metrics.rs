//! Numbers for whoever watches over the server: how often, how long, how much. Nothing of people, and nothing of
//! what the award is about.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::domain::notice::MailStatus;
use crate::store::Usage;
use crate::version;

/// Upper ends of the classes of time, in seconds.
const SECONDS: [f64; 11] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What is told of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    /// The pattern of the address, never the address.
    route: &'static str,
    method: &'static str,
    status: &'static str,
}

/// What is told of how long answers take.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    route: &'static str,
    method: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Job {
    job: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Mails {
    status: &'static str,
}

/// The numbers of this process. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Metrics(Arc<Numbers>);

#[derive(Debug)]
struct Numbers {
    registry: Registry,
    answers: Family<Answer, Counter>,
    durations: Family<Kind, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    connections: Gauge,
    idle_connections: Gauge,
    waiting_writers: Gauge,
    database_up: Gauge,
    mails: Family<Mails, Gauge>,
    job_runs: Family<Job, Gauge<f64, AtomicU64>>,
    job_failures: Family<Job, Counter>,
    failed_sign_ins: Counter,
    damaged_files: Gauge,
    database_damaged: Gauge,
    memory: Gauge,
}

/// What is only known when somebody asks.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The database's connections.
    pub usage: Usage,
    /// The mails, by what became of them; none where the database does not answer.
    pub mails: Option<Vec<(MailStatus, i64)>>,
    /// Whether damage was found in the database.
    pub is_damaged: bool,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut numbers = Numbers {
            registry: Registry::default(),
            answers: Family::default(),
            durations: Family::new_with_constructor((|| Histogram::new(SECONDS)) as fn() -> Histogram),
            in_flight: Gauge::default(),
            connections: Gauge::default(),
            idle_connections: Gauge::default(),
            waiting_writers: Gauge::default(),
            database_up: Gauge::default(),
            mails: Family::default(),
            job_runs: Family::default(),
            job_failures: Family::default(),
            failed_sign_ins: Counter::default(),
            damaged_files: Gauge::default(),
            database_damaged: Gauge::default(),
            memory: Gauge::default(),
        };
        numbers.register();
        Self(Arc::new(numbers))
    }
}

impl Numbers {
    /// Gives every number its name.
    fn register(&mut self) {
        // Under the name that every exporter gives it.
        let memory = self.memory.clone();
        self.registry.register_with_unit("process_resident_memory", "Memory that it holds", Unit::Bytes, memory);
        let own = self.registry.sub_registry_with_prefix("digital_awards");
        let build = [("version", version::NUMBER), ("commit", version::COMMIT), ("schema", version::SCHEMA)];
        own.register("build", "The program", Info::new(build.to_vec()));
        own.register("requests", "Answered requests", self.answers.clone());
        let help = "From the beginning of a request to the head of its answer";
        own.register_with_unit("request_duration", help, Unit::Seconds, self.durations.clone());
        own.register("requests_in_flight", "Requests that are being answered", self.in_flight.clone());
        own.register("database_connections", "Open connections to the database", self.connections.clone());
        let help = "Open connections to the database that nobody uses";
        own.register("database_connections_idle", help, self.idle_connections.clone());
        let help = "Writers that wait for their turn, on SQLite";
        own.register("database_writers_waiting", help, self.waiting_writers.clone());
        own.register("database_up", "Whether the database answered just now", self.database_up.clone());
        let help = "Whether damage was found in the database, which is not written since";
        own.register("database_damaged", help, self.database_damaged.clone());
        let help = "Files whose bytes are not those that were uploaded, when this node last read them all";
        own.register("files_damaged", help, self.damaged_files.clone());
        own.register("mails", "Mails in the outbox by status", self.mails.clone());
        let help = "When a job was last done, in seconds since 1970";
        own.register_with_unit("job_last_run_timestamp", help, Unit::Seconds, self.job_runs.clone());
        own.register("job_failures", "Jobs that could not be done", self.job_failures.clone());
        own.register("sign_in_failures", "Passwords and codes that did not fit", self.failed_sign_ins.clone());
    }
}

impl Metrics {
    /// Notes that a request began; it ends when what is returned is told of its answer, or dropped.
    pub fn begin(&self) -> Flight {
        self.0.in_flight.inc();
        Flight { numbers: Arc::clone(&self.0), began: Instant::now() }
    }

    /// Notes that a job was done, or could not be.
    pub fn note_job(&self, job: &'static str, is_done: bool, now: DateTime<Utc>) {
        let job = Job { job };
        if is_done {
            let seconds = now.timestamp_millis() as f64 / 1000.0;
            self.0.job_runs.get_or_create(&job).set(seconds);
        } else {
            self.0.job_failures.get_or_create(&job).inc();
        }
    }

    /// Notes a password or a code that did not fit.
    pub fn note_failed_sign_in(&self) {
        self.0.failed_sign_ins.inc();
    }

    /// Notes how many files were found damaged when all were read again.
    pub fn note_damaged_files(&self, count: usize) {
        self.0.damaged_files.set(i64::try_from(count).unwrap_or(i64::MAX));
    }

    /// Everything in the text format of Prometheus.
    pub fn write(&self, moment: &Moment) -> Result<String, std::fmt::Error> {
        let numbers = &self.0;
        numbers.connections.set(i64::from(moment.usage.open));
        numbers.idle_connections.set(i64::from(moment.usage.idle));
        numbers.waiting_writers.set(moment.usage.waiting_writers.map_or(0, |n| i64::try_from(n).unwrap_or(i64::MAX)));
        numbers.database_up.set(i64::from(moment.mails.is_some()));
        numbers.database_damaged.set(i64::from(moment.is_damaged));
        if let Some(mails) = &moment.mails {
            for status in MailStatus::ALL {
                let count = mails.iter().find(|(of, _)| of == status).map_or(0, |(_, count)| *count);
                numbers.mails.get_or_create(&Mails { status: status.as_str() }).set(count);
            }
        }
        numbers.memory.set(memory().unwrap_or(0));
        let mut text = String::new();
        prometheus_text::encode(&mut text, &numbers.registry)?;
        Ok(text)
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub struct Flight {
    numbers: Arc<Numbers>,
    began: Instant,
}

impl Flight {
    /// Its answer is ready.
    pub fn end(self, route: &'static str, is_write: bool, status: u16) {
        let method = if is_write { "write" } else { "read" };
        let status = match status {
            100..=199 => "1xx",
            200..=299 => "2xx",
            300..=399 => "3xx",
            400..=499 => "4xx",
            _ => "5xx",
        };
        let took: Duration = self.began.elapsed();
        self.numbers.answers.get_or_create(&Answer { route, method, status }).inc();
        self.numbers.durations.get_or_create(&Kind { route, method }).observe(took.as_secs_f64());
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.numbers.in_flight.dec();
    }
}

/// The bytes that the process holds; none where the system does not say.
fn memory() -> Option<i64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
