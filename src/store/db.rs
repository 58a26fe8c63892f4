//! The two doors to the database: [`Db::read`] (and [`Db::read_loosely`]) and [`Db::write`].
//!
//! Each takes a connection and runs the closure in one call on the blocking pool. A write is one
//! transaction, run again when the engine says that it collided with another: the closure has no
//! effect outside the database. On SQLite writers take turns in one [`Lane`] and share commits.
//!
//! Nobody waits without end: for a seat (as many as connections, so that threads don't pile up behind a slow
//! database), for a connection, or for a server that hangs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::QueryResult;
use diesel::r2d2::{Pool, PooledConnection};
use tokio::sync::Semaphore;

use super::conn::{self, Conn, ConnectError, Engine, Manager};
use super::dialect;
use super::error::StoreError;
use super::lane::{Lane, Run};
use super::pulse::Pulse;
use super::replica::Replica;
use super::soundness::Soundness;

/// How often a colliding transaction is run at least; and again for as long as one waits for a connection.
const ATTEMPTS: u32 = 10;

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct DbOptions {
    /// `sqlite://path` or `postgres://…`.
    pub url: String,
    /// Most connections that read (and, on PostgreSQL, write).
    pub pool_size: u32,
    /// After how long a request for a connection is given up.
    pub pool_timeout: Duration,
    /// After how long PostgreSQL gives a statement up.
    pub statement_timeout: Duration,
    /// A copy of the database that follows it, for what everybody may read; empty for none.
    pub replica_url: String,
}

/// Most writers that wait for the lane of SQLite, each on a thread.
const WRITERS_AT_ONCE: usize = 256;

/// The database.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    /// On SQLite: writers queue here, and not for the file's lock.
    lane: Option<Arc<Lane>>,
    engine: Engine,
    /// As many readers as connections; on PostgreSQL writers sit here too.
    seats: Arc<Semaphore>,
    writers: Arc<Semaphore>,
    patience: Duration,
    /// On PostgreSQL, a server beyond a network.
    pulse: Option<Arc<Pulse>>,
    replica: Option<Arc<Replica>>,
    soundness: Arc<Soundness>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("engine", &self.engine).finish_non_exhaustive()
    }
}

/// How busy the database's connections are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Connections that are open.
    pub open: u32,
    /// Those of them that nobody uses.
    pub idle: u32,
    /// Writers that wait for their turn; none where they don't take turns.
    pub waiting_writers: Option<usize>,
}

impl Db {
    /// Opens a database that exists and is migrated.
    pub fn open(options: &DbOptions) -> Result<Self, ConnectError> {
        let engine = Engine::of(&options.url)?;
        let manager = Manager { url: options.url.clone(), statement_timeout: options.statement_timeout };
        let is_sqlite = engine == Engine::Sqlite;
        let most = if is_sqlite { most_readers() } else { u32::MAX };
        let readers = options.pool_size.clamp(1, most);
        let pool = pool_of(&manager, readers, options.pool_timeout);
        let seats = Arc::new(Semaphore::new(readers as usize));
        let writers = if is_sqlite { Arc::new(Semaphore::new(WRITERS_AT_ONCE)) } else { Arc::clone(&seats) };
        let replica = (!options.replica_url.is_empty()).then(|| Arc::new(Replica::new(options)));
        let pulse = (!is_sqlite).then(|| Pulse::listen(manager.clone()));
        let lane = is_sqlite.then(|| Arc::new(Lane::new(manager, options.pool_timeout)));
        let patience = options.pool_timeout;
        Ok(Self { pool, lane, engine, seats, writers, patience, pulse, replica, soundness: Arc::default() })
    }

    /// How busy its connections are at this moment.
    pub fn usage(&self) -> Usage {
        let state = self.pool.state();
        let waiting_writers = self.lane.as_ref().map(|lane| lane.waiting());
        Usage { open: state.connections, idle: state.idle_connections, waiting_writers }
    }

    /// Whether public pages may be read from a copy.
    pub fn has_replica(&self) -> bool {
        self.replica.is_some()
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Reads one state of the database, off the request threads.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let db = self.clone();
        self.off_thread(&self.seats, move || db.read_now(work)).await
    }

    /// [`Self::read`] where each question may find another state, later than the one before: without a transaction,
    /// which is two of five ways to the server and back where three questions are asked. The closure may run several
    /// times.
    pub async fn read_loosely<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let db = self.clone();
        self.off_thread(&self.seats, move || db.read_loosely_now(work)).await
    }

    /// [`Self::read`] of what everybody may read, where it may be a moment behind: from the replica, if there
    /// is one that answers.
    pub async fn read_public<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let db = self.clone();
        let read = move || match db.replica.as_ref().and_then(|replica| replica.begin()) {
            Some(line) => finish_read(line, work),
            None => db.read_now(work),
        };
        self.off_thread(&self.seats, read).await
    }

    /// Writes in one transaction, off the request threads. The closure may run several times.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Retryable + Send + 'static,
    {
        let db = self.clone();
        self.off_thread(&self.writers, move || db.write_now(work)).await
    }

    /// [`Self::read`] on this thread: for commands and jobs.
    pub fn read_now<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        finish_read(begin(&self.pool, dialect::begin_read)?, work)
    }

    fn read_loosely_now<T, E: From<StoreError>>(&self, work: impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        let mut left = self.pool.max_size() + 1;
        loop {
            let mut line = self.pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
            match work(&mut line.conn) {
                Err(error) => {
                    // As for [`begin`]: a connection that the server closed meanwhile says nothing of the next.
                    line.is_lost =
                        dialect::begin_read(&mut line.conn).is_err() || dialect::rollback(&mut line.conn).is_err();
                    if !line.is_lost || left == 0 {
                        return Err(error);
                    }
                }
                done => return done,
            }
            left -= 1;
        }
    }

    /// [`Self::write`] on this thread: for commands and jobs.
    pub fn write_now<T, E>(&self, work: impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError> + Retryable,
    {
        self.soundness.check()?;
        let (begun, mut attempt) = (Instant::now(), 1);
        loop {
            let done = match &self.lane {
                Some(lane) => lane.run(attempt > 1, &work),
                None => Run::Over(self.run(&work)),
            };
            match done {
                Run::Over(Err(error)) if !error.is_retryable() => return Err(error),
                Run::Over(Ok(value)) => return Ok(value),
                _ if attempt < ATTEMPTS || begun.elapsed() < self.patience => {
                    std::thread::sleep(pause(attempt));
                    attempt += 1;
                }
                _ => return Err(E::from(StoreError::Unavailable("too many colliding transactions".into()))),
            }
        }
    }

    /// Runs a write once, in a transaction of its own.
    fn run<T, E: From<StoreError>>(&self, work: &impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        let mut line = begin(&self.pool, dialect::begin_write)?;
        match work(&mut line.conn) {
            Ok(value) => match dialect::commit(&mut line.conn) {
                Ok(()) => Ok(value),
                Err(error) => {
                    line.is_lost = dialect::rollback(&mut line.conn).is_err();
                    Err(StoreError::from_commit(error).into())
                }
            },
            Err(error) => {
                line.is_lost = dialect::rollback(&mut line.conn).is_err();
                Err(error)
            }
        }
    }

    /// Looks through the database for damage, on this thread: what it finds, or why it could not look. From the
    /// first damage on nothing is written any more: reading goes on, and what is there can be saved. PostgreSQL
    /// looks after itself.
    pub fn examine(&self, thoroughly: bool) -> Result<Option<String>, StoreError> {
        let found = match self.read_now(|c| dialect::find_damage(c, thoroughly).map_err(StoreError::from)) {
            Ok(found) => found,
            // Damage may hit the examination itself.
            Err(error) if dialect::tells_of_damage(&error.to_string()) => Some(error.to_string()),
            Err(error) => return Err(error),
        };
        self.soundness.note(found.clone());
        Ok(found)
    }

    /// Whether damage was found.
    pub fn is_damaged(&self) -> bool {
        self.soundness.check().is_err()
    }

    async fn off_thread<T, E>(
        &self,
        seats: &Arc<Semaphore>,
        work: impl FnOnce() -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let unavailable = |cause: &str| Err(StoreError::Unavailable(cause.to_owned()).into());
        let seated = async {
            let seat = tokio::time::timeout(self.patience, Arc::clone(seats).acquire_owned()).await.ok()?.ok()?;
            let work = move || {
                let done = work();
                drop(seat);
                done
            };
            Some(tokio::task::spawn_blocking(work).await)
        };
        let silence = async {
            match &self.pulse {
                Some(pulse) => pulse.silence().await,
                None => std::future::pending().await,
            }
        };
        let done = tokio::select! {
            done = seated => done,
            () = silence => return unavailable("the database does not answer"),
        };
        let Some(done) = done else { return unavailable("too many are waiting for the database") };
        match done {
            Ok(result) => result,
            Err(error) => match error.try_into_panic() {
                // The middleware answers a panic with a 500 and a request id; it must reach it.
                Ok(payload) => std::panic::resume_unwind(payload),
                Err(_) => unavailable("shutting down"),
            },
        }
    }
}

/// Most connections that read SQLite: they work in this process, and each takes over a megabyte.
fn most_readers() -> u32 {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    u32::try_from(2 * processors).unwrap_or(u32::MAX).max(8)
}

/// A pool of connections that opens the first when it is needed.
pub(super) fn pool_of(manager: &Manager, size: u32, timeout: Duration) -> Pool<Manager> {
    Pool::builder()
        .max_size(size.max(1))
        .min_idle(Some(1))
        .connection_timeout(timeout)
        // Beginning a transaction shows whether a connection still leads anywhere.
        .test_on_check_out(false)
        .build_unchecked(manager.clone())
}

/// A connection on which a transaction has begun. Those that the server closed since (it was restarted, or
/// another took its place) are let go of: nothing was done on them.
pub(super) fn begin(
    pool: &Pool<Manager>,
    begin: fn(&mut Conn) -> QueryResult<()>,
) -> Result<PooledConnection<Manager>, StoreError> {
    let mut left = pool.max_size() + 1;
    loop {
        let mut line = pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
        match begin(&mut line.conn) {
            Ok(()) => return Ok(line),
            Err(_) if left > 0 => line.is_lost = true,
            Err(error) => {
                line.is_lost = true;
                return Err(error.into());
            }
        }
        left -= 1;
    }
}

/// Reads, and ends the transaction: nothing was written, so how it ends does not matter to the reader.
pub(super) fn finish_read<T, E: From<StoreError>>(
    mut line: PooledConnection<Manager>,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    let result = work(&mut line.conn);
    if dialect::commit(&mut line.conn).is_err() {
        line.is_lost = dialect::rollback(&mut line.conn).is_err();
    }
    result
}

impl StoreError {
    pub(super) fn from_commit(error: diesel::result::Error) -> Self {
        if dialect::is_retryable(&error) { Self::Internal(error) } else { Self::from(error) }
    }
}

/// Whether running the transaction again may help.
pub trait Retryable {
    /// See the trait.
    fn is_retryable(&self) -> bool;
}

impl Retryable for StoreError {
    fn is_retryable(&self) -> bool {
        matches!(self, Self::Internal(error) if dialect::is_retryable(error))
    }
}

/// Between 1 and 250 milliseconds, growing, with jitter, so that two that collided part ways.
fn pause(attempt: u32) -> Duration {
    let mut byte = [0_u8; 1];
    let _ = getrandom::fill(&mut byte);
    let ceiling = (2_u64 << attempt).min(250);
    Duration::from_millis(1 + u64::from(byte[0]) * ceiling / 255)
}

/// Opens one connection, and says whether the engine is fit to hold an award.
pub fn connect(options: &DbOptions) -> Result<Conn, ConnectError> {
    let mut conn = conn::open(&options.url, options.statement_timeout)?;
    conn::check_fitness(&mut conn)?;
    Ok(conn)
}
