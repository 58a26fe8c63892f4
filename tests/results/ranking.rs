//! The ranking: closed rounds only, ties as ties, every number in the table.

use super::{DESK, closed, scored};

#[actix_web::test]
async fn while_scoring_is_open_results_are_refused_without_a_value() {
    let award = scored(&[[5, 4], [2, 1]]).await;
    let page = award.organiser.browser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(!page.has("table"), "{}", page.summary());
    assert!(!page.body().contains("4,5"));
    award.organiser.browser.get(&format!("{DESK}/results.csv")).await.expect(409);
    award.organiser.browser.get(&format!("{DESK}/tally.json")).await.expect(404);
}

#[actix_web::test]
async fn equal_scores_share_a_place_and_the_next_one_is_skipped() {
    let award = closed(&[[3, 3], [5, 4], [4, 5], [1, 2]]).await;
    let page = award.organiser.browser.get(&format!("{DESK}/results")).await.expect(200);
    let rows: Vec<(String, String)> =
        page.texts("tbody td:first-child").into_iter().zip(page.texts("tbody th small bdi:first-child")).collect();
    let places: Vec<&str> = rows.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["=1", "=1", "3", "4"]);
    assert_eq!(rows[2].1, award.entries[0].reference);
    let table = award.organiser.browser.get(&format!("{DESK}/results.csv")).await.expect(200).body();
    let scores: Vec<&str> = table.lines().skip(1).map(|line| line.split(',').nth(5).unwrap()).collect();
    assert_eq!(scores, ["4.500000", "4.500000", "3.000000", "1.500000"]);
}

#[actix_web::test]
async fn reopening_needs_a_reason_keeps_every_score_and_is_refused_once_announced() {
    let award = closed(&[[5, 4], [2, 1]]).await;
    let reopen = format!("{DESK}/rounds/{}/reopen", award.round.id);
    award.organiser.browser.post(&reopen, &[("reason", " ")]).await.expect(422);
    let before = award.organiser.browser.get(&format!("{DESK}/results.csv")).await.expect(200).body();
    award.organiser.browser.post(&reopen, &[("reason", "Une fiche manquait")]).await.expect(303);
    award.organiser.browser.get(&format!("{DESK}/results.csv")).await.expect(409);
    award.organiser.browser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    assert_eq!(award.organiser.browser.get(&format!("{DESK}/results.csv")).await.expect(200).body(), before);
    assert_eq!(super::stage(&award, 0, "winner").await, 303);
    assert_eq!(super::announce(&award.organiser.browser).await, 303);
    award.organiser.browser.post(&reopen, &[("reason", "Trop tard")]).await.expect(409);
}
