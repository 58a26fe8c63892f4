//! Copies of the database, taken while it is in use, and put back into an empty one.
//!
//! SQLite copies itself whole (`VACUUM INTO`). PostgreSQL copies each table as CSV, all in one
//! snapshot, in an order that foreign keys accept.

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter};
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::AstPass;

use super::conn::{Conn, ConnectError};
use super::db::DbOptions;
use super::schema;

/// Name of the SQLite copy in a backup.
const SQLITE_FILE: &str = "awards.db";

/// Why a copy could not be made or put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error("database: {0}")]
    Database(#[from] diesel::result::Error),
    /// No connection.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A file.
    #[error("{path}: {cause}")]
    File {
        /// Which.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// The schema.
    #[error(transparent)]
    Schema(#[from] super::migrations::MigrationError),
    /// The target holds data already.
    #[error("the database is not empty: restore into an empty one")]
    NotEmpty,
    /// The backup is of the other engine.
    #[error("this backup was made on {0}: restore it there")]
    OtherEngine(&'static str),
}

fn file_error(path: &Path) -> impl Fn(std::io::Error) -> BackupError + '_ {
    |cause| BackupError::File { path: path.display().to_string(), cause }
}

macro_rules! in_order {
    ($macro:ident) => {
        $macro!(
            // First: what is filled after them changes them.
            public_state,
            juror_states,
            count_states,
            users,
            sessions,
            rate_limits,
            editions,
            organisers,
            categories,
            prizes,
            entry_forms,
            organisations,
            reference_counters,
            entries,
            entry_snapshots,
            entry_files,
            entry_revisions,
            entry_reminders,
            late_codes,
            collaborators,
            entry_presence,
            jurors,
            conflicts,
            rounds,
            criteria,
            round_entries,
            juror_reminders,
            score_confirmations,
            assignments,
            assignment_batches,
            dismissed_suspicions,
            scorecards,
            scores,
            scorecard_revisions,
            announcements,
            outcomes,
            rooms,
            motions,
            motion_votes,
            motion_ballots,
            campaigns,
            practices,
            practice_sheets,
            season_reports,
            entry_words,
            rules_versions,
            gallery_consents,
            press_links,
            sites,
            site_pages,
            screening_rules,
            refusals,
            entry_notes,
            entry_tags,
            entry_views,
            erasure_requests,
            erased_files,
            mail_texts,
            distinctions,
            second_factors,
            recovery_codes,
            tokens,
            outbox_mails,
            audit_events,
            job_locks,
            earlier_rules,
            tallies,
            openings
        )
    };
}

/// The tables of a backup, in an order in which they can be filled.
pub fn tables() -> &'static [&'static str] {
    macro_rules! names {
        ($($table:ident),*) => { &[$(stringify!($table)),*] };
    }
    in_order!(names)
}

/// Copies the database into a folder that exists. Sessions, links and counts are copied too: a
/// restored award goes on as it was. Returns the version of its last migration.
pub fn dump(options: &DbOptions, folder: &Path) -> Result<String, BackupError> {
    let mut conn = super::connect(options)?;
    let schema = super::migrations::last(&mut conn)?.unwrap_or_default();
    copy(options, &mut conn, folder)?;
    Ok(schema)
}

fn copy(options: &DbOptions, conn: &mut Conn, folder: &Path) -> Result<(), BackupError> {
    match conn {
        Conn::Sqlite(c) => {
            let path = folder.join(SQLITE_FILE);
            diesel::sql_query("VACUUM INTO ?")
                .bind::<diesel::sql_types::Text, _>(path.display().to_string())
                .execute(c)?;
            // The copy must survive a power cut as the original would.
            File::open(&path).and_then(|f| f.sync_all()).map_err(file_error(&path))
        }
        Conn::Pg(_) => {
            super::dialect::begin_read(conn)?;
            dump_tables(options, conn, folder)?;
            Ok(super::dialect::commit(conn)?)
        }
    }
}

/// One connection holds the snapshot; each table is copied over a connection of its own that shares
/// it, since diesel leaves a connection unusable after `COPY TO`.
fn dump_tables(options: &DbOptions, holder: &mut Conn, folder: &Path) -> Result<(), BackupError> {
    let snapshot: String =
        diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>("pg_export_snapshot()")).get_result(holder)?;
    macro_rules! each {
        ($($table:ident),*) => {$({
            let path = folder.join(concat!(stringify!($table), ".csv"));
            let mut sharer = super::connect(options)?;
            let Conn::Pg(c) = &mut sharer else { return Ok(()) };
            c.batch_execute(&format!(
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '{snapshot}'"
            ))?;
            let mut rows = diesel::copy_to(schema::$table::table)
                .with_format(diesel::pg::CopyFormat::Csv)
                .with_header(true)
                .load_raw(c)?;
            let mut file = BufWriter::new(File::create(&path).map_err(file_error(&path))?);
            std::io::copy(&mut rows, &mut file).map_err(file_error(&path))?;
            let file = file.into_inner().map_err(|e| file_error(&path)(e.into_error()))?;
            file.sync_all().map_err(file_error(&path))?;
        })*};
    }
    in_order!(each);
    Ok(())
}

/// Puts a copy back into a database that is empty, with the schema it had: `schema` is the version of its last
/// migration. The migrations that came since are to be run afterwards.
pub fn load(options: &DbOptions, folder: &Path, schema: &str) -> Result<(), BackupError> {
    check_empty(options)?;
    let is_sqlite_copy = folder.join(SQLITE_FILE).exists();
    match super::Engine::of(&options.url)? {
        super::Engine::Sqlite if !is_sqlite_copy => Err(BackupError::OtherEngine("PostgreSQL")),
        super::Engine::Postgres if is_sqlite_copy => Err(BackupError::OtherEngine("SQLite")),
        super::Engine::Sqlite => load_sqlite(options, folder),
        super::Engine::Postgres => load_postgres(options, folder, schema),
    }
}

/// Refuses a database that holds anything.
pub fn check_empty(options: &DbOptions) -> Result<(), BackupError> {
    let is_empty = match super::Engine::of(&options.url)? {
        super::Engine::Sqlite => !Path::new(super::sqlite_path(&options.url)).exists(),
        super::Engine::Postgres => {
            let mut conn = super::connect(options)?;
            // A schema without people may be made anew.
            super::migrations::last(&mut conn)?.is_none()
                || schema::users::table.count().get_result::<i64>(&mut conn)? == 0
        }
    };
    if is_empty { Ok(()) } else { Err(BackupError::NotEmpty) }
}

fn load_sqlite(options: &DbOptions, folder: &Path) -> Result<(), BackupError> {
    let target = Path::new(super::sqlite_path(&options.url));
    // Whole or not at all: a copy that was cut off never stands under the real name.
    let partial = target.with_extension("restoring");
    std::fs::copy(folder.join(SQLITE_FILE), &partial).map_err(file_error(&partial))?;
    File::open(&partial).and_then(|f| f.sync_all()).map_err(file_error(&partial))?;
    std::fs::rename(&partial, target).map_err(file_error(target))
}

/// Brings the empty schema to where it was, fills it, and leaves the rest to the migrations: an old backup has the
/// tables and columns that there were then.
fn load_postgres(options: &DbOptions, folder: &Path, schema: &str) -> Result<(), BackupError> {
    let mut conn = super::connect(options)?;
    super::migrations::revert_all(&mut conn)?;
    super::migrations::run_until(&mut conn, schema)?;
    super::dialect::begin_write(&mut conn)?;
    match load_tables(&mut conn, folder) {
        Ok(()) => Ok(super::dialect::commit(&mut conn)?),
        Err(error) => {
            let _ = super::dialect::rollback(&mut conn);
            Err(error)
        }
    }
}

fn load_tables(conn: &mut Conn, folder: &Path) -> Result<(), BackupError> {
    let Conn::Pg(c) = conn else { return Ok(()) };
    for table in tables() {
        let path = folder.join(format!("{table}.csv"));
        // A table that came later is not in an old backup.
        if !path.exists() {
            continue;
        }
        let mut header = String::new();
        let file = File::open(&path).map_err(file_error(&path))?;
        BufReader::new(file).read_line(&mut header).map_err(file_error(&path))?;
        let columns: Vec<String> = header.trim_end().split(',').map(|name| format!("\"{name}\"")).collect();
        INTO.set(format!("\"{table}\" ({})", columns.join(", ")));
        let copy = |out: &mut dyn std::io::Write| {
            let mut file = File::open(&path)?;
            std::io::copy(&mut file, out).map(drop)
        };
        diesel::copy_from(schema::users::table)
            .from_raw_data(Named, |out| copy(out).map_err(|e| diesel::result::Error::SerializationError(e.into())))
            .with_format(diesel::pg::CopyFormat::Csv)
            .with_header(diesel::pg::CopyHeader::Set(true))
            .execute(c)?;
    }
    Ok(())
}

thread_local! {
    /// The table and the columns that are being filled.
    static INTO: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Diesel takes what is to be filled from a type; here it is read from a file. The table it names is any.
#[derive(Debug, Clone, Copy)]
struct Named;

impl diesel::pg::CopyTarget for Named {
    type Table = schema::users::table;
    type SqlType = schema::users::SqlType;

    fn walk_target(mut pass: AstPass<'_, '_, Pg>) -> QueryResult<()> {
        INTO.with_borrow(|target| pass.push_sql(target));
        Ok(())
    }
}
