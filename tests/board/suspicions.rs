//! Ties found by comparing: shown with their reason, confirmed or dismissed with one click.

use digital_awards::app::AppError;
use digital_awards::store;

use crate::jury::award::{Award, OnJury};
use crate::support::client::Response;

const LIST: &str = "/fr/organiser/2027/jury/suspicions";

/// A juror of an organisation.
async fn juror(award: &Award, name: &str, organisation: &str) -> OnJury {
    let mut juror = award.juror(name).await;
    juror.juror.organisation = organisation.to_owned();
    let row = juror.juror.clone();
    let write = move |c: &mut store::Conn| Ok::<_, AppError>(store::jurors::update(c, row.clone())?);
    award.app.state.db.write(write).await.unwrap();
    juror
}

async fn list(award: &Award) -> Response {
    award.organiser.browser.get(LIST).await.expect(200)
}

/// Presses a button of the first line.
async fn decide(award: &Award, page: &Response, act: &str) -> Response {
    let form = format!("tbody tr:first-child form[action$='/{act}']");
    let fields = page.fields(&form);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    award.organiser.browser.post(&format!("{LIST}/{act}"), &fields).await
}

#[actix_web::test]
async fn a_juror_of_the_same_organisation_is_found_and_confirming_hides_the_entry() {
    let award = Award::with_entries(2).await;
    let hind = juror(&award, "hind", "ORGANISATION 1, S.A.R.L.").await;
    let sheet = award.url(award.assign(&hind, &[0]).await[0], "");
    hind.browser.get(&sheet).await.expect(200);
    let jury = award.organiser.browser.get("/fr/organiser/2027/jury").await.expect(200);
    assert!(jury.text(".flash-warn").contains("Les vérifier"));
    let page = list(&award).await;
    let lines = page.texts("tbody tr");
    assert!(lines.iter().any(|line| line.contains("Organisation 1") && line.contains("porte le nom")), "{lines:?}");
    assert_eq!(page.texts("tbody tr").iter().filter(|line| line.contains("porte le nom")).count(), 1);
    decide(&award, &page, "confirm").await.expect(303);
    hind.browser.get(&sheet).await.expect(404);
    let tie = award.organiser.browser.get(&format!("/fr/organiser/2027/jury/{}", hind.juror.id)).await.expect(200);
    assert!(tie.body().contains("trouvé par comparaison") && tie.body().contains("porte le nom"), "{}", tie.summary());
    decide(&award, &page, "confirm").await.expect(409);
}

#[actix_web::test]
async fn what_is_dismissed_is_not_suggested_again() {
    let award = Award::with_entries(1).await;
    juror(&award, "hind", "Organisation 1").await;
    // Everybody of these tests shares one domain with the applicant: a second reason.
    let page = list(&award).await;
    assert_eq!(page.texts("tbody tr").len(), 1, "one line a pair, the strongest reason");
    assert!(page.text("tbody tr").contains("porte le nom"));
    decide(&award, &page, "dismiss").await.expect(303);
    let page = list(&award).await;
    assert!(page.text("tbody tr").contains("people.example"), "the next reason: {}", page.summary());
    decide(&award, &page, "dismiss").await.expect(303);
    assert!(list(&award).await.body().contains("Aucun lien à vérifier"));
    assert!(!award.organiser.browser.get("/fr/organiser/2027/jury").await.expect(200).has(".flash-warn"));
    let log = award.organiser.browser.get("/fr/organiser/2027/audit").await.expect(200);
    assert!(log.body().contains("Lien supposé écarté"));
}

#[actix_web::test]
async fn only_organisers_who_run_the_edition_see_and_decide() {
    let award = Award::with_entries(1).await;
    let hind = juror(&award, "hind", "Organisation 1").await;
    for browser in [&hind.browser, &award.applicant.browser] {
        browser.get(LIST).await.expect(404);
        let pair = [
            ("juror", hind.juror.id.to_string()),
            ("organisation", award.entries[0].organisation_id.to_string()),
            ("kind", "organisation".to_owned()),
        ];
        let pair = pair.each_ref().map(|(name, value)| (*name, value.as_str()));
        browser.post(&format!("{LIST}/confirm"), &pair).await.expect(404);
        browser.post(&format!("{LIST}/dismiss"), &pair).await.expect(404);
    }
}
