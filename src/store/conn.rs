//! One connection type over two engines, chosen by the scheme of the URL.

use std::fmt::Write as _;
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
            let mut conn = PgConnection::establish(&with_network_limits(url))?;
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
            // FULL: a commit that was acknowledged survives a power cut. Half a megabyte of pages for each
            // connection: the system keeps the file in memory for all of them.
            conn.batch_execute(
                "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
                 PRAGMA cache_size = -500;",
            )?;
            Ok(Conn::Sqlite(conn))
        }
    }
}

/// The URL of a PostgreSQL with limits for what a network does, where it names none of its own: a server that
/// is gone is noticed within seconds, and of several hosts the one that takes writes is chosen.
fn with_network_limits(url: &str) -> String {
    let authority = url.split("://").nth(1).and_then(|rest| rest.split(['/', '?']).next()).unwrap_or_default();
    let has_several = authority.contains(',');
    let mut limits = vec![("connect_timeout", "4"), ("tcp_user_timeout", "10000"), ("keepalives_idle", "10")];
    limits.extend([("keepalives_interval", "5"), ("keepalives_count", "2"), ("application_name", "digital-awards")]);
    if has_several {
        limits.push(("target_session_attrs", "read-write"));
    }
    let mut whole = url.to_owned();
    for (name, value) in limits {
        if !url.contains(&format!("{name}=")) {
            let joint = if whole.contains('?') { '&' } else { '?' };
            let _ = write!(whole, "{joint}{name}={value}");
        }
    }
    whole
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

/// A connection of the pool, and whether it is known to lead nowhere any more.
pub struct Line {
    /// The connection.
    pub conn: Conn,
    /// The server closed it, or it is in a state that can't be mended: the pool lets go of it.
    pub is_lost: bool,
}

impl ManageConnection for Manager {
    type Connection = Line;
    type Error = PoolProblem;

    fn connect(&self) -> Result<Line, PoolProblem> {
        let conn = open(&self.url, self.statement_timeout).map_err(|e| PoolProblem(e.to_string()))?;
        Ok(Line { conn, is_lost: false })
    }

    fn is_valid(&self, line: &mut Line) -> Result<(), PoolProblem> {
        line.conn.ping().map_err(|e| PoolProblem(e.to_string()))
    }

    fn has_broken(&self, line: &mut Line) -> bool {
        line.is_lost || R2D2Connection::is_broken(&mut line.conn)
    }
}

/// Why the pool could not give a connection.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PoolProblem(String);

#[cfg(test)]
mod tests {
    use super::with_network_limits;

    #[test]
    fn a_url_keeps_its_own_limits_and_gets_those_it_lacks() {
        let one = with_network_limits("postgres://u:p@db/awards");
        assert!(one.starts_with("postgres://u:p@db/awards?connect_timeout=4&"), "{one}");
        assert!(!one.contains("target_session_attrs"), "{one}");
        let own = with_network_limits("postgres://a,b:5433/awards?connect_timeout=9");
        assert_eq!(own.matches("connect_timeout").count(), 1);
        assert!(own.ends_with("&target_session_attrs=read-write"), "{own}");
    }
}
