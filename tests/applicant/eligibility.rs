//! May one enter at all? Asked before anything is typed, answered with a reason.

use super::{founder, open_edition};
use crate::support::TestApp;

const QUESTIONS: &str = "/fr/entries/eligibility";

#[actix_web::test]
async fn whoever_answers_yes_goes_on_and_whoever_cannot_enter_learns_why() {
    let app = TestApp::start().await;
    open_edition(&app).await;
    let browser = app.person("hanane").await.browser;
    assert!(browser.get("/fr/entries/").await.expect(200).has("a[href='/fr/entries/eligibility']"));
    let page = browser.get(QUESTIONS).await.expect(200);
    assert_eq!(page.texts("main form fieldset legend").len(), 4);
    // Each question has its own message, and what was answered is kept.
    let part = browser.post(QUESTIONS, &[("q0", "yes")]).await.expect(422);
    assert_eq!(part.texts("main form .err").len(), 3);
    assert_eq!(part.attributes("input[checked]", "name"), ["q0"]);
    let yes = [("q0", "yes"), ("q1", "yes"), ("q2", "yes"), ("q3", "yes")];
    assert_eq!(browser.post(QUESTIONS, &yes).await.expect(303).location(), "/fr/entries/new");
    let mut no = yes;
    no[1].1 = "no";
    for (language, words) in [("fr", "moins de huit ans"), ("en", "less than eight years"), ("ar", "ثماني سنوات")]
    {
        let page = browser.post(&format!("/{language}/entries/eligibility"), &no).await.expect(200);
        assert!(page.text("main").contains(words), "{}", page.summary());
        assert!(page.has("a[href='mailto:bonjour@awards.example']"));
    }
}

#[actix_web::test]
async fn organisers_ask_what_matters_for_one_category_and_the_others_are_offered() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let desk = founder(&app).await.browser;
    let address = "/fr/organiser/2027/eligibility";
    let page = desk.get(address).await.expect(200);
    let categories = page.attributes("input[name=category0]", "value");
    assert_eq!(categories.len(), 5);
    let farm = [
        ("question4_fr", "Votre produit sert-il sur une exploitation ?"),
        ("reason4_fr", "Cette catégorie récompense ce qui se passe dans les champs."),
        ("category4", categories[0].as_str()),
    ];
    // A question without its reason is refused, and kept.
    let refused = desk.fill(address, "main form", &farm[..1]).await.expect(422);
    assert!(refused.has("[name=reason4_fr][aria-invalid]") && refused.value("question4_fr") == farm[0].1);
    desk.fill(address, "main form", &farm).await.expect(303);
    let old = refused.value("version");
    assert_eq!(old, edition.version.to_string());
    desk.fill(address, "main form", &[("version", &old)]).await.expect(409);

    let browser = app.person("hanane").await.browser;
    let answers = [("q0", "yes"), ("q1", "yes"), ("q2", "yes"), ("q3", "yes"), ("q4", "no")];
    let page = browser.post(QUESTIONS, &answers).await.expect(200);
    assert!(page.text("main").contains("dans les champs"));
    let others = page.attributes(".rows a", "href");
    assert_eq!(others.len(), 4);
    assert!(others.iter().all(|href| !href.contains(&categories[0])));
    assert!(browser.get(&others[0]).await.expect(200).has("input[name=category][checked]"));
}
