//! A juror on a train: no network for ten entries, and another device meanwhile.

use digital_awards::app::AppError;
use digital_awards::domain::assignment::AssignmentStatus;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::chrome::{self, Chrome};
use crate::support::wire::Wire;

const ENTER: char = '\u{E007}';

#[actix_web::test]
async fn ten_entries_scored_without_a_network_arrive_once_and_in_order_when_it_is_back() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(11).await;
    let juror = award.juror("najat").await;
    award.assign(&juror, &(0..11).collect::<Vec<usize>>()).await;
    let wire = Wire::to(&award.app.url);
    let window = Chrome::open(&wire.url, 1440, 900).await;
    window.become_person(&juror.browser).await;
    window.go("/fr/jury/2027/").await;
    let kept = "return caches.open('jury-pages').then((pages) => pages.keys()).then((keys) => keys.length === 12)";
    window.until(kept).await;
    window.tap("header .btn-primary").await;
    window.until("return document.querySelector('.crit.now') !== null").await;

    wire.cut(true);
    let mut scored = Vec::new();
    for at in 0..10 {
        let path = window.path().await;
        for key in ['4', '3', '5', ENTER] {
            window.press(key).await;
        }
        window.until(&format!("return location.pathname !== '{path}' && document.readyState === 'complete'")).await;
        window.until("return document.querySelector('.crit.now') !== null").await;
        window
            .until(&format!("return document.querySelector('[data-outbox]').textContent.startsWith('{}')", at + 1))
            .await;
        scored.push(path);
    }
    scored.dedup();
    assert_eq!(scored.len(), 10, "each another entry: {scored:?}");

    // On another device one of them was scored otherwise: nothing is overwritten.
    let other = [("version", "0"), ("c-innovation", "1"), ("c-creativity", "1"), ("c-entrepreneurship", "1")];
    juror.browser.post(&format!("{}/submit", scored[4]), &other).await.expect(303);

    wire.cut(false);
    let sent = "return Object.keys(localStorage).filter((key) => key.startsWith('sent:')).length === 1";
    window.until(sent).await;
    let (round, number) = (award.round.id, scored.len());
    let read = move |c: &mut store::Conn| {
        let assignments = store::assignments::list_of_round(c, round)?;
        let sheets = store::scorecards::list_of_round(c, round)?;
        Ok::<_, AppError>((assignments, sheets))
    };
    let (assignments, sheets) = award.app.state.db.read(read).await.unwrap();
    let is_in = |id: &str| {
        assignments.iter().any(|a| id.ends_with(&a.id.to_string()) && a.status == AssignmentStatus::Submitted)
    };
    assert!(scored.iter().all(|path| is_in(path)), "all {number} are in");
    assert_eq!(sheets.len(), 10, "each once");
    // Ids are in the order of their making.
    let mut arrived: Vec<_> = sheets.iter().map(|sheet| (sheet.id, sheet.assignment_id)).collect();
    arrived.sort();
    let arrived: Vec<String> = arrived.iter().map(|(_, id)| format!("/fr/jury/2027/{id}")).collect();
    // The fifth came first, from the other device; the rest in the order in which they were scored.
    let expected: Vec<&String> = [&scored[4]].into_iter().chain(scored.iter().filter(|p| **p != scored[4])).collect();
    assert_eq!(arrived.iter().collect::<Vec<_>>(), expected);

    // The one that was refused shows both versions, and a person decides.
    window.tap("[data-outbox] button").await;
    window.until("return document.querySelectorAll('tr.leader').length === 3").await;
    window.tap("main form .btn-primary").await;
    window.until("return document.querySelector('.crit.now') !== null").await;
    let criterion = move |c: &mut store::Conn| {
        let sheets = store::scorecards::list_scores_of_round(c, round)?;
        Ok::<_, AppError>(sheets.iter().filter(|score| score.value == Some(1)).count())
    };
    assert_eq!(award.app.state.db.read(criterion).await.unwrap(), 0, "what was typed on the train counts");
    window.close().await;
}
