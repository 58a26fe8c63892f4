//! What happens by itself: mails leave, the log is chained, dead links and sessions are forgotten.
//! Each job may be run at any time, any number of times, by any node, and by a test.

mod examine;

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::app::announcements::Publisher;
use crate::app::erasure::Retention;
use crate::app::{self, AppResult};
use crate::clock::Clock;
use crate::config::{RetentionSettings, Settings};
use crate::files::Files;
use crate::mail::Mailer;
use crate::metrics::Metrics;
use crate::security::tally_key::TallyKey;
use crate::store::{self, Db};

/// How often the jobs look for work.
const TICK: Duration = Duration::from_millis(500);
/// How long a node holds a job it has taken; a node that dies frees it after that time.
const HOLD: chrono::TimeDelta = chrono::TimeDelta::seconds(20);

/// The jobs of one node.
#[derive(Debug, Clone)]
pub struct Jobs {
    db: Db,
    clock: Clock,
    mailer: Mailer,
    files: Files,
    node: String,
    public_url: String,
    key: TallyKey,
    retention: Retention,
    metrics: Metrics,
}

impl Jobs {
    /// The jobs of this node.
    pub fn new(db: Db, clock: Clock, mailer: Mailer, files: Files, settings: &Settings, key: TallyKey) -> Self {
        let node = uuid::Uuid::new_v4().simple().to_string();
        let RetentionSettings { drafts_months, mails_months } = settings.retention;
        let retention = Retention { drafts_months, mails_months };
        Self {
            db,
            clock,
            mailer,
            files,
            node,
            public_url: settings.server.public_url.clone(),
            key,
            retention,
            metrics: Metrics::default(),
        }
    }

    /// The same, noting what it does there.
    #[must_use]
    pub fn counted_by(self, metrics: Metrics) -> Self {
        Self { metrics, ..self }
    }

    /// Notes that a job was done, or could not be.
    fn noted<T>(&self, job: &'static str, done: AppResult<T>, now: DateTime<Utc>) -> AppResult<T> {
        self.metrics.note_job(job, done.is_ok(), now);
        done
    }

    /// Everything that is due now, once.
    pub async fn tick(&self) -> AppResult<()> {
        let now = self.clock.now();
        self.noted("announce", self.announce_due(now).await, now)?;
        self.noted("remind", self.remind_due(now).await, now)?;
        self.noted("campaigns", self.send_campaigns(now).await, now)?;
        self.noted("chain", self.chain_log(now).await, now)?;
        self.noted("mail", self.mailer.deliver_due(&self.db, &self.clock).await, now)?;
        self.noted("erase", self.erase_files(now).await, now)?;
        self.noted("purge", self.purge(now).await, now)
    }

    /// Takes a job for a while; false when another node holds it.
    async fn take(&self, name: &'static str, now: DateTime<Utc>) -> AppResult<bool> {
        let node = self.node.clone();
        self.db.write(move |c| Ok(store::job_locks::take(c, name, &node, now, now + HOLD)?)).await
    }

    /// Announcements happen by themselves at their instant, also after a restart.
    pub async fn announce_due(&self, now: DateTime<Utc>) -> AppResult<()> {
        let due = self.db.read(move |c| Ok::<_, app::AppError>(store::announcements::list_due(c, now)?)).await?;
        if due.is_empty() {
            return Ok(());
        }
        let (url, key) = (self.public_url.clone(), self.key.clone());
        let publish = move |c: &mut store::Conn| {
            let publisher = Publisher { public_url: &url, key: key.signing() };
            app::announcements::publish_due(c, publisher, now)
        };
        let count = self.db.write(publish).await?;
        tracing::info!(count, "announced");
        Ok(())
    }

    /// Reminds those whose draft waits of the deadline, and submits what is complete when it has passed,
    /// once a minute.
    pub async fn remind_due(&self, now: DateTime<Utc>) -> AppResult<()> {
        let due = move |c: &mut store::Conn| {
            let next = now + chrono::TimeDelta::minutes(1);
            Ok::<_, app::AppError>(store::job_locks::take(c, "remind", "", now, next)?)
        };
        if !self.db.write(due).await? {
            return Ok(());
        }
        let url = self.public_url.clone();
        let work = move |c: &mut store::Conn| {
            Ok::<_, app::AppError>((app::entries::remind_due(c, &url, now)?, app::entries::submit_due(c, &url, now)?))
        };
        let (reminded, submitted) = self.db.write(work).await?;
        if reminded + submitted > 0 {
            tracing::info!(reminded, submitted, "deadline");
        }
        Ok(())
    }

    /// Campaigns leave by themselves at their instant.
    pub async fn send_campaigns(&self, now: DateTime<Utc>) -> AppResult<()> {
        let due = self.db.read(move |c| Ok::<_, app::AppError>(store::campaigns::list_due(c, now)?)).await?;
        if due.is_empty() {
            return Ok(());
        }
        let url = self.public_url.clone();
        let count = self.db.write(move |c| app::campaigns::send_due(c, &url, now)).await?;
        tracing::info!(count, "campaigns in the queue");
        Ok(())
    }

    /// Numbers and chains new events of the log, in one place at a time.
    pub async fn chain_log(&self, now: DateTime<Utc>) -> AppResult<()> {
        let waiting = self.db.read(|c| Ok::<_, app::AppError>(store::audit::list_unchained(c, 1)?)).await?;
        if waiting.is_empty() || !self.take("chain", now).await? {
            return Ok(());
        }
        while self.db.write(|c| Ok::<_, app::AppError>(app::audit::chain(c, 200)?)).await? == 200 {}
        Ok(())
    }

    /// Bytes that no row names any more, or never did, go after that was committed. Gone twice is gone.
    pub async fn erase_files(&self, now: DateTime<Utc>) -> AppResult<()> {
        if !self.db.read(move |c| Ok::<_, app::AppError>(store::erased_files::has_due(c, now)?)).await? {
            return Ok(());
        }
        let begin = move |c: &mut store::Conn| Ok::<_, app::AppError>(store::erased_files::begin(c, now, 100)?);
        let keys = self.db.write(begin).await?;
        for key in keys {
            if let Err(error) = self.files.erase(&key).await {
                tracing::warn!(%error, "a file that is to be forgotten is still there");
                continue;
            }
            self.db.write(move |c| Ok::<_, app::AppError>(store::erased_files::note_gone(c, &key)?)).await?;
        }
        Ok(())
    }

    /// Forgets sessions that are over, links dead for a month, old counts, tables whose import nobody confirmed,
    /// and what a process that died left half written, once an hour.
    pub async fn purge(&self, now: DateTime<Utc>) -> AppResult<()> {
        // Held by nobody in particular: whoever finds the hour over does it for all.
        let is_due = self
            .db
            .write(move |c| {
                let next = now + chrono::TimeDelta::hours(1);
                Ok::<_, app::AppError>(store::job_locks::take(c, "purge", "", now, next)?)
            })
            .await?;
        if !is_due {
            return Ok(());
        }
        match self.files.forget_imports(now).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "forgot tables that nobody imported"),
            Err(error) => tracing::warn!(%error, "tables that nobody imported are still there"),
        }
        match self.files.forget_partial(now).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "removed files that were left half written"),
            Err(error) => tracing::warn!(%error, "files that were left half written are still there"),
        }
        let retention = self.retention;
        self.db
            .write(move |c| {
                app::erasure::retain(c, retention, now)?;
                app::screening::keep_words(c)?;
                store::sessions::delete_expired(c, now)?;
                store::tokens::delete_dead(c, now - chrono::TimeDelta::days(30))?;
                store::rate_limits::delete_before(c, now - chrono::TimeDelta::days(1))?;
                Ok::<_, app::AppError>(())
            })
            .await
    }
}

/// Ticks until stopped. An error is logged and tried again: jobs outlive a database that restarts.
pub async fn run(jobs: Jobs, mut stopped: watch::Receiver<bool>) {
    let mut pause = TICK;
    tokio::spawn(examine::database(jobs.clone(), stopped.clone()));
    tokio::spawn(examine::files(jobs.clone(), stopped.clone()));
    loop {
        match jobs.tick().await {
            Ok(()) => pause = TICK,
            Err(error) => {
                tracing::warn!(%error, "a job could not be done; it will be tried again");
                pause = (pause * 2).min(Duration::from_secs(30));
            }
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.changed() => return,
        }
    }
}
