//! The schema's history, embedded, once per engine under the same names.

use std::fs::File;

use diesel::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conn::Conn;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// A number that only our migrations lock, so that two nodes that start at once take turns.
const LOCK: i64 = 0x0D16_17A1;

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A migration failed; it changed nothing.
    #[error("could not migrate the database: {0}")]
    Failed(String),
    /// The database knows a migration that this binary does not.
    #[error("the database was migrated by a newer version (it has {0}); use that version or restore a backup")]
    Newer(String),
}

/// Brings the schema up to date. Returns the names of the migrations that ran.
pub fn run(conn: &mut Conn) -> Result<Vec<String>, MigrationError> {
    use diesel::RunQueryDsl;
    let failed = |e: &dyn std::fmt::Display| MigrationError::Failed(e.to_string());
    match conn {
        Conn::Pg(c) => {
            diesel::sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(c).map_err(|e| failed(&e))?;
            let result = refuse_newer(c, POSTGRES).and_then(|()| run_on(c, POSTGRES));
            diesel::sql_query(format!("SELECT pg_advisory_unlock({LOCK})")).execute(c).map_err(|e| failed(&e))?;
            result
        }
        Conn::Sqlite(c) => {
            // Held until the end: SQLite has no lock that outlives a transaction.
            let _turn = turn(c).map_err(|e| failed(&e))?;
            refuse_newer(c, SQLITE)?;
            run_on(c, SQLITE)
        }
    }
}

/// Brings an empty database to the schema that it had after a migration, named by its version.
pub fn run_until(conn: &mut Conn, version: &str) -> Result<(), MigrationError> {
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| MigrationError::Failed(e.to_string());
    match conn {
        Conn::Pg(c) => run_some(c, POSTGRES, version).map_err(failed),
        Conn::Sqlite(c) => run_some(c, SQLITE, version).map_err(failed),
    }
}

fn run_some<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
    version: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    use diesel::migration::{Migration, MigrationSource};
    let all: Vec<Box<dyn Migration<DB>>> = migrations.migrations()?;
    // Makes the table in which they are noted.
    conn.applied_migrations()?;
    for migration in &all {
        if migration.name().version().to_string().as_str() <= version {
            conn.run_migration(migration)?;
        }
    }
    Ok(())
}

/// The version of the last migration that a database has; none of an empty one.
pub fn last(conn: &mut Conn) -> Result<Option<String>, MigrationError> {
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| MigrationError::Failed(e.to_string());
    let applied = match conn {
        Conn::Pg(c) => c.applied_migrations(),
        Conn::Sqlite(c) => c.applied_migrations(),
    };
    Ok(applied.map_err(failed)?.iter().map(ToString::to_string).max())
}

/// Whether this binary knows a migration, by its version.
pub fn knows(version: &str) -> Result<bool, MigrationError> {
    use diesel::migration::{Migration, MigrationSource};
    let all: Result<Vec<Box<dyn Migration<diesel::sqlite::Sqlite>>>, _> = SQLITE.migrations();
    let all = all.map_err(|e| MigrationError::Failed(e.to_string()))?;
    Ok(all.iter().any(|migration| migration.name().version().to_string() == version))
}

/// Takes the lock of a file beside the database, so that two processes that start at once take turns.
/// It is given back when the file closes, whatever becomes of the process.
fn turn(c: &mut SqliteConnection) -> std::io::Result<Option<File>> {
    use diesel::RunQueryDsl;
    let files: Vec<DatabaseFile> = diesel::sql_query("SELECT file FROM pragma_database_list WHERE name = 'main'")
        .load(c)
        .map_err(std::io::Error::other)?;
    let Some(path) = files.into_iter().map(|row| row.file).find(|path| !path.is_empty()) else { return Ok(None) };
    let lock = File::create(format!("{path}.lock"))?;
    lock.lock()?;
    Ok(Some(lock))
}

#[derive(diesel::QueryableByName)]
struct DatabaseFile {
    #[diesel(sql_type = diesel::sql_types::Text)]
    file: String,
}

fn run_on<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
) -> Result<Vec<String>, MigrationError> {
    let ran = conn.run_pending_migrations(migrations).map_err(|e| MigrationError::Failed(e.to_string()))?;
    Ok(ran.iter().map(ToString::to_string).collect())
}

fn refuse_newer<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
) -> Result<(), MigrationError> {
    use diesel::migration::{Migration, MigrationSource, MigrationVersion};
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| MigrationError::Failed(e.to_string());
    let known: Vec<Box<dyn Migration<DB>>> = migrations.migrations().map_err(failed)?;
    let known: Vec<MigrationVersion<'_>> = known.iter().map(|m| m.name().version().as_owned()).collect();
    let applied = conn.applied_migrations().map_err(failed)?;
    match applied.iter().find(|version| !known.contains(version)) {
        Some(version) => Err(MigrationError::Newer(version.to_string())),
        None => Ok(()),
    }
}

/// Undoes every migration: for the tests of the migrations themselves.
pub fn revert_all(conn: &mut Conn) -> Result<(), MigrationError> {
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| MigrationError::Failed(e.to_string());
    match conn {
        Conn::Pg(c) => c.revert_all_migrations(POSTGRES).map(drop).map_err(failed),
        Conn::Sqlite(c) => c.revert_all_migrations(SQLITE).map(drop).map_err(failed),
    }
}

#[derive(diesel::QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = diesel::sql_types::Text)]
    table_name: String,
    #[diesel(sql_type = diesel::sql_types::Text)]
    column_name: String,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    is_nullable: bool,
}

/// Every column of the tables of the database as they are: table, column, whether it may be null.
pub fn columns(conn: &mut Conn) -> Result<Vec<(String, String, bool)>, MigrationError> {
    use diesel::RunQueryDsl;
    let rows = match conn {
        Conn::Pg(c) => diesel::sql_query(
            "SELECT table_name::text AS table_name, column_name::text AS column_name, is_nullable = 'YES' AS is_nullable
             FROM information_schema.columns NATURAL JOIN information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
        )
        .load::<ColumnRow>(c),
        Conn::Sqlite(c) => diesel::sql_query(
            "SELECT m.name AS table_name, p.name AS column_name, (p.\"notnull\" = 0 AND p.pk = 0) AS is_nullable
             FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
        )
        .load::<ColumnRow>(c),
    };
    let rows = rows.map_err(|e| MigrationError::Failed(e.to_string()))?;
    Ok(rows.into_iter().map(|r| (r.table_name, r.column_name, r.is_nullable)).collect())
}

/// Notes a migration as done without doing it: for the test of [`MigrationError::Newer`].
pub fn pretend(conn: &mut Conn, version: &str) -> Result<(), MigrationError> {
    use diesel::RunQueryDsl;
    diesel::sql_query(format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')"))
        .execute(conn)
        .map(drop)
        .map_err(|e| MigrationError::Failed(e.to_string()))
}
