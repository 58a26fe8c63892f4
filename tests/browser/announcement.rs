//! The announcement, by two organisers in two windows.

use crate::results::announcement::second;
use crate::results::{closed, stage};
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn one_organiser_orders_the_announcement_and_the_other_confirms_it() {
    if !chrome::is_here() {
        return;
    }
    let award = closed(&[[5, 4], [2, 1]]).await;
    let samira = second(&award).await;
    stage(&award, 0, "winner").await;
    let (first, other) = (Chrome::open(&award.app.url, 1440, 900).await, Chrome::open(&award.app.url, 360, 740).await);
    first.become_person(&award.organiser.browser).await;
    other.become_person(&samira.browser).await;
    let shows = |text: &str| format!("return document.body.innerText.includes('{text}')");
    first.go("/fr/organiser/2027/announcement").await;
    first.tap("form input[name=when][value=now]").await;
    first.tap("main form:not([action]) .btn-primary").await;
    first.until(&shows("attend la confirmation")).await;
    let visitor = Chrome::open(&award.app.url, 360, 740).await;
    visitor.go("/fr/winners").await;
    visitor.until(&shows("Entry 1").replace("return ", "return !")).await;

    other.go("/fr/organiser/2027/announcement").await;
    other.tap("form[action$='/confirm'] button").await;
    // It asks first.
    other.tap("dialog[open] .btn-primary").await;
    other.until(&shows("Les lauréats sont publics")).await;
    visitor.go("/fr/winners").await;
    visitor.until(&shows("Entry 1")).await;

    // Taken back within ten minutes, nothing is public any more.
    other.find("#take_back").await.send_keys("2027").await.unwrap();
    other.tap("form[action$='/take-back'] button").await;
    other.until(&shows("plus rien n’est public")).await;
    visitor.go("/fr/winners").await;
    visitor.until(&shows("Entry 1").replace("return ", "return !")).await;
    for window in [first, other, visitor] {
        window.close().await;
    }
}
