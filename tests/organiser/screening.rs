//! Screening: found eligible, refused with a reason, sent back with what is missing, undone.

use digital_awards::app::AppError;
use digital_awards::domain::entry::Screening;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::client::Response;

/// An award whose entries nobody has screened yet, while entries are taken.
async fn unscreened(count: i32) -> Award {
    let award = Award::with_entries(count).await;
    let (edition, entries, now) = (award.edition.id, award.entries.clone(), award.app.now());
    let write = move |c: &mut store::Conn| {
        let mut edition = store::editions::get(c, edition)?;
        edition.status = digital_awards::domain::edition::EditionStatus::Open;
        edition.closes_at = now + chrono::TimeDelta::days(10);
        store::editions::update(c, edition)?;
        for entry in &entries {
            let mut entry = store::entries::get(c, entry.id)?;
            (entry.screening, entry.screened_by, entry.screened_at) = (Screening::Pending, None, None);
            store::entries::update(c, entry)?;
        }
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(write).await.unwrap();
    award
}

/// Decides about an entry with the buttons of its page.
async fn decide(award: &Award, place: usize, fields: &[(&str, &str)]) -> Response {
    let page = format!("/fr/organiser/2027/entries/{}", award.entries[place].id);
    let read = award.organiser.browser.get(&page).await.expect(200).value("read");
    let fields: Vec<(&str, &str)> = [("read", read.as_str())].into_iter().chain(fields.iter().copied()).collect();
    award.organiser.browser.post(&format!("{page}/screening"), &fields).await
}

async fn list(award: &Award, screening: &str) -> usize {
    let address = format!("/fr/organiser/2027/entries?screening={screening}");
    award.organiser.browser.get(&address).await.expect(200).texts("tbody th a").len()
}

#[actix_web::test]
async fn several_are_found_eligible_at_once() {
    let award = unscreened(3).await;
    assert_eq!((list(&award, "pending").await, list(&award, "eligible").await), (3, 0));
    let page = award.organiser.browser.get("/fr/organiser/2027/entries").await.expect(200);
    let ids = page.attributes("input[name=entry]", "value");
    let ticked: Vec<(&str, &str)> = ids.iter().take(2).map(|id| ("entry", id.as_str())).collect();
    award.organiser.browser.post("/fr/organiser/2027/entries", &ticked).await.expect(303);
    assert_eq!((list(&award, "pending").await, list(&award, "eligible").await), (1, 2));
}

#[actix_web::test]
async fn a_refusal_needs_a_reason_that_the_applicant_reads_and_can_be_undone() {
    let award = unscreened(1).await;
    let page = decide(&award, 0, &[("decision", "ineligible"), ("ineligible_reason", "  ")]).await.expect(422);
    assert!(page.has("#ineligible_reason-err"));
    decide(&award, 0, &[("decision", "ineligible"), ("ineligible_reason", "Hors du Maroc")]).await.expect(303);
    assert_eq!(list(&award, "ineligible").await, 1);
    let mine = format!("/fr/entries/{}", award.entries[0].id);
    assert!(award.applicant.browser.get(&mine).await.expect(200).body().contains("Hors du Maroc"));
    decide(&award, 0, &[("decision", "undo")]).await.expect(303);
    assert_eq!(list(&award, "pending").await, 1);
    assert!(!award.applicant.browser.get(&mine).await.expect(200).body().contains("Hors du Maroc"));
}

#[actix_web::test]
async fn an_entry_is_sent_back_with_what_is_missing_by_mail_and_comes_in_again() {
    let award = unscreened(1).await;
    decide(&award, 0, &[("decision", "return"), ("missing", "Joignez vos statuts.")]).await.expect(303);
    award.app.do_jobs().await;
    let letter = award.app.mails.last_to("applicant@people.example");
    assert!(letter.text.contains("Joignez vos statuts."), "{}", letter.text);
    let entry = format!("/fr/entries/{}", award.entries[0].id);
    let page = award.applicant.browser.get(&entry).await.expect(200);
    assert!(page.body().contains("Joignez vos statuts."), "{}", page.summary());
    let returned = award.organiser.browser.get("/fr/organiser/2027/entries?status=returned").await.expect(200);
    assert_eq!(returned.texts("tbody th a").len(), 1);
    crate::applicant::fill(&award.app, &award.applicant, &entry).await;
    award.applicant.browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(303);
    assert_eq!(list(&award, "pending").await, 1);
}

#[actix_web::test]
async fn a_version_that_came_in_meanwhile_is_read_before_it_is_decided() {
    let award = unscreened(1).await;
    let page = format!("/fr/organiser/2027/entries/{}", award.entries[0].id);
    let stale = [("read", "0"), ("decision", "eligible")];
    award.organiser.browser.post(&format!("{page}/screening"), &stale).await.expect(409);
    assert_eq!(list(&award, "pending").await, 1);
}
