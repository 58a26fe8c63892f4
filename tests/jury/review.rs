//! A juror's own scores: their order, two side by side, the PDF, and locking them.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::store;

use super::award::{Award, OnJury};

async fn score(award: &Award, juror: &OnJury, id: digital_awards::domain::ids::AssignmentId, marks: [&str; 3]) {
    let sheet = [
        ("version", "0"),
        ("c-innovation", marks[0]),
        ("c-creativity", marks[1]),
        ("c-entrepreneurship", marks[2]),
        ("comment", "Une idée forte."),
        ("note", "À revoir avec le jury."),
    ];
    juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
}

#[actix_web::test]
async fn own_scores_are_ordered_ties_shown_two_compared_and_all_given_as_a_pdf() {
    let award = Award::with_entries(3).await;
    let (najat, zineb) = (award.juror("najat").await, award.juror("zineb").await);
    let ids = award.assign(&najat, &[0, 1, 2]).await;
    let theirs = award.assign(&zineb, &[0]).await[0];
    let path = "/fr/jury/2027/ranking";
    assert!(najat.browser.get(path).await.expect(200).has(".empty"));
    score(&award, &najat, ids[0], ["3", "3", "3"]).await;
    score(&award, &najat, ids[1], ["5", "5", "5"]).await;
    score(&award, &najat, ids[2], ["3", "3", "3"]).await;
    let page = najat.browser.get(path).await.expect(200);
    let rows = page.texts("tbody tr");
    assert!(rows[0].starts_with("1Entry 2") && rows[0].contains("5,00"), "{rows:?}");
    assert!(rows[1].starts_with("2Entry 1") && rows[2].starts_with("2Entry 3"), "{rows:?}");
    assert_eq!(page.texts("tr.tied").len(), 2);

    let both = format!("/fr/jury/2027/compare?a={}&b={}", ids[0], ids[1]);
    let page = najat.browser.get(&both).await.expect(200);
    assert_eq!(page.texts("thead th a"), ["Entry 1", "Entry 2"]);
    assert!(page.body().contains("Une idée forte.") && page.has("tr.differs"));
    // What is somebody else's does not exist, here neither.
    najat.browser.get(&format!("/fr/jury/2027/compare?a={}&b={theirs}", ids[0])).await.expect(404);
    zineb.browser.get(&both).await.expect(404);

    for language in ["fr", "ar", "en"] {
        let pdf = najat.browser.get(&format!("/{language}/jury/2027/ranking.pdf")).await.expect(200);
        let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
        for words in ["2027-AGR-002", "Une idée forte", "Entry 3"] {
            assert!(text.contains(words), "{language} {words}: {text}");
        }
    }
}

#[actix_web::test]
async fn locked_scores_stay_until_their_juror_unlocks_them() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let path = "/fr/jury/2027/ranking";
    let confirm = format!("{path}/confirm");
    score(&award, &juror, ids[0], ["3", "3", "3"]).await;
    let refused = juror.browser.post(&confirm, &[]).await.expect(409);
    assert!(refused.body().contains("Il vous reste des dossiers"), "{}", refused.summary());
    score(&award, &juror, ids[1], ["4", "4", "4"]).await;
    let page = juror.browser.submit(&confirm, &[]).await.expect(200);
    assert!(page.body().contains("Notes verrouillées"), "{}", page.summary());
    let reopen = award.url(ids[0], "/reopen");
    assert!(juror.browser.post(&reopen, &[]).await.expect(409).body().contains("Déverrouillez-les"));
    assert!(!juror.browser.get(&award.url(ids[0], "")).await.expect(200).has("form[action$=reopen]"));
    let progress = award.organiser.browser.get("/fr/organiser/2027/progress").await.expect(200);
    assert!(progress.body().contains("Verrouillées"));
    juror.browser.submit(&format!("{path}/unconfirm"), &[]).await.expect(200);
    juror.browser.post(&reopen, &[]).await.expect(303);
}

#[actix_web::test]
async fn what_a_sheet_said_before_is_kept_for_its_juror_alone_and_brought_back() {
    let award = Award::with_entries(1).await;
    let (juror, other) = (award.juror("najat").await, award.juror("zineb").await);
    let id = award.assign(&juror, &[0]).await[0];
    let (save, history) = (award.url(id, "/save"), award.url(id, "/history"));
    assert!(juror.browser.get(&history).await.expect(200).has(".empty"));
    let first = [("version", "0"), ("c-innovation", "5"), ("nojudge-x", ""), ("comment", "Une idée forte.")];
    juror.browser.post(&save, &first).await.expect(303);
    award.app.wait(chrono::TimeDelta::minutes(5));
    let version = juror.browser.get(&award.url(id, "")).await.value("version");
    let second = [("version", version.as_str()), ("c-innovation", "2"), ("comment", "Une idée forte, mais.")];
    juror.browser.post(&save, &second).await.expect(303);
    let page = juror.browser.get(&history).await.expect(200);
    assert_eq!(page.texts("main section").len(), 2, "{}", page.summary());
    let number = page.attribute("main section input[name=number]", "value");
    other.browser.get(&history).await.expect(404);
    other.browser.post(&history, &[("number", &number)]).await.expect(404);
    award.organiser.browser.get(&history).await.expect(404);
    juror.browser.submit(&history, &[("number", &number)]).await.expect(200);
    let page = juror.browser.get(&award.url(id, "")).await.expect(200);
    assert_eq!(page.value("comment").trim(), "Une idée forte.");
    assert_eq!(page.attribute("input[name=c-innovation][checked]", "value"), "5");
    // Bringing back is a change like any other: it can be undone as well.
    let all = juror.browser.get(&history).await;
    assert!(all.texts("main section").len() == 3 && all.body().contains("Une idée forte, mais."));
}

#[actix_web::test]
async fn after_the_closing_a_juror_sees_of_the_jury_what_the_round_shows_and_nothing_before() {
    let award = Award::with_entries(2).await;
    let (najat, zineb) = (award.juror("najat").await, award.juror("zineb").await);
    let (mine, theirs) = (award.assign(&najat, &[0]).await[0], award.assign(&zineb, &[0, 1]).await);
    let shown = [("shows_scores", "1"), ("shows_comments", "1")];
    let criteria = "/fr/organiser/2027/criteria";
    award.organiser.browser.fill(criteria, "form[action$=criteria]", &shown).await.expect(303);
    let path = "/fr/jury/2027/ranking";
    score(&award, &najat, mine, ["3", "3", "3"]).await;
    let before = najat.browser.get(path).await.expect(200).body();
    score(&award, &zineb, theirs[0], ["5", "5", "5"]).await;
    score(&award, &zineb, theirs[1], ["2", "2", "2"]).await;
    assert_eq!(najat.browser.get(path).await.expect(200).body(), before, "nothing shows while scoring is open");
    award.move_to(EditionStatus::Judging).await;
    let close = format!("/fr/organiser/2027/rounds/{}/close", award.round.id);
    award.organiser.browser.post(&close, &[]).await.expect(303);
    let page = najat.browser.get(path).await.expect(200);
    let row = page.texts("tbody tr").remove(0);
    assert!(row.contains("4,00") && row.contains("2 fiches") && row.contains("1 autre commentaire"), "{row}");
    assert!(!page.body().contains("zineb") && !page.body().contains("Entry 2"));
    // A round that keeps them to itself shows neither.
    let round = award.round.id;
    let hide = move |c: &mut store::Conn| {
        let mut kept = store::rounds::get(c, round)?;
        (kept.shows_scores, kept.shows_comments) = (false, false);
        Ok::<_, AppError>(store::rounds::update(c, kept)?)
    };
    award.app.state.db.write(hide).await.unwrap();
    assert!(!najat.browser.get(path).await.expect(200).body().contains("4,00"));
}
