//! What can go wrong in the store, in words that do not depend on the engine.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// What can go wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row.
    #[error("not found")]
    NotFound,
    /// A unique index says that the value is taken. Holds `table.column` or the index's name.
    #[error("taken: {0}")]
    Taken(String),
    /// The row was changed by somebody else since it was read.
    #[error("changed by somebody else")]
    Stale,
    /// The database can't be reached, is full or is too busy. Nothing was changed.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// A bug or a broken database.
    #[error("database error: {0}")]
    Internal(#[source] DieselError),
}

/// The result of everything in the store.
pub type StoreResult<T> = Result<T, StoreError>;

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
                // PostgreSQL names the constraint; SQLite says "UNIQUE constraint failed: table.column".
                let name = info
                    .constraint_name()
                    .map_or_else(|| info.message().rsplit(": ").next().unwrap_or_default().to_owned(), str::to_owned);
                Self::Taken(name)
            }
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => {
                Self::Unavailable(info.message().to_owned())
            }
            DieselError::DatabaseError(_, info) => {
                let message = info.message();
                let is_unavailable = [
                    "database or disk is full",
                    "disk I/O error",
                    "server closed the connection",
                    "terminating connection",
                    "statement timeout",
                    "No space left",
                    "the database system is",
                    "database is locked",
                    "database disk image is malformed",
                    "no connection to the server",
                    "could not receive data from server",
                    "could not send data to server",
                    "read-only transaction",
                    "could not connect to server",
                ]
                .iter()
                .any(|needle| message.contains(needle));
                if is_unavailable { Self::Unavailable(message.to_owned()) } else { Self::Internal(error) }
            }
            // A connection that was lost in the middle of its transaction.
            DieselError::BrokenTransactionManager => Self::Unavailable("the connection was lost".into()),
            _ => Self::Internal(error),
        }
    }
}

/// `Ok(Some)` when there is a row, `Ok(None)` when there is none.
pub trait OptionalRow<T> {
    /// See the trait.
    fn optional_row(self) -> StoreResult<Option<T>>;
}

impl<T> OptionalRow<T> for Result<T, DieselError> {
    fn optional_row(self) -> StoreResult<Option<T>> {
        match self {
            Ok(row) => Ok(Some(row)),
            Err(DieselError::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
