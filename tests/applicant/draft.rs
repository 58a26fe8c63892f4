//! Writing: nothing typed is lost, and two tabs never overwrite each other.

use reqwest::Method;
use reqwest::header::ORIGIN;

use super::{open_edition, started, stored};
use crate::support::client::Response;
use crate::support::people::Person;
use crate::support::{Browser, TestApp};

async fn autosave(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Response {
    let request = browser.request(Method::POST, path).header(ORIGIN, &browser.base);
    browser.send(request.header("X-Requested-With", "fetch").form(fields)).await
}

async fn section(app: &TestApp) -> (Person, String) {
    let edition = open_edition(app).await;
    let hanane = app.person("hanane").await;
    let entry = started(app, &hanane, &edition).await;
    (hanane, entry)
}

#[actix_web::test]
async fn an_answer_that_does_not_fit_is_kept_and_shown_with_what_is_wrong() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let page = hanane.browser.get(&path).await.expect(200);
    let long = "mot ".repeat(400);
    let fields = [
        ("version", &*page.value("version")),
        ("answer-pitch", &*long),
        ("answer-team_size", "neuf"),
        ("answer-founded_year", "2024"),
    ];
    let again = hanane.browser.post(&path, &fields).await.expect(422);
    assert_eq!(again.value("answer-pitch").trim(), long.trim());
    assert_eq!(again.value("answer-team_size"), "neuf");
    assert!(again.has("#answer-pitch-err") && again.has("#answer-team_size-err"));
    assert!(!again.has("#answer-founded_year-err"));
    assert!(again.texts(".errors a").len() == 2, "{}", again.summary());
    // It is in the draft too: another day, another machine.
    let answers = stored(&app, &entry).await.answers;
    assert_eq!(answers["team_size"], "neuf");
    assert_eq!(answers["founded_year"], "2024");
    let page = hanane.browser.get(&entry).await.expect(200);
    assert_eq!(page.texts(".tasks .tag")[1], "À corriger");
    let check = hanane.browser.get(&format!("{entry}/check")).await.expect(200);
    assert!(check.attributes(".errors a", "href").iter().any(|h| h.ends_with("?back=check#answer-pitch")));
    hanane.browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(422);
}

#[actix_web::test]
async fn a_script_saves_while_one_types_and_learns_the_new_version() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let version = hanane.browser.get(&path).await.value("version");
    let saved = autosave(&hanane.browser, &path, &[("version", &version), ("answer-team_size", "9")]).await.expect(200);
    let json: serde_json::Value = serde_json::from_str(&saved.body()).unwrap();
    assert_eq!(json["saved_at"], "10:00", "{json}");
    let next = json["version"].as_str().unwrap();
    assert_ne!(next, version);
    autosave(&hanane.browser, &path, &[("version", next), ("answer-team_size", "12")]).await.expect(200);
    assert_eq!(stored(&app, &entry).await.answers["team_size"], "12");
}

#[actix_web::test]
async fn two_tabs_with_one_section_see_both_versions_side_by_side() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let version = hanane.browser.get(&path).await.value("version");
    let mine = [("version", &*version), ("answer-pitch", "La mienne.")];
    let theirs = [("version", &*version), ("answer-pitch", "L’autre.")];
    hanane.browser.post(&path, &theirs).await.expect(303);
    autosave(&hanane.browser, &path, &mine).await.expect(409);
    let page = hanane.browser.post(&path, &mine).await.expect(409);
    assert_eq!(page.value("answer-pitch").trim(), "La mienne.");
    assert_eq!(page.text(".panel-sunken"), "L’autre.");
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "L’autre.");
    // Having seen both, the person decides.
    let decided = [("version", &*page.value("version")), ("answer-pitch", "La mienne.")];
    hanane.browser.post(&path, &decided).await.expect(303);
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "La mienne.");
}

#[actix_web::test]
async fn two_tabs_with_two_sections_are_no_conflict() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let (one, two) = (format!("{entry}/sections/1"), format!("{entry}/sections/2"));
    let first = hanane.browser.get(&one).await.value("version");
    let second = hanane.browser.get(&two).await.value("version");
    hanane.browser.post(&one, &[("version", &first), ("answer-pitch", "Un.")]).await.expect(303);
    hanane.browser.post(&two, &[("version", &second), ("answer-problem", "Deux.")]).await.expect(303);
    let answers = stored(&app, &entry).await.answers;
    assert_eq!((&*answers["pitch"], &*answers["problem"]), ("Un.", "Deux."));
}

#[actix_web::test]
async fn text_that_could_forge_a_line_is_refused_and_shown_again() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let version = hanane.browser.get(&path).await.value("version");
    let fields = [("version", &*version), ("answer-pitch", "a\u{202E}b"), ("answer-team_size", "9")];
    let page = hanane.browser.post(&path, &fields).await.expect(422);
    assert_eq!(page.value("answer-pitch").trim(), "a\u{202E}b");
    let answers = stored(&app, &entry).await.answers;
    assert!(!answers.contains_key("pitch"));
    assert_eq!(answers["team_size"], "9");
}

#[actix_web::test]
async fn markup_in_answers_and_names_is_only_text() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let version = hanane.browser.get(&path).await.value("version");
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    hanane.browser.post(&path, &[("version", &version), ("answer-pitch", nasty)]).await.expect(303);
    for page in [path, format!("{entry}/check")] {
        let answer = hanane.browser.get(&page).await.expect(200);
        assert!(!answer.has("main script") && !answer.has("main img"), "{page}");
    }
}

#[actix_web::test]
async fn what_a_draft_said_is_listed_compared_and_brought_back() {
    let app = TestApp::start().await;
    let (hanane, entry) = section(&app).await;
    let path = format!("{entry}/sections/1");
    let pitch = async |browser: &Browser, text: &str| {
        browser.fill(&path, "main form[method=post]", &[("answer-pitch", text)]).await.expect(303);
    };
    pitch(&hanane.browser, "De l’eau").await;
    // Within ten minutes, one revision: what was typed on the way is no version.
    app.wait(chrono::TimeDelta::minutes(2));
    pitch(&hanane.browser, "De l’eau juste").await;
    app.wait(chrono::TimeDelta::minutes(30));
    pitch(&hanane.browser, "Du sable").await;
    let history = hanane.browser.get(&format!("{entry}/history")).await.expect(200);
    let links = history.attributes("tbody th a", "href");
    assert_eq!(links.len(), 2, "{}", history.summary());
    let old = hanane.browser.get(&links[1]).await.expect(200);
    assert!(old.text(".versions").contains("De l’eau juste") && old.text(".versions").contains("Du sable"));
    // Somebody else sees nothing of it.
    app.person("other").await.browser.get(&links[1]).await.expect(404);
    hanane.browser.post(&links[1], &[]).await.expect(303);
    assert_eq!(hanane.browser.get(&path).await.value("answer-pitch"), "De l’eau juste");
    let after = hanane.browser.get(&format!("{entry}/history")).await.expect(200);
    assert_eq!(after.attributes("tbody th a", "href").len(), 3, "what was replaced stays");
}
