//! Where an entry tells who is behind it, though its jurors are not to know.

use crate::domain::entry::Snapshot;
use crate::domain::form::EntryForm;
use crate::domain::language::Localised;
use crate::domain::organisation::Organisation;
use crate::domain::text::searchable;
use crate::domain::user::User;

/// A name shorter than this, in letters, stands in any text by chance.
const SHORTEST: usize = 4;
/// Mailboxes of everybody: their domain tells nothing.
const COMMON: &[&str] = &[
    "gmail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "live.com",
    "yahoo.com",
    "yahoo.fr",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "menara.ma",
];

/// Forms of companies: people leave them out.
const FORMS: &[&str] = &["sarl", "sarlau", "sa", "sas", "sasu", "llc", "ltd", "inc", "gie"];

/// Where a juror reads a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamePlace {
    /// In the answer to a question.
    Answer(Localised),
    /// In a document, by its name.
    Document(String),
}

/// A name that stands where a juror reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameFound {
    /// Where it stands.
    pub place: NamePlace,
    /// The name.
    pub name: String,
}

/// Where the answers that jurors of a blind round read hold the name of the startup or of the
/// applicant, the domain of their address, or their site; the same of the words of documents, each with its
/// name.
pub fn find(
    (snapshot, form): (&Snapshot, &EntryForm),
    organisation: &Organisation,
    owner: &User,
    documents: &[(String, String)],
) -> Vec<NameFound> {
    let names = names_of(snapshot, organisation, owner).into_iter().map(|name| (words(&name), name));
    let names: Vec<(String, String)> = names.collect();
    let mut found = Vec::new();
    let mut look = |place: NamePlace, text: &str| {
        let text = words(text);
        for (_, name) in names.iter().filter(|(words, _)| text.contains(words)) {
            found.push(NameFound { place: place.clone(), name: name.clone() });
        }
    };
    let read = form.fields.iter().filter(|field| !field.hidden_from_jurors && !field.kind.tells_who());
    for field in read {
        if let Some(answer) = snapshot.answers.get(&field.key) {
            look(NamePlace::Answer(field.label.clone()), answer);
        }
    }
    for (name, text) in documents {
        look(NamePlace::Document(name.clone()), text);
    }
    found
}

/// The words of a text with a space around each, whatever stood between them; forms of companies left out.
fn words(text: &str) -> String {
    let plain = searchable(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !FORMS.contains(word));
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}

fn names_of(snapshot: &Snapshot, organisation: &Organisation, owner: &User) -> Vec<String> {
    let email = owner.email.to_string();
    let domain = email.rsplit('@').next().filter(|domain| !COMMON.contains(domain)).unwrap_or_default().to_owned();
    let site = organisation.website.split("//").last().unwrap_or_default();
    let site = site.split('/').next().unwrap_or_default().trim_start_matches("www.").to_owned();
    let mut names =
        vec![snapshot.organisation_name.clone(), organisation.name.clone(), owner.name.clone(), domain, site];
    names.retain(|name| name.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST);
    names.sort();
    // A name and the same without the form of the company are one.
    names.dedup_by_key(|name| words(name));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_between_any_signs_and_without_its_company_form() {
        let text = words("Chez « Saqya-Oasis », nous mesurons l’eau.");
        assert!(text.contains(&words("SAQYA Oasis S.A.R.L.".replace('.', "").as_str())));
        assert!(!words("Les oasistes").contains(&words("Oasis")));
    }
}
