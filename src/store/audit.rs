//! The append-only log.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::audit_events;
use super::types::{At, Json};
use crate::domain::audit::AuditEvent;
use crate::domain::ids::{AuditEventId, EditionId, UserId};

row!(AuditEventRow of AuditEvent in audit_events {
    id: AuditEventId, edition_id: Option<EditionId>, actor_id: Option<UserId>, action: String, subject_kind: String,
    subject_id: String, before: Option<Json<serde_json::Value>>, after: Option<Json<serde_json::Value>>,
    at: At, seq: Option<i64>, hash: Option<String>,
});

/// Appends an event, not numbered yet.
pub fn insert(c: &mut Conn, event: AuditEvent) -> StoreResult<()> {
    diesel::insert_into(audit_events::table).values(AuditEventRow::from(event)).execute(c)?;
    Ok(())
}

/// The last numbered event.
pub fn find_head(c: &mut Conn) -> StoreResult<Option<AuditEvent>> {
    let row = audit_events::table
        .filter(audit_events::seq.is_not_null())
        .order(audit_events::seq.desc())
        .first::<AuditEventRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// Events that have no number yet, oldest first, at most `limit`.
pub fn list_unchained(c: &mut Conn, limit: i64) -> StoreResult<Vec<AuditEvent>> {
    let rows = audit_events::table
        .filter(audit_events::seq.is_null())
        .order((audit_events::at, audit_events::id))
        .limit(limit)
        .load::<AuditEventRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Gives an event its number and hash.
pub fn set_chained(c: &mut Conn, id: AuditEventId, seq: i64, hash: &str) -> StoreResult<()> {
    let target = audit_events::table.find(id).filter(audit_events::seq.is_null());
    diesel::update(target).set((audit_events::seq.eq(Some(seq)), audit_events::hash.eq(Some(hash)))).execute(c)?;
    Ok(())
}

/// Numbered events after a number, in order, at most `limit`.
pub fn list_chained(c: &mut Conn, after: i64, limit: i64) -> StoreResult<Vec<AuditEvent>> {
    let rows = audit_events::table
        .filter(audit_events::seq.gt(Some(after)))
        .order(audit_events::seq)
        .limit(limit)
        .load::<AuditEventRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The newest events of an edition, at most `limit`, from `offset`; and how many there are.
pub fn list_of_edition(
    c: &mut Conn,
    edition: EditionId,
    offset: i64,
    limit: i64,
) -> StoreResult<(Vec<AuditEvent>, i64)> {
    let total = audit_events::table.filter(audit_events::edition_id.eq(Some(edition))).count().get_result(c)?;
    let rows = audit_events::table
        .filter(audit_events::edition_id.eq(Some(edition)))
        .order((audit_events::at.desc(), audit_events::id.desc()))
        .offset(offset)
        .limit(limit)
        .load::<AuditEventRow>(c)?;
    Ok((rows.into_iter().map(Into::into).collect(), total))
}

/// The events of one thing, oldest first.
pub fn list_of_subject(c: &mut Conn, kind: &str, id: &str) -> StoreResult<Vec<AuditEvent>> {
    let rows = audit_events::table
        .filter(audit_events::subject_kind.eq(kind))
        .filter(audit_events::subject_id.eq(id))
        .order((audit_events::at, audit_events::id))
        .load::<AuditEventRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Changes the log behind the application's back: for the tests that must notice it.
pub fn tamper(c: &mut Conn, sql: &str) -> StoreResult<()> {
    diesel::sql_query(sql).execute(c)?;
    Ok(())
}
