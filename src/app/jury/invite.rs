//! Inviting a juror, inviting again, taking a juror off.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{deadline, juror_of};
use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Notice};
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult, FieldProblem, assignments};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::ids::{CategoryId, EditionId, JurorId, TokenId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::language::Language;
use crate::domain::notice::MailKind;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::text::{self, EmailAddress, TextError};
use crate::domain::token::{Token, TokenKind};
use crate::i18n::dates;
use crate::security::secret;
use crate::store::{self, Conn};

/// Longest name, organisation or title, in characters.
pub(super) const LINE_LIMIT: usize = 160;
/// Longest description of what a juror knows, in characters.
pub(super) const EXPERTISE_LIMIT: usize = 2000;
/// Greatest load that makes sense.
const MOST_LOAD: i32 = 1000;

/// Whom to invite, as typed.
#[derive(Debug, Clone, Default)]
pub struct Invitation {
    /// The address.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub organisation: String,
    /// What the person does there.
    pub title: String,
    /// The language of mails to this person; French unless told.
    pub language: Option<Language>,
    /// The languages the person reads.
    pub reads: Vec<Language>,
    /// The categories the person can judge; none means all.
    pub categories: Vec<CategoryId>,
    /// In the person's own words.
    pub expertise: String,
    /// Most entries in a round; none means no limit.
    pub max_load: Option<i32>,
}

/// Invites somebody to an edition's jury: the mail leaves with the transaction. Somebody who
/// declined, or was taken off, may be invited again.
pub fn invite(
    c: &mut Conn,
    actor: &Actor,
    edition: EditionId,
    invitation: Invitation,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Juror> {
    policy::can_organise(actor, edition, OrganiserAct::Run)?;
    let edition = store::editions::get(c, edition)?;
    check_takes_jurors(&edition)?;
    let known: Vec<CategoryId> = store::categories::list(c, edition.id)?.into_iter().map(|k| k.id).collect();
    let mut juror = checked(invitation, edition.id, &known, now)?;
    match store::jurors::find_by_email(c, edition.id, &juror.email)? {
        Some(before) if matches!(before.status, JurorStatus::Invited | JurorStatus::Accepted) => {
            return Err(AppError::field("email", "jury-problem-already-invited"));
        }
        Some(before) => {
            juror.id = before.id;
            juror.user_id = before.user_id;
            store::jurors::update(c, juror.clone())?;
        }
        None => store::jurors::insert(c, juror.clone())?,
    }
    send(c, &edition, &juror, public_url, now)?;
    let event = Event::new("juror.invited", "juror", juror.id)
        .edition(edition.id)
        .after(json!({ "name": juror.name, "email": juror.email }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(juror)
}

/// Sends a new link to somebody who has not answered; the old one dies.
pub fn resend(c: &mut Conn, actor: &Actor, juror: JurorId, public_url: &str, now: DateTime<Utc>) -> AppResult<Juror> {
    let (edition, mut juror) = juror_of(c, actor, juror, OrganiserAct::Run)?;
    if juror.status != JurorStatus::Invited {
        return Err(AppError::refused("jury-refused-answered"));
    }
    check_takes_jurors(&edition)?;
    juror.invited_at = now;
    store::jurors::update(c, juror.clone())?;
    send(c, &edition, &juror, public_url, now)?;
    let event = Event::new("juror.invited_again", "juror", juror.id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(juror)
}

/// Takes somebody off the jury: the link dies, assignments without a scorecard handed in are taken
/// back; scorecards that were handed in stay. Returns how many assignments were taken back.
pub fn revoke(c: &mut Conn, actor: &Actor, juror: JurorId, now: DateTime<Utc>) -> AppResult<usize> {
    let (edition, mut juror) = juror_of(c, actor, juror, OrganiserAct::Run)?;
    if juror.status == JurorStatus::Revoked {
        return Ok(0);
    }
    let before = juror.status;
    juror.status = JurorStatus::Revoked;
    store::tokens::kill_of_juror(c, juror.id, now)?;
    store::jurors::update(c, juror.clone())?;
    let withdrawn = assignments::withdraw_open_of_juror(c, actor, juror.id, now)?;
    let event = Event::new("juror.revoked", "juror", juror.id)
        .edition(edition.id)
        .before(json!({ "status": before }))
        .after(json!({ "status": juror.status, "assignments_withdrawn": withdrawn }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(withdrawn)
}

fn check_takes_jurors(edition: &Edition) -> AppResult<()> {
    if edition.is_announced() { Err(AppError::refused("jury-refused-announced")) } else { Ok(()) }
}

/// A new link, and the mail that carries it.
fn send(c: &mut Conn, edition: &Edition, juror: &Juror, public_url: &str, now: DateTime<Utc>) -> AppResult<()> {
    store::tokens::kill_of_juror(c, juror.id, now)?;
    let secret = secret::random();
    let token = Token {
        id: TokenId::new(),
        kind: TokenKind::Invitation,
        user_id: None,
        juror_id: Some(juror.id),
        hash: secret::hash(&secret),
        created_at: now,
        expires_at: now + TokenKind::Invitation.life(),
        used_at: None,
    };
    let dedupe_key = format!("invitation:{}", token.id);
    store::tokens::insert(c, token)?;
    let until = deadline(c, edition)?;
    let language = juror.language;
    let notice = Notice {
        kind: MailKind::Invitation,
        to: juror.email.clone(),
        name: juror.name.clone(),
        language,
        params: json!({
            "edition": edition.name.get(language),
            "deadline": dates::day(language, until, edition.zone()),
            "url": format!("{public_url}/{language}/jury/invitation/{secret}"),
        }),
        dedupe_key,
    };
    outbox::enqueue_for(c, edition.id, notice, now)?;
    Ok(())
}

/// The juror that an invitation makes, or everything that is wrong with it.
pub(super) fn checked(
    invitation: Invitation,
    edition: EditionId,
    known: &[CategoryId],
    now: DateTime<Utc>,
) -> AppResult<Juror> {
    let mut problems = Vec::new();
    let email =
        EmailAddress::parse(&invitation.email).map_err(|error| problems.push(text_problem("email", error))).ok();
    let name = line("name", &invitation.name, true, &mut problems);
    let organisation = line("organisation", &invitation.organisation, false, &mut problems);
    let title = line("title", &invitation.title, false, &mut problems);
    let expertise = text::paragraphs(&invitation.expertise, EXPERTISE_LIMIT)
        .map_err(|error| problems.push(text_problem("expertise", error)))
        .unwrap_or_default();
    if invitation.reads.is_empty() {
        problems.push(FieldProblem::new("reads", "jury-problem-reads"));
    }
    if invitation.max_load.is_some_and(|load| !(1..=MOST_LOAD).contains(&load)) {
        problems.push(FieldProblem::new("max_load", "jury-problem-load").arg("most", MOST_LOAD));
    }
    if invitation.categories.iter().any(|category| !known.contains(category)) {
        problems.push(FieldProblem::new("categories", "jury-problem-category"));
    }
    let Some(email) = email.filter(|_| problems.is_empty()) else { return Err(AppError::Invalid(problems)) };
    Ok(Juror {
        id: JurorId::new(),
        edition_id: edition,
        user_id: None,
        email,
        name,
        organisation,
        title,
        language: invitation.language.unwrap_or(Language::French),
        reads: invitation.reads,
        categories: invitation.categories,
        expertise,
        status: JurorStatus::Invited,
        decline_reason: None,
        charter_accepted_at: None,
        conflicts_declared_at: None,
        max_load: invitation.max_load,
        invited_at: now,
        responded_at: None,
        preferences: BTreeMap::new(),
    })
}

fn line(field: &str, typed: &str, required: bool, problems: &mut Vec<FieldProblem>) -> String {
    match text::line(typed, LINE_LIMIT) {
        Ok(text) => text,
        Err(TextError::Empty) if !required => String::new(),
        Err(error) => {
            problems.push(text_problem(field, error));
            String::new()
        }
    }
}
