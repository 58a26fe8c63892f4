//! The two doors to the database: [`Db::read`] and [`Db::write`].
//!
//! Each takes a connection and runs the closure in one call on the blocking pool. A write is one
//! transaction, run again when the engine says that it collided with another: the closure has no
//! effect outside the database. On SQLite writers take turns in one [`Lane`] and share commits.

use std::sync::Arc;
use std::time::Duration;

use diesel::r2d2::Pool;

use super::conn::{self, Conn, ConnectError, Engine, Manager};
use super::dialect;
use super::error::StoreError;
use super::lane::{Lane, Run};

/// How often a colliding transaction is run.
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
}

/// The database.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    /// On SQLite: writers queue here, and not for the file's lock.
    lane: Option<Arc<Lane>>,
    engine: Engine,
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
        let pool = Pool::builder()
            .max_size(options.pool_size.max(1))
            .min_idle(Some(1))
            .connection_timeout(options.pool_timeout)
            .test_on_check_out(engine == Engine::Postgres)
            .build_unchecked(manager.clone());
        let lane = (engine == Engine::Sqlite).then(|| Arc::new(Lane::new(manager, options.pool_timeout)));
        Ok(Self { pool, lane, engine })
    }

    /// How busy its connections are at this moment.
    pub fn usage(&self) -> Usage {
        let state = self.pool.state();
        let waiting_writers = self.lane.as_ref().map(|lane| lane.waiting());
        Usage { open: state.connections, idle: state.idle_connections, waiting_writers }
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
        off_thread(move || db.read_now(work)).await
    }

    /// Writes in one transaction, off the request threads. The closure may run several times.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Retryable + Send + 'static,
    {
        let db = self.clone();
        off_thread(move || db.write_now(work)).await
    }

    /// [`Self::read`] on this thread: for commands and jobs.
    pub fn read_now<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        let mut conn = self.pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
        dialect::begin_read(&mut conn).map_err(StoreError::from)?;
        let result = work(&mut conn);
        // Nothing was written; how the transaction ends does not matter to the reader.
        if dialect::commit(&mut conn).is_err() {
            let _ = dialect::rollback(&mut conn);
        }
        result
    }

    /// [`Self::write`] on this thread: for commands and jobs.
    pub fn write_now<T, E>(&self, work: impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError> + Retryable,
    {
        let mut attempt = 1;
        loop {
            let done = match &self.lane {
                Some(lane) => lane.run(attempt > 1, &work),
                None => Run::Over(self.run(&work)),
            };
            match done {
                Run::Over(Err(error)) if !error.is_retryable() => return Err(error),
                Run::Over(Ok(value)) => return Ok(value),
                _ if attempt < ATTEMPTS => {
                    std::thread::sleep(pause(attempt));
                    attempt += 1;
                }
                _ => return Err(E::from(StoreError::Unavailable("too many colliding transactions".into()))),
            }
        }
    }

    /// Runs a write once, in a transaction of its own.
    fn run<T, E: From<StoreError>>(&self, work: &impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        let mut conn = self.pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
        attempt_write(&mut conn, work)
    }
}

fn attempt_write<T, E: From<StoreError>>(conn: &mut Conn, work: &impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    dialect::begin_write(conn).map_err(StoreError::from)?;
    match work(conn) {
        Ok(value) => match dialect::commit(conn) {
            Ok(()) => Ok(value),
            Err(error) => {
                let _ = dialect::rollback(conn);
                Err(StoreError::from_commit(error).into())
            }
        },
        Err(error) => {
            let _ = dialect::rollback(conn);
            Err(error)
        }
    }
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

/// Between 1 and 50 milliseconds, growing, with jitter, so that two that collided part ways.
fn pause(attempt: u32) -> Duration {
    let mut byte = [0_u8; 1];
    let _ = getrandom::fill(&mut byte);
    let ceiling = (2_u64 << attempt).min(50);
    Duration::from_millis(1 + u64::from(byte[0]) * ceiling / 255)
}

async fn off_thread<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => match error.try_into_panic() {
            // The middleware answers a panic with a 500 and a request id; it must reach it.
            Ok(payload) => std::panic::resume_unwind(payload),
            Err(_) => Err(StoreError::Unavailable("shutting down".into()).into()),
        },
    }
}

/// Opens one connection, and says whether the engine is fit to hold an award.
pub fn connect(options: &DbOptions) -> Result<Conn, ConnectError> {
    let mut conn = conn::open(&options.url, options.statement_timeout)?;
    conn::check_fitness(&mut conn)?;
    Ok(conn)
}
