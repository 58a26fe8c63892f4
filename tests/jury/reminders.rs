//! Reminding jurors of what is left.

use chrono::TimeDelta;

use super::award::Award;

const PROGRESS: &str = "/fr/organiser/2027/progress";

#[actix_web::test]
async fn late_jurors_are_reminded_once_in_two_days_and_only_while_something_is_left() {
    let award = Award::with_entries(4).await;
    let (najat, omar) = (award.juror("najat").await, award.juror("omar").await);
    award.juror("idle").await;
    award.assign(&najat, &[0, 1, 2, 3]).await;
    let done = award.assign(&omar, &[0]).await[0];
    let sheet = [("version", "0"), ("c-innovation", "5"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    omar.browser.post(&award.url(done, "/submit"), &sheet).await.expect(303);
    let desk = &award.organiser.browser;
    let page = desk.get(PROGRESS).await.expect(200);
    assert!(page.body().contains("Relancer 1 juré en retard"), "{}", page.summary());
    let page = desk.submit(PROGRESS, &[]).await.expect(200);
    assert!(page.body().contains("Relance envoyée") && page.body().contains("Relancé :"), "{}", page.summary());
    award.app.do_jobs().await;
    let reminders = |who: &str| {
        let mails = award.app.mails.to(&format!("{who}@people.example"));
        mails.into_iter().filter(|m| m.subject.contains("à noter : Digital") && m.subject.contains("reste")).count()
    };
    assert_eq!((reminders("najat"), reminders("omar"), reminders("idle")), (1, 0, 0));

    // Again at once, for all or for one: nobody gets a second mail.
    let page = desk.submit(PROGRESS, &[]).await.expect(200);
    assert!(page.body().contains("Personne à relancer"), "{}", page.summary());
    let najat_id = najat.juror.id.to_string();
    let refused = desk.post(PROGRESS, &[("juror", &najat_id)]).await.expect(409);
    assert!(refused.body().contains("moins de 48 heures"));
    let omar_id = omar.juror.id.to_string();
    assert!(desk.post(PROGRESS, &[("juror", &omar_id)]).await.expect(409).body().contains("tout remis"));
    award.app.wait(TimeDelta::hours(48));
    let desk = award.app.browser_of(&award.organiser.user).await;
    desk.post(PROGRESS, &[("juror", &najat_id)]).await.expect(303);
    award.app.do_jobs().await;
    assert_eq!(reminders("najat"), 2);
    // Once the round is over there is nothing to remind of.
    award.app.wait(award.round.closes_at - award.app.now() + TimeDelta::hours(1));
    award.app.browser_of(&award.organiser.user).await.post(PROGRESS, &[]).await.expect(409);
}

#[actix_web::test]
async fn a_juror_who_will_not_be_done_in_time_is_told_apart_from_one_who_will() {
    let award = Award::with_entries(4).await;
    let (quick, slow) = (award.juror("quick").await, award.juror("slow").await);
    let quick_ids = award.assign(&quick, &[0, 1, 2, 3]).await;
    let slow_ids = award.assign(&slow, &[0, 1, 2, 3]).await;
    award.app.wait((award.round.closes_at - award.app.now()) / 2);
    let sheet = [("version", "0"), ("c-innovation", "5"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
    let browsers = (award.app.browser_of(&quick.person.user).await, award.app.browser_of(&slow.person.user).await);
    for id in &quick_ids[..3] {
        browsers.0.post(&award.url(*id, "/submit"), &sheet).await.expect(303);
    }
    browsers.1.post(&award.url(slow_ids[0], "/submit"), &sheet).await.expect(303);
    let desk = award.app.browser_of(&award.organiser.user).await;
    let page = desk.get(PROGRESS).await.expect(200);
    let rows = page.texts("tbody tr");
    let of = |name: &str| rows.iter().find(|row| row.contains(name)).unwrap();
    assert!(of("slow").contains("En retard"), "{rows:?}");
    assert!(!of("quick").contains("En retard"), "{rows:?}");
}
