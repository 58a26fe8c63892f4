//! Wishes to be forgotten, and forgetting: what tells of a person goes, what counts stays.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{
    collaborators, conflicts, entries, entry_files, entry_notes, entry_presence, entry_revisions, entry_snapshots,
    entry_views, erasure_requests, jurors, openings, organisations, organisers, outbox_mails, refusals,
    scorecard_revisions, scorecards, sessions, tokens,
};
use super::types::{At, Json};
use crate::domain::erasure::{ErasureRequest, NOBODY};
use crate::domain::file::SnapshotFile;
use crate::domain::form::Answers;
use crate::domain::ids::{AssignmentId, EntryId, ErasureId, JurorId, OrganisationId, ScorecardId, UserId};
use crate::domain::notice::MailStatus;
use crate::domain::organisation::Profile;
use crate::domain::text::EmailAddress;

row!(ErasureRow of ErasureRequest in erasure_requests {
    id: ErasureId, user_id: UserId, asked_at: At, done_by: Option<UserId>, done_at: Option<At>,
});

/// The request of an id.
pub fn get(c: &mut Conn, id: ErasureId) -> StoreResult<ErasureRequest> {
    Ok(erasure_requests::table.find(id).first::<ErasureRow>(c)?.into())
}

/// The request of a person that waits.
pub fn find_waiting(c: &mut Conn, user: UserId) -> StoreResult<Option<ErasureRequest>> {
    let of = erasure_requests::table.filter(erasure_requests::user_id.eq(user));
    let waiting = of.filter(erasure_requests::done_at.is_null());
    Ok(waiting.first::<ErasureRow>(c).optional_row()?.map(Into::into))
}

/// Every request, the oldest first.
pub fn list(c: &mut Conn) -> StoreResult<Vec<ErasureRequest>> {
    let all = erasure_requests::table.order(erasure_requests::asked_at);
    Ok(all.load::<ErasureRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new request.
pub fn insert(c: &mut Conn, request: ErasureRequest) -> StoreResult<()> {
    diesel::insert_into(erasure_requests::table).values(ErasureRow::from(request)).execute(c)?;
    Ok(())
}

/// Every field of a request.
pub fn update(c: &mut Conn, request: ErasureRequest) -> StoreResult<()> {
    diesel::update(erasure_requests::table.find(request.id)).set(ErasureRow::from(request)).execute(c)?;
    Ok(())
}

/// Takes a request back.
pub fn delete(c: &mut Conn, id: ErasureId) -> StoreResult<()> {
    diesel::delete(erasure_requests::table.find(id)).execute(c)?;
    Ok(())
}

/// The bytes that are to go from where files lie, once this is committed.
fn let_go(c: &mut Conn, keys: Vec<String>, now: DateTime<Utc>) -> StoreResult<()> {
    for key in keys {
        super::erased_files::let_go(c, &key, now)?;
    }
    Ok(())
}

/// Empties an entry: answers, history, files, who works on it. What was submitted keeps its hash and number, and,
/// where `keeps_title`, what it was called.
pub fn empty_entry(c: &mut Conn, id: EntryId, keeps_title: bool, now: DateTime<Utc>) -> StoreResult<()> {
    let files = entry_files::table.filter(entry_files::entry_id.eq(id));
    let keys: Vec<String> = files.select(entry_files::storage_key).load(c)?;
    let_go(c, keys, now)?;
    diesel::delete(entry_files::table.filter(entry_files::entry_id.eq(id))).execute(c)?;
    diesel::delete(entry_revisions::table.filter(entry_revisions::entry_id.eq(id))).execute(c)?;
    diesel::delete(entry_presence::table.filter(entry_presence::entry_id.eq(id))).execute(c)?;
    diesel::delete(collaborators::table.filter(collaborators::entry_id.eq(id))).execute(c)?;
    diesel::delete(entry_notes::table.filter(entry_notes::entry_id.eq(id))).execute(c)?;
    diesel::delete(refusals::table.find(id)).execute(c)?;
    super::gallery::withdraw(c, id)?;
    super::entry_words::delete(c, id)?;
    diesel::delete(openings::table.filter(openings::entry_id.eq(Some(id)))).execute(c)?;
    diesel::update(entries::table.find(id))
        .set((
            entries::answers.eq(Json(Answers::new())),
            entries::screening_reason.eq(None::<String>),
            entries::import_key.eq(None::<String>),
        ))
        .execute(c)?;
    let snapshots = entry_snapshots::table.filter(entry_snapshots::entry_id.eq(id));
    diesel::update(snapshots)
        .set((
            entry_snapshots::answers.eq(Json(Answers::new())),
            entry_snapshots::files.eq(Json(Vec::<SnapshotFile>::new())),
        ))
        .execute(c)?;
    if !keeps_title {
        diesel::update(entries::table.find(id))
            .set((entries::title.eq(NOBODY), entries::search.eq(entries::reference)))
            .execute(c)?;
        diesel::update(snapshots)
            .set((entry_snapshots::title.eq(NOBODY), entry_snapshots::organisation_name.eq(NOBODY)))
            .execute(c)?;
    }
    Ok(())
}

/// Empties the profile of a startup; its name stays where `keeps_name`.
pub fn empty_organisation(c: &mut Conn, id: OrganisationId, keeps_name: bool, now: DateTime<Utc>) -> StoreResult<()> {
    let logo: Option<String> = organisations::table.find(id).select(organisations::logo_key).first(c)?;
    let_go(c, logo.into_iter().collect(), now)?;
    diesel::update(organisations::table.find(id))
        .set((
            organisations::website.eq(""),
            organisations::city.eq(""),
            organisations::profile.eq(Json(Profile::default())),
            organisations::logo_key.eq(None::<String>),
        ))
        .execute(c)?;
    if !keeps_name {
        diesel::update(organisations::table.find(id))
            .set(organisations::name.eq(format!("{NOBODY} {id}")))
            .execute(c)?;
    }
    Ok(())
}

/// Leaves of a juror what counts: assignments and scores.
pub fn empty_juror(c: &mut Conn, id: JurorId, nobody: &EmailAddress) -> StoreResult<()> {
    diesel::delete(openings::table.filter(openings::juror_id.eq(Some(id)))).execute(c)?;
    diesel::delete(tokens::table.filter(tokens::juror_id.eq(Some(id)))).execute(c)?;
    diesel::update(conflicts::table.filter(conflicts::juror_id.eq(id))).set(conflicts::reason.eq("")).execute(c)?;
    let assigned = super::assignments::list_of_juror(c, id)?;
    let assigned: Vec<AssignmentId> = assigned.into_iter().map(|assignment| assignment.id).collect();
    let sheets = scorecards::table.filter(scorecards::assignment_id.eq_any(assigned.clone()));
    let sheets: Vec<ScorecardId> = sheets.select(scorecards::id).load(c)?;
    diesel::delete(scorecard_revisions::table.filter(scorecard_revisions::scorecard_id.eq_any(sheets))).execute(c)?;
    diesel::update(scorecards::table.filter(scorecards::assignment_id.eq_any(assigned)))
        .set((scorecards::comment.eq(""), scorecards::note.eq("")))
        .execute(c)?;
    diesel::update(jurors::table.find(id))
        .set((
            jurors::email.eq(nobody.clone()),
            jurors::name.eq(NOBODY),
            jurors::organisation.eq(""),
            jurors::title.eq(""),
            jurors::expertise.eq(""),
            jurors::decline_reason.eq(None::<String>),
        ))
        .execute(c)?;
    Ok(())
}

/// The places of a person on juries.
pub fn list_juror_ids(c: &mut Conn, user: UserId, email: &EmailAddress) -> StoreResult<Vec<JurorId>> {
    let of = jurors::table.filter(jurors::user_id.eq(Some(user)).or(jurors::email.eq(email.clone())));
    Ok(of.select(jurors::id).load(c)?)
}

/// Forgets mails to an address: what waits is not sent, of what left stays that it left.
pub fn empty_mails(c: &mut Conn, email: &EmailAddress, nobody: &EmailAddress) -> StoreResult<()> {
    let to = || outbox_mails::table.filter(outbox_mails::recipient.eq(email.clone()));
    let unsent = [MailStatus::Waiting, MailStatus::Failed];
    diesel::delete(to().filter(outbox_mails::status.eq_any(unsent))).execute(c)?;
    diesel::update(to())
        .set((
            outbox_mails::recipient.eq(nobody.clone()),
            outbox_mails::recipient_name.eq(""),
            outbox_mails::params.eq(Json(serde_json::json!({}))),
            outbox_mails::last_error.eq(None::<String>),
        ))
        .execute(c)?;
    Ok(())
}

/// Ends what an account could do: sessions, links, roles, invitations.
pub fn end_account(c: &mut Conn, user: UserId, email: &EmailAddress) -> StoreResult<()> {
    super::second_factors::delete(c, user)?;
    diesel::delete(sessions::table.filter(sessions::user_id.eq(user))).execute(c)?;
    diesel::delete(tokens::table.filter(tokens::user_id.eq(Some(user)))).execute(c)?;
    diesel::delete(organisers::table.filter(organisers::user_id.eq(user))).execute(c)?;
    diesel::delete(entry_presence::table.filter(entry_presence::user_id.eq(user))).execute(c)?;
    diesel::delete(entry_views::table.filter(entry_views::user_id.eq(user))).execute(c)?;
    let invited = collaborators::user_id.eq(Some(user)).or(collaborators::email.eq(email.clone()));
    diesel::delete(collaborators::table.filter(invited)).execute(c)?;
    Ok(())
}

/// Forgets what mails said that left before an instant; how many.
pub fn empty_mails_before(c: &mut Conn, before: DateTime<Utc>) -> StoreResult<usize> {
    let empty = Json(serde_json::json!({}));
    let old = outbox_mails::table
        .filter(outbox_mails::status.eq(MailStatus::Sent))
        .filter(outbox_mails::sent_at.lt(Some(At(before))))
        .filter(outbox_mails::params.ne(empty.clone()));
    Ok(diesel::update(old).set(outbox_mails::params.eq(empty)).execute(c)?)
}
