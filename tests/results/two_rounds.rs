//! Two rounds: a longlist of yes and no, with a juror who steps back, and a final with weights, up to the
//! announcement.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::round::{Round, RoundStatus};
use digital_awards::store;

use super::{DESK, announce, stage};
use crate::jury::award::{Award, OnJury};

const FORM: &str = "form[action$=criteria]";

async fn rounds(award: &Award) -> Vec<Round> {
    let id = award.edition.id;
    award.app.state.db.read(move |c| Ok::<_, AppError>(store::rounds::list(c, id)?)).await.unwrap()
}

/// A juror scores entries of the round: each mark on every criterion.
async fn score(award: &Award, juror: &OnJury, places: &[usize], marks: &[&str]) {
    let browser = award.app.browser_of(&juror.person.user).await;
    for (id, mark) in award.assign(juror, places).await.into_iter().zip(marks) {
        let sheet = ["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, *mark));
        browser.post(&award.url(id, "/submit"), &[&[("version", "0")][..], &sheet].concat()).await.expect(303);
    }
}

#[actix_web::test]
async fn a_longlist_of_yes_and_no_and_a_final_with_weights_lead_to_an_announcement() {
    let mut award = Award::with_entries(4).await;
    award.move_to(EditionStatus::Judging).await;
    let (najat, omar, zineb) = (award.juror("najat").await, award.juror("omar").await, award.juror("zineb").await);
    let criteria = format!("{DESK}/criteria");
    let yes_no = [("scale_min", "0"), ("scale_max", "1")];
    award.organiser.browser.fill(&criteria, FORM, &yes_no).await.expect(303);

    // The longlist: yes and no, and somebody steps back half way.
    score(&award, &omar, &[0, 1, 2, 3], &["1", "0", "1", "0"]).await;
    let first = award.assign(&najat, &[0, 1, 2, 3]).await;
    let page = najat.browser.get(&award.url(first[0], "")).await.expect(200);
    assert_eq!(page.texts(".scale label")[..2], ["Non", "Oui"]);
    najat.browser.post(&award.url(first[3], "/recuse"), &[("reason", "Associée")]).await.expect(303);
    score(&award, &zineb, &[3], &["0"]).await;
    for (id, mark) in first[..3].iter().zip(["1", "0", "1"]) {
        let sheet = ["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, mark));
        najat.browser.post(&award.url(*id, "/submit"), &[&[("version", "0")][..], &sheet].concat()).await.expect(303);
    }
    let organiser = &award.organiser.browser;
    let added = organiser.post(&format!("{DESK}/rounds"), &[]).await.expect(303);
    assert!(added.location().contains("round=2"));
    organiser.post(&format!("{DESK}/rounds"), &[]).await.expect(409);
    let last = rounds(&award).await.remove(1);
    let choose = format!("{DESK}/rounds/{}/entries", last.id);
    organiser.get(&choose).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/close", award.round.id), &[]).await.expect(303);

    // Half of each category is suggested; what is ticked goes on.
    let page = organiser.get(&choose).await.expect(200);
    let ticked = page.attributes("input[name=entry][checked]", "value");
    let expected = [0, 2].map(|at: usize| award.entries[at].id.to_string());
    assert_eq!(ticked, expected, "{}", page.summary());
    assert!(page.body().contains("Proposition"));
    organiser.post(&choose, &[]).await.expect(409);
    let fields = expected.each_ref().map(|id| ("entry", id.as_str()));
    organiser.submit(&choose, &fields).await.expect(200);
    assert!(!organiser.get(&choose).await.body().contains("Proposition"));

    // The final has a scale of its own, and the two entries only.
    let scale = [("scale_min", "1"), ("scale_max", "5"), ("name_fr", "Grande finale")];
    organiser.fill(&format!("{criteria}?round=2"), FORM, &scale).await.expect(303);
    assert_eq!(rounds(&award).await[0].scale_max, 1, "the first round stays as it was");
    let matrix = organiser.get(&format!("{DESK}/assignments?round=2")).await.expect(200).body();
    assert!(matrix.contains("Entry 1") && matrix.contains("Entry 3"));
    assert!(!matrix.contains("Entry 2") && !matrix.contains("Entry 4"));
    let first_round = std::mem::replace(&mut award.round, last.clone());
    award.assign(&zineb, &[0]).await;
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{DESK}/rounds/{}/open", last.id), &[]).await.expect(303);
    let refused = organiser.post(&format!("{DESK}/rounds/{}/reopen", first_round.id), &[("reason", "Un doute")]).await;
    assert!(refused.expect(409).body().contains("Un tour suivant a commencé"));
    award.app.wait(last.opens_at - award.app.now() + chrono::TimeDelta::hours(1));
    score(&award, &najat, &[0, 2], &["4", "3"]).await;
    score(&award, &omar, &[0, 2], &["5", "4"]).await;
    award.organiser.browser = award.app.browser_of(&award.organiser.user).await;
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{DESK}/rounds/{}/close", last.id), &[]).await.expect(303);
    let both: Vec<RoundStatus> = rounds(&award).await.iter().map(|round| round.status).collect();
    assert_eq!(both, [RoundStatus::Closed, RoundStatus::Closed]);
    let results = organiser.get(&format!("{DESK}/results")).await.expect(200);
    assert!(results.body().contains("Grande finale") && results.body().contains("4,50"), "{}", results.summary());
    assert!(!results.texts("tbody tr").iter().any(|row| row.contains("Entry 2")));
    let longlist = organiser.get(&format!("{DESK}/results?round=1")).await.expect(200);
    assert!(longlist.texts("tbody tr").iter().any(|row| row.contains("Entry 2")));
    organiser.post(&format!("{DESK}/current"), &[]).await.expect(303);
    assert_eq!(stage(&award, 1, "winner").await, 409, "it did not go on");
    assert_eq!(stage(&award, 0, "winner").await, 303);
    assert_eq!(announce(&award.organiser.browser).await, 303);
    let winners = award.app.browser().get("/fr/editions/2027/winners").await.expect(200);
    assert!(winners.body().contains("Entry 1"));
    // Both tallies can be verified by anybody.
    award.app.browser().get("/fr/editions/2027/tally.json").await.expect(200);
    assert!(award.app.browser().get("/fr/method").await.expect(200).body().contains("Grande finale"));
}

#[actix_web::test]
async fn a_round_that_waits_is_removed_and_nothing_of_it_stays() {
    let award = Award::with_entries(2).await;
    award.move_to(EditionStatus::Judging).await;
    let organiser = &award.organiser.browser;
    organiser.post(&format!("{DESK}/rounds"), &[]).await.expect(303);
    let last = rounds(&award).await.remove(1);
    organiser.post(&format!("{DESK}/rounds/{}/remove", award.round.id), &[]).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/open", last.id), &[]).await.expect(409);
    organiser.post(&format!("{DESK}/rounds/{}/remove", last.id), &[]).await.expect(303);
    assert_eq!(rounds(&award).await.len(), 1);
}
