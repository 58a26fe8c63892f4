//! The scorecard by keyboard, by thumb, without scripts; every page of the jury through axe.

use digital_awards::app::AppError;
use digital_awards::domain::assignment::AssignmentStatus;
use digital_awards::domain::ids::AssignmentId;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::chrome::{self, Chrome};

const ENTER: char = '\u{E007}';

async fn status(award: &Award, id: AssignmentId) -> AssignmentStatus {
    let read = move |c: &mut store::Conn| Ok::<_, AppError>(store::assignments::get(c, id)?.status);
    award.app.state.db.read(read).await.unwrap()
}

#[actix_web::test]
async fn three_criteria_take_four_keys() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let window = Chrome::open(&award.app.url, 1440, 900).await;
    window.become_person(&juror.browser).await;
    window.go(&award.url(ids[0], "")).await;
    window.until("return document.querySelector('.crit.now') !== null").await;
    for key in ['4', '3', '5', ENTER] {
        window.press(key).await;
    }
    let next = award.url(ids[1], "");
    window.until(&format!("return location.pathname === '{next}'")).await;
    assert_eq!(status(&award, ids[0]).await, AssignmentStatus::Submitted);
    window.close().await;
}

#[actix_web::test]
async fn on_a_phone_five_taps_score_an_entry() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let window = Chrome::open(&award.app.url, 360, 740).await;
    window.become_person(&juror.browser).await;
    window.go(&award.url(id, "")).await;
    window.tap(".dock .btn").await;
    for criterion in ["innovation", "creativity", "entrepreneurship"] {
        window.tap(&format!("input[name=c-{criterion}][value='4']")).await;
    }
    window.tap(".sheet-f .btn-primary").await;
    window.until("return location.pathname === '/fr/jury/2027/'").await;
    assert_eq!(status(&award, id).await, AssignmentStatus::Submitted);
    window.close().await;
}

#[actix_web::test]
async fn what_is_scored_is_saved_at_once_and_a_lost_network_is_said_and_repaired() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let window = Chrome::open(&award.app.url, 1440, 900).await;
    window.become_person(&juror.browser).await;
    window.go(&award.url(id, "")).await;
    window.until("return document.querySelector('.crit.now') !== null").await;
    window.press('4').await;
    window.until("return document.querySelector('[data-save]').dataset.state === 'saved'").await;
    assert_eq!(status(&award, id).await, AssignmentStatus::Drafting);
    window.offline(true).await;
    window.press('3').await;
    window.until("return document.querySelector('.save-bar') !== null").await;
    // Nobody has to press a button: the network's return is enough.
    window.offline(false).await;
    window.until("return document.querySelector('[data-save]').dataset.state === 'saved'").await;
    window.go(&award.url(id, "")).await;
    window.until("return document.querySelector('input[name=c-creativity]:checked')?.value === '3'").await;
    window.close().await;
}

#[actix_web::test]
async fn without_scripts_the_same_form_scores() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let window = Chrome::open(&award.app.url, 1440, 900).await;
    window.become_person(&juror.browser).await;
    window.without_scripts().await;
    window.go(&award.url(id, "")).await;
    for criterion in ["innovation", "creativity", "entrepreneurship"] {
        window.tap(&format!("input[name=c-{criterion}][value='4']")).await;
    }
    window.tap(".sheet-f .btn-primary").await;
    window.find(".queue").await;
    assert_eq!(status(&award, id).await, AssignmentStatus::Submitted);
    window.close().await;
}

#[actix_web::test]
async fn pages_of_the_jury_have_no_fault_that_axe_can_find() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(6).await;
    let juror = award.juror("najat").await;
    let other = award.juror("zineb").await;
    let ids = award.assign(&juror, &[0, 1, 2, 3]).await;
    award.assign(&other, &[0, 4]).await;
    let full = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "3"), ("c-entrepreneurship", "5")];
    juror.browser.post(&award.url(ids[1], "/submit"), &full).await.expect(303);
    juror.browser.post(&award.url(ids[0], "/save"), &full[..2]).await.expect(303);
    juror.browser.post(&award.url(ids[2], "/pass"), &full[..1]).await.expect(303);
    let scorecard = format!("jury/2027/{}", ids[0]);
    let read_only = format!("jury/2027/{}", ids[1]);
    let recuse = format!("{scorecard}/recuse");
    let one = format!("organiser/2027/jury/{}", juror.juror.id);
    let jury = ["jury/2027/", "jury/2027/conflicts", &scorecard, &read_only, &recuse];
    let desk = [
        "organiser/2027/jury",
        "organiser/2027/jury/new",
        "organiser/2027/jury/several",
        "organiser/2027/assignments",
        "organiser/2027/progress",
        &one,
    ];
    let window = Chrome::open(&award.app.url, 1440, 900).await;
    let mut faults = Vec::new();
    for (browser, paths) in [(&juror.browser, jury.as_slice()), (&award.organiser.browser, desk.as_slice())] {
        window.become_person(browser).await;
        for (width, height) in [(360, 740), (1440, 900)] {
            window.size(width, height).await;
            for (language, scheme) in [("fr", "light"), ("ar", "light"), ("ar", "dark")] {
                window.scheme(scheme).await;
                for path in paths {
                    window.go(&format!("/{language}/{path}")).await;
                    let found = window.faults().await;
                    faults.extend(found.into_iter().map(|f| format!("{language} {path} {width} {scheme}: {f}")));
                    if let Ok(folder) = std::env::var("TEST_PICTURES") {
                        let id = path.replace(&ids[0].to_string(), "open").replace(&ids[1].to_string(), "read");
                        let id = id.replace(&juror.juror.id.to_string(), "juror").replace('/', "-");
                        let name = format!("{id}-{language}-{width}-{scheme}.png");
                        window.picture(&std::path::Path::new(&folder).join(name)).await;
                    }
                }
            }
        }
    }
    window.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
