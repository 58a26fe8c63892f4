//! What is kept about a person, for that person (law 09-08, GDPR articles 15 and 20): account, entries, own
//! scorecards, mails.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::app::AppResult;
use crate::domain::entry::Entry;
use crate::domain::file::EntryFile;
use crate::domain::ids::UserId;
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// What is kept about a person.
#[derive(Debug, Clone)]
pub struct PersonalData {
    /// Account, entries, places on juries, own sheets, mails.
    pub data: Value,
    /// The files of their entries.
    pub files: Vec<EntryFile>,
}

/// What is kept about the actor. Nothing of what others gave or decided: their scores, and what organisers
/// note of an entry before it is told.
pub fn personal_data(c: &mut Conn, actor: &Actor) -> AppResult<PersonalData> {
    let user = store::users::get(c, actor.user_id)?;
    let (mut entries, mut files) = (Vec::new(), Vec::new());
    for entry in store::entries::list_of_owner(c, user.id)? {
        let attached = store::entry_files::list(c, entry.id)?;
        entries.push(of_entry(c, &entry, &attached)?);
        files.extend(attached);
    }
    let mut mails = Vec::new();
    for mail in store::outbox::list_to(c, &user.email)? {
        mails.push(json!({ "kind": mail.kind, "queued_at": mail.created_at, "sent_at": mail.sent_at }));
    }
    let mut organises = Vec::new();
    for (edition, role) in &actor.organises {
        organises.push(json!({ "edition": store::editions::get(c, *edition)?.slug, "role": role }));
    }
    let data = json!({
        "account": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "created_at": user.created_at,
            "address_proved_at": user.verified_at,
        },
        "entries": entries,
        "juries": of_juries(c, actor)?,
        "organises": organises,
        "mails": mails,
    });
    Ok(PersonalData { data, files })
}

fn of_entry(c: &mut Conn, entry: &Entry, files: &[EntryFile]) -> AppResult<Value> {
    let organisation = store::organisations::get(c, entry.organisation_id)?;
    let submitted: Vec<Value> = store::snapshots::list(c, entry.id)?
        .into_iter()
        .map(|snapshot| {
            json!({
                "number": snapshot.number,
                "received_at": snapshot.received_at,
                "title": snapshot.title,
                "organisation": snapshot.organisation_name,
                "answers": snapshot.answers,
                "sha256": snapshot.hash,
            })
        })
        .collect();
    let people: Vec<Value> = store::collaborators::list(c, entry.id)?
        .into_iter()
        .map(|person| json!({ "email": person.email, "role": person.role }))
        .collect();
    let files: Vec<Value> = files
        .iter()
        .map(|file| json!({ "file": name_of(file), "name": file.name, "alt": file.alt, "sha256": file.sha256 }))
        .collect();
    Ok(json!({
        "reference": entry.reference,
        "edition": store::editions::get(c, entry.edition_id)?.slug,
        "status": entry.status,
        "title": entry.title,
        "organisation": { "name": organisation.name, "website": organisation.website, "city": organisation.city },
        "draft": entry.answers,
        "submitted": submitted,
        "people": people,
        "files": files,
    }))
}

/// The name of a file in the archive: no two are the same.
pub fn name_of(file: &EntryFile) -> String {
    format!("files/{}.{}", file.id, file.kind.extension())
}

fn of_juries(c: &mut Conn, actor: &Actor) -> AppResult<Vec<Value>> {
    let mut juries = Vec::new();
    for (edition, juror) in &actor.judges {
        let juror = store::jurors::get(c, *juror)?;
        let assignments: BTreeMap<_, _> =
            store::assignments::list_of_juror(c, juror.id)?.into_iter().map(|a| (a.id, a)).collect();
        let ids: Vec<_> = assignments.values().map(|assignment| assignment.entry_id).collect();
        let references: BTreeMap<_, _> =
            store::entries::list_by_ids(c, &ids)?.into_iter().map(|entry| (entry.id, entry.reference)).collect();
        let scores = store::scorecards::list_scores_of_juror(c, juror.id)?;
        let mut sheets = Vec::new();
        for sheet in store::scorecards::list_of_juror(c, juror.id)? {
            let of = assignments.get(&sheet.assignment_id);
            let marks: Vec<_> =
                scores.iter().filter(|score| score.scorecard_id == sheet.id).map(|score| score.value).collect();
            sheets.push(json!({
                "entry": of.and_then(|assignment| references.get(&assignment.entry_id)),
                "marks_in_hundredths": marks,
                "comment": sheet.comment,
                "note": sheet.note,
                "handed_in_at": sheet.submitted_at,
            }));
        }
        juries.push(json!({
            "edition": store::editions::get(c, *edition)?.slug,
            "name": juror.name,
            "email": juror.email,
            "title": juror.title,
            "expertise": juror.expertise,
            "ties_declared_at": juror.conflicts_declared_at,
            "sheets": sheets,
        }));
    }
    Ok(juries)
}

/// Who the data is about: for the name of the archive.
pub fn file_name(id: UserId) -> String {
    format!("personal-data-{id}.zip")
}
