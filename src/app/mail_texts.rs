//! The words of an edition in the mails that leave by themselves.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::editions::texts::{NAME_LIMIT, Reader, SENTENCE_LIMIT};
use super::editions::{self, Opened};
use super::outbox::{self, Notice};
use super::{AppError, AppResult, FieldProblem};
use crate::domain::audit::AuditActor;
use crate::domain::campaign::unknown_variable;
use crate::domain::edition::Edition;
use crate::domain::language::{Language, Localised};
use crate::domain::mail_text::{KINDS, MailText, variables};
use crate::domain::notice::{MailKind, OutboxMail};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::i18n::{dates, zones};
use crate::store::{self, Conn};

/// Words as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The subject.
    pub subject: Localised,
    /// What it says.
    pub text: Localised,
    /// The version that the form was made from.
    pub version: String,
}

/// A kind of mail with the words of the edition.
#[derive(Debug, Clone)]
pub struct MailTextView {
    /// The edition.
    pub opened: Opened,
    /// The words; empty where the usual ones stand.
    pub text: MailText,
    /// A mail to show: the newest that was queued for a real recipient, or a made-up one.
    pub sample: OutboxMail,
    /// Whether it was really queued.
    pub is_real: bool,
}

fn blank(edition: &Edition, kind: MailKind) -> MailText {
    let (subject, text) = (Localised::default(), Localised::default());
    MailText { edition_id: edition.id, kind, subject, text, version: 0 }
}

/// Each kind, with whether it has words of the edition's own.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<(MailKind, bool)>> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    let own = store::mail_texts::list(c, edition.id)?;
    Ok(KINDS.iter().map(|kind| (*kind, own.iter().any(|text| text.kind == *kind))).collect())
}

/// One kind.
pub fn view(c: &mut Conn, actor: &Actor, slug: &str, kind: MailKind, now: DateTime<Utc>) -> AppResult<MailTextView> {
    if !KINDS.contains(&kind) {
        return Err(AppError::NotFound);
    }
    let opened = editions::open(c, actor, slug, OrganiserAct::Run)?;
    let text = store::mail_texts::find(c, opened.edition.id, kind)?.unwrap_or_else(|| blank(&opened.edition, kind));
    let real = store::outbox::find_last_of_kind(c, opened.edition.id, kind)?;
    let is_real = real.is_some();
    let sample = match real {
        // A link with which its recipient acts is nobody else's to see.
        Some(mut mail) if kind.has_secret_link() => {
            mail.params["url"] = "…".into();
            mail
        }
        Some(mail) => mail,
        None => made_up(c, actor, &opened.edition, kind, now)?,
    };
    Ok(MailTextView { opened, text, sample, is_real })
}

/// A mail to the person who looks, with something for everything that the words may name.
fn made_up(
    c: &mut Conn,
    actor: &Actor,
    edition: &Edition,
    kind: MailKind,
    now: DateTime<Utc>,
) -> AppResult<OutboxMail> {
    let me = store::users::get(c, actor.user_id)?;
    let language = me.language;
    let category = store::categories::list(c, edition.id)?.into_iter().next();
    let prize = store::categories::list_prizes(c, edition.id)?.into_iter().next();
    let at = |at: DateTime<Utc>| zones::instant(language, at, edition.zone());
    let params = json!({
        "edition": edition.name.get(language),
        "entry": "Saqya",
        "reference": format!("{}-ABC-001", edition.year),
        "category": category.map(|x| x.name.get(language).to_owned()).unwrap_or_default(),
        "time": at(now),
        "deadline": at(edition.closes_at),
        "results": dates::day(language, edition.results_on, edition.zone()),
        "reason": "…",
        "host": me.name,
        "address": me.email,
        "outcome": prize.as_ref().map(|x| x.name.get(language).to_owned()).unwrap_or_default(),
        "prize": prize.map(|x| x.name.get(language).to_owned()).unwrap_or_default(),
        "hash": "0".repeat(64),
        "count": 3,
        "url": "",
    });
    let notice = Notice { kind, to: me.email, name: me.name, language, params, dedupe_key: String::new() };
    Ok(notice.into_mail(Some(edition.id), now))
}

fn read(kind: MailKind, typed: &Words) -> AppResult<(Localised, Localised)> {
    let mut reader = Reader::default();
    let subject = reader.line("subject", &typed.subject, NAME_LIMIT, false);
    let text = reader.paragraphs("text", &typed.text, SENTENCE_LIMIT * 5);
    for (field, texts) in [("subject", &subject), ("text", &text)] {
        for language in Language::ALL {
            if let Some(word) = unknown_variable(texts.exact(*language), variables(kind)) {
                let problem = FieldProblem::new(format!("{field}_{language}"), "mail-texts-problem-variable");
                reader.problems.push(problem.arg("word", word));
            }
        }
    }
    reader.finish((subject, text))
}

/// Saves the words of a kind. Empty in every language: the usual words stand again.
pub fn save(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    kind: MailKind,
    typed: &Words,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let view = view(c, actor, slug, kind, now)?;
    let (subject, text) = read(kind, typed)?;
    if (&subject, &text) == (&view.text.subject, &view.text.text) {
        return Ok(());
    }
    if typed.version != view.text.version.to_string() {
        return Err(AppError::Stale);
    }
    let edition = view.opened.edition.id;
    if subject.is_empty() && text.is_empty() {
        store::mail_texts::delete(c, edition, kind)?;
    } else {
        let version = view.text.version + 1;
        store::mail_texts::put(c, MailText { subject, text, version, ..view.text })?;
    }
    let event = Event::new("mail_text.changed", "edition", edition).edition(edition).after(json!({ "kind": kind }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Sends a mail of this kind to whoever asks, in a language.
pub fn test(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    kind: MailKind,
    (language, public_url): (Language, &str),
    now: DateTime<Utc>,
) -> AppResult<()> {
    let view = view(c, actor, slug, kind, now)?;
    let me = store::users::get(c, actor.user_id)?;
    let mut params = made_up(c, actor, &view.opened.edition, kind, now)?.params;
    params["url"] = format!("{public_url}/{language}/organiser/{slug}/mail-texts/{kind}").into();
    let notice = Notice {
        kind,
        to: me.email,
        name: me.name,
        language,
        params,
        dedupe_key: format!("test:{kind}:{}:{}", actor.user_id, now.timestamp_micros()),
    };
    outbox::enqueue_for(c, view.opened.edition.id, notice, now)?;
    Ok(())
}
