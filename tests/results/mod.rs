//! From the last score to the public page: the ranking, decisions, the announcement.

pub mod announcement;
pub mod deliberation;
mod distinctions;
mod feedback;
mod gallery;
mod orders;
mod press;
mod ranking;
mod season;
mod two_rounds;

use digital_awards::domain::edition::EditionStatus;

use crate::jury::award::Award;
use crate::support::Browser;

pub const DESK: &str = "/fr/organiser/2027";

/// Entries scored by two jurors, each row the whole sheets of an entry; the round still open.
pub async fn scored(marks: &[[u32; 2]]) -> Award {
    let award = Award::with_entries(i32::try_from(marks.len()).unwrap()).await;
    let places: Vec<usize> = (0..marks.len()).collect();
    for (juror, name) in ["najat", "omar"].into_iter().enumerate() {
        let person = award.juror(name).await;
        for (id, marks) in award.assign(&person, &places).await.into_iter().zip(marks) {
            let mark = marks[juror].to_string();
            let sheet =
                ["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, mark.as_str()));
            let sheet = [&[("version", "0")][..], &sheet].concat();
            person.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
        }
    }
    award.move_to(EditionStatus::Judging).await;
    award
}

/// The same with the round closed on its page.
pub async fn closed(marks: &[[u32; 2]]) -> Award {
    let award = scored(marks).await;
    let close = format!("{DESK}/rounds/{}/close", award.round.id);
    award.organiser.browser.post(&close, &[]).await.expect(303);
    award.organiser.browser.post(&format!("{DESK}/current"), &[]).await.expect(303);
    award
}

/// Stages an entry by its place.
pub async fn stage(award: &Award, place: usize, kind: &str) -> u16 {
    let address = format!("{DESK}/results/{}/stage", award.entries[place].reference);
    let decision = [("kind", kind), ("citation_fr", "Une eau comptée"), ("summary_fr", "De l’eau pour tous")];
    award.organiser.browser.post(&address, &decision).await.status
}

/// Announces at once.
pub async fn announce(organiser: &Browser) -> u16 {
    organiser.post(&format!("{DESK}/announcement"), &[("when", "now"), ("confirmation", "2027")]).await.status
}

/// One entry, scored by one juror for each comment; the round still open.
async fn scored_with_comments(comments: &[&str]) -> Award {
    let award = Award::with_entries(1).await;
    for (number, comment) in comments.iter().enumerate() {
        let person = award.juror(&format!("juror{number}")).await;
        let id = award.assign(&person, &[0]).await[0];
        let sheet = [
            ("version", "0"),
            ("c-innovation", "4"),
            ("c-creativity", "4"),
            ("c-entrepreneurship", "4"),
            ("comment", *comment),
        ];
        person.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    }
    award.move_to(EditionStatus::Judging).await;
    award
}
