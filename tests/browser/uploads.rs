//! Files and lists that are moved by hand: what a browser adds to their buttons.

use crate::applicant::{founder, open_edition, started};
use crate::support::TestApp;
use crate::support::chrome::{self, Chrome};

/// Chooses files as a person does in the dialog of the browser.
fn choose(names: &[&str]) -> String {
    let files: Vec<String> =
        names.iter().map(|name| format!("d.items.add(new File(['%PDF-1.7 {name} %%EOF'], '{name}'));")).collect();
    format!(
        "const d = new DataTransfer(); {} const i = document.querySelector('#answer-attachments'); i.files = d.files; \
         i.dispatchEvent(new Event('change', {{ bubbles: true }})); return true",
        files.concat()
    )
}

const NAMES: &str = "[...document.querySelectorAll('.uploaded .grow a')].map((a) => a.textContent).join()";

#[actix_web::test]
async fn files_leave_as_soon_as_they_are_chosen_and_what_did_not_arrive_is_sent_again() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let window = Chrome::open(&app.url, 360, 800).await;
    window.become_person(&hanane.browser).await;
    window.go(&format!("{entry}/sections/4")).await;
    window.fill("#answer-team", "Hanane").await;
    window.script(&choose(&["un.pdf", "deux.pdf"])).await;
    window.until(&format!("return {NAMES} === 'un.pdf,deux.pdf'")).await;
    // What is typed stays where it is.
    assert_eq!(window.script("return document.querySelector('#answer-team').value").await, "Hanane");

    window.offline(true).await;
    window.script(&choose(&["trois.pdf"])).await;
    window.until("return document.querySelector('.upload .err button') !== null").await;
    assert!(window.text(".upload .err").await.contains("trois.pdf"));
    window.offline(false).await;
    window.tap(".upload .err button").await;
    window.until(&format!("return {NAMES} === 'un.pdf,deux.pdf,trois.pdf'")).await;
    window.script(&choose(&["page.html"]).replace("%PDF-1.7", "<p>")).await;
    window.until("return document.querySelector('.upload .err') !== null").await;
    assert!(window.text(".upload .err").await.contains("page.html"));
    window.close().await;
}

#[actix_web::test]
async fn a_question_is_dragged_to_its_place_and_into_another_section() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    open_edition(&app).await;
    let organiser = founder(&app).await;
    let window = Chrome::open(&app.url, 1440, 900).await;
    window.become_person(&organiser.browser).await;
    let drag = |what: &str, list: usize, before: &str| {
        format!(
            "const d = new DataTransfer(); const from = document.getElementById('{what}'); \
             const list = document.querySelectorAll('[data-drag]')[{list}]; \
             const to = document.getElementById('{before}') ?? list.lastElementChild; \
             const box = to.getBoundingClientRect(); \
             const y = '{before}' ? box.top + 2 : box.bottom - 2; \
             const send = (on, type) => on.dispatchEvent(new DragEvent(type, {{ bubbles: true, cancelable: true, \
             dataTransfer: d, clientY: y }})); \
             send(from, 'dragstart'); send(list, 'dragover'); send(list, 'drop'); return true"
        )
    };
    let order =
        "[...document.querySelectorAll('[data-drag]')].map((l) => [...l.children].map((x) => x.id).join()).join(';')";
    window.go("/fr/organiser/2027/form").await;
    let before = window.script(&format!("return {order}")).await;
    assert!(before.as_str().unwrap().starts_with("pitch,city,founded_year"), "{before}");
    window.until("return document.querySelector('[data-drag] li').draggable").await;
    window.script(&drag("founded_year", 0, "pitch")).await;
    window.until(&format!("return {order}.startsWith('founded_year,pitch,city')")).await;
    window.until("return document.querySelector('[data-drag] li').draggable").await;
    window.script(&drag("founded_year", 1, "")).await;
    window.until(&format!("return {order}.includes('solution,founded_year;')")).await;
    window.close().await;
}
