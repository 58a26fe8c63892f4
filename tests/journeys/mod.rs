//! Whole editions through HTTP, from the first page of the set-up to the announced winners.

mod imported;
mod whole;

use crate::support::{Browser, TestApp};

const DESK: &str = "/fr/organiser/2027";

/// An edition from the preset, open for entries and on the front page.
async fn set_up(organiser: &Browser) {
    let edition = [
        ("name_fr", "Digital Awards 2027"),
        ("name_ar", "الجوائز الرقمية 2027"),
        ("name_en", "Digital Awards 2027"),
        ("year", "2027"),
        ("slug", "2027"),
        ("contact_email", "organiser@people.example"),
        ("time_zone", "Africa/Casablanca"),
        ("opens_at", "2027-01-10T09:00"),
        ("closes_at", "2027-01-18T23:59"),
        ("judging_opens_at", "2027-01-20T09:00"),
        ("judging_closes_at", "2027-02-20T20:00"),
        ("results_on", "2027-03-01T18:00"),
    ];
    assert_eq!(
        organiser.post("/fr/organiser/new", &edition).await.expect(303).location(),
        format!("{DESK}/setup?done=created")
    );
    // What is left, and the whole way once with made-up entries, before anybody enters.
    let left = organiser.get(&format!("{DESK}/setup")).await.expect(200);
    assert!(!left.has(".tag-bad"), "{}", left.text("ol.setup"));
    assert_eq!(organiser.get(&format!("{DESK}/test-drive")).await.expect(200).texts("tbody tr").len(), 5);
    organiser.post(&format!("{DESK}/setup"), &[("part", "test-drive")]).await.expect(303);
    organiser.post(&format!("{DESK}/status"), &[("status", "open")]).await.expect(303);
    organiser.post(&format!("{DESK}/current"), &[]).await.expect(303);
}

/// Does the jobs until no more mail leaves.
async fn deliver(app: &TestApp) {
    let mut before = None;
    while before != Some(app.mails.all().len()) {
        before = Some(app.mails.all().len());
        app.do_jobs().await;
    }
}
