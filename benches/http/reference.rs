//! What the server is compared with: the same templates filled from the same data, which was read once, and
//! plain text. No session, no middleware, no database.

use std::path::Path;
use std::sync::Arc;

use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use askama::Template;
use chrono::Utc;
use digital_awards::app::editions;
use digital_awards::app::results::lab::{self, Rankings, ScoredRound};
use digital_awards::app::scoring::{self, Dashboard};
use digital_awards::app::{AppResult, public};
use digital_awards::domain::edition::Edition;
use digital_awards::domain::language::Language;
use digital_awards::domain::policy::OrganiserAct;
use digital_awards::store::Conn;
use digital_awards::web::extract::Query;
use digital_awards::web::jury::dashboard;
use digital_awards::web::organiser::desk::Desk;
use digital_awards::web::organiser::lab::ranking as lab_page;
use digital_awards::web::organiser::results as ranking;
use digital_awards::web::page::{Page, Who};
use digital_awards::web::public::winners::WinnersPage;

use super::award::{self, ANNOUNCED, CLOSED, JUDGED};

/// Everything that the pages show.
struct Shown {
    winners: (Edition, Vec<public::Laureate>),
    dashboard: Dashboard,
    desk: Desk,
    ranking: Box<dyn Fn() -> HttpResponse + Send + Sync>,
    round: ScoredRound,
    rankings: Rankings,
}

fn page(path: &str, name: Option<&str>) -> Page {
    let who = name.map(|name| Who { name: name.to_owned(), is_organiser: true, is_juror: true });
    Page {
        language: Language::French,
        path: path.to_owned(),
        query: String::new(),
        who,
        done: String::new(),
        now: Utc::now(),
        zone: chrono_tz::Africa::Casablanca,
        shows_mail: true,
        look: Arc::default(),
    }
}

fn read(c: &mut Conn) -> AppResult<Shown> {
    let organiser = award::named(c, "organiser")?;
    let juror = award::named(c, &format!("juror0of{JUDGED}"))?;
    let desk = Desk::new(editions::open(c, &organiser, CLOSED, OrganiserAct::Look)?, "results");
    let p = page("/organiser/2026/results", Some("organiser"));
    let ranking = ranking::page(p, desk.clone(), Arc::new(ranking::load(c, &organiser, CLOSED, None)?));
    let round = lab::load(c, &organiser, CLOSED)?;
    Ok(Shown {
        winners: public::winners(c, ANNOUNCED)?,
        dashboard: scoring::dashboard(c, &juror, JUDGED)?,
        ranking: Box::new(move || html(&ranking)),
        rankings: lab::rankings(&round, false)?,
        round,
        desk,
    })
}

fn html(page: &impl Template) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page.render().expect("a page"))
}

async fn plain() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

async fn winners(shown: Data<Shown>) -> HttpResponse {
    let (edition, laureates) = shown.winners.clone();
    let p = page("/editions/2025/winners", None);
    let base = String::from("http://127.0.0.1:8080");
    let editions = vec![edition.clone()];
    html(&WinnersPage { p, edition: Some(edition), editions, laureates, is_preview: false, base, has_report: false })
}

async fn juror(shown: Data<Shown>) -> HttpResponse {
    let p = page("/jury/2027/", Some("juror0of2027"));
    html(&dashboard::page(p, &shown.dashboard, 0, &Query::default()))
}

async fn results(shown: Data<Shown>) -> HttpResponse {
    (shown.ranking)()
}

async fn laboratory(shown: Data<Shown>) -> HttpResponse {
    let chosen = shown.rankings.categories.iter().position(|category| !category.is_empty());
    let p = page("/organiser/2026/results/lab", Some("organiser"));
    html(&lab_page::page(p, shown.desk.clone(), &shown.round, &shown.rankings, chosen))
}

/// Serves until it is killed.
pub fn serve(database: &str, folder: &Path) {
    let state = award::open(database, folder);
    let shown = Data::new(state.db.read_now(read).expect("an award"));
    drop(state);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("listening on {}", listener.local_addr().expect("a port"));
    let app = move || {
        App::new()
            .app_data(shown.clone())
            .route("/plain", web::get().to(plain))
            .route("/winners", web::get().to(winners))
            .route("/dashboard", web::get().to(juror))
            .route("/ranking", web::get().to(results))
            .route("/lab", web::get().to(laboratory))
    };
    let served = async { HttpServer::new(app).listen(listener).expect("a server").run().await };
    actix_web::rt::System::new().block_on(served).expect("a server");
}
