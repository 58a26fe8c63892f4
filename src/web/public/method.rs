//! How entries are scored and ranked.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::AppError;
use crate::app::public::{self, Front};
use crate::app::tally::{self, RulesNow, SealedRound};
use crate::domain::round::{RankingMethod, Round};
use crate::web::error::PageError;
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/method.html")]
struct MethodPage {
    p: Page,
    front: Front,
    rounds: Vec<(SealedRound, RulesNow)>,
    key: String,
}

impl MethodPage {
    /// The names of the criteria that separate equal scores, in order.
    fn tie_breaks(&self, round: &Round) -> String {
        let name = |key: &String| self.front.criteria.iter().find(|c| c.key == *key).map(|c| self.p.l(&c.name));
        round.tie_breaks.iter().filter_map(name).collect::<Vec<_>>().join(" › ")
    }

    fn percent(&self, weight_bp: i32) -> String {
        self.p
            .m("percent")
            .arg("number", self.p.hundredths(i64::from(weight_bp), if weight_bp % 100 == 0 { 0 } else { 2 }))
            .to_string()
    }
}

/// The page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (front, rounds) = state
        .db
        .read(|c| {
            let front = public::front(c)?;
            let rounds = match &front.edition {
                Some(edition) => tally::of_edition(c, edition)?,
                None => Vec::new(),
            };
            Ok::<_, AppError>((front, rounds))
        })
        .await?;
    let p = match &front.edition {
        Some(edition) => p.in_zone(edition.zone()),
        None => p,
    };
    html(&MethodPage { p, front, rounds, key: state.tally_key.public() })
}
