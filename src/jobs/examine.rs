//! Looking for damage: each node looks through its database when it starts and once a week, and one of them reads
//! every uploaded file again once a week. Nothing is mended by itself, and no file is removed.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use super::Jobs;
use crate::app::{AppError, AppResult};
use crate::domain::ids::FileId;
use crate::files::FilesError;
use crate::store::entry_files::Hashed;
use crate::store::{self, StoreError};

/// How often a node looks through its database, beside once at its start.
const EXAMINE: Duration = Duration::from_secs(7 * 24 * 3600);
/// After how long it tries again when it could not look; then twice as long each time.
const SOON: Duration = Duration::from_secs(10);
/// The longest time between two tries, and how often it looks whether it is time for the files.
const HOUR: Duration = Duration::from_secs(3600);

/// How often files are read again.
const REREAD: TimeDelta = TimeDelta::days(7);
/// When another node begins anew if the one that reads dies.
const LEFT_BEHIND: TimeDelta = TimeDelta::days(1);
/// The timer of it.
const TIMER: &str = "files";
/// How many rows are read at once.
const PORTION: i64 = 200;
/// After how many files that can't be read something else is wrong than a file.
const UNREADABLE: usize = 3;

/// Looks through the database for damage, quickly at first and thoroughly once a week, until stopped.
pub(super) async fn database(jobs: Jobs, mut stopped: watch::Receiver<bool>) {
    let (mut thoroughly, mut soon) = (false, SOON);
    loop {
        let db = jobs.db.clone();
        let looked = match tokio::task::spawn_blocking(move || db.examine(thoroughly)).await {
            Ok(looked) => looked,
            Err(error) => Err(StoreError::Unavailable(error.to_string())),
        };
        jobs.metrics.note_job("examine-database", looked.is_ok(), jobs.clock.now());
        let pause = match looked {
            Ok(found) => {
                if let Some(damage) = found {
                    tracing::error!(damage, "the database is damaged: nothing is written until it is found whole");
                }
                (thoroughly, soon) = (true, SOON);
                EXAMINE
            }
            Err(error) => {
                tracing::warn!(%error, ?soon, "could not look through the database; tried again soon");
                let pause = soon;
                soon = (soon * 2).min(HOUR);
                pause
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.changed() => return,
        }
    }
}

/// Reads the files again whenever it is time, until stopped.
pub(super) async fn files(jobs: Jobs, mut stopped: watch::Receiver<bool>) {
    loop {
        let now = jobs.clock.now();
        let look = async {
            if let Err(error) = jobs.examine_files(now).await {
                tracing::warn!(%error, "could not read every file again; tried again later");
            }
            tokio::time::sleep(HOUR).await;
        };
        tokio::select! {
            () = look => {}
            _ = stopped.changed() => return,
        }
    }
}

impl Jobs {
    /// Reads every file again and compares its hash with that of its upload, once a week on one node: those that
    /// are damaged; none when it is not time. It rests for as long as it reads, so that others find the disk free.
    pub async fn examine_files(&self, now: DateTime<Utc>) -> AppResult<Option<Vec<FileId>>> {
        let due = move |c: &mut store::Conn| {
            let is_due = store::job_locks::take(c, TIMER, "", now, now + REREAD)?;
            if is_due {
                store::job_locks::put_off(c, TIMER, now + LEFT_BEHIND)?;
            }
            Ok::<_, AppError>(is_due)
        };
        if !self.db.write(due).await? {
            return Ok(None);
        }
        let looked = self.reread_all().await;
        let ended = self.clock.now();
        let next = ended + if looked.is_ok() { REREAD } else { TimeDelta::hours(1) };
        self.db.write(move |c| Ok::<_, AppError>(store::job_locks::put_off(c, TIMER, next)?)).await?;
        if let Ok(damaged) = &looked {
            tracing::info!(damaged = damaged.len(), "every file was read again");
            self.metrics.note_damaged_files(damaged.len());
        }
        self.noted("examine-files", looked.map(Some), ended)
    }

    async fn reread_all(&self) -> AppResult<Vec<FileId>> {
        let (mut damaged, mut unreadable, mut after) = (Vec::new(), 0, String::new());
        loop {
            let from = after.clone();
            let read = move |c: &mut store::Conn| Ok::<_, AppError>(store::entry_files::list_after(c, &from, PORTION)?);
            let portion = self.db.read(read).await?;
            let Some(last) = portion.last() else { break };
            last.storage_key.clone_into(&mut after);
            for file in portion {
                let begun = Instant::now();
                match self.reread(&file).await {
                    Ok(Ok(None)) => {}
                    Ok(Ok(Some(what))) => {
                        tracing::error!(file = %file.id, what, "a file is damaged");
                        damaged.push(file.id);
                    }
                    Ok(Err(error)) => {
                        tracing::error!(file = %file.id, %error, "a file can't be read");
                        unreadable += 1;
                        if unreadable == UNREADABLE {
                            return Err(AppError::Unavailable(error.to_string()));
                        }
                    }
                    Err(error) => return Err(error),
                }
                tokio::time::sleep(begun.elapsed()).await;
            }
        }
        if unreadable > 0 {
            return Err(AppError::Unavailable(format!("{unreadable} files can't be read")));
        }
        Ok(damaged)
    }

    /// What is wrong with a file, if anything.
    async fn reread(&self, file: &Hashed) -> AppResult<Result<Option<&'static str>, FilesError>> {
        let what = match self.files.hash(&file.storage_key).await {
            Ok(Some(hash)) if hash == file.sha256 => return Ok(Ok(None)),
            Ok(Some(_)) => "its bytes are not those that were uploaded",
            Ok(None) => "its bytes are gone",
            Err(error) => return Ok(Err(error)),
        };
        // What was forgotten meanwhile is not missing.
        let id = file.id;
        let is_known = move |c: &mut store::Conn| Ok::<_, AppError>(store::entry_files::exists(c, id)?);
        Ok(Ok(self.db.read(is_known).await?.then_some(what)))
    }
}
