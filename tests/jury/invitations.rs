//! Invitations: sent, answered once, bound to their address.

use super::award::Award;

async fn invite(award: &Award, email: &str) {
    let fields = [("name", "Najat"), ("email", email), ("language", "fr"), ("reads", "fr"), ("reads", "ar")];
    let page = award.organiser.browser.submit("/fr/organiser/2027/jury/new", &fields).await.expect(200);
    assert!(page.body().contains("L’invitation est partie."));
    award.app.do_jobs().await;
}

#[actix_web::test]
async fn an_invited_person_without_account_joins_with_the_link_alone() {
    let award = Award::with_entries(2).await;
    invite(&award, "najat@people.example").await;
    let path = award.app.mails.last_to("najat@people.example").link();
    let browser = award.app.browser();
    let page = browser.get(&path).await.expect(200);
    assert!(page.body().contains("Digital Awards 2027"));
    let accept = format!("{path}/accept");
    let refused = browser.post(&accept, &[("name", "Najat"), ("password", "short")]).await.expect(422);
    assert!(refused.has("#password-err"));
    let fields = [("name", "Najat"), ("password", "khettara de Fezna"), ("charter", "1")];
    let page = browser.submit(&accept, &fields).await.expect(200);
    assert_eq!(page.text("h1"), "Déclarer vos liens");
    assert!(browser.get("/fr/jury/2027/").await.expect(200).body().contains("Aucun dossier pour l’instant"));
    // Used once: it now says so, and another answer is refused.
    let again = award.app.browser().get(&path).await.expect(200);
    assert!(again.body().contains("déjà répondu"));
    award.app.browser().post(&accept, &fields).await.expect(410);
}

#[actix_web::test]
async fn an_invitation_is_never_joined_to_somebody_elses_account() {
    let award = Award::with_entries(1).await;
    invite(&award, "najat@people.example").await;
    let path = award.app.mails.last_to("najat@people.example").link();
    let other = award.app.person("other").await.browser;
    let page = other.get(&path).await.expect(409);
    assert!(page.body().contains("najat@people.example"));
    other.post(&format!("{path}/accept"), &[("charter", "1")]).await.expect(409);
    other.get("/fr/jury/2027/").await.expect(404);
}

#[actix_web::test]
async fn sending_again_kills_the_link_before_and_taking_off_kills_both() {
    let award = Award::with_entries(1).await;
    invite(&award, "najat@people.example").await;
    let first = award.app.mails.last_to("najat@people.example").link();
    let list = award.organiser.browser.get("/fr/organiser/2027/jury").await.expect(200);
    let juror = list.attribute("tbody th a", "href");
    award.organiser.browser.post(&format!("{juror}/resend"), &[]).await.expect(303);
    award.app.do_jobs().await;
    let second = award.app.mails.last_to("najat@people.example").link();
    assert_ne!(first, second);
    award.app.browser().get(&first).await.expect(410);
    award.app.browser().get(&second).await.expect(200);
    // Asked first: the page of the question changes nothing.
    award.organiser.browser.post(&format!("{juror}/revoke"), &[]).await.expect(200);
    award.app.browser().get(&second).await.expect(200);
    award.organiser.browser.post(&format!("{juror}/revoke"), &[("sure", "1")]).await.expect(303);
    award.app.browser().get(&second).await.expect(410);
}

#[actix_web::test]
async fn a_decline_is_kept_with_its_reason() {
    let award = Award::with_entries(1).await;
    invite(&award, "najat@people.example").await;
    let path = award.app.mails.last_to("najat@people.example").link();
    award.app.browser().post(&format!("{path}/decline"), &[("reason", "En voyage")]).await.expect(303);
    let list = award.organiser.browser.get("/fr/organiser/2027/jury").await.expect(200);
    let page = award.organiser.browser.get(&list.attribute("tbody th a", "href")).await.expect(200);
    assert!(page.body().contains("A décliné") && page.body().contains("En voyage"));
}

#[actix_web::test]
async fn a_pasted_table_is_read_line_by_line_and_only_good_lines_are_sent() {
    let award = Award::with_entries(1).await;
    let table = "email;name;categories;reads\na@people.example;Aïcha;AGR;fr ar\nnot-an-address;B;AGR;fr\n\
                 c@people.example;C;XYZ;fr\na@people.example;Again;;fr\n";
    let page = award.organiser.browser.post("/fr/organiser/2027/jury/several", &[("table", table)]).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 4);
    assert_eq!(page.texts("tbody .tag-ok").len(), 1);
    award.app.do_jobs().await;
    assert!(award.app.mails.to("a@people.example").is_empty());
    let fields = [("table", table), ("send", "1")];
    award.organiser.browser.post("/fr/organiser/2027/jury/several", &fields).await.expect(303);
    award.app.do_jobs().await;
    assert_eq!(award.app.mails.to("a@people.example").len(), 1);
    assert!(award.app.mails.to("c@people.example").is_empty());
}
