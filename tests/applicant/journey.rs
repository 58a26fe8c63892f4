//! From the first click to the receipt, and back.

use digital_awards::domain::entry::{EntryStatus, Screening};

use super::{LANGUAGES, fill, open_edition, started, stored};
use crate::support::TestApp;

#[actix_web::test]
async fn an_applicant_starts_fills_checks_and_submits_an_entry() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let browser = &hanane.browser;
    assert!(browser.get("/fr/entries/").await.expect(200).has(".empty a[href='/fr/entries/eligibility']"));
    let entry = started(&app, &hanane, &edition).await;

    let page = browser.get(&entry).await.expect(200);
    assert_eq!(page.text(".facts bdi[dir=ltr]"), "2027-AGR-001");
    assert_eq!(page.texts(".tasks .tag")[1..], ["En cours", "Pas commencé", "Pas commencé", "Pas commencé"]);
    // What was said when starting is not asked again.
    let section = browser.get(&format!("{entry}/sections/1")).await.expect(200);
    assert_eq!(section.value("answer-city"), "Errachidia");
    assert_eq!(section.value("answer-website"), "https://saqya.example");

    fill(&app, &hanane, &entry).await;
    let check = browser.get(&format!("{entry}/check")).await.expect(200);
    assert!(!check.has(".errors"), "{}", check.summary());
    let refused = browser.post(&format!("{entry}/submit"), &[]).await.expect(422);
    assert!(refused.has("#declaration-err"));
    let receipt = browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let hash = receipt.text("code");
    assert_eq!(hash.len(), 64);
    assert!(receipt.body().contains("2027-AGR-001"));

    app.do_jobs().await;
    let letter = app.mails.last_to("hanane@people.example");
    assert_eq!(letter.subject, "Dossier 2027-AGR-001 reçu");
    assert!(letter.text.contains(&hash));
    assert_eq!(letter.link(), format!("{entry}/receipt"));
}

#[actix_web::test]
async fn the_same_submission_twice_has_one_snapshot_and_one_mail() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let submit = format!("{entry}/submit");
    let declared = [("declaration", "1")];
    let (first, second) =
        futures_util::future::join(hanane.browser.post(&submit, &declared), hanane.browser.post(&submit, &declared))
            .await;
    assert_eq!(first.expect(303).location(), second.expect(303).location());
    let snapshot = stored(&app, &entry).await.snapshot_id;
    // A retry after the deadline, of what was submitted in time, is answered the same way.
    app.wait(chrono::TimeDelta::days(40));
    let browser = app.browser_of(&hanane.user).await;
    browser.post(&submit, &declared).await.expect(303);
    assert_eq!(stored(&app, &entry).await.snapshot_id, snapshot);
    app.do_jobs().await;
    assert_eq!(app.mails.to("hanane@people.example").len(), 1);
}

#[actix_web::test]
async fn starting_twice_by_a_double_click_makes_one_entry() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let first = started(&app, &hanane, &edition).await;
    let second = started(&app, &hanane, &edition).await;
    assert_eq!(first, second);
    assert_eq!(hanane.browser.get("/fr/entries/").await.texts("article.card").len(), 1);
}

#[actix_web::test]
async fn a_change_after_submitting_counts_only_when_submitted_again() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let browser = &hanane.browser;
    let first = browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.text("code");

    let section = browser.get(&format!("{entry}/sections/1")).await.expect(200);
    let fields = [("version", &*section.value("version")), ("answer-team_size", "11")];
    browser.post(&format!("{entry}/sections/1"), &fields).await.expect(303);
    let page = browser.get(&entry).await.expect(200);
    assert_eq!(page.text("#standing .tag"), "Modifié depuis le dépôt");
    assert_eq!(browser.get(&format!("{entry}/receipt")).await.text("code"), first);

    let second = browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.text("code");
    assert_ne!(first, second);
    assert_eq!(browser.get(&entry).await.text("#standing .tag"), "Déposé");
}

#[actix_web::test]
async fn an_entry_is_withdrawn_and_restored_without_losing_its_submission() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let browser = &hanane.browser;
    browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    browser.get(&format!("{entry}/withdraw")).await.expect(200);
    let page = browser.submit(&format!("{entry}/withdraw"), &[]).await.expect(200);
    assert_eq!(page.text("#standing .tag"), "Retiré");
    browser.post(&format!("{entry}/withdraw"), &[]).await.expect(409);
    let page = browser.submit(&format!("{entry}/restore"), &[]).await.expect(200);
    assert_eq!(page.text("#standing .tag"), "Déposé");
    let entry = stored(&app, &entry).await;
    assert_eq!((entry.status, entry.screening), (EntryStatus::Submitted, Screening::Pending));
}

#[actix_web::test]
async fn somebody_elses_entry_looks_like_one_that_does_not_exist() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let other = app.person("other").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let missing = format!("/fr/entries/{}", digital_awards::domain::ids::EntryId::new());
    for rest in ["", "/identity", "/sections/1", "/check", "/receipt", "/withdraw"] {
        let theirs = other.browser.get(&format!("{entry}{rest}")).await.expect(404);
        let nothing = other.browser.get(&format!("{missing}{rest}")).await.expect(404);
        // The links to other languages hold the address that was asked for.
        let neutral = |page: &str, path: &str| page.replace(path.strip_prefix("/fr").unwrap(), "");
        assert_eq!(neutral(&theirs.body(), &entry), neutral(&nothing.body(), &missing), "{rest}");
    }
    let before = stored(&app, &entry).await;
    let fields = [("declaration", "1"), ("version", "x"), ("answer-pitch", "stolen"), ("title", "stolen")];
    for rest in ["/identity", "/sections/1", "/submit", "/withdraw", "/restore"] {
        other.browser.post(&format!("{entry}{rest}"), &fields).await.expect(404);
    }
    assert_eq!(stored(&app, &entry).await, before);
    app.browser().get(&entry).await.expect(303);
}

#[actix_web::test]
async fn every_page_speaks_the_three_languages() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let rest = entry.strip_prefix("/fr").unwrap();
    for language in LANGUAGES {
        for page in ["", "/identity", "/sections/1", "/sections/4", "/check", "/receipt", "/withdraw"] {
            let answer = hanane.browser.get(&format!("/{language}{rest}{page}")).await.expect(200);
            assert_eq!(answer.attribute("html", "lang"), language.as_str());
            assert!(!answer.body().contains("entry-"), "{language} {page}: a text is missing");
        }
        for page in ["/entries/", "/entries/new"] {
            let answer = hanane.browser.get(&format!("/{language}{page}")).await.expect(200);
            assert!(!answer.body().contains("entry-") && !answer.body().contains("entries-"), "{language} {page}");
        }
    }
}

#[actix_web::test]
async fn an_applicant_enters_as_often_as_the_edition_allows_and_learns_why_not_more() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let desk = super::founder(&app).await.browser;
    let settings = "/fr/organiser/2027/settings";
    assert!(desk.fill(settings, "main form", &[("max_entries", "0")]).await.expect(422).has("#max_entries-err"));
    let limits = [("max_entries", "2"), ("max_per_category", "1")];
    desk.fill(settings, "main form", &limits).await.expect(303);
    let hanane = app.person("hanane").await;
    let first = started(&app, &hanane, &edition).await;
    let page = hanane.browser.get("/fr/entries/new").await.expect(200);
    let categories = page.attributes("input[name=category]", "value");
    let enter = async |category: &str, title: &str| {
        let typed =
            [("category", category), ("title", title), ("organisation", "Saqya Oasis SARL"), ("language", "fr")];
        hanane.browser.post("/fr/entries/new", &typed).await
    };
    let refused = enter(&categories[0], "Encore").await.expect(422);
    assert!(refused.text("#category-err").contains("dans cette catégorie"), "{}", refused.summary());
    assert_eq!(refused.value("title"), "Encore");
    enter(&categories[1], "Deuxième").await.expect(303);
    let refused = enter(&categories[2], "Troisième").await.expect(422);
    assert!(refused.text("#category-err").contains("n’en permet pas plus"), "{}", refused.summary());
    // A withdrawn entry makes room.
    hanane.browser.post(&format!("{first}/withdraw"), &[]).await.expect(303);
    enter(&categories[0], "Encore").await.expect(303);
    let refused = hanane.browser.post(&format!("{first}/restore"), &[]).await.expect(409);
    assert!(refused.text("main").contains("n’en permet pas plus"), "{}", refused.summary());
}
