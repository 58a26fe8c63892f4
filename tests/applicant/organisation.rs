//! The profile of a startup: kept once, used in every entry.

use super::{founder, open_edition, started};
use crate::support::client::Response;
use crate::support::people::Person;
use crate::support::{TestApp, png};

async fn profile_of(person: &Person) -> String {
    let desk = person.browser.get("/fr/entries/").await.expect(200);
    desk.attribute("#organisations ~ ul a", "href")
}

async fn save(person: &Person, path: &str, changes: &[(&str, &str)]) -> Response {
    person.browser.fill(path, "form.panel", changes).await
}

#[actix_web::test]
async fn a_profile_is_kept_once_and_read_by_organisers_of_every_entry() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let path = profile_of(&hanane).await;
    let typed = [
        ("sector", "agriculture"),
        ("size", "2-9"),
        ("founded_on", "2024-05-02"),
        ("links", "linkedin.example/company/saqya\nhttps://www.facebook.example/saqya"),
    ];
    save(&hanane, &path, &typed).await.expect(303);
    let page = hanane.browser.get(&path).await.expect(200);
    assert_eq!(
        page.value("links").trim(),
        "https://linkedin.example/company/saqya\nhttps://www.facebook.example/saqya"
    );

    super::fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let file = format!("/fr/organiser/2027/entries/{}", entry.rsplit('/').next().unwrap());
    let desk = founder(&app).await.browser;
    let read = desk.get(&file).await.expect(200);
    for words in ["Agriculture, alimentation et eau", "2 à 9 personnes", "2 mai 2024", "linkedin.example/company/saqya"]
    {
        assert!(read.body().contains(words), "{words}: {}", read.summary());
    }
    // The next entry begins with it.
    let next = hanane.browser.get("/fr/entries/new").await.expect(200);
    assert_eq!(next.value("organisation"), "Saqya Oasis SARL");
    let category = next.attributes("input[name=category]", "value").remove(1);
    let mut fields = super::start_fields(&category);
    fields[1].1 = "Saqya 2";
    let second = hanane.browser.post("/fr/entries/new", &fields).await.expect(303).location();
    let second = second.split('?').next().unwrap();
    assert_eq!(hanane.browser.get(&format!("{second}/sections/1")).await.value("answer-founded_year"), "2024");
}

#[actix_web::test]
async fn what_does_not_fit_is_said_beside_its_field_and_two_tabs_lose_nothing() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    started(&app, &hanane, &edition).await;
    let path = profile_of(&hanane).await;
    let many = (0..7).map(|n| format!("{n}.example")).collect::<Vec<_>>().join("\n");
    let typed = [
        ("name", ""),
        ("sector", "magic"),
        ("size", "3"),
        ("founded_on", "2090-01-01"),
        ("links", many.as_str()),
        ("website", "pas une adresse"),
    ];
    let page = save(&hanane, &path, &typed).await.expect(422);
    for field in ["name", "sector", "size", "founded_on", "links", "website"] {
        assert!(page.has(&format!("#{field}-err")), "{field}");
    }
    assert_eq!(page.value("website"), "pas une adresse");
    let version = hanane.browser.get(&path).await.value("version");
    let first = [("version", version.as_str()), ("name", "Saqya"), ("city", "Rabat")];
    hanane.browser.post(&path, &first).await.expect(303);
    let second = [("version", version.as_str()), ("name", "Saqya"), ("city", "Fès")];
    let clash = hanane.browser.post(&path, &second).await.expect(409);
    assert_eq!(clash.value("city"), "Fès");
    assert_eq!(hanane.browser.get(&path).await.value("city"), "Rabat");
}

#[actix_web::test]
async fn a_logo_is_a_picture_that_the_owner_and_organisers_see_and_nobody_else() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let path = profile_of(&hanane).await;
    let logo = format!("{path}/logo");
    hanane.browser.get(&logo).await.expect(404);
    let refused = hanane.browser.upload(&logo, &[], "file", "logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    assert!(refused.await.expect(422).has("#file-err"));
    hanane.browser.upload(&logo, &[], "file", "logo.png", &png()).await.expect(303);
    assert_eq!(hanane.browser.get(&logo).await.expect(200).header("content-type"), "image/png");
    let (other, desk) = (app.person("other").await, founder(&app).await.browser);
    other.browser.get(&path).await.expect(404);
    other.browser.get(&logo).await.expect(404);
    other.browser.upload(&logo, &[], "file", "logo.png", &png()).await.expect(404);
    desk.get(&logo).await.expect(404);
    super::fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    desk.get(&logo).await.expect(200);
    hanane.browser.post(&format!("{logo}/remove"), &[]).await.expect(303);
    hanane.browser.get(&logo).await.expect(404);
}
