//! The whole form by keyboard alone, on a phone, in Arabic; with scripts, and without.

use digital_awards::domain::entry::EntryStatus;

use crate::applicant::{open_edition, started, stored};
use crate::support::TestApp;
use crate::support::chrome::{self, Chrome};

const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';
const SPACE: char = ' ';

/// Presses Tab until the element in focus is one that the condition on `e` accepts.
async fn tab_to(window: &Chrome, condition: &str) {
    for _ in 0..90 {
        window.press(TAB).await;
        let script = format!("const e = document.activeElement; return Boolean({condition})");
        if window.script(&script).await == true {
            return;
        }
    }
    panic!("no Tab leads to {condition}\n{}", window.text("body").await);
}

async fn type_in(window: &Chrome, text: &str) {
    for letter in text.chars() {
        window.press(letter).await;
    }
}

/// Waits for a page whose path ends so.
async fn arrives(window: &Chrome, end: &str) {
    for _ in 0..100 {
        if window.path().await.ends_with(end) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never at {end}, but at {}\n{}", window.path().await, window.text("body").await);
}

async fn fill_and_submit(has_scripts: bool) {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let window = Chrome::open(&app.url, 360, 740).await;
    window.become_person(&hanane.browser).await;
    if !has_scripts {
        window.without_scripts().await;
    }
    // Four questions, then the entry itself.
    window.go("/ar/entries/eligibility").await;
    for question in 0..4 {
        tab_to(&window, &format!("e.name === 'q{question}'")).await;
        window.press(SPACE).await;
    }
    tab_to(&window, "e.matches('main form button')").await;
    window.press(ENTER).await;
    arrives(&window, "/ar/entries/new").await;
    tab_to(&window, "e.name === 'category'").await;
    window.press(SPACE).await;
    for (name, text) in [("title", "ساقية"), ("organisation", "واحة"), ("city", "الرشيدية")] {
        tab_to(&window, &format!("e.name === '{name}'")).await;
        type_in(&window, text).await;
    }
    window.press(ENTER).await;
    window.find(".tasks").await;
    let entry = window.path().await;
    // The four parts of the form, each from its own page to the next.
    window.go(&format!("{entry}/sections/1")).await;
    let parts: [&[(&str, &str)]; 3] = [
        &[("pitch", "الماء بقدر"), ("founded_year", "2024"), ("team_size", "9"), ("website", "https://saqya.example")],
        &[("problem", "دور الماء ثابت"), ("solution", "مجس ورسالة")],
        &[("innovation", "ميزان الماء"), ("creativity", "أصوات الواحة")],
    ];
    for (part, next) in parts.iter().zip(["/sections/2", "/sections/3", "/sections/4"]) {
        for (key, text) in *part {
            tab_to(&window, &format!("e.name === 'answer-{key}'")).await;
            type_in(&window, text).await;
        }
        tab_to(&window, "e.value === 'continue' && e.tabIndex >= 0").await;
        window.press(ENTER).await;
        arrives(&window, next).await;
    }
    for (key, text) in [("traction", "214 ضيعة"), ("team", "حنان وسعيد")] {
        tab_to(&window, &format!("e.name === 'answer-{key}'")).await;
        type_in(&window, text).await;
    }
    tab_to(&window, "e.value === 'continue' && e.tabIndex >= 0").await;
    window.press(ENTER).await;
    arrives(&window, "/check").await;
    tab_to(&window, "e.name === 'declaration'").await;
    window.press(SPACE).await;
    tab_to(&window, "e.matches('main form button')").await;
    window.press(ENTER).await;
    arrives(&window, "/receipt").await;
    let saved = stored(&app, &entry).await;
    assert_eq!((saved.status, saved.answers["problem"].as_str()), (EntryStatus::Submitted, "دور الماء ثابت"));
    assert_eq!(saved.edition_id, edition.id);
    window.close().await;
}

#[actix_web::test]
async fn the_whole_form_is_filled_and_submitted_by_keyboard_alone() {
    if chrome::is_here() {
        fill_and_submit(true).await;
    }
}

#[actix_web::test]
async fn the_whole_form_is_filled_and_submitted_without_scripts() {
    if chrome::is_here() {
        fill_and_submit(false).await;
    }
}

#[actix_web::test]
async fn a_question_opens_with_the_answer_it_depends_on() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let desk = crate::applicant::founder(&app).await.browser;
    let new = |kind: &str| format!("/fr/organiser/2027/form/new?kind={kind}&section=1");
    desk.fill(&new("yes_no"), "main form.panel", &[("label_fr", "Brevet")]).await.expect(303);
    let after = [("label_fr", "Numéro"), ("condition", "brevet=yes"), ("required", "1")];
    desk.fill(&new("short_text"), "main form.panel", &after).await.expect(303);
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/1");
    let window = Chrome::open(&app.url, 360, 740).await;
    window.become_person(&hanane.browser).await;
    window.go(&section).await;
    let is_shown = "return document.getElementById('answer-numero').offsetParent !== null";
    assert_eq!(window.script(is_shown).await, false);
    window.tap("input[name=answer-brevet][value=yes]").await;
    window.until(is_shown).await;
    window.tap("input[name=answer-brevet][value=no]").await;
    window
        .until(&format!("{} === false", is_shown.replace("return ", "return (").replace("!== null", "!== null)")))
        .await;
    // Without scripts, it comes with the page after.
    window.without_scripts().await;
    window.go(&section).await;
    window.tap("input[name=answer-brevet][value=yes]").await;
    window.tap("button.btn-primary[value=continue]").await;
    arrives(&window, "/sections/1").await;
    window.find("#answer-numero").await;
    window.close().await;
}
