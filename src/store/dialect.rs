//! What the two engines spell differently, all of it.

use diesel::connection::SimpleConnection;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::RunQueryDsl;
use diesel::sqlite::Sqlite;

use super::conn::{Conn, MultiBackend};
use super::types::At;
use crate::domain::ids::MailId;
use crate::domain::notice::MailStatus;

/// A query that is valid on both engines but that the enum over them does not know
/// (`ON CONFLICT`, `UNION`, filtered aggregates): each engine renders it itself.
#[derive(Debug, Clone, Copy)]
pub struct Both<Q>(pub Q);

impl<Q: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Both<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<Q: QueryId> QueryId for Both<Q> {
    type QueryId = Both<Q::QueryId>;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}

impl<Q: Query> Query for Both<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Conn> for Both<Q> {}

/// Runs a query on both engines: `query.both().execute(conn)`.
pub trait BothExt: Sized {
    /// See [`Both`].
    fn both(self) -> Both<Self> {
        Both(self)
    }
}

impl<Q> BothExt for Q {}

/// The statement that begins a writing transaction.
pub(super) fn begin_write(conn: &mut Conn) -> QueryResult<()> {
    use diesel::connection::AnsiTransactionManager;
    match conn {
        // SERIALIZABLE: what a closure read is still true when it commits.
        Conn::Pg(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL SERIALIZABLE"),
        // IMMEDIATE: a reader that turns into a writer would be refused at once.
        Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
    }
}

/// Begins a part of a writing transaction that can be undone without the rest: a savepoint.
pub(super) fn begin_part(conn: &mut Conn) -> QueryResult<()> {
    use diesel::connection::{AnsiTransactionManager, TransactionManager};
    match conn {
        Conn::Pg(c) => <AnsiTransactionManager as TransactionManager<PgConnection>>::begin_transaction(c),
        Conn::Sqlite(c) => <AnsiTransactionManager as TransactionManager<SqliteConnection>>::begin_transaction(c),
    }
}

/// The statement that begins a reading transaction: several reads of one state.
pub(super) fn begin_read(conn: &mut Conn) -> QueryResult<()> {
    use diesel::connection::AnsiTransactionManager;
    match conn {
        Conn::Pg(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        }
        Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN DEFERRED"),
    }
}

/// Commits what [`begin_write`], [`begin_part`] or [`begin_read`] began last.
pub(super) fn commit(conn: &mut Conn) -> QueryResult<()> {
    use diesel::connection::{AnsiTransactionManager, TransactionManager};
    match conn {
        Conn::Pg(c) => <AnsiTransactionManager as TransactionManager<PgConnection>>::commit_transaction(c),
        Conn::Sqlite(c) => <AnsiTransactionManager as TransactionManager<SqliteConnection>>::commit_transaction(c),
    }
}

/// Rolls back what [`begin_write`], [`begin_part`] or [`begin_read`] began last.
pub(super) fn rollback(conn: &mut Conn) -> QueryResult<()> {
    use diesel::connection::{AnsiTransactionManager, TransactionManager};
    match conn {
        Conn::Pg(c) => <AnsiTransactionManager as TransactionManager<PgConnection>>::rollback_transaction(c),
        Conn::Sqlite(c) => <AnsiTransactionManager as TransactionManager<SqliteConnection>>::rollback_transaction(c),
    }
}

/// Waits for whoever writes to a table, and has everybody who wants to wait until this transaction ends. As its
/// first statement: it then sees what they wrote. On SQLite there is one writer anyhow.
pub(super) fn hold(conn: &mut Conn, table: &'static str) -> QueryResult<()> {
    match conn {
        Conn::Pg(c) => c.batch_execute(&format!("LOCK TABLE {table} IN EXCLUSIVE MODE")),
        Conn::Sqlite(_) => Ok(()),
    }
}

/// Whether a writing transaction that failed this way may succeed when run again.
pub(super) fn is_retryable(error: &diesel::result::Error) -> bool {
    use diesel::result::{DatabaseErrorKind, Error};
    match error {
        Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        Error::DatabaseError(_, info) => {
            let message = info.message();
            message.contains("deadlock detected")
                || message.contains("could not serialize access")
                || message.contains("database is locked")
        }
        _ => false,
    }
}

/// The mail that has been due for longest. Those that another node takes at this moment are skipped on
/// PostgreSQL, so that nodes don't run into each other; SQLite has one writer.
pub(super) fn next_due_mail(conn: &mut Conn, now: At) -> QueryResult<Option<MailId>> {
    use super::schema::outbox_mails::dsl::*;
    // A mail that is `sending` past its time was left behind by a worker that died.
    let due = outbox_mails
        .filter(status.eq(MailStatus::Waiting).or(status.eq(MailStatus::Sending)))
        .filter(next_attempt_at.le(now))
        .order(next_attempt_at)
        .select(id)
        .limit(1);
    match conn {
        Conn::Pg(c) => due.for_update().skip_locked().get_result(c).optional(),
        Conn::Sqlite(c) => due.get_result(c).optional(),
    }
}

/// What SQLite finds wrong with its file, if anything; `thoroughly` reads every index too.
pub(super) fn find_damage(conn: &mut Conn, thoroughly: bool) -> QueryResult<Option<String>> {
    let Conn::Sqlite(c) = conn else { return Ok(None) };
    let check = if thoroughly { "integrity_check" } else { "quick_check" };
    let query = format!("SELECT {check} FROM pragma_{check} LIMIT 1");
    let found: String = diesel::dsl::sql::<diesel::sql_types::Text>(&query).get_result(c)?;
    Ok((found != "ok").then_some(found))
}

/// Whether what SQLite says instead of an answer tells of damage.
pub(super) fn tells_of_damage(said: &str) -> bool {
    ["malformed", "file is not a database"].iter().any(|words| said.contains(words))
}
