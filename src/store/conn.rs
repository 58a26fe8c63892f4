//! One connection type over two engines, chosen by the scheme of the URL.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::result::Error::DatabaseError;

/// A connection to whichever engine `DATABASE_URL` names.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL.
    Pg(PgConnection),
    /// SQLite, bundled.
    Sqlite(SqliteConnection),
}

/// Which engine a URL names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// PostgreSQL.
    Postgres,
    /// SQLite.
    Sqlite,
}

/// Why a connection could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The scheme is neither `sqlite://` nor `postgres://`.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://")]
    Scheme,
    /// The engine refused.
    #[error("could not connect to the database: {0}")]
    Refused(#[from] ConnectionError),
    /// A setting could not be made.
    #[error("could not set the connection up: {0}")]
    Setup(#[from] diesel::result::Error),
    /// The bundled SQLite is not what it should be.
    #[error("{0}")]
    Unfit(String),
}

impl Engine {
    /// The engine that a URL names.
    pub fn of(url: &str) -> Result<Self, ConnectError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres)
        } else if url.starts_with("sqlite://") {
            Ok(Self::Sqlite)
        } else {
            Err(ConnectError::Scheme)
        }
    }
}

/// The path of an SQLite URL.
pub fn sqlite_path(url: &str) -> &str {
    url.strip_prefix("sqlite://").unwrap_or(url)
}

/// Opens a connection. Never through the derived `establish`, which tries each engine in turn and
/// swallows the reason.
pub fn open(url: &str, statement_timeout: Duration) -> Result<Conn, ConnectError> {
    match Engine::of(url)? {
        Engine::Postgres => {
            let mut conn = PgConnection::establish(url)?;
            let milliseconds = statement_timeout.as_millis();
            conn.batch_execute(&format!(
                "SET statement_timeout = {milliseconds}; SET idle_in_transaction_session_timeout = 60000; SET TIME ZONE 'UTC';"
            ))?;
            Ok(Conn::Pg(conn))
        }
        Engine::Sqlite => {
            let mut conn = SqliteConnection::establish(sqlite_path(url))?;
            conn.batch_execute("PRAGMA busy_timeout = 10000;")?;
            use_write_ahead_log(&mut conn)?;
            // FULL: a commit that was acknowledged survives a power cut.
            conn.batch_execute(
                "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
                 PRAGMA cache_size = -8000;",
            )?;
            Ok(Conn::Sqlite(conn))
        }
    }
}

/// Switches a new database to its write-ahead log. Of two processes that do so at once one is refused
/// without waiting, whatever the timeout: it tries again.
fn use_write_ahead_log(conn: &mut SqliteConnection) -> QueryResult<()> {
    for _ in 0..200 {
        match conn.batch_execute("PRAGMA journal_mode = WAL;") {
            Err(DatabaseError(_, message)) if message.message().contains("locked") => {
                std::thread::sleep(Duration::from_millis(50));
            }
            done => return done,
        }
    }
    conn.batch_execute("PRAGMA journal_mode = WAL;")
}

/// Refuses an SQLite that could lose or corrupt data: older than 3.51.3 (whose write-ahead log
/// may be reset wrongly), without full synchronisation, or without foreign keys.
pub fn check_fitness(conn: &mut Conn) -> Result<(), ConnectError> {
    let Conn::Sqlite(conn) = conn else {
        return Ok(());
    };
    let version: String =
        diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>("sqlite_version()")).get_result(conn)?;
    let numbers: Vec<u32> = version.split('.').filter_map(|n| n.parse().ok()).collect();
    if numbers.as_slice() < [3, 51, 3].as_slice() {
        return Err(ConnectError::Unfit(format!("SQLite {version} is too old: 3.51.3 or newer is needed")));
    }
    let pragma = |conn: &mut SqliteConnection, name: &str| -> QueryResult<i32> {
        diesel::dsl::sql::<diesel::sql_types::Integer>(&format!("SELECT {name} FROM pragma_{name}")).get_result(conn)
    };
    if pragma(conn, "synchronous")? != 2 || pragma(conn, "foreign_keys")? != 1 {
        return Err(ConnectError::Unfit("SQLite does not run with synchronous=FULL and foreign_keys=ON".into()));
    }
    Ok(())
}

/// Opens connections for the pool.
#[derive(Debug, Clone)]
pub struct Manager {
    /// Where to.
    pub url: String,
    /// After how long PostgreSQL gives a statement up.
    pub statement_timeout: Duration,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = PoolProblem;

    fn connect(&self) -> Result<Conn, PoolProblem> {
        open(&self.url, self.statement_timeout).map_err(|e| PoolProblem(e.to_string()))
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), PoolProblem> {
        conn.ping().map_err(|e| PoolProblem(e.to_string()))
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        R2D2Connection::is_broken(conn)
    }
}

/// Why the pool could not give a connection.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PoolProblem(String);
