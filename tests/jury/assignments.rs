//! The matrix and the table: differences only, all or none, never over a score.

use super::award::Award;

#[actix_web::test]
async fn the_matrix_writes_differences_and_sends_one_mail_per_juror() {
    let award = Award::with_entries(3).await;
    let juror = award.juror("najat").await;
    award.app.do_jobs().await;
    let before = award.app.mails.to("najat@people.example").len();
    let pair = |place: usize| format!("{}:{}", award.entries[place].id, juror.juror.id);
    let (a, b, c) = (pair(0), pair(1), pair(2));
    let url = "/fr/organiser/2027/assignments";
    let page = award.organiser.browser.submit(url, &[("pair", &a), ("pair", &b)]).await.expect(200);
    assert_eq!(page.attributes("input[name=pair][checked]", "value"), [a.clone(), b.clone()]);
    award.app.do_jobs().await;
    assert_eq!(award.app.mails.to("najat@people.example").len(), before + 1);
    let letter = award.app.mails.last_to("najat@people.example");
    assert!(letter.text.contains("2 dossiers vous sont confiés"), "{}", letter.text);
    // A page from before a colleague's change takes nothing back that it did not show.
    award.organiser.browser.submit(url, &[("pair", &a), ("pair", &c), ("was", &a)]).await.expect(200);
    let page = award.organiser.browser.get(url).await;
    assert_eq!(page.attributes("input[name=pair][checked]", "value").len(), 3);
    let page = award.organiser.browser.submit(url, &[("was", &a), ("was", &b), ("pair", &b)]).await.expect(200);
    assert_eq!(page.attributes("input[name=pair][checked]", "value"), [b, c]);
}

#[actix_web::test]
async fn a_scored_pair_stays_and_a_begun_one_asks() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let full = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "3"), ("c-entrepreneurship", "5")];
    juror.browser.post(&award.url(ids[0], "/submit"), &full).await.expect(303);
    juror.browser.post(&award.url(ids[1], "/save"), &full[..2]).await.expect(303);
    let url = "/fr/organiser/2027/assignments";
    let pair = |place: usize| format!("{}:{}", award.entries[place].id, juror.juror.id);
    let page = award.organiser.browser.get(url).await.expect(200);
    assert_eq!(page.texts("td.locked").len(), 1);
    let page = award.organiser.browser.post(url, &[("was", &pair(0))]).await.expect(422);
    assert!(page.body().contains("ne se reprend pas"));
    let (begun, mine) = (pair(1), award.url(ids[1], ""));
    let page = award.organiser.browser.post(url, &[("was", &begun)]).await.expect(422);
    assert!(page.has("input[name=even_begun]"));
    juror.browser.get(&mine).await.expect(200);
    award.organiser.browser.post(url, &[("was", begun.as_str()), ("even_begun", "1")]).await.expect(303);
    juror.browser.get(&mine).await.expect(404);
}

#[actix_web::test]
async fn a_table_says_what_is_wrong_with_each_line_and_applies_the_good_ones() {
    let award = Award::with_entries(3).await;
    let juror = award.juror("najat").await;
    award.juror("zineb").await;
    let tie = [("organisation", award.entries[2].organisation_id.to_string()), ("reason", "Cousine".to_owned())];
    let tie: Vec<(&str, &str)> = tie.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = format!("/fr/organiser/2027/jury/{}/conflicts", juror.juror.id);
    award.organiser.browser.post(&page, &tie).await.expect(303);
    let table = "reference,juror_email\n2027-AGR-001,najat@people.example\n2027-AGR-003,najat@people.example\n\
                 2027-AGR-099,najat@people.example\n2027-AGR-002,nobody@people.example\n\
                 2027-AGR-001,NAJAT@people.example\n2027-AGR-003,zineb@people.example\n";
    let url = "/fr/organiser/2027/assignments/csv";
    let page = award.organiser.browser.post(url, &[("table", table)]).await.expect(200);
    assert_eq!((page.texts("tbody tr").len(), page.texts("tbody .tag-ok").len()), (6, 2));
    let matrix = award.organiser.browser.get("/fr/organiser/2027/assignments").await.expect(200);
    assert!(!matrix.has("input[name=pair][checked]"), "reading a table writes nothing");
    assert_eq!(matrix.texts("td.conflict").len(), 1);
    award.organiser.browser.post(url, &[("table", table), ("send", "1")]).await.expect(303);
    let export = award.organiser.browser.get("/fr/organiser/2027/assignments.csv").await.expect(200);
    let lines: Vec<String> = export.body().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "reference,juror_email,entry,juror,status");
    assert_eq!(lines[1], "2027-AGR-001,najat@people.example,Entry 1,najat,assigned");
    assert_eq!(lines.len(), 3);
}
