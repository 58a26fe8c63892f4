//! Mails that organisers write themselves: to whom, in which words, and when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::editions::texts::{NAME_LIMIT, Reader};
use super::editions::{self, Opened};
use super::outbox::{self, Notice, Standing};
use super::screening::{Chosen, entries_of};
use super::{AppError, AppResult, FieldProblem, problems};
use crate::domain::audit::AuditActor;
use crate::domain::campaign::{
    Audience, Campaign, CampaignStatus, Recipient, TYPED_FROM, VARIABLES, filled, unknown_variable,
};
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus, Screening};
use crate::domain::ids::{CampaignId, CategoryId};
use crate::domain::juror::JurorStatus;
use crate::domain::language::{Language, Localised};
use crate::domain::notice::MailKind;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round;
use crate::domain::text::EmailAddress;
use crate::domain::user::User;
use crate::i18n::{dates, zones};
use crate::store::{self, Conn};

/// Ticked like a group: the applicants who were picked one by one.
pub const PICKED: &str = "picked";
/// Longest text, in characters.
const TEXT_LIMIT: usize = 6000;

/// A campaign as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CampaignText {
    /// The words of the groups that are ticked.
    pub audience: Vec<String>,
    /// The code of a category, or empty.
    pub category: String,
    /// Its subject.
    pub subject: Localised,
    /// What it says.
    pub text: Localised,
    /// The version that the form was made from.
    pub version: String,
}

/// A campaign with what its page shows.
#[derive(Debug, Clone)]
pub struct CampaignView {
    /// The edition.
    pub opened: Opened,
    /// The campaign.
    pub campaign: Campaign,
    /// To whom: as it would be ordered now, or as it was.
    pub recipients: Vec<Recipient>,
    /// How its mails stand.
    pub mails: Standing,
}

impl CampaignView {
    /// What the list of recipients is now: whoever orders says what they saw.
    pub fn seen(&self) -> String {
        super::fingerprint(&self.recipients)
    }

    /// Whether their number has to be typed.
    pub fn is_typed(&self) -> bool {
        self.recipients.len() >= TYPED_FROM
    }
}

/// The campaigns of an edition, newest first, with how their mails stand.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Opened, Vec<(Campaign, Standing)>)> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Run)?;
    let mut all = Vec::new();
    for campaign in store::campaigns::list(c, opened.edition.id)? {
        let mails = mails(c, campaign.id)?;
        all.push((campaign, mails));
    }
    Ok((opened, all))
}

/// One campaign.
pub fn get(c: &mut Conn, actor: &Actor, slug: &str, id: CampaignId) -> AppResult<CampaignView> {
    let opened = editions::open(c, actor, slug, OrganiserAct::Run)?;
    let campaign = store::campaigns::get(c, id)?;
    if campaign.edition_id != opened.edition.id {
        return Err(AppError::NotFound);
    }
    let recipients = match campaign.status {
        CampaignStatus::Draft => recipients(c, &opened.edition, &campaign)?,
        _ => campaign.recipients.clone(),
    };
    Ok(CampaignView { mails: mails(c, id)?, opened, campaign, recipients })
}

/// How the keys of a campaign's mails begin.
fn mails_of(id: CampaignId) -> String {
    format!("campaign:{id}:")
}

fn mails(c: &mut Conn, id: CampaignId) -> AppResult<Standing> {
    Ok(outbox::standing(c, &mails_of(id))?)
}

/// Whoever was picked or is in a group that is ticked, each person once, by address.
fn recipients(c: &mut Conn, edition: &Edition, campaign: &Campaign) -> AppResult<Vec<Recipient>> {
    let mut found: BTreeMap<EmailAddress, Recipient> = BTreeMap::new();
    let groups = &campaign.audience;
    for picked in &campaign.recipients {
        // As they are now: a name or a language may have changed, or the account be gone.
        if let Some(user) = store::users::find_by_email(c, &picked.email)? {
            found.insert(user.email.clone(), applicant(user));
        }
    }
    if groups.iter().any(|group| !group.is_of_jury()) {
        let filter = store::entries::EntryFilter { category: campaign.category_id, ..Default::default() };
        let (entries, _) = store::entries::list(c, edition.id, &filter, 0, i64::MAX)?;
        let wanted = entries.iter().filter(|entry| group_of(entry).is_some_and(|group| groups.contains(&group)));
        let owners: Vec<_> = wanted.map(|entry| entry.owner_id).collect();
        for user in store::users::list(c, &owners)? {
            found.insert(user.email.clone(), applicant(user));
        }
    }
    if groups.iter().any(|group| group.is_of_jury()) {
        for juror in store::jurors::list(c, edition.id)? {
            let group = match juror.status {
                JurorStatus::Invited => Audience::Invited,
                JurorStatus::Accepted => Audience::Jurors,
                JurorStatus::Declined | JurorStatus::Revoked => continue,
            };
            if groups.contains(&group) {
                let (name, language) = (juror.name, juror.language);
                found.insert(juror.email.clone(), Recipient { email: juror.email, name, language, is_juror: true });
            }
        }
    }
    let mut recipients: Vec<Recipient> = found.into_values().collect();
    recipients.sort_by(|a, b| (a.is_juror, &a.name, &a.email).cmp(&(b.is_juror, &b.name, &b.email)));
    Ok(recipients)
}

fn applicant(user: User) -> Recipient {
    Recipient { email: user.email, name: user.name, language: user.language, is_juror: false }
}

/// The group of an entry's applicant.
fn group_of(entry: &Entry) -> Option<Audience> {
    match (entry.status, entry.screening) {
        (EntryStatus::Draft, _) => Some(Audience::Drafts),
        (EntryStatus::Returned, _) => Some(Audience::Returned),
        (EntryStatus::Submitted, Screening::Eligible) => Some(Audience::Eligible),
        (EntryStatus::Submitted, Screening::Ineligible) => Some(Audience::Ineligible),
        (EntryStatus::Submitted, Screening::Pending | Screening::Returned) => Some(Audience::Pending),
        (EntryStatus::Withdrawn, _) => None,
    }
}

/// Begins a campaign: an empty draft, to nobody.
pub fn begin(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<CampaignId> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    begin_to(c, actor, &edition, Vec::new(), now)
}

/// Begins a campaign to the applicants of the entries that were chosen.
pub fn begin_to_chosen(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    chosen: &Chosen,
    now: DateTime<Utc>,
) -> AppResult<CampaignId> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    let owners: Vec<_> = entries_of(c, edition.id, chosen)?.iter().map(|entry| entry.owner_id).collect();
    let picked = store::users::list(c, &owners)?.into_iter().map(applicant).collect();
    begin_to(c, actor, &edition, picked, now)
}

fn begin_to(
    c: &mut Conn,
    actor: &Actor,
    edition: &Edition,
    recipients: Vec<Recipient>,
    now: DateTime<Utc>,
) -> AppResult<CampaignId> {
    let campaign = Campaign {
        id: CampaignId::new(),
        edition_id: edition.id,
        audience: Vec::new(),
        category_id: None,
        subject: Localised::default(),
        text: Localised::default(),
        status: CampaignStatus::Draft,
        recipients,
        send_at: None,
        written_by: actor.user_id,
        written_at: now,
        ordered_by: None,
        version: 1,
    };
    store::campaigns::insert(c, campaign.clone())?;
    note(c, actor, &campaign, "campaign.begun", now)?;
    Ok(campaign.id)
}

/// A campaign that is being written.
fn draft(c: &mut Conn, actor: &Actor, slug: &str, id: CampaignId) -> AppResult<CampaignView> {
    let view = get(c, actor, slug, id)?;
    if view.campaign.status == CampaignStatus::Draft {
        Ok(view)
    } else {
        Err(AppError::refused("campaign-refused-ordered"))
    }
}

/// Saves what was typed: also what is not complete yet.
pub fn save(c: &mut Conn, actor: &Actor, slug: &str, id: CampaignId, typed: &CampaignText) -> AppResult<()> {
    let CampaignView { opened, campaign, .. } = draft(c, actor, slug, id)?;
    let mut reader = Reader::default();
    let is_picked = typed.audience.iter().any(|word| word == PICKED);
    let written = Campaign {
        audience: Audience::ALL.iter().copied().filter(|x| typed.audience.iter().any(|t| t == x.as_str())).collect(),
        category_id: category(c, &opened.edition, &typed.category)?,
        subject: reader.line("subject", &typed.subject, NAME_LIMIT, false),
        text: reader.paragraphs("text", &typed.text, TEXT_LIMIT),
        recipients: if is_picked { campaign.recipients.clone() } else { Vec::new() },
        ..campaign.clone()
    };
    for (field, texts) in [("subject", &written.subject), ("text", &written.text)] {
        for language in Language::ALL {
            if let Some(word) = unknown_variable(texts.exact(*language), &VARIABLES) {
                let problem = FieldProblem::new(format!("{field}_{language}"), "campaign-problem-variable");
                reader.problems.push(problem.arg("word", word.to_owned()));
            }
        }
    }
    let written = reader.finish(written)?;
    if written == campaign {
        return Ok(());
    }
    if typed.version != campaign.version.to_string() {
        return Err(AppError::Stale);
    }
    Ok(store::campaigns::update(c, written)?)
}

fn category(c: &mut Conn, edition: &Edition, code: &str) -> AppResult<Option<CategoryId>> {
    let categories = store::categories::list(c, edition.id)?;
    Ok(categories.iter().find(|category| category.code == code).map(|category| category.id))
}

/// Forgets a draft.
pub fn remove(c: &mut Conn, actor: &Actor, slug: &str, id: CampaignId, now: DateTime<Utc>) -> AppResult<()> {
    let view = draft(c, actor, slug, id)?;
    store::campaigns::delete(c, id)?;
    note(c, actor, &view.campaign, "campaign.removed", now)
}

/// What one mail of a campaign says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Recipient,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// Where its button leads.
    pub url: String,
}

/// What a recipient will read. A language that was not written falls back to the first that was.
pub fn letter(
    c: &mut Conn,
    edition: &Edition,
    campaign: &Campaign,
    to: &Recipient,
    public_url: &str,
) -> AppResult<Letter> {
    let (language, zone) = (to.language, edition.zone());
    let closes_at = if to.is_juror {
        round::current(&store::rounds::list(c, edition.id)?).map_or(edition.closes_at, |round| round.closes_at)
    } else {
        edition.closes_at
    };
    let deadline = zones::instant(language, closes_at, zone);
    let values = [("name", to.name.as_str()), ("edition", edition.name.get(language)), ("deadline", deadline.as_str())];
    let path = if to.is_juror { format!("jury/{}/", edition.slug) } else { "entries/".to_owned() };
    Ok(Letter {
        to: to.clone(),
        subject: filled(campaign.subject.get(language), &values),
        text: filled(campaign.text.get(language), &values),
        url: format!("{public_url}/{language}/{path}"),
    })
}

/// When a campaign leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// The time as typed in the edition's zone; none: now.
    pub send_at: Option<String>,
    /// How many recipients, as typed.
    pub count: String,
    /// The list that was seen.
    pub seen: String,
}

/// Orders a campaign, to exactly the list that was seen. [`AppError::Stale`] when the list is another now.
pub fn order(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: CampaignId,
    order: &Order,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<CampaignStatus> {
    let view = draft(c, actor, slug, id)?;
    if view.recipients.is_empty() {
        return Err(AppError::refused("campaign-refused-nobody"));
    }
    let missing = missing_languages(&view);
    if !missing.is_empty() {
        let problem = |language: &Language| FieldProblem::new(format!("text_{language}"), "campaign-problem-language");
        return Err(AppError::Invalid(missing.iter().map(problem).collect()));
    }
    if order.seen != view.seen() {
        return Err(AppError::Stale);
    }
    if view.is_typed() && order.count.trim() != view.recipients.len().to_string() {
        return Err(AppError::field("count", "campaign-problem-count"));
    }
    let send_at = match &order.send_at {
        None => now,
        Some(typed) => dates::parse_input(typed, view.opened.edition.zone())
            .map_err(|error| AppError::field("send_at", problems::date_problem(error)))?,
    };
    if send_at < now {
        return Err(AppError::field("send_at", "announce-problem-past"));
    }
    let ordered = Campaign {
        status: CampaignStatus::Scheduled,
        recipients: view.recipients,
        send_at: Some(send_at),
        ordered_by: Some(actor.user_id),
        ..view.campaign
    };
    store::campaigns::update(c, ordered.clone())?;
    note(c, actor, &ordered, "campaign.ordered", now)?;
    if send_at > now {
        return Ok(CampaignStatus::Scheduled);
    }
    let ordered = store::campaigns::get(c, id)?;
    send(c, ordered, public_url, now)?;
    Ok(CampaignStatus::Sent)
}

/// The languages of recipients in which subject or text is missing.
pub fn missing_languages(view: &CampaignView) -> Vec<Language> {
    let is_read = |language: &&Language| view.recipients.iter().any(|to| to.language == **language);
    let is_missing = |language: &&Language| {
        view.campaign.subject.exact(**language).is_empty() || view.campaign.text.exact(**language).is_empty()
    };
    Language::ALL.iter().filter(is_read).filter(is_missing).copied().collect()
}

/// Puts the mails of a campaign in the queue: each address once, however often this runs.
fn send(c: &mut Conn, campaign: Campaign, public_url: &str, now: DateTime<Utc>) -> AppResult<()> {
    let edition = store::editions::get(c, campaign.edition_id)?;
    for to in &campaign.recipients {
        let letter = letter(c, &edition, &campaign, to, public_url)?;
        let key = format!("{}{}", mails_of(campaign.id), to.email);
        outbox::enqueue_for(c, edition.id, notice(letter, key), now)?;
    }
    store::campaigns::update(c, Campaign { status: CampaignStatus::Sent, ..campaign })?;
    Ok(())
}

fn notice(letter: Letter, dedupe_key: String) -> Notice {
    Notice {
        kind: MailKind::Campaign,
        to: letter.to.email,
        name: letter.to.name,
        language: letter.to.language,
        params: json!({ "subject": letter.subject, "text": letter.text, "url": letter.url }),
        dedupe_key,
    }
}

/// Sends the campaigns whose instant has come. Returns how many.
pub fn send_due(c: &mut Conn, public_url: &str, now: DateTime<Utc>) -> AppResult<usize> {
    let due = store::campaigns::list_due(c, now)?;
    let count = due.len();
    for campaign in due {
        send(c, campaign, public_url, now)?;
    }
    Ok(count)
}

/// Sends the organiser what a recipient would read, in a language.
pub fn test(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: CampaignId,
    language: Language,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let view = get(c, actor, slug, id)?;
    let me = store::users::get(c, actor.user_id)?;
    let is_juror = view.campaign.audience.iter().any(|group| group.is_of_jury());
    let to = Recipient { email: me.email, name: me.name, language, is_juror };
    let letter = letter(c, &view.opened.edition, &view.campaign, &to, public_url)?;
    if letter.subject.is_empty() || letter.text.is_empty() {
        return Err(AppError::refused("campaign-refused-empty"));
    }
    let key = format!("test:{id}:{}:{}", actor.user_id, now.timestamp_micros());
    outbox::enqueue_for(c, view.opened.edition.id, notice(letter, key), now)?;
    Ok(())
}

/// Calls off a campaign that is scheduled, or stops the mails of one that have not left.
pub fn stop(c: &mut Conn, actor: &Actor, slug: &str, id: CampaignId, now: DateTime<Utc>) -> AppResult<usize> {
    let view = get(c, actor, slug, id)?;
    let stopped = match view.campaign.status {
        CampaignStatus::Scheduled => {
            let cancelled = Campaign { status: CampaignStatus::Cancelled, ..view.campaign.clone() };
            store::campaigns::update(c, cancelled)?;
            view.recipients.len()
        }
        CampaignStatus::Sent => store::outbox::delete_unsent(c, &mails_of(id))?,
        CampaignStatus::Draft | CampaignStatus::Cancelled => 0,
    };
    if stopped == 0 {
        return Err(AppError::refused("campaign-refused-left"));
    }
    note(c, actor, &view.campaign, "campaign.stopped", now)?;
    Ok(stopped)
}

fn note(c: &mut Conn, actor: &Actor, campaign: &Campaign, action: &'static str, now: DateTime<Utc>) -> AppResult<()> {
    let event = Event::new(action, "campaign", campaign.id)
        .edition(campaign.edition_id)
        .after(json!({ "recipients": campaign.recipients.len(), "send_at": campaign.send_at }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
