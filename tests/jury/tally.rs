//! Closing a round seals its count: organisers may check it at once, everybody once it is announced.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::judging::tally::verify::{Problem, verify};
use digital_awards::store::{self, tallies::Whose};
use sha2::{Digest, Sha256};

use super::award::{Award, OnJury};
use crate::support::client::Response;

/// Two entries scored by two jurors, and the round closed as an organiser closes it.
async fn closed() -> Award {
    closed_by_jurors().await.0
}

async fn closed_by_jurors() -> (Award, Vec<OnJury>) {
    let award = Award::with_entries(2).await;
    let mut jury = Vec::new();
    for (name, scores) in [("najat", ["4", "3"]), ("omar", ["5", "2"])] {
        let juror = award.juror(name).await;
        for (id, score) in award.assign(&juror, &[0, 1]).await.into_iter().zip(scores) {
            let sheet =
                [("version", "0"), ("c-innovation", score), ("c-creativity", score), ("c-entrepreneurship", score)];
            juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
        }
        jury.push(juror);
    }
    let close = format!("/fr/organiser/2027/rounds/{}/close", award.round.id);
    award.organiser.browser.post(&close, &[]).await.expect(303);
    (award, jury)
}

#[actix_web::test]
async fn a_closed_round_is_sealed_and_its_file_verifies_under_the_award_s_key() {
    let award = closed().await;
    let file = award.organiser.browser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    let key = award.app.state.tally_key.public();
    let verdict = verify(file.as_bytes(), Some(&key), 1);
    assert_eq!((verdict.problems, verdict.scorecards), (vec![], 4));
    let page = award.organiser.browser.get("/fr/organiser/2027/results").await.expect(200);
    assert!(page.texts("code").contains(&verdict.digest.unwrap()), "the digest is on the page of results");
    assert!(page.body().contains("4,50") && page.body().contains("2,50"), "means of 4 and 5, of 3 and 2");
    for person in ["najat", "omar", "people.example", "Organisation 1"] {
        assert!(!file.contains(person), "{person} is in the file");
    }
    let forged = file.replacen("\"marks\":[500,500,500]", "\"marks\":[500,500,400]", 1);
    assert_ne!(forged, file);
    let problems = verify(forged.as_bytes(), Some(&key), 1).problems;
    assert!(problems.iter().any(|problem| matches!(problem, Problem::Altered { .. })), "{problems:?}");
}

#[actix_web::test]
async fn the_file_is_nobody_else_s_before_the_announcement_and_everybody_s_after() {
    let award = closed().await;
    let public = "/fr/editions/2027/tally.json";
    award.move_to(EditionStatus::Deliberation).await;
    award.app.browser().get(public).await.expect(404);
    award.applicant.browser.get("/fr/organiser/2027/tally.json").await.expect(404);
    let sealed = award.organiser.browser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    award.move_to(EditionStatus::Announced).await;
    assert_eq!(award.app.browser().get(public).await.expect(200).body(), sealed);
}

#[actix_web::test]
async fn closing_again_seals_again_and_keeps_the_first_seal() {
    let (award, jury) = closed_by_jurors().await;
    let organiser = &award.organiser.browser;
    let first = organiser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    let round = format!("/fr/organiser/2027/rounds/{}", award.round.id);
    organiser.post(&format!("{round}/reopen"), &[("reason", "Une fiche manquait")]).await.expect(303);
    organiser.post(&format!("{round}/close"), &[]).await.expect(303);
    let second = organiser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    assert_ne!(first, second);
    let whose = Whose::Juror(jury[0].juror.id);
    let read = move |c: &mut store::Conn| Ok::<_, AppError>(store::tallies::list_openings(c, whose)?);
    let kept: Vec<_> = award.app.state.db.read(read).await.unwrap().into_iter().map(|(_, tally, _)| tally).collect();
    assert_eq!(kept.iter().map(|t| t.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(kept.iter().map(|t| t.bundle.as_str()).collect::<Vec<_>>(), [first, second]);
}

#[actix_web::test]
async fn the_method_page_shows_the_rules_before_the_first_score_and_the_digest_at_closing() {
    let award = Award::with_entries(1).await;
    award.move_to(EditionStatus::Judging).await;
    let organiser = &award.organiser.browser;
    organiser.post("/fr/organiser/2027/current", &[]).await.expect(303);
    let before = award.app.browser().get("/fr/method").await.expect(200);
    let key = award.app.state.tally_key.public();
    let codes = before.texts("code");
    assert_eq!((codes.len(), codes.last()), (3, Some(&key)), "hash of the rules, the rules, the key: {codes:?}");
    organiser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let after = award.app.browser().get("/fr/method").await.expect(200).texts("code");
    assert_eq!((after.len(), &after[0]), (4, &codes[0]), "the same rules, and the digest");
}

#[actix_web::test]
async fn anyone_checks_a_file_on_the_verify_page_and_reads_what_is_wrong_with_it() {
    let award = closed().await;
    award.move_to(EditionStatus::Announced).await;
    let visitor = award.app.browser();
    let file = visitor.get("/fr/editions/2027/tally.json").await.expect(200).bytes;
    let page = visitor.upload("/fr/verify", &[], "file", "tally.json", &file).await.expect(200);
    assert_eq!(page.text("#verdict"), "Dépouillement valable");
    assert!(page.body().contains("4 fiches"), "{}", page.summary());
    assert!(page.body().contains("dépouillement 1 du tour"), "{}", page.summary());

    let text = String::from_utf8(file).unwrap();
    let forged = text.replacen("\"marks\":[500,500,500]", "\"marks\":[500,500,400]", 1);
    let line = text.lines().skip_while(|l| *l != "\"lines\":[").position(|l| l.contains("[500,500,500]")).unwrap();
    for (language, verdict, words) in [
        ("fr", "Dépouillement altéré", format!("La ligne {line} a été modifiée.")),
        ("en", "Altered tally", format!("Line {line} was altered.")),
        ("ar", "فرز معدَّل", format!("عُدّل السطر \u{2068}{line}\u{2069}.")),
    ] {
        let address = format!("/{language}/verify");
        let page = visitor.upload(&address, &[], "file", "tally.json", forged.as_bytes()).await.expect(200);
        assert_eq!(page.text("#verdict"), verdict);
        assert!(page.texts("[aria-labelledby=verdict] li").contains(&words), "{}", page.summary());
    }
    let page = visitor.upload("/fr/verify", &[], "file", "photo.jpg", b"\xff\xd8\xff").await.expect(200);
    assert_eq!(page.text("#verdict"), "Ce n’est pas un dépouillement");
    let page = visitor.upload("/fr/verify", &[], "file", "", b"").await.expect(422);
    assert!(page.body().contains("Choisissez le fichier"), "{}", page.summary());
    let page = visitor.upload("/fr/verify", &[], "file", "huge.json", &vec![b' '; 9 << 20]).await.expect(422);
    assert!(page.body().contains("trop grand"), "{}", page.summary());
}

#[actix_web::test]
async fn a_tally_of_another_award_verifies_but_was_never_published_here() {
    let (award, other) = (closed().await, closed().await);
    let file = other.organiser.browser.get("/fr/organiser/2027/tally.json").await.expect(200).bytes;
    let page = award.app.browser().upload("/en/verify", &[], "file", "tally.json", &file).await.expect(200);
    assert_eq!(page.texts("[aria-labelledby=verdict] li"), ["The file is signed by another key than this site’s."]);
}

/// Changes some fields of the page of criteria and sends it.
async fn change_criteria(award: &Award, changes: &[(&str, &str)]) -> Response {
    award.organiser.browser.fill("/fr/organiser/2027/criteria", "main form", changes).await
}

#[actix_web::test]
async fn equal_scores_are_separated_by_the_criterion_the_rules_name_and_the_page_says_so() {
    let award = Award::with_entries(2).await;
    change_criteria(&award, &[("c0_tie_break", "1"), ("c1_tie_break", "1")]).await.expect(422);
    change_criteria(&award, &[("c1_tie_break", "1")]).await.expect(303);
    let juror = award.juror("najat").await;
    // 0.4 × 3 + 0.3 × 5 + 0.3 × 3 = 0.4 × 3 + 0.3 × 3 + 0.3 × 5
    for (id, scores) in award.assign(&juror, &[0, 1]).await.into_iter().zip([["3", "3", "5"], ["3", "5", "3"]]) {
        let [innovation, creativity, entrepreneurship] = scores;
        let sheet = [
            ("version", "0"),
            ("c-innovation", innovation),
            ("c-creativity", creativity),
            ("c-entrepreneurship", entrepreneurship),
        ];
        juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    }
    let organiser = &award.organiser.browser;
    organiser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let page = organiser.get("/fr/organiser/2027/results").await.expect(200);
    let places: Vec<String> = page.texts("tbody tr").into_iter().take(2).collect();
    assert!(places[0].starts_with('1') && places[0].contains(&award.entries[1].reference), "{places:?}");
    assert!(places[1].starts_with('2') && places[1].contains("départagé par Créativité"), "{places:?}");
}

#[actix_web::test]
async fn rules_change_after_the_first_score_only_with_a_reason_that_everybody_reads() {
    let award = closed().await;
    award.move_to(EditionStatus::Judging).await;
    let organiser = &award.organiser.browser;
    organiser.post("/fr/organiser/2027/current", &[]).await.expect(303);
    let before = award.app.browser().get("/fr/method").await.expect(200).texts("code");
    let reopen = format!("/fr/organiser/2027/rounds/{}/reopen", award.round.id);
    organiser.post(&reopen, &[("reason", "Erreur dans les poids")]).await.expect(303);

    let weights = [("c0_weight", "50"), ("c1_weight", "20"), ("reason", "")];
    let page = change_criteria(&award, &weights).await.expect(422);
    assert_eq!(page.value("c0_weight"), "50", "what was typed is kept");
    change_criteria(&award, &[("scale_max", "6"), ("reason", "Une autre échelle")]).await.expect(409);
    let weights = [("c0_weight", "50"), ("c1_weight", "20"), ("reason", "Le règlement dit 50 %, le site disait 40 %.")];
    change_criteria(&award, &weights).await.expect(303);

    let page = award.app.browser().get("/fr/method").await.expect(200);
    let codes = page.texts("code");
    assert!(codes[1].contains("\"version\":2") && codes[1].contains("\"weight\":5000"), "{codes:?}");
    assert_ne!(codes[0], before[0]);
    assert_eq!(codes[2], before[0], "the digest of the rules that went before");
    assert!(page.body().contains("Le règlement dit 50 %, le site disait 40 %."), "{}", page.summary());

    organiser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let file = organiser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    assert!(file.contains(&before[0]) && file.contains("earlier_rules"), "the tally names the earlier rules");
    assert!(verify(file.as_bytes(), None, 1).is_valid());
}

#[actix_web::test]
async fn an_entry_that_leaves_after_the_closing_is_told_and_the_announcement_seals_again() {
    let award = closed().await;
    award.move_to(EditionStatus::Deliberation).await;
    let organiser = &award.organiser.browser;
    let sealed = organiser.get("/fr/organiser/2027/tally.json").await.expect(200).body();
    let (first, gone) = (&award.entries[0].reference, &award.entries[1].reference);
    assert!(!organiser.get("/fr/organiser/2027/results").await.expect(200).has(".flash-warn"));
    let withdraw = format!("/fr/entries/{}/withdraw", award.entries[1].id);
    award.applicant.browser.post(&withdraw, &[("reason", "")]).await.expect(303);
    assert!(organiser.get("/fr/organiser/2027/results").await.expect(200).has(".flash-warn"));

    let stage = format!("/fr/organiser/2027/results/{first}/stage");
    let mut fields = organiser.get(&stage).await.expect(200).fields("main form");
    fields.push(("kind".to_owned(), "winner".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    organiser.post(&stage, &fields).await.expect(303);
    organiser.post("/fr/organiser/2027/announcement", &[("confirmation", "2027"), ("when", "now")]).await.expect(303);

    let file = award.app.browser().get("/fr/editions/2027/tally.json").await.expect(200).body();
    assert_ne!(file, sealed);
    let verdict = verify(file.as_bytes(), Some(&award.app.state.tally_key.public()), 1);
    assert!(verdict.is_valid(), "{:?}", verdict.problems);
    let result = file.lines().find(|line| line.contains("[\"result\"") && line.contains(gone.as_str())).unwrap();
    assert!(result.contains("\"rank\":null"), "{result}");
}

/// The commitment that the salt and the value of a page make.
fn opened(page: &Response) -> String {
    let codes = page.texts("main dl code");
    let (salt, value) = (&codes[codes.len() - 1], &codes[codes.len() - 2]);
    hex::encode(Sha256::digest(format!("digital-awards-tally/1\n{salt}\n{value}")))
}

#[actix_web::test]
async fn jurors_and_applicants_open_their_own_commitments_and_nobody_else_does() {
    let (award, jury) = closed_by_jurors().await;
    award.move_to(EditionStatus::Deliberation).await;
    let najat = &jury[0].browser;
    let page = najat.get("/fr/jury/2027/tally").await.expect(200);
    assert!(page.body().contains("najat") && page.has("main code"), "{}", page.summary());
    let commitment = opened(&page);
    assert!(page.texts("main dl code").contains(&commitment), "the page holds the commitment that it opens");
    assert_eq!(page.texts("main li code").iter().filter(|line| line.starts_with("[\"scorecard\"")).count(), 2);
    award.applicant.browser.get("/fr/jury/2027/tally").await.expect(404);

    let mine = format!("/fr/entries/{}/tally", award.entries[0].id);
    award.applicant.browser.get(&mine).await.expect(404);
    award.move_to(EditionStatus::Announced).await;
    let page = award.applicant.browser.get(&mine).await.expect(200);
    assert!(page.texts("main dl code").contains(&opened(&page)));
    najat.get(&mine).await.expect(404);
    let file = award.app.browser().get("/fr/editions/2027/tally.json").await.expect(200).body();
    assert!(file.contains(&opened(&page)) && file.contains(&commitment));
}

#[actix_web::test]
async fn the_programs_that_check_a_tally_are_there_to_be_downloaded() {
    let award = Award::with_entries(1).await;
    let visitor = award.app.browser();
    for name in visitor.get("/en/verify").await.expect(200).attributes("a[href^='/en/verify/']", "href") {
        let file = visitor.get(&name).await.expect(200);
        assert!(file.header("content-disposition").starts_with("attachment"), "{name}");
        assert!(file.body().len() > 1000, "{name}");
    }
    visitor.get("/en/verify/other.py").await.expect(404);
}
