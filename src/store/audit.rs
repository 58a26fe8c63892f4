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

/// What to list of the log.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Only this action: `entry.submitted`.
    pub action: Option<String>,
    /// Only what this person did.
    pub actor: Option<UserId>,
    /// Only what was done to things of this kind and id.
    pub subject: Option<String>,
}

/// The newest events of an edition that match, at most `limit`, from `offset`; and how many match.
pub fn list_of_edition(
    c: &mut Conn,
    edition: EditionId,
    filter: &AuditFilter,
    offset: i64,
    limit: i64,
) -> StoreResult<(Vec<AuditEvent>, i64)> {
    let query = || {
        let mut query = audit_events::table.filter(audit_events::edition_id.eq(Some(edition))).into_boxed();
        if let Some(action) = &filter.action {
            query = query.filter(audit_events::action.eq(action.clone()));
        }
        if let Some(actor) = filter.actor {
            query = query.filter(audit_events::actor_id.eq(Some(actor)));
        }
        if let Some(subject) = &filter.subject {
            query = query.filter(audit_events::subject_id.eq(subject.clone()));
        }
        query
    };
    let total = query().count().get_result(c)?;
    let rows = query()
        .order((audit_events::at.desc(), audit_events::id.desc()))
        .offset(offset)
        .limit(limit)
        .load::<AuditEventRow>(c)?;
    Ok((rows.into_iter().map(Into::into).collect(), total))
}

/// The actions and the people that the log of an edition names.
pub fn list_filters(c: &mut Conn, edition: EditionId) -> StoreResult<(Vec<String>, Vec<UserId>)> {
    let of_edition = || audit_events::table.filter(audit_events::edition_id.eq(Some(edition)));
    let actions = of_edition().select(audit_events::action).distinct().order(audit_events::action).load::<String>(c)?;
    let actors = of_edition()
        .filter(audit_events::actor_id.is_not_null())
        .select(audit_events::actor_id)
        .distinct()
        .load::<Option<UserId>>(c)?;
    Ok((actions, actors.into_iter().flatten().collect()))
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
