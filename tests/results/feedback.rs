//! What applicants learn after the announcement, and what is held back.

use digital_awards::domain::edition::EditionStatus;

use super::{DESK, closed};

#[actix_web::test]
async fn applicants_read_their_means_beside_the_median_and_the_comments_that_are_passed_on() {
    let award = closed(&[[5, 4], [3, 3], [2, 1]]).await;
    let organiser = &award.organiser.browser;
    let own = format!("/fr/entries/{}", award.entries[1].id);
    let page = format!("{own}/feedback");
    let applicant = &award.applicant.browser;
    let settings = format!("{DESK}/settings");
    organiser.fill(&settings, "main form", &[("feedback", "scores")]).await.expect(303);
    applicant.get(&page).await.expect(404);
    award.move_to(EditionStatus::Announced).await;
    let read = applicant.get(&page).await.expect(200);
    let rows: Vec<String> = (1..=3).map(|n| read.text(&format!("tbody tr:nth-child({n})"))).collect();
    // The means are 4.5, 3 and 1.5: the second is the median itself.
    assert!(rows.iter().all(|row| row.matches("3,00").count() == 2), "{rows:?}");
    assert!(!read.has("blockquote"));
    applicant.get(&own).await.expect(200).text("a[href$='/feedback']");
    // Somebody else's is nobody's.
    award.app.person("other").await.browser.get(&page).await.expect(404);
}

#[actix_web::test]
async fn a_comment_is_passed_on_unless_organisers_hold_it_back() {
    let award = super::scored_with_comments(&["Un témoin, une mesure.", "Trop d’intentions."]).await;
    let organiser = &award.organiser.browser;
    let list = format!("{DESK}/feedback");
    organiser.get(&list).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);
    organiser.fill(&format!("{DESK}/settings"), "main form", &[("feedback", "comments")]).await.expect(303);
    let comments = organiser.get(&list).await.expect(200);
    assert_eq!(comments.texts("main ul.rows > li").len(), 2);
    let hurtful = comments.texts("main ul.rows > li").iter().position(|text| text.contains("intentions")).unwrap();
    let act = comments.attributes("main ul.rows form", "action")[hurtful].clone();
    organiser.post(&act, &[("held", "1")]).await.expect(303);
    award.move_to(EditionStatus::Announced).await;
    let page = format!("/fr/entries/{}/feedback", award.entries[0].id);
    let quotes = award.applicant.browser.get(&page).await.expect(200).texts("blockquote");
    assert_eq!(quotes, ["Un témoin, une mesure."]);
    organiser.post(&act, &[("held", "0")]).await.expect(303);
    assert_eq!(award.applicant.browser.get(&page).await.expect(200).texts("blockquote").len(), 2);
}
