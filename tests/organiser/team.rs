//! The team of an edition: roles, and never without an owner.

use super::new_edition;

const TEAM: &str = "/fr/organiser/2027/team";

#[actix_web::test]
async fn a_colleague_joins_with_a_role_and_sees_what_it_allows() {
    let (app, organiser) = new_edition().await;
    let colleague = app.person("samira").await;
    colleague.browser.get("/fr/organiser/2027/").await.expect(404);
    let unknown = [("email", "nobody@people.example"), ("role", "screener")];
    let page = organiser.browser.fill(TEAM, "main section form", &unknown).await.expect(422);
    assert_eq!(page.value("email"), "nobody@people.example");
    let known = [("email", "samira@people.example"), ("role", "observer")];
    organiser.browser.fill(TEAM, "main section form", &known).await.expect(303);
    colleague.browser.get("/fr/organiser/2027/").await.expect(200);
    let status = colleague.browser.post("/fr/organiser/2027/status", &[("status", "open")]).await.status;
    assert!(matches!(status, 403 | 404), "an observer changes nothing: {status}");
    let role = format!("{TEAM}/{}/role", colleague.user.id);
    organiser.browser.post(&role, &[("role", "organiser")]).await.expect(303);
    colleague.browser.post("/fr/organiser/2027/status", &[("status", "open")]).await.expect(303);
    organiser.browser.post(&format!("{TEAM}/{}/remove", colleague.user.id), &[]).await.expect(303);
    colleague.browser.get("/fr/organiser/2027/").await.expect(404);
}

#[actix_web::test]
async fn the_last_owner_stays() {
    let (_app, organiser) = new_edition().await;
    let me = organiser.user.id;
    organiser.browser.post(&format!("{TEAM}/{me}/role"), &[("role", "observer")]).await.expect(409);
    organiser.browser.post(&format!("{TEAM}/{me}/remove"), &[]).await.expect(409);
    organiser.browser.get(TEAM).await.expect(200);
}
