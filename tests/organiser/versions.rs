//! What was said before: rules that change in the sight of the public, submissions side by side, mails that came back.

use digital_awards::app::AppError;
use digital_awards::domain::edition::EditionStatus;
use digital_awards::store;

use crate::jury::award::{Award, resubmit};
use crate::support::command::program;

#[actix_web::test]
async fn rules_that_change_after_opening_say_what_they_said_before() {
    let award = Award::with_entries(1).await;
    award.move_to(EditionStatus::Closed).await;
    let (organiser, visitor) = (&award.organiser.browser, award.app.browser());
    organiser.post("/fr/organiser/2027/current", &[]).await.expect(303);
    let rules = |text: &'static str| {
        let organiser = organiser.clone();
        async move { organiser.fill("/fr/organiser/2027/settings", "form[action$=settings]", &[("rules_fr", text)]).await }
    };
    rules("Article un.\n\nArticle deux.").await.expect(303);
    rules("Article un.\n\nArticle trois.").await.expect(303);
    let page = visitor.get("/fr/rules").await.expect(200);
    let links = page.attributes("main a[href*='/rules/']", "href");
    assert_eq!(links.len(), 2);
    let newest = visitor.get(&links[0]).await.expect(200);
    assert!(newest.text("del").contains("Article deux.") && newest.text("ins").contains("Article trois."));
    assert!(newest.body().contains("<p>Article un.</p>"));
    visitor.get("/fr/editions/2027/rules/9").await.expect(404);
}

#[actix_web::test]
async fn two_submissions_are_compared_answer_by_answer() {
    let award = Award::with_entries(1).await;
    let entry = award.entries[0].id;
    let again = move |c: &mut store::Conn| {
        let mut snapshot = store::snapshots::list(c, entry)?.remove(0);
        snapshot.title = "Entry one".into();
        snapshot.answers.insert("pitch".into(), "De l’eau, autrement.".into());
        resubmit(c, snapshot)
    };
    award.app.state.db.write(again).await.unwrap();
    let organiser = &award.organiser.browser;
    let at = format!("/fr/organiser/2027/entries/{entry}");
    assert!(organiser.get(&at).await.expect(200).has("a[href$='/snapshots']"));
    let page = organiser.get(&format!("{at}/snapshots")).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    assert_eq!(page.texts("tbody del")[0], "Entry 1");
    assert_eq!(page.texts("tbody ins"), ["Entry one", "De l’eau, autrement."]);
    let same = organiser.get(&format!("{at}/snapshots?from=2&to=2")).await.expect(200);
    assert!(same.has(".empty"));
    organiser.get(&format!("{at}/snapshots?from=7")).await.expect(404);
}

#[actix_web::test]
async fn a_mail_that_comes_back_is_noted_where_organisers_see_it() {
    let award = Award::with_entries(1).await;
    let invite = [("email", "juror@people.example"), ("name", "Najat"), ("language", "fr"), ("reads", "fr")];
    award.organiser.browser.fill("/fr/organiser/2027/jury/new", "form.panel", &invite).await.expect(303);
    award.app.do_jobs().await;
    let mail = award.app.state.db.read(|c| Ok::<_, AppError>(store::outbox::list(c, 1)?.remove(0))).await.unwrap();
    let report = format!(
        "Subject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; \
         report-type=delivery-status; boundary=B\r\n\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; juror@people.example\r\nAction: failed\r\n\
         Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: <{}@awards.example>\r\n--B--\r\n",
        mail.id
    );
    let path = award.app.folder().join("report.eml");
    std::fs::write(&path, report).unwrap();
    let bounced = || {
        let url = award.app.state.settings.database.url.0.clone();
        program(&url, award.app.folder()).arg("bounced").arg(&path).output().unwrap().status.code()
    };
    assert_eq!(bounced(), Some(0));
    assert_eq!(bounced(), Some(1), "it is noted once");
    let page = award.organiser.browser.get("/fr/organiser/2027/outbox?status=failed").await.expect(200);
    assert!(page.body().contains("Revenu") && page.body().contains("550 no such user"));
}
