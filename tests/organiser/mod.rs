//! The organiser's desk: setting an edition up, screening, importing, the mails, the log.

mod campaigns;
mod exports;
mod intake;
mod screening;
mod set_up;
mod setup;
mod site;
mod table;
mod team;
mod versions;

use crate::support::TestApp;
use crate::support::people::Person;

/// An edition that was just created on the page for it: `2027`, from the preset.
async fn new_edition() -> (TestApp, Person) {
    let app = TestApp::start().await;
    let organiser = app.founder("organiser").await;
    let fields = [
        ("name_fr", "Digital Awards 2027"),
        ("year", "2027"),
        ("slug", "2027"),
        ("contact_email", "organiser@people.example"),
        ("time_zone", "Africa/Casablanca"),
        ("opens_at", "2027-01-10T09:00"),
        ("closes_at", "2027-02-20T23:59"),
        ("judging_opens_at", "2027-02-25T09:00"),
        ("judging_closes_at", "2027-03-20T20:00"),
        ("results_on", "2027-04-01T18:00"),
    ];
    organiser.browser.fill("/fr/organiser/new", "main form", &fields).await.expect(303);
    (app, organiser)
}
