//! Mails waiting to be sent.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::{self, BothExt};
use super::error::StoreResult;
use super::schema::outbox_mails;
use super::types::{At, Json};
use crate::domain::ids::{EditionId, MailId};
use crate::domain::language::Language;
use crate::domain::notice::{BOUNCED, MailKind, MailStatus, OutboxMail};
use crate::domain::text::EmailAddress;

row!(OutboxMailRow of OutboxMail in outbox_mails {
    id: MailId, kind: MailKind, recipient: EmailAddress, recipient_name: String, language: Language,
    params: Json<serde_json::Value>, dedupe_key: String, status: MailStatus, attempts: i32,
    next_attempt_at: At, last_error: Option<String>, created_at: At, sent_at: Option<At>,
    edition_id: Option<EditionId>,
});

/// Queues a mail; does nothing when one with the same key was queued before.
pub fn insert(c: &mut Conn, mail: OutboxMail) -> StoreResult<bool> {
    let inserted = diesel::insert_into(outbox_mails::table)
        .values(OutboxMailRow::from(mail))
        .on_conflict(outbox_mails::dedupe_key)
        .do_nothing()
        .both()
        .execute(c)?;
    Ok(inserted == 1)
}

/// The newest mail of a kind about an edition.
pub fn find_last_of_kind(c: &mut Conn, edition: EditionId, kind: MailKind) -> StoreResult<Option<OutboxMail>> {
    use super::error::OptionalRow;
    let of = outbox_mails::table.filter(outbox_mails::edition_id.eq(Some(edition))).filter(outbox_mails::kind.eq(kind));
    let newest = of.order((outbox_mails::created_at.desc(), outbox_mails::id.desc()));
    Ok(newest.first::<OutboxMailRow>(c).optional_row()?.map(Into::into))
}

/// Notes that a mail which left came back: it failed, though the mail server had taken it. False when there is none.
pub fn mark_bounced(c: &mut Conn, id: MailId, said: &str) -> StoreResult<bool> {
    let left = outbox_mails::table.find(id).filter(outbox_mails::status.eq(MailStatus::Sent));
    let back = (
        outbox_mails::status.eq(MailStatus::Failed),
        outbox_mails::last_error.eq(Some(format!("{BOUNCED}{said}"))),
        outbox_mails::sent_at.eq(None::<At>),
    );
    Ok(diesel::update(left).set(back).execute(c)? > 0)
}

/// Whether a mail is due, or was left behind by a worker that died.
pub fn has_due(c: &mut Conn, now: DateTime<Utc>) -> StoreResult<bool> {
    let due = outbox_mails::table
        .filter(outbox_mails::status.eq_any([MailStatus::Waiting, MailStatus::Sending]))
        .filter(outbox_mails::next_attempt_at.le(At(now)));
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(c)?)
}

/// Claims the next mail that is due: no other worker gets it before `retry_at`.
pub fn claim(c: &mut Conn, now: DateTime<Utc>, retry_at: DateTime<Utc>) -> StoreResult<Option<OutboxMail>> {
    let Some(id) = dialect::next_due_mail(c, At(now))? else { return Ok(None) };
    let row = outbox_mails::table.find(id).first::<OutboxMailRow>(c)?;
    let target = outbox_mails::table.find(row.id).filter(outbox_mails::attempts.eq(row.attempts));
    diesel::update(target)
        .set((
            outbox_mails::status.eq(MailStatus::Sending),
            outbox_mails::attempts.eq(row.attempts + 1),
            outbox_mails::next_attempt_at.eq(At(retry_at)),
        ))
        .execute(c)?;
    let mut mail = OutboxMail::from(row);
    mail.attempts += 1;
    mail.status = MailStatus::Sending;
    Ok(Some(mail))
}

/// Notes that a mail left.
pub fn mark_sent(c: &mut Conn, id: MailId, now: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(outbox_mails::table.find(id))
        .set((
            outbox_mails::status.eq(MailStatus::Sent),
            outbox_mails::sent_at.eq(Some(At(now))),
            outbox_mails::last_error.eq(None::<String>),
        ))
        .execute(c)?;
    Ok(())
}

/// Replaces what a mail says: once it left, its secret link has no business here.
pub fn set_params(c: &mut Conn, id: MailId, params: serde_json::Value) -> StoreResult<()> {
    diesel::update(outbox_mails::table.find(id)).set(outbox_mails::params.eq(Json(params))).execute(c)?;
    Ok(())
}

/// Notes that a mail did not leave: to be tried again at an instant, or failed for good.
pub fn mark_undelivered(c: &mut Conn, id: MailId, error: &str, retry_at: Option<DateTime<Utc>>) -> StoreResult<()> {
    let target = outbox_mails::table.find(id);
    match retry_at {
        Some(at) => diesel::update(target)
            .set((
                outbox_mails::status.eq(MailStatus::Waiting),
                outbox_mails::next_attempt_at.eq(At(at)),
                outbox_mails::last_error.eq(Some(error)),
            ))
            .execute(c)?,
        None => diesel::update(target)
            .set((outbox_mails::status.eq(MailStatus::Failed), outbox_mails::last_error.eq(Some(error))))
            .execute(c)?,
    };
    Ok(())
}

/// The newest mails, at most `limit`.
pub fn list(c: &mut Conn, limit: i64) -> StoreResult<Vec<OutboxMail>> {
    let rows = outbox_mails::table.order(outbox_mails::created_at.desc()).limit(limit).load::<OutboxMailRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The newest mails of an edition, of one status or of all, from `offset`, at most `limit`; and
/// how many there are in all.
pub fn list_of_edition(
    c: &mut Conn,
    edition: EditionId,
    status: Option<MailStatus>,
    offset: i64,
    limit: i64,
) -> StoreResult<(Vec<OutboxMail>, i64)> {
    let query = || {
        let mut query = outbox_mails::table.filter(outbox_mails::edition_id.eq(Some(edition))).into_boxed();
        if let Some(status) = status {
            query = query.filter(outbox_mails::status.eq(status));
        }
        query
    };
    let total = query().count().get_result::<i64>(c)?;
    let rows = query()
        .order((outbox_mails::created_at.desc(), outbox_mails::id.desc()))
        .offset(offset)
        .limit(limit)
        .load::<OutboxMailRow>(c)?;
    Ok((rows.into_iter().map(Into::into).collect(), total))
}

/// The mails to an address, newest first.
pub fn list_to(c: &mut Conn, address: &EmailAddress) -> StoreResult<Vec<OutboxMail>> {
    let to = outbox_mails::table.filter(outbox_mails::recipient.eq(address)).order(outbox_mails::created_at.desc());
    Ok(to.load::<OutboxMailRow>(c)?.into_iter().map(Into::into).collect())
}

/// How many mails whose keys begin so stand where.
pub fn count_by_key(c: &mut Conn, beginning: &str) -> StoreResult<Vec<(MailStatus, i64)>> {
    Ok(outbox_mails::table
        .filter(outbox_mails::dedupe_key.like(format!("{beginning}%")))
        .group_by(outbox_mails::status)
        .select((outbox_mails::status, diesel::dsl::count_star()))
        .load(c)?)
}

/// Forgets the mails whose keys begin so and that have not left. Returns how many.
pub fn delete_unsent(c: &mut Conn, beginning: &str) -> StoreResult<usize> {
    let unsent = outbox_mails::table
        .filter(outbox_mails::dedupe_key.like(format!("{beginning}%")))
        .filter(outbox_mails::status.eq_any([MailStatus::Waiting, MailStatus::Failed]));
    Ok(diesel::delete(unsent).execute(c)?)
}

/// How many mails stand where.
pub fn count_by_status(c: &mut Conn) -> StoreResult<Vec<(MailStatus, i64)>> {
    Ok(outbox_mails::table
        .group_by(outbox_mails::status)
        .select((outbox_mails::status, diesel::dsl::count_star()))
        .load(c)?)
}

/// How many mails of an edition stand where.
pub fn count_of_edition(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(MailStatus, i64)>> {
    Ok(outbox_mails::table
        .filter(outbox_mails::edition_id.eq(Some(edition)))
        .group_by(outbox_mails::status)
        .select((outbox_mails::status, diesel::dsl::count_star()))
        .load(c)?)
}

/// Puts the failed mails of an edition (one, or all) back in the queue. Returns how many.
pub fn retry_failed(c: &mut Conn, edition: EditionId, one: Option<MailId>, now: DateTime<Utc>) -> StoreResult<usize> {
    let failed = outbox_mails::table
        .filter(outbox_mails::edition_id.eq(Some(edition)))
        .filter(outbox_mails::status.eq(MailStatus::Failed));
    let again = (
        outbox_mails::status.eq(MailStatus::Waiting),
        outbox_mails::attempts.eq(0),
        outbox_mails::next_attempt_at.eq(At(now)),
    );
    Ok(match one {
        Some(id) => diesel::update(failed.filter(outbox_mails::id.eq(id))).set(again).execute(c)?,
        None => diesel::update(failed).set(again).execute(c)?,
    })
}
