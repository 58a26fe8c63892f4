//! The one lane in which SQLite writes.
//!
//! Writers take turns. A commit waits for the disk, so whoever finds others waiting leaves its work
//! uncommitted and the last of the group commits for all: a group commit. Nobody is answered before what
//! they wrote is on the disk; a group that fails is run again, each alone.
//!
//! Source of the idea: D. DeWitt et al., “Implementation Techniques for Main Memory Database Systems”,
//! SIGMOD 1984, section 5.2.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use diesel::r2d2::ManageConnection;

use super::conn::{Conn, Manager};
use super::dialect;
use super::error::StoreError;

/// How many writes one commit takes at most.
const MOST: usize = 64;
/// How long the first of a group waits for others before it is committed.
const LONGEST: Duration = Duration::from_millis(20);

/// The queue of writers and the connection that they share.
pub(super) struct Lane {
    manager: Manager,
    /// After how long a writer gives up.
    patience: Duration,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    is_taken: bool,
    waiting: usize,
    /// Nothing before the first turn, during a turn, and after a connection was given up.
    conn: Option<Conn>,
    /// What was written in turns that are over, and is not committed.
    group: Option<Group>,
}

struct Group {
    members: usize,
    begun: Instant,
    outcome: Arc<Outcome>,
}

/// Whether a group is on the disk, once that is known.
#[derive(Default)]
struct Outcome {
    is_kept: Mutex<Option<bool>>,
    told: Condvar,
}

impl Outcome {
    fn tell(&self, is_kept: bool) {
        *lock(&self.is_kept) = Some(is_kept);
        self.told.notify_all();
    }

    fn wait(&self) -> bool {
        let guard = lock(&self.is_kept);
        let known = self.told.wait_while(guard, |is_kept| is_kept.is_none());
        known.unwrap_or_else(PoisonError::into_inner).unwrap_or(false)
    }
}

/// What became of one run of a write.
pub(super) enum Run<T> {
    /// It is on the disk, or refused for good.
    Over(T),
    /// It shared a commit with others, which failed.
    Again,
}

/// In what state a write left the transaction of its group.
enum Left {
    Whole,
    Broken,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lane {
    pub(super) fn new(manager: Manager, patience: Duration) -> Self {
        Self { manager, patience, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Runs a write once, and answers when what it wrote is on the disk. A write that fails leaves
    /// nothing, and is answered when what it saw is on the disk. Run `alone`, it shares its commit with
    /// no other.
    pub(super) fn run<T, E: From<StoreError>>(
        &self,
        alone: bool,
        work: &impl Fn(&mut Conn) -> Result<T, E>,
    ) -> Run<Result<T, E>> {
        let done = self.turn().and_then(|mut turn| {
            if alone && turn.group.is_some() && turn.commit().is_err() {
                return Ok(Run::Again);
            }
            let (result, left) = turn.work(work)?;
            if matches!(left, Left::Broken) {
                return Ok(Run::Over(result));
            }
            Ok(if turn.leave(alone)?.is_none_or(|outcome| outcome.wait()) { Run::Over(result) } else { Run::Again })
        });
        done.unwrap_or_else(|error| Run::Over(Err(error.into())))
    }

    /// How many wait for their turn.
    pub(super) fn waiting(&self) -> usize {
        lock(&self.state).waiting
    }

    /// Waits for the lane.
    fn turn(&self) -> Result<Turn<'_>, StoreError> {
        let mut state = lock(&self.state);
        state.waiting += 1;
        let waited = self.freed.wait_timeout_while(state, self.patience, |state| state.is_taken);
        (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        if state.is_taken {
            return Err(StoreError::Unavailable("others were writing for too long".into()));
        }
        state.is_taken = true;
        Ok(Turn { lane: self, conn: state.conn.take(), group: state.group.take(), is_over: false })
    }
}

/// A writer's turn. Dropped before it is left (a panic, a broken connection), it rolls everything back
/// that is not committed.
struct Turn<'a> {
    lane: &'a Lane,
    conn: Option<Conn>,
    group: Option<Group>,
    is_over: bool,
}

impl Turn<'_> {
    /// Does the work inside the transaction of the group, begun where there is none.
    fn work<T, E>(&mut self, work: &impl Fn(&mut Conn) -> Result<T, E>) -> Result<(Result<T, E>, Left), StoreError> {
        let conn = match &mut self.conn {
            Some(conn) => conn,
            none => {
                let conn = self.lane.manager.connect();
                none.insert(conn.map_err(|error| StoreError::Unavailable(error.to_string()))?.conn)
            }
        };
        if self.group.is_none() {
            dialect::begin_write(conn)?;
            self.group = Some(Group { members: 0, begun: Instant::now(), outcome: Arc::default() });
        }
        dialect::begin_part(conn)?;
        let result = work(conn);
        if result.is_ok() {
            dialect::commit(conn)?;
        } else if dialect::rollback(conn).is_err() {
            // A full disk, for one, undoes the whole transaction.
            return Ok((result, Left::Broken));
        }
        Ok((result, Left::Whole))
    }

    /// Leaves the lane: to the next of the group, or after committing for all of it. What will be known of
    /// the group's commit, unless it is over.
    fn leave(mut self, alone: bool) -> Result<Option<Arc<Outcome>>, StoreError> {
        let Some(group) = self.group.as_mut() else { return Ok(None) };
        group.members += 1;
        let (outcome, is_shared) = (Arc::clone(&group.outcome), group.members > 1);
        let has_room = !alone && group.members < MOST && group.begun.elapsed() < LONGEST;
        let mut state = lock(&self.lane.state);
        if has_room && state.waiting > 0 {
            (state.conn, state.group) = (self.conn.take(), self.group.take());
            state.is_taken = false;
            self.lane.freed.notify_one();
            self.is_over = true;
            return Ok(Some(outcome));
        }
        drop(state);
        match self.commit() {
            Ok(()) => Ok(None),
            // It may be another's work that can't be committed.
            Err(_) if is_shared => {
                drop(self);
                Ok(Some(outcome))
            }
            Err(error) => Err(error),
        }
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        if let Some(conn) = self.conn.as_mut() {
            dialect::commit(conn).map_err(StoreError::from_commit)?;
        }
        if let Some(group) = self.group.take() {
            group.outcome.tell(true);
        }
        Ok(())
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        if let Some(group) = self.group.take() {
            // The connection goes with it: closing it rolls back whatever state a failure left it in.
            self.conn = None;
            group.outcome.tell(false);
        }
        let mut state = lock(&self.lane.state);
        state.conn = self.conn.take();
        state.is_taken = false;
        self.lane.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

    use std::panic::{AssertUnwindSafe, catch_unwind};

    use diesel::connection::SimpleConnection;
    use diesel::prelude::*;
    use diesel::sql_types::BigInt;

    use super::super::{Db, DbOptions};
    use super::*;

    fn database() -> (Db, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let options = DbOptions {
            replica_url: String::new(),
            url: format!("sqlite://{}", folder.path().join("lane.db").display()),
            pool_size: 2,
            pool_timeout: Duration::from_secs(20),
            statement_timeout: Duration::from_secs(20),
        };
        let db = Db::open(&options).unwrap();
        db.write_now(|c| sql(c, "CREATE TABLE parent (id INTEGER PRIMARY KEY)")).unwrap();
        db.write_now(|c| sql(c, "CREATE TABLE note (n INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent)"))
            .unwrap();
        (db, folder)
    }

    fn sql(c: &mut Conn, text: &str) -> Result<(), StoreError> {
        Ok(c.batch_execute(text)?)
    }

    fn numbers(db: &Db) -> Vec<i64> {
        let read = |c: &mut Conn| {
            let Conn::Sqlite(c) = c else { panic!("SQLite") };
            Ok::<_, StoreError>(diesel::dsl::sql::<BigInt>("SELECT n FROM note ORDER BY n").load::<i64>(c)?)
        };
        db.read_now(read).unwrap()
    }

    /// Eight threads write sixty times each; what kind of write the number says.
    fn crowd(db: &Db, write: impl Fn(&mut Conn, i64) -> Result<(), StoreError> + Sync) -> Vec<i64> {
        let written = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for thread in 0..8_i64 {
                let (written, write) = (&written, &write);
                scope.spawn(move || {
                    for n in thread * 60..(thread + 1) * 60 {
                        let done = catch_unwind(AssertUnwindSafe(|| db.write_now(|c| write(c, n))));
                        if matches!(done, Ok(Ok(()))) {
                            // Whoever is answered finds what they wrote.
                            assert!(numbers(db).contains(&n));
                            lock(written).push(n);
                        }
                    }
                });
            }
        });
        let mut written = written.into_inner().unwrap();
        written.sort_unstable();
        written
    }

    #[test]
    fn what_fails_or_panics_in_a_group_takes_nothing_of_the_others_along() {
        let (db, _folder) = database();
        let written = crowd(&db, |c, n| {
            sql(c, &format!("INSERT INTO note (n) VALUES ({n})"))?;
            match n % 7 {
                0 => Err(StoreError::Stale),
                1 => panic!("on purpose"),
                _ => Ok(()),
            }
        });
        assert_eq!(written, (0..480).filter(|n| n % 7 > 1).collect::<Vec<i64>>());
        assert_eq!(numbers(&db), written);
    }

    #[test]
    fn a_commit_that_fails_is_run_again_for_those_who_shared_it() {
        let (db, _folder) = database();
        let written = crowd(&db, |c, n| {
            // A reference that leads nowhere is only found when the group commits.
            let parent = if n % 31 == 0 { "1" } else { "NULL" };
            sql(c, &format!("PRAGMA defer_foreign_keys = ON; INSERT INTO note VALUES ({n}, {parent})"))
        });
        assert!(written.iter().all(|n| n % 31 != 0));
        assert_eq!(written, (0..480).filter(|n| n % 31 != 0).collect::<Vec<i64>>());
        assert_eq!(numbers(&db), written);
    }

    #[test]
    fn a_writer_gives_up_when_the_lane_stays_taken() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("lane.db").display());
        let manager = Manager { url, statement_timeout: Duration::from_secs(20) };
        let lane = Lane::new(manager, Duration::from_millis(20));
        let turn = lane.turn().unwrap();
        assert!(matches!(lane.run(false, &|_| Ok::<_, StoreError>(())), Run::Over(Err(StoreError::Unavailable(_)))));
        drop(turn);
        assert!(matches!(lane.run(false, &|_| Ok::<_, StoreError>(())), Run::Over(Ok(()))));
    }
}
