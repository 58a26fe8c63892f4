//! Scorecards: saved, handed in, taken back, closed; nothing lost, nothing off the scale.

use digital_awards::app::AppError;
use digital_awards::domain::assignment::AssignmentStatus;
use digital_awards::domain::ids::AssignmentId;
use digital_awards::store;
use reqwest::Method;

use super::award::{Award, OnJury, attached, resubmit};
use crate::support::client::Response;
use crate::support::png;

const FULL: [(&str, &str); 4] =
    [("version", "0"), ("c-innovation", "4"), ("c-creativity", "3"), ("c-entrepreneurship", "5")];

/// What the script of the page sends.
async fn autosave(award: &Award, juror: &OnJury, id: AssignmentId, fields: &[(&str, &str)]) -> Response {
    let request = juror.browser.request(Method::POST, &award.url(id, "/save"));
    let request = request.header("origin", &award.app.url).header("x-requested-with", "fetch");
    juror.browser.send(request.form(fields)).await
}

async fn status(award: &Award, id: AssignmentId) -> AssignmentStatus {
    let read = move |c: &mut store::Conn| Ok::<_, AppError>(store::assignments::get(c, id)?.status);
    award.app.state.db.read(read).await.unwrap()
}

#[actix_web::test]
async fn handing_in_leads_to_the_next_entry_and_at_last_to_the_list() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let next = juror.browser.post(&award.url(ids[0], "/submit"), &FULL).await.expect(303).location();
    assert_eq!(next, award.url(ids[1], "?done=score-submitted"));
    let page = juror.browser.get(&next).await.expect(200);
    assert!(page.body().contains("1 noté sur 2"));
    let list = juror.browser.submit(&award.url(ids[1], "/submit"), &FULL).await.expect(200);
    assert!(list.body().contains("Vos 2 dossiers sont notés"));
    // 4 × 40 % + 3 × 30 % + 5 × 30 %
    assert_eq!(list.texts(".queue .mine"), ["4,0", "4,0"]);
}

#[actix_web::test]
async fn an_incomplete_sheet_is_kept_as_a_draft_and_says_what_is_missing() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let fields = [("version", "0"), ("c-innovation", "4"), ("comment", "Clair")];
    let page = juror.browser.post(&award.url(id, "/submit"), &fields).await.expect(422);
    assert_eq!(page.texts(".errors li").len(), 2);
    assert_eq!(page.value("comment"), "Clair");
    let kept = juror.browser.get(&award.url(id, "")).await.expect(200);
    assert_eq!((kept.value("c-innovation"), kept.value("comment")), ("4".into(), "Clair".into()));
    assert_eq!(status(&award, id).await, AssignmentStatus::Drafting);
    // A criterion that can't be judged is missing, not zero.
    let version = kept.value("version");
    let rest =
        [("version", version.as_str()), ("c-innovation", "4"), ("cannot-creativity", "1"), ("c-entrepreneurship", "2")];
    juror.browser.post(&award.url(id, "/submit"), &rest).await.expect(303);
    let list = juror.browser.get("/fr/jury/2027/").await.expect(200);
    assert_eq!(list.texts(".queue .mine"), ["3,1"]);
}

#[actix_web::test]
async fn a_score_off_the_scale_or_no_whole_number_is_refused_and_writes_nothing() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    for bad in ["-1", "0", "6", "11", "NaN", "1e3", "９", "٣", "5.5", "+4", "4,5"] {
        let fields = [("version", "0"), ("c-innovation", bad)];
        autosave(&award, &juror, id, &fields).await.expect(422);
        let page = juror.browser.post(&award.url(id, "/submit"), &fields).await.expect(422);
        assert!(page.body().contains("Une note est un nombre entier de"), "{bad}");
    }
    assert_eq!(status(&award, id).await, AssignmentStatus::Assigned);
}

#[actix_web::test]
async fn two_tabs_never_overwrite_each_other_and_both_versions_are_shown() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let saved = autosave(&award, &juror, id, &[("version", "0"), ("c-innovation", "4")]).await.expect(200);
    assert!(saved.body().contains("\"version\":1"), "{}", saved.body());
    // The other tab still has version 0: what only adds is taken, what would overwrite is not.
    let more = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "2")];
    autosave(&award, &juror, id, &more).await.expect(200);
    let other = [("version", "0"), ("c-innovation", "1"), ("comment", "De l’autre onglet")];
    autosave(&award, &juror, id, &other).await.expect(409);
    let both = juror.browser.post(&award.url(id, "/submit"), &other).await.expect(409);
    assert_eq!(both.texts("tbody tr:first-child td"), ["1", "4"]);
    // Keeping one's own is one click: the page holds everything that was typed.
    let version = both.value("version");
    let keep = [("version", version.as_str()), other[1], other[2]];
    juror.browser.post(&award.url(id, "/save"), &keep).await.expect(303);
    assert_eq!(juror.browser.get(&award.url(id, "")).await.value("c-innovation"), "1");
}

#[actix_web::test]
async fn a_sheet_is_taken_back_while_the_round_is_open_and_never_after() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    juror.browser.post(&award.url(id, "/submit"), &FULL).await.expect(303);
    juror.browser.post(&award.url(id, "/save"), &FULL).await.expect(409);
    juror.browser.post(&award.url(id, "/reopen"), &[]).await.expect(303);
    assert_eq!(status(&award, id).await, AssignmentStatus::Drafting);
    award.close_round().await;
    for act in ["/save", "/submit", "/pass", "/reopen"] {
        juror.browser.post(&award.url(id, act), &FULL).await.expect(409);
    }
    let page = juror.browser.get(&award.url(id, "")).await.expect(200);
    assert!(page.has("input[name=c-innovation][disabled]"));
}

#[actix_web::test]
async fn the_same_sheet_sent_twice_is_one_sheet() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    for _ in 0..2 {
        juror.browser.post(&award.url(id, "/submit"), &FULL).await.expect(303);
    }
}

#[actix_web::test]
async fn what_was_put_off_comes_back_last() {
    let award = Award::with_entries(2).await;
    let juror = award.juror("najat").await;
    let ids = award.assign(&juror, &[0, 1]).await;
    let next = juror.browser.post(&award.url(ids[0], "/pass"), &[("version", "0")]).await.expect(303).location();
    assert!(next.starts_with(&award.url(ids[1], "")));
    let back = juror.browser.post(&award.url(ids[1], "/submit"), &FULL).await.expect(303).location();
    assert!(back.starts_with(&award.url(ids[0], "")));
}

#[actix_web::test]
async fn the_script_is_told_when_the_session_has_ended() {
    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let stranger = award.app.browser();
    let request = stranger.request(Method::POST, &award.url(id, "/save"));
    let request = request.header("origin", &award.app.url).header("x-requested-with", "fetch");
    stranger.send(request.form(&FULL)).await.expect(401);
}

#[actix_web::test]
async fn the_hour_of_a_save_is_that_of_the_edition_and_the_page_says_whose_time_it_is() {
    let award = Award::with_entries(1).await;
    let id = award.edition.id;
    let write = move |c: &mut store::Conn| {
        let mut edition = store::editions::get(c, id)?;
        edition.time_zone = "Asia/Dubai".into();
        Ok::<_, AppError>(store::editions::update(c, edition)?)
    };
    award.app.state.db.write(write).await.unwrap();
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    let saved = autosave(&award, &juror, id, &[("version", "0"), ("c-innovation", "4")]).await.expect(200);
    let saved: serde_json::Value = serde_json::from_str(&saved.body()).unwrap();
    assert_eq!(saved["saved_at"], "13:00", "nine in the morning, universal time");
    let page = juror.browser.get("/fr/jury/2027/").await.expect(200);
    assert!(page.text("footer").contains("heure de Dubaï"), "{}", page.text("footer"));
}

#[actix_web::test]
async fn a_juror_looks_at_files_beside_the_answers_and_is_told_before_leaving_for_a_video() {
    use digital_awards::domain::file::{EntryFile, FileKind};
    use digital_awards::domain::form::FieldKind;
    use digital_awards::domain::ids::FileId;

    let award = Award::with_entries(1).await;
    let juror = award.juror("najat").await;
    let id = award.assign(&juror, &[0]).await[0];
    award.app.state.files.put("ab/cd", png().into()).await.unwrap();
    let (entry, file) = (award.entries[0].clone(), FileId::new());
    let dress = move |c: &mut store::Conn| {
        let mut form = store::entry_forms::get(c, entry.form_id)?;
        let link = form.fields.iter_mut().find(|f| f.kind == FieldKind::Link).unwrap();
        link.kind = FieldKind::Video;
        let (video, question) = (link.key.clone(), form.fields.iter().find(|f| f.kind.is_file()).unwrap().key.clone());
        store::entry_forms::update(c, form)?;
        let kept = EntryFile {
            alt: "L’équipe dans la palmeraie.".into(),
            ..attached(&entry, file, &question, "équipe.png", FileKind::Png)
        };
        store::entry_files::insert(c, kept.clone())?;
        let mut snapshot = store::snapshots::get(c, entry.snapshot_id.unwrap())?;
        snapshot.files = vec![(&kept).into()];
        snapshot.answers.insert(video, "https://vimeo.com/12345".into());
        resubmit(c, snapshot)
    };
    award.app.state.db.write(dress).await.unwrap();
    let page = juror.browser.get(&award.url(id, "")).await.expect(200);
    assert!(page.body().contains("La vidéo s’ouvre sur vimeo.com"), "{}", page.summary());
    assert_eq!(page.attribute(".files img", "alt"), "L’équipe dans la palmeraie.");
    let picture = juror.browser.get(&page.attribute(".files img", "src")).await.expect(200);
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
}

#[actix_web::test]
async fn the_list_goes_by_category_where_a_juror_wants_it_and_keeps_their_own_order_within() {
    let award = Award::with_entries(6).await;
    let juror = award.juror("najat").await;
    award.assign(&juror, &[0, 1, 2, 3, 4, 5]).await;
    let (edition, moved) = (award.edition.id, [0, 2, 4].map(|at: usize| award.entries[at].id));
    let move_them = move |c: &mut store::Conn| {
        let second = store::categories::list(c, edition)?.remove(1);
        for id in moved {
            let submitted = store::entries::get(c, id)?.snapshot_id.unwrap();
            let mut snapshot = store::snapshots::get(c, submitted)?;
            snapshot.category_id = second.id;
            resubmit(c, snapshot)?;
        }
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(move_them).await.unwrap();
    let titles = async |path: &str| -> Vec<String> {
        let lines = juror.browser.get(path).await.expect(200).texts(".queue li");
        let title = |line: &String| (1..=6).map(|n| format!("Entry {n}")).find(|title| line.contains(title));
        lines.iter().filter_map(title).collect()
    };
    let own = titles("/fr/jury/2027/").await;
    let is_moved = |title: &&String| ["Entry 1", "Entry 3", "Entry 5"].contains(&title.as_str());
    let (second, first): (Vec<&String>, Vec<&String>) = own.iter().partition(is_moved);
    let expected: Vec<String> = first.into_iter().chain(second).cloned().collect();
    assert_eq!(titles("/fr/jury/2027/?order=category").await, expected);
}
