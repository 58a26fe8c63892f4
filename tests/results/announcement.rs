//! The announcement: staged, previewed, now or at an instant, once.

use chrono::TimeDelta;

use super::{DESK, announce, closed, stage};
use crate::jury::award::Award;
use crate::support::people::Person;

const WINNERS: &str = "/fr/editions/2027/winners";

#[actix_web::test]
async fn one_winner_a_prize_and_what_is_staged_can_be_taken_back() {
    let award = closed(&[[5, 4], [2, 1], [3, 3]]).await;
    assert_eq!(stage(&award, 0, "winner").await, 303);
    assert_eq!(stage(&award, 1, "winner").await, 409, "a second winner of the prize");
    assert_eq!(stage(&award, 1, "finalist").await, 303);
    let address = format!("{DESK}/results/{}/stage", award.entries[0].reference);
    let outcome = award.organiser.browser.get(&address).await.expect(200).value("outcome");
    let unstage = format!("{DESK}/results/{}/unstage", award.entries[0].reference);
    award.organiser.browser.post(&unstage, &[("outcome", &outcome)]).await.expect(303);
    assert_eq!(stage(&award, 1, "winner").await, 303, "the finalist becomes the winner");
}

#[actix_web::test]
async fn the_preview_is_what_becomes_public() {
    let award = closed(&[[5, 4], [2, 1], [3, 3]]).await;
    stage(&award, 0, "winner").await;
    stage(&award, 2, "finalist").await;
    let preview = award.organiser.browser.get(&format!("{DESK}/results/preview")).await.expect(200);
    let visitor = award.app.browser();
    let before = visitor.get(WINNERS).await.expect(404);
    let nowhere = visitor.get("/fr/editions/1999/winners").await.expect(404);
    assert_eq!(
        before.body().replace("2027", "1999").replace(before.header("x-request-id"), ""),
        nowhere.body().replace(nowhere.header("x-request-id"), ""),
        "as an edition that never was"
    );
    assert_eq!(announce(&award.organiser.browser).await, 303);
    let public = visitor.get(WINNERS).await.expect(200);
    for part in ["main h1", "main ul.wins li", "main section li"] {
        assert_eq!(public.texts(part), preview.texts(part), "{part}");
    }
    let winner = public.attribute("main a[href*='/winners/']", "href");
    assert!(visitor.get(&winner).await.expect(200).body().contains("Une eau comptée"));
    assert!(visitor.get("/fr/").await.expect(200).body().contains("Entry 1"), "on the front page");
    assert!(
        visitor.get("/winners.atom").await.status == 404
            && visitor.get("/fr/winners.atom").await.body().contains("Entry 1")
    );
}

#[actix_web::test]
async fn an_announcement_needs_a_closed_round_a_winner_and_the_name_typed() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    organiser.post(&url, &[("when", "now"), ("confirmation", "2027")]).await.expect(409);
    stage(&award, 1, "finalist").await;
    organiser.post(&url, &[("when", "now"), ("confirmation", "2027")]).await.expect(409);
    stage(&award, 0, "winner").await;
    let page = organiser.post(&url, &[("when", "now"), ("confirmation", "oui")]).await.expect(422);
    assert!(page.has("#confirmation-err") && page.value("confirmation") == "oui");
    award.app.browser().get(WINNERS).await.expect(404);
}

#[actix_web::test]
async fn at_the_embargo_everything_becomes_public_and_each_applicant_is_told_once() {
    let award = closed(&[[5, 4], [2, 1], [3, 3]]).await;
    stage(&award, 0, "winner").await;
    award.app.do_jobs().await;
    let mails = award.app.mails.to("applicant@people.example").len();
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    let past = [("when", "embargo"), ("embargo_at", "2027-01-01T10:00"), ("confirmation", "2027")];
    let choices = organiser.get(&url).await.expect(200).attributes("input[name=when]", "value");
    let later = choices.iter().find(|choice| *choice != "now").expect("an embargo can be chosen");
    let past = past.map(|(name, value)| if name == "when" { (name, later.as_str()) } else { (name, value) });
    assert!(organiser.post(&url, &past).await.expect(422).has("#embargo_at-err"));
    // 10:00 in Casablanca is 9:00 UTC in January.
    let at = (award.app.now() + TimeDelta::hours(3)).format("%Y-%m-%dT%H:%M").to_string();
    let future = [("when", later.as_str()), ("embargo_at", at.as_str()), ("confirmation", "2027")];
    organiser.post(&url, &future).await.expect(303);
    organiser.post(&url, &future).await.expect(409);
    let reopen = format!("{DESK}/rounds/{}/reopen", award.round.id);
    organiser.post(&reopen, &[("reason", "Trop tard")]).await.expect(409);
    award.app.wait(TimeDelta::minutes(119));
    award.app.do_jobs().await;
    let visitor = award.app.browser();
    visitor.get(WINNERS).await.expect(404);
    award.app.wait(TimeDelta::minutes(1));
    for _ in 0..3 {
        award.app.do_jobs().await;
    }
    visitor.get(WINNERS).await.expect(200);
    let told = &award.app.mails.to("applicant@people.example")[mails..];
    assert_eq!(told.len(), 3, "one mail an entry, once");
    assert_eq!(told.iter().filter(|mail| mail.text.contains("/winners/")).count(), 1, "and one names a winner's page");
}

#[actix_web::test]
async fn a_scheduled_announcement_can_be_called_off() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    stage(&award, 0, "winner").await;
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    let choices = organiser.get(&url).await.expect(200).attributes("input[name=when]", "value");
    let later = choices.iter().find(|choice| *choice != "now").unwrap();
    let at = (award.app.now() + TimeDelta::hours(3)).format("%Y-%m-%dT%H:%M").to_string();
    organiser.post(&url, &[("when", later), ("embargo_at", &at), ("confirmation", "2027")]).await.expect(303);
    organiser.post(&format!("{url}/cancel"), &[]).await.expect(303);
    award.app.wait(TimeDelta::hours(4));
    award.app.do_jobs().await;
    award.app.browser().get(WINNERS).await.expect(404);
    let organiser = award.app.browser_of(&award.organiser.user).await;
    assert_eq!(announce(&organiser).await, 303);
    assert_eq!(announce(&organiser).await, 409, "a second click");
    organiser.post(&format!("{url}/cancel"), &[]).await.expect(409);
}

#[actix_web::test]
async fn every_entry_that_competed_has_a_certificate_that_says_what_it_won() {
    let award = closed(&[[5, 5], [4, 4], [1, 2]]).await;
    let address = |place: usize| format!("/fr/entries/{}/certificate.pdf", award.entries[place].id);
    assert_eq!(stage(&award, 0, "winner").await, 303);
    assert_eq!(stage(&award, 1, "finalist").await, 303);
    award.applicant.browser.get(&address(0)).await.expect(404);
    assert_eq!(announce(&award.organiser.browser).await, 303);
    for (place, words) in [(0, "Lauréat"), (1, "Finaliste"), (2, "Aconcourudevantlejury")] {
        let pdf = award.applicant.browser.get(&address(place)).await.expect(200);
        let text: String = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap().split_whitespace().collect();
        assert!(text.contains(words) && text.contains(&format!("Organisation{}", place + 1)), "{text}");
    }
    award.app.person("other").await.browser.get(&address(0)).await.expect(404);
}

/// A second organiser of the edition, who may decide.
pub async fn second(award: &Award) -> Person {
    let colleague = award.app.person("samira").await;
    let join = [("email", "samira@people.example"), ("role", "organiser")];
    award.organiser.browser.post(&format!("{DESK}/team"), &join).await.expect(303);
    colleague
}

#[actix_web::test]
async fn where_there_is_a_second_organiser_they_confirm_what_the_first_ordered() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let samira = second(&award).await;
    stage(&award, 0, "winner").await;
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    let page = organiser.get(&url).await.expect(200);
    assert!(!page.has("#confirmation") && page.body().contains("un autre organisateur"));
    let ordered = organiser.post(&url, &[("when", "now")]).await.expect(303);
    assert!(ordered.location().ends_with("announcement-ordered"));
    award.app.do_jobs().await;
    award.app.browser().get(WINNERS).await.expect(404);
    // Nobody confirms what they ordered themselves, nor orders it twice.
    assert!(organiser.post(&format!("{url}/confirm"), &[]).await.expect(409).body().contains("un autre organisateur"));
    organiser.post(&url, &[("when", "now")]).await.expect(409);
    // The second sees who ordered what, also on the first page of the desk, and confirms.
    let home = samira.browser.get(&format!("{DESK}/")).await.expect(200);
    assert!(home.body().contains("attend votre confirmation"), "{}", home.summary());
    assert!(!organiser.get(&format!("{DESK}/")).await.expect(200).body().contains("attend votre confirmation"));
    let page = samira.browser.get(&url).await.expect(200);
    assert!(page.has("form[action$='/confirm']") && page.body().contains("organiser demande"), "{}", page.summary());
    samira.browser.post(&format!("{url}/confirm"), &[]).await.expect(303);
    award.app.browser().get(WINNERS).await.expect(200);
    samira.browser.post(&format!("{url}/confirm"), &[]).await.expect(409);
}

#[actix_web::test]
async fn an_embargo_is_kept_only_once_it_is_confirmed() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let samira = second(&award).await;
    stage(&award, 0, "winner").await;
    let url = format!("{DESK}/announcement");
    let order = async |browser: &crate::support::Browser| {
        let at = (award.app.now() + TimeDelta::hours(3)).format("%Y-%m-%dT%H:%M").to_string();
        browser.post(&url, &[("when", "later"), ("embargo_at", &at)]).await.expect(303);
    };
    order(&award.organiser.browser).await;
    samira.browser.post(&format!("{url}/cancel"), &[]).await.expect(303);
    order(&samira.browser).await;
    award.app.wait(TimeDelta::hours(4));
    award.app.do_jobs().await;
    award.app.browser().get(WINNERS).await.expect(404);
    // Its instant has passed: confirmed, it happens at once.
    let organiser = award.app.browser_of(&award.organiser.user).await;
    organiser.post(&format!("{url}/confirm"), &[]).await.expect(303);
    award.app.browser().get(WINNERS).await.expect(200);
}

#[actix_web::test]
async fn an_announcement_is_taken_back_for_ten_minutes_and_says_what_has_left() {
    let award = closed(&[[5, 4], [2, 1], [3, 3]]).await;
    stage(&award, 0, "winner").await;
    award.app.do_jobs().await;
    let before = award.app.mails.to("applicant@people.example").len();
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    assert_eq!(announce(organiser).await, 303);
    let visitor = award.app.browser();
    let public = ["/fr/editions/2027/winners", "/fr/editions/2027/winners/entry-1", "/fr/editions/2027/tally.json"];
    for path in public.iter().chain(&["/fr/winners.atom"]) {
        visitor.get(path).await.expect(200);
    }
    award.app.do_jobs().await;
    let page = organiser.get(&url).await.expect(200);
    assert!(page.text(".figures").contains('3') && page.has("form[action$='/take-back']"), "{}", page.summary());
    let refused = organiser.post(&format!("{url}/take-back"), &[("take_back", "oui")]).await.expect(422);
    assert!(refused.has("#take_back-err") && refused.value("take_back") == "oui");
    organiser.post(&format!("{url}/take-back"), &[("take_back", "2027")]).await.expect(303);
    for path in public.iter().chain(&["/fr/winners.atom"]) {
        visitor.get(path).await.expect(404);
    }
    assert!(!visitor.get("/fr/").await.expect(200).body().contains("Entry 1"));
    // Announced anew, everybody is told anew.
    assert_eq!(announce(organiser).await, 303);
    award.app.do_jobs().await;
    assert_eq!(award.app.mails.to("applicant@people.example").len(), before + 6);
    award.app.wait(TimeDelta::minutes(11));
    let organiser = award.app.browser_of(&award.organiser.user).await;
    assert!(!organiser.get(&url).await.expect(200).has("form[action$='/take-back']"));
    organiser.post(&format!("{url}/take-back"), &[("take_back", "2027")]).await.expect(409);
    visitor.get(WINNERS).await.expect(200);
}

#[actix_web::test]
async fn mails_that_wait_do_not_leave_once_the_announcement_is_taken_back() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    stage(&award, 0, "winner").await;
    award.app.do_jobs().await;
    let before = award.app.mails.to("applicant@people.example").len();
    let (organiser, url) = (&award.organiser.browser, format!("{DESK}/announcement"));
    assert_eq!(announce(organiser).await, 303);
    organiser.post(&format!("{url}/take-back"), &[("take_back", "2027")]).await.expect(303);
    award.app.do_jobs().await;
    assert_eq!(award.app.mails.to("applicant@people.example").len(), before);
}

#[actix_web::test]
async fn a_laureate_has_a_picture_for_networks_and_data_for_search_engines_once_it_is_public() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    stage(&award, 0, "winner").await;
    let visitor = award.app.browser();
    let (page, card) = ("/fr/editions/2027/winners/entry-1", "/ar/editions/2027/winners/entry-1/card.png");
    for path in [card, "/fr/editions/2027/embed"] {
        visitor.get(path).await.expect(404);
    }
    assert_eq!(announce(&award.organiser.browser).await, 303);
    let html = visitor.get(page).await.expect(200);
    let address = html.attribute("meta[property='og:image']", "content");
    assert!(address.ends_with("/fr/editions/2027/winners/entry-1/card.png") && address.starts_with("http"));
    let data: serde_json::Value = serde_json::from_str(&html.texts("script[type='application/ld+json']")[0]).unwrap();
    assert_eq!((&data["name"], &data["creator"]["name"]), (&"Entry 1".into(), &"Organisation 1".into()));
    assert!(data["award"].as_str().unwrap().contains("Lauréat"));
    let png = visitor.get(card).await.expect(200);
    let picture = image::load_from_memory(&png.bytes).unwrap().into_rgb8();
    assert_eq!((picture.dimensions(), png.header("content-type")), ((1200, 630), "image/png"));
    assert!(picture.pixels().any(|pixel| pixel.0 == [0xFF, 0xFF, 0xFF]), "letters");
    assert_eq!(visitor.get(card).await.bytes, png.bytes, "the same twice");
    // Other sites may show the list, and nothing else of this one.
    let frame = visitor.get("/fr/editions/2027/embed").await.expect(200);
    assert!(frame.header("content-security-policy").contains("frame-ancestors *") && frame.body().contains("Entry 1"));
    assert!(html.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(visitor.get("/fr/editions/2027/winners").await.body().contains("/fr/editions/2027/embed"));
}
