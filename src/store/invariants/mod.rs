//! What must always be true of the tables, as questions whose every answer is something broken.
//!
//! Many of these the schema forbids already. They are asked all the same: a disk may be broken, a row changed
//! by hand, a restore cut off, a constraint lost.

mod rules;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Conn;
use super::conn::Engine;
use super::error::StoreResult;
use super::schema::{categories, entries, entry_snapshots, reference_counters, tallies};
use super::snapshots::SnapshotRow;
use crate::domain::entry::Snapshot;
use crate::domain::ids::{CategoryId, EditionId, SnapshotId, TallyId};

pub use rules::RULES;

/// Something that must be true.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// What must be true, in a sentence.
    pub says: &'static str,
    /// The engine that can be asked, where only one can.
    on: Option<Engine>,
    /// Selects `who` breaks it. `{unchained}` and `{held}` stand for instants.
    sql: &'static str,
}

/// What breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Broken {
    /// How many do.
    pub count: usize,
    /// The first few of them.
    pub first: Vec<String>,
}

/// How many of those who break a rule are named.
pub const NAMED: usize = 5;
/// How long after its writing an event may lack its place in the chain.
const UNCHAINED: TimeDelta = TimeDelta::minutes(1);
/// The furthest from now that a job may be held or put off.
const HELD: TimeDelta = TimeDelta::days(8);

#[derive(QueryableByName)]
struct Offender {
    #[diesel(sql_type = Text)]
    who: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// What breaks a rule at an instant; none where this engine can't be asked.
pub fn ask(c: &mut Conn, engine: Engine, rule: &Rule, now: DateTime<Utc>) -> StoreResult<Option<Broken>> {
    if rule.on.is_some_and(|on| on != engine) {
        return Ok(None);
    }
    let written = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string();
    let sql = rule.sql.replace("{unchained}", &written(now - UNCHAINED)).replace("{held}", &written(now + HELD));
    let sql = format!("SELECT who, count(*) OVER () AS total FROM ({sql}) AS broken ORDER BY who LIMIT {NAMED}");
    let found = diesel::sql_query(sql).load::<Offender>(c)?;
    let count = found.first().map_or(0, |offender| usize::try_from(offender.total).unwrap_or(usize::MAX));
    Ok(Some(Broken { count, first: found.into_iter().map(|offender| offender.who).collect() }))
}

/// Snapshots after one, at most so many, each with the reference of its entry.
pub fn list_snapshots(c: &mut Conn, after: Option<SnapshotId>, limit: i64) -> StoreResult<Vec<(Snapshot, String)>> {
    let mut query = entry_snapshots::table
        .inner_join(entries::table)
        .select((entry_snapshots::all_columns, entries::reference))
        .order(entry_snapshots::id)
        .limit(limit)
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(entry_snapshots::id.gt(after));
    }
    let rows = query.load::<(SnapshotRow, String)>(c)?;
    Ok(rows.into_iter().map(|(row, reference)| (row.into(), reference)).collect())
}

/// Every reference, with its edition.
pub fn list_references(c: &mut Conn) -> StoreResult<Vec<(EditionId, String)>> {
    Ok(entries::table.select((entries::edition_id, entries::reference)).order(entries::reference).load(c)?)
}

/// The codes of categories with their editions, and the last number that was given out in each.
pub fn list_counters(c: &mut Conn) -> StoreResult<Vec<(EditionId, String, i32)>> {
    let given: Vec<(CategoryId, i32)> =
        reference_counters::table.select((reference_counters::category_id, reference_counters::last_number)).load(c)?;
    let all: Vec<(CategoryId, EditionId, String)> =
        categories::table.select((categories::id, categories::edition_id, categories::code)).load(c)?;
    let last = |id: CategoryId| given.iter().find(|(of, _)| *of == id).map_or(0, |(_, last)| *last);
    Ok(all.into_iter().map(|(id, edition, code)| (edition, code, last(id))).collect())
}

/// The ids of all sealed tallies.
pub fn list_tallies(c: &mut Conn) -> StoreResult<Vec<TallyId>> {
    Ok(tallies::table.select(tallies::id).order(tallies::sealed_at).load(c)?)
}

/// What a sealed tally says, and the digest it is known by.
pub fn get_bundle(c: &mut Conn, id: TallyId) -> StoreResult<(String, String)> {
    Ok(tallies::table.find(id).select((tallies::bundle, tallies::digest)).first(c)?)
}
