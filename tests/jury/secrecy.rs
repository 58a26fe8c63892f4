//! What jurors must not see.

use super::award::{Award, HIDDEN};

#[actix_web::test]
async fn a_juror_reads_the_snapshot_without_hidden_answers_and_nothing_of_other_jurors() {
    let award = Award::with_entries(2).await;
    let (mine, theirs) = (award.juror("najat").await, award.juror("zineb").await);
    let id = award.assign(&mine, &[0]).await[0];
    let other = award.assign(&theirs, &[0]).await[0];
    let sheet = [("c-innovation", "1"), ("c-creativity", "1"), ("c-entrepreneurship", "2")];
    let words = [("version", "0"), ("comment", "sentinel comment"), ("note", "sentinel note")];
    theirs.browser.post(&award.url(other, "/submit"), &[sheet.as_slice(), &words].concat()).await.expect(303);
    for path in [award.url(id, ""), "/fr/jury/2027/".into(), "/fr/jury/2027/conflicts".into()] {
        let page = mine.browser.get(&path).await.expect(200);
        for secret in ["sentinel", "zineb", "applicant", HIDDEN, "A later draft"] {
            assert!(!page.body().contains(secret), "{path} shows {secret}");
        }
        assert!(!page.body().contains(&other.to_string()), "{path}");
    }
    let page = mine.browser.get(&award.url(id, "")).await;
    assert_eq!(page.texts(".answer p"), ["First.", "Second."]);
}

#[actix_web::test]
async fn what_is_not_ones_own_does_not_exist() {
    let award = Award::with_entries(2).await;
    let (mine, theirs) = (award.juror("najat").await, award.juror("zineb").await);
    award.assign(&mine, &[0]).await;
    let other = award.assign(&theirs, &[1]).await[0];
    let nowhere = award.url(digital_awards::domain::ids::AssignmentId::new(), "");
    let missing = mine.browser.get(&nowhere).await.expect(404);
    for act in ["", "/recuse"] {
        let page = mine.browser.get(&award.url(other, act)).await.expect(404);
        assert_eq!(page.text("h1"), missing.text("h1"));
    }
    for act in ["/save", "/submit", "/pass", "/reopen", "/recuse"] {
        mine.browser.post(&award.url(other, act), &[("version", "0"), ("reason", "x")]).await.expect(404);
    }
    let outsider = award.app.person("outsider").await.browser;
    for path in ["/fr/jury/", "/fr/jury/2027/", "/fr/jury/2027/conflicts"] {
        outsider.get(path).await.expect(404);
    }
    for path in ["jury", "jury/new", "jury/several", "assignments", "assignments.csv", "progress"] {
        mine.browser.get(&format!("/fr/organiser/2027/{path}")).await.expect(404);
    }
}

#[actix_web::test]
async fn stepping_back_sets_the_sheet_aside_and_hides_every_entry_of_the_organisation() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    juror.browser.post(&award.url(ids[0], "/save"), &[("version", "0"), ("c-innovation", "5")]).await.expect(303);
    let page = juror.browser.post(&award.url(ids[0], "/recuse"), &[("reason", " ")]).await.expect(422);
    assert!(page.has("#reason-err"));
    let list = juror.browser.submit(&award.url(ids[0], "/recuse"), &[("reason", "Ma sœur y travaille")]).await;
    assert!(!list.body().contains("Entry 1") && list.body().contains("Entry 2"));
    juror.browser.get(&award.url(ids[0], "")).await.expect(404);
    let page = format!("/fr/organiser/2027/jury/{}", juror.juror.id);
    let page = award.organiser.browser.get(&page).await.expect(200);
    assert!(page.body().contains("Ma sœur y travaille") && page.body().contains("Récusé"));
}

#[actix_web::test]
async fn ties_are_declared_before_the_first_entry_is_opened() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let mut undeclared = juror.juror.clone();
    undeclared.conflicts_declared_at = None;
    let write = move |c: &mut digital_awards::store::Conn| {
        Ok::<_, digital_awards::app::AppError>(digital_awards::store::jurors::update(c, undeclared.clone())?)
    };
    award.app.state.db.write(write).await.unwrap();
    assert_eq!(juror.browser.get(&award.url(id, "")).await.expect(303).location(), "/fr/jury/2027/conflicts");
    let organisation = award.entries[0].organisation_id.to_string();
    let reason = format!("reason-{organisation}");
    let fields = [("tie", organisation.as_str()), ("all", "1")];
    juror.browser.post("/fr/jury/2027/conflicts", &fields).await.expect(422);
    let fields = [("tie", organisation.as_str()), (reason.as_str(), "Actionnaire"), ("all", "1")];
    juror.browser.post("/fr/jury/2027/conflicts", &fields).await.expect(303);
    juror.browser.get(&award.url(id, "")).await.expect(404);
}

#[actix_web::test]
async fn progress_shows_counts_and_never_a_score() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0, 1]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "5"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    let page = award.organiser.browser.get("/fr/organiser/2027/progress").await.expect(200);
    assert!(page.body().contains("1 fiche") || page.body().contains("1 fiches"));
    assert_eq!(page.attribute("progress", "value"), "1");
    assert_eq!(page.attribute("progress", "max"), "2");
    assert!(!page.body().contains("4,4"));
}

#[actix_web::test]
async fn who_works_on_an_entry_with_its_applicant_never_judges_it() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let people = format!("/fr/entries/{}/people", award.entries[0].id);
    let invite = [("email", "najat@people.example"), ("role", "view")];
    award.applicant.browser.post(&people, &invite).await.expect(303);
    juror.browser.get(&award.url(ids[0], "")).await.expect(200);
    let accept = juror.browser.get("/fr/entries/").await.attribute("form[action$=accept]", "action");
    juror.browser.post(&accept, &[]).await.expect(303);
    juror.browser.get(&award.url(ids[0], "")).await.expect(404);
    let sheet = [("version", "0"), ("c-innovation", "5")];
    juror.browser.post(&award.url(ids[0], "/save"), &sheet).await.expect(404);
    let list = juror.browser.get("/fr/jury/2027/").await.expect(200).body();
    assert!(!list.contains("Entry 1") && list.contains("Entry 2"));
    let matrix = award.organiser.browser.get("/fr/organiser/2027/assignments").await.expect(200);
    assert!(matrix.body().contains("Entry 1"));
}
