//! Every URL on one screen, with who may ask for it.
//!
//! `Anyone`, `SignedIn`, `Juror`, `Organiser`: the least a visitor must be. What else a handler
//! asks of the policy is its `app` function's business; the test of permissions walks this table,
//! so that a route without a rule can't exist.

use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};

use super::metrics::{self, Pattern};
use super::public::shelf;
use super::route_tree::RouteTree;
use super::{account, applicant, assets, development, jury, organiser, public};

/// The least that a visitor must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Nobody in particular.
    Anyone,
    /// Somebody with an account.
    SignedIn,
    /// A juror of the edition (others: not found).
    Juror,
    /// An organiser of the edition (others: not found).
    Organiser,
}

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{names}`; pages of people begin with `/{lang}`.
    pub path: &'static str,
    /// The least that a visitor must be.
    pub audience: Audience,
}

macro_rules! routes {
    (machines { $($mpath:literal => { $($mmethod:ident $maudience:ident $mhandler:expr),+ $(,)? })* }
     shelved { $($spath:literal => { $($smethod:ident $saudience:ident $shandler:expr),+ $(,)? })* }
     pages { $($path:literal => { $($method:ident $audience:ident $handler:expr),+ $(,)? })* }) => {
        /// Registers every route.
        pub fn configure(config: &mut ServiceConfig) {
            $(config.service(routes!(@resource $mpath, $mpath { $($mmethod $mhandler),+ }));)*
            let mut tree = RouteTree::default();
            $(tree.add($spath, |within, scope| {
                let resource = routes!(@resource within, $spath { $($smethod $shandler),+ });
                scope.service(resource.wrap(from_fn(shelf::serve)))
            });)*
            $(tree.add($path, |within, scope| {
                scope.service(routes!(@resource within, $path { $($method $handler),+ }))
            });)*
            config.service(tree.into_scope("/{lang:fr|ar|en}"));
            config.default_service(web::route().to(public::fallback::show));
        }

        /// Every route, for the test that walks them.
        pub fn table() -> Vec<Route> {
            vec![
                $($(Route { method: Method::$mmethod, path: $mpath, audience: Audience::$maudience },)+)*
                $($(Route { method: Method::$smethod, path: concat!("/{lang}", $spath), audience: Audience::$saudience },)+)*
                $($(Route { method: Method::$method, path: concat!("/{lang}", $path), audience: Audience::$audience },)+)*
            ]
        }
    };
    (@resource $within:expr, $path:literal { $($method:ident $handler:expr),+ }) => {
        web::resource($within).app_data(Pattern($path))$(.route(routes!(@route $method $handler)))+
    };
    // A page answers HEAD like GET: link checkers and monitors ask that way.
    (@route GET $handler:expr) => {
        web::route().guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head())).to($handler)
    };
    (@route $method:ident $handler:expr) => { web::method(Method::$method).to($handler) };
}

routes! {
    machines {
        "/healthz" => { GET Anyone public::health::live }
        "/readyz" => { GET Anyone public::health::ready }
        "/metrics" => { GET Anyone metrics::show }
        "/a/{file:.*}" => { GET Anyone assets::serve }
        "/sw.js" => { GET Anyone assets::service_worker }
        "/favicon.ico" => { GET Anyone public::fallback::favicon }
        "/robots.txt" => { GET Anyone public::fallback::robots }
        "/site/theme.css" => { GET Anyone public::own::css }
        "/site/logo" => { GET Anyone public::own::logo }
        "/sitemap.xml" => { GET Anyone public::sitemap::show }
    }
    // The same for everybody who is not signed in: kept in memory as long as nothing public changes.
    shelved {
        "/" => { GET Anyone public::landing::show }
        "/rules" => { GET Anyone public::rules::show }
        "/method" => { GET Anyone public::method::show }
        "/winners" => { GET Anyone public::winners::last }
        "/winners.atom" => { GET Anyone public::feed::show }
        "/editions/{edition}/winners" => { GET Anyone public::winners::index }
        "/editions/{edition}/winners/{winner}" => { GET Anyone public::winners::show }
        "/editions/{edition}/winners/{winner}/card.png" => { GET Anyone public::card::show }
        "/editions/{edition}/winners/{winner}/certificate.pdf" => { GET Anyone public::honours::certificate }
        "/editions/{edition}/winners/{winner}/badge.svg" => { GET Anyone public::honours::badge_svg }
        "/editions/{edition}/winners/{winner}/badge.png" => { GET Anyone public::honours::badge_png }
        "/records/{record}" => { GET Anyone public::record::show }
        "/records/{record}/record.json" => { GET Anyone public::record::file }
        "/editions/{edition}/gallery" => { GET Anyone public::gallery::show }
        "/editions/{edition}/rules/{number}" => { GET Anyone public::rules::version }
        "/editions/{edition}/embed" => { GET Anyone public::embed::show }
        "/editions/{edition}/report" => { GET Anyone public::report::show }
        "/editions/{edition}/report.pdf" => { GET Anyone public::report::pdf }
        "/editions/{edition}/report.csv" => { GET Anyone public::report::csv }
        "/verify" => { GET Anyone public::verify::show, POST Anyone public::verify::check }
        "/legal" => { GET Anyone public::legal::show }
        "/pages/{page}" => { GET Anyone public::own::page }
    }
    pages {
        // ---- public
        "/press/{token}" => { GET Anyone public::press::show }
        "/press/{token}/kit.zip" => { GET Anyone public::press::kit }
        "/editions/{edition}/tally.json" => { GET Anyone public::tally::show }
        "/verify/{program}" => { GET Anyone public::verify::program }

        // ---- account
        "/account/sign-up" => { GET Anyone account::sign_up::show, POST Anyone account::sign_up::create }
        "/account/sent" => { GET Anyone account::sign_up::sent }
        "/account/sent-reset" => { GET Anyone account::sign_up::sent_reset }
        "/account/verify/{token}" => { GET Anyone account::verify::show, POST Anyone account::verify::create }
        "/account/sign-in" => { GET Anyone account::sign_in::show, POST Anyone account::sign_in::create }
        "/account/second" => { GET Anyone account::second::show, POST Anyone account::second::create }
        "/account/second-factor" => {
            GET SignedIn account::second_factor::show, POST SignedIn account::second_factor::begin
        }
        "/account/second-factor/confirm" => { POST SignedIn account::second_factor::confirm }
        "/account/second-factor/codes" => { POST SignedIn account::second_factor::renew }
        "/account/second-factor/remove" => { POST SignedIn account::second_factor::remove }
        "/account/start" => { GET SignedIn account::sign_in::start }
        "/account/sign-out" => { POST SignedIn account::sign_in::destroy }
        "/account/forgot" => { GET Anyone account::forgot::show, POST Anyone account::forgot::create }
        "/account/reset/{token}" => { GET Anyone account::reset::show, POST Anyone account::reset::create }
        "/account/enter/{token}" => { GET Anyone account::enter::show, POST Anyone account::enter::create }
        "/account/" => { GET SignedIn account::profile::show }
        "/account/profile" => { POST SignedIn account::profile::update }
        "/account/data" => { POST SignedIn account::data::take }
        "/account/erasure" => { POST SignedIn account::erasure::ask }
        "/account/password" => { POST SignedIn account::profile::password }
        "/account/sessions/end-others" => { POST SignedIn account::profile::end_others }
        "/account/sessions/{session}/end" => { POST SignedIn account::profile::end }

        // ---- applicant
        "/entries/" => { GET SignedIn applicant::desk::show }
        "/entries/eligibility" => {
            GET SignedIn applicant::eligibility::show,
            POST SignedIn applicant::eligibility::check
        }
        "/entries/new" => { GET SignedIn applicant::new::show, POST SignedIn applicant::new::create }
        "/entries/{entry}" => { GET SignedIn applicant::entry::show }
        "/entries/{entry}/identity" => {
            GET SignedIn applicant::identity::show,
            POST SignedIn applicant::identity::save,
        }
        "/entries/{entry}/sections/{section}" => {
            GET SignedIn applicant::section::show,
            POST SignedIn applicant::section::save,
        }
        "/entries/{entry}/files" => { POST SignedIn applicant::upload::attach }
        "/entries/{entry}/files/{file}/{act}" => { POST SignedIn applicant::upload::change }
        "/entries/invitations/{collaborator}/accept" => { POST SignedIn applicant::people::join }
        "/entries/invitations/{collaborator}/decline" => { POST SignedIn applicant::people::decline }
        "/entries/{entry}/people" => { GET SignedIn applicant::people::show, POST SignedIn applicant::people::invite }
        "/entries/{entry}/people/{collaborator}/role" => { POST SignedIn applicant::people::set_role }
        "/entries/{entry}/people/{collaborator}/remove" => { POST SignedIn applicant::people::remove }
        "/entries/{entry}/presence" => { POST SignedIn applicant::people::presence }
        "/entries/{entry}/check" => { GET SignedIn applicant::check::show }
        "/entries/{entry}/submit" => { POST SignedIn applicant::check::submit }
        "/entries/{entry}/certificate.pdf" => { GET SignedIn applicant::certificate::pdf }
        "/entries/{entry}/feedback" => { GET SignedIn applicant::feedback::show }
        "/entries/{entry}/history" => { GET SignedIn applicant::history::show }
        "/entries/{entry}/history/{number}" => {
            GET SignedIn applicant::history::revision,
            POST SignedIn applicant::history::bring_back
        }
        "/entries/{entry}/receipt.pdf" => { GET SignedIn applicant::receipt::pdf }
        "/entries/{entry}/receipt" => { GET SignedIn applicant::receipt::show }
        "/entries/{entry}/tally" => { GET SignedIn applicant::tally::show }
        "/entries/{entry}/withdraw" => {
            GET SignedIn applicant::entry::ask_withdraw,
            POST SignedIn applicant::entry::withdraw,
        }
        "/entries/{entry}/gallery" => { POST SignedIn applicant::entry::gallery }
        "/entries/{entry}/restore" => { POST SignedIn applicant::entry::restore }
        "/organisations/{organisation}" => {
            GET SignedIn applicant::organisation::show,
            POST SignedIn applicant::organisation::save,
        }
        "/organisations/{organisation}/logo" => {
            GET SignedIn applicant::organisation::logo,
            POST SignedIn applicant::organisation::put_logo,
        }
        "/organisations/{organisation}/logo/remove" => { POST SignedIn applicant::organisation::remove_logo }
        "/files/{file}" => { GET SignedIn applicant::files::serve }

        // ---- jury
        "/jury/invitation/{token}" => { GET Anyone jury::invitation::show }
        "/jury/invitation/{token}/accept" => { POST Anyone jury::invitation::accept }
        "/jury/invitation/{token}/decline" => { POST Anyone jury::invitation::decline }
        "/jury/" => { GET Juror jury::home::show }
        "/jury/{edition}/" => { GET Juror jury::dashboard::show }
        "/jury/{edition}/conflicts" => { GET Juror jury::conflicts::show, POST Juror jury::conflicts::declare }
        "/jury/{edition}/preferences" => { GET Juror jury::preferences::show, POST Juror jury::preferences::save }
        "/jury/{edition}/order" => { GET Juror jury::order::show, POST Juror jury::order::submit }
        "/jury/{edition}/practice" => { GET Juror jury::practice::index }
        "/jury/{edition}/practice/{practice}" => { GET Juror jury::practice::show, POST Juror jury::practice::submit }
        "/jury/{edition}/ranking" => { GET Juror jury::review::show }
        "/jury/{edition}/ranking.pdf" => { GET Juror jury::review::pdf }
        "/jury/{edition}/ranking/confirm" => { POST Juror jury::review::confirm }
        "/jury/{edition}/ranking/unconfirm" => { POST Juror jury::review::unconfirm }
        "/jury/{edition}/compare" => { GET Juror jury::review::compare }
        "/jury/{edition}/deliberation" => { GET Juror jury::deliberation::show }
        "/jury/{edition}/deliberation/events" => { GET Juror jury::deliberation::events }
        "/jury/{edition}/motions/{motion}/vote" => { POST Juror jury::deliberation::vote }
        "/jury/{edition}/tally" => { GET Juror jury::tally::show }
        "/jury/{edition}/{assignment}" => { GET Juror jury::scorecard::show }
        "/jury/{edition}/{assignment}/save" => { POST Juror jury::save::save }
        "/jury/{edition}/{assignment}/submit" => { POST Juror jury::save::submit }
        "/jury/{edition}/{assignment}/history" => {
            GET Juror jury::history::show, POST Juror jury::history::bring_back
        }
        "/jury/{edition}/{assignment}/pass" => { POST Juror jury::save::pass }
        "/jury/{edition}/{assignment}/reopen" => { POST Juror jury::save::reopen }
        "/jury/{edition}/{assignment}/recuse" => { GET Juror jury::recuse::show, POST Juror jury::recuse::create }

        // ---- organiser: editions, set-up, entries, import, team, log
        "/organiser/" => { GET SignedIn organiser::editions::index }
        "/organiser/new" => { GET SignedIn organiser::editions::new, POST SignedIn organiser::editions::create }
        "/organiser/site" => { GET SignedIn organiser::site::show, POST SignedIn organiser::site::save }
        "/organiser/site/logo" => { POST SignedIn organiser::site::put_logo }
        "/organiser/site/logo/remove" => { POST SignedIn organiser::site::remove_logo }
        "/organiser/site/pages/{page}" => {
            GET SignedIn organiser::site::page_form, POST SignedIn organiser::site::save_page
        }
        "/organiser/site/pages/{page}/remove" => { POST SignedIn organiser::site::remove_page }
        "/organiser/{edition}/" => { GET Organiser organiser::home::show }
        "/organiser/{edition}/status" => { POST Organiser organiser::home::change_status }
        "/organiser/{edition}/current" => { POST Organiser organiser::home::make_current }
        "/organiser/{edition}/setup" => { GET Organiser organiser::setup::show, POST Organiser organiser::setup::note }
        "/organiser/{edition}/test-drive" => { GET Organiser organiser::setup::drive }
        "/organiser/{edition}/mail-texts" => { GET Organiser organiser::mail_texts::index }
        "/organiser/{edition}/mail-texts/{kind}" => {
            GET Organiser organiser::mail_texts::show, POST Organiser organiser::mail_texts::save
        }
        "/organiser/{edition}/mail-texts/{kind}/test" => { POST Organiser organiser::mail_texts::test }
        "/organiser/{edition}/settings" => {
            GET Organiser organiser::settings::show, POST Organiser organiser::settings::save
        }
        "/organiser/{edition}/categories" => {
            GET Organiser organiser::categories::index, POST Organiser organiser::categories::add
        }
        "/organiser/{edition}/categories/{category}" => {
            GET Organiser organiser::categories::show, POST Organiser organiser::categories::edit
        }
        "/organiser/{edition}/categories/{category}/step" => { POST Organiser organiser::categories::step }
        "/organiser/{edition}/categories/{category}/remove" => { POST Organiser organiser::categories::remove }
        "/organiser/{edition}/practice" => {
            GET Organiser organiser::practice::index, POST Organiser organiser::practice::add
        }
        "/organiser/{edition}/practice/{practice}" => {
            GET Organiser organiser::practice::show, POST Organiser organiser::practice::edit
        }
        "/organiser/{edition}/practice/{practice}/remove" => { POST Organiser organiser::practice::remove }
        "/organiser/{edition}/criteria" => {
            GET Organiser organiser::criteria::show, POST Organiser organiser::criteria::save
        }
        "/organiser/{edition}/eligibility" => {
            GET Organiser organiser::eligibility::show,
            POST Organiser organiser::eligibility::save
        }
        "/organiser/{edition}/feedback" => { GET Organiser organiser::feedback::show }
        "/organiser/{edition}/feedback/{assignment}" => { POST Organiser organiser::feedback::hold }
        "/organiser/{edition}/form" => { GET Organiser organiser::form::index }
        "/organiser/{edition}/form/sections" => { POST Organiser organiser::form::sections_save }
        "/organiser/{edition}/form/new" => { GET Organiser organiser::form::new, POST Organiser organiser::form::add }
        "/organiser/{edition}/form/preview" => { GET Organiser organiser::preview::show }
        "/organiser/{edition}/form/{question}" => {
            GET Organiser organiser::form::show, POST Organiser organiser::form::edit
        }
        "/organiser/{edition}/form/{question}/step" => { POST Organiser organiser::form::step }
        "/organiser/{edition}/form/{question}/remove" => { POST Organiser organiser::form::remove }
        "/organiser/{edition}/entries" => {
            GET Organiser organiser::entries::index, POST Organiser organiser::entries::bulk
        }
        "/organiser/{edition}/entries.csv" => { POST Organiser organiser::entries::csv }
        "/organiser/{edition}/entries/views" => { POST Organiser organiser::screening::keep_view }
        "/organiser/{edition}/entries/views/{view}/remove" => { POST Organiser organiser::screening::forget_view }
        "/organiser/{edition}/entries/{entry}" => { GET Organiser organiser::entry::show }
        "/organiser/{edition}/entries/{entry}/beside/{what}" => { POST Organiser organiser::screening::beside }
        "/organiser/{edition}/entries/{entry}/snapshots" => { GET Organiser organiser::snapshots::show }
        "/organiser/{edition}/entries/{entry}/extension" => { POST Organiser organiser::entry::extend }
        "/organiser/{edition}/entries/{entry}/screening" => { POST Organiser organiser::entry::screen }
        "/organiser/{edition}/screening" => {
            GET Organiser organiser::screening::show, POST Organiser organiser::screening::save
        }
        "/organiser/{edition}/late-codes" => {
            GET Organiser organiser::late_codes::index, POST Organiser organiser::late_codes::create
        }
        "/organiser/{edition}/late-codes/{code}/revoke" => { POST Organiser organiser::late_codes::revoke }
        "/organiser/{edition}/import" => {
            GET Organiser organiser::import::show, POST Organiser organiser::import::upload
        }
        "/organiser/{edition}/import/{file}" => {
            GET Organiser organiser::import::preview, POST Organiser organiser::import::apply
        }
        "/organiser/{edition}/campaigns" => {
            GET Organiser organiser::campaigns::index, POST Organiser organiser::campaigns::begin
        }
        "/organiser/{edition}/campaigns/{campaign}" => {
            GET Organiser organiser::campaigns::show, POST Organiser organiser::campaigns::save
        }
        "/organiser/{edition}/campaigns/{campaign}/order" => { POST Organiser organiser::campaigns::order }
        "/organiser/{edition}/campaigns/{campaign}/test" => { POST Organiser organiser::campaigns::test }
        "/organiser/{edition}/campaigns/{campaign}/stop" => { POST Organiser organiser::campaigns::stop }
        "/organiser/{edition}/campaigns/{campaign}/remove" => { POST Organiser organiser::campaigns::remove }
        "/organiser/{edition}/exports" => { GET Organiser organiser::exports::index }
        "/organiser/{edition}/exports/progress" => { GET Organiser organiser::exports::progress }
        "/organiser/{edition}/exports/{table}" => { POST Organiser organiser::exports::file }
        "/organiser/{edition}/press" => { GET Organiser organiser::press::index, POST Organiser organiser::press::give }
        "/organiser/{edition}/press/{link}/revoke" => { POST Organiser organiser::press::revoke }
        "/organiser/{edition}/distinctions" => {
            GET Organiser organiser::distinctions::index, POST Organiser organiser::distinctions::issue
        }
        "/organiser/{edition}/distinctions/{record}/revoke" => { POST Organiser organiser::distinctions::revoke }
        "/organiser/{edition}/distinctions/{record}/restore" => { POST Organiser organiser::distinctions::restore }
        "/organiser/{edition}/report" => {
            GET Organiser organiser::report::show, POST Organiser organiser::report::publish
        }
        "/organiser/{edition}/report.pdf" => { GET Organiser organiser::report::pdf }
        "/organiser/{edition}/report.csv" => { GET Organiser organiser::report::csv }
        "/organiser/{edition}/report/withdraw" => { POST Organiser organiser::report::withdraw }
        "/organiser/{edition}/outbox" => { GET Organiser organiser::outbox::index }
        "/organiser/{edition}/outbox/retry" => { POST Organiser organiser::outbox::retry_all }
        "/organiser/{edition}/outbox/{mail}/retry" => { POST Organiser organiser::outbox::retry }
        "/organiser/{edition}/audit" => { GET Organiser organiser::audit::index }
        "/organiser/{edition}/privacy" => { GET Organiser organiser::privacy::index }
        "/organiser/{edition}/privacy/{request}" => { POST Organiser organiser::privacy::execute }
        "/organiser/{edition}/team" => { GET Organiser organiser::team::index, POST Organiser organiser::team::add }
        "/organiser/{edition}/team/{member}/role" => { POST Organiser organiser::team::set_role }
        "/organiser/{edition}/team/{member}/remove" => {
            GET Organiser organiser::team::ask_remove, POST Organiser organiser::team::remove
        }

        // ---- organiser: jury, assignments, progress
        "/organiser/{edition}/jury" => { GET Organiser organiser::jury::index }
        "/organiser/{edition}/jury/new" => { GET Organiser organiser::jury::new, POST Organiser organiser::jury::create }
        "/organiser/{edition}/jury/several" => {
            GET Organiser organiser::jury::several, POST Organiser organiser::jury::several_create
        }
        "/organiser/{edition}/jury/earlier" => {
            GET Organiser organiser::jury::earlier, POST Organiser organiser::jury::invite_again
        }
        "/organiser/{edition}/jury/suspicions" => { GET Organiser organiser::jury::suspicions::index }
        "/organiser/{edition}/jury/suspicions/confirm" => { POST Organiser organiser::jury::suspicions::confirm }
        "/organiser/{edition}/jury/suspicions/dismiss" => { POST Organiser organiser::jury::suspicions::dismiss }
        "/organiser/{edition}/jury/{juror}" => { GET Organiser organiser::jury::show }
        "/organiser/{edition}/jury/{juror}/resend" => { POST Organiser organiser::jury::resend }
        "/organiser/{edition}/jury/{juror}/revoke" => { POST Organiser organiser::jury::revoke }
        "/organiser/{edition}/jury/{juror}/conflicts" => { POST Organiser organiser::jury::add_conflict }
        "/organiser/{edition}/jury/{juror}/conflicts/{conflict}/remove" => {
            POST Organiser organiser::jury::remove_conflict
        }
        "/organiser/{edition}/assignments" => {
            GET Organiser organiser::assignments::index, POST Organiser organiser::assignments::apply
        }
        "/organiser/{edition}/assignments/csv" => { POST Organiser organiser::assignments::csv }
        "/organiser/{edition}/assignments/auto" => {
            GET Organiser organiser::assignments::auto::show, POST Organiser organiser::assignments::auto::apply
        }
        "/organiser/{edition}/assignments/auto/{file}" => { GET Organiser organiser::assignments::auto::file }
        "/organiser/{edition}/assignments/undo" => { POST Organiser organiser::assignments::auto::undo }
        "/organiser/{edition}/assignments.csv" => { GET Organiser organiser::assignments::export }
        "/organiser/{edition}/progress" => {
            GET Organiser organiser::progress::show, POST Organiser organiser::progress::remind
        }

        // ---- organiser: rounds, results, announcement
        "/organiser/{edition}/rounds" => { POST Organiser organiser::rounds::add }
        "/organiser/{edition}/rounds/{round}/remove" => { POST Organiser organiser::rounds::remove }
        "/organiser/{edition}/rounds/{round}/entries" => {
            GET Organiser organiser::rounds::entries, POST Organiser organiser::rounds::advance
        }
        "/organiser/{edition}/rounds/{round}/open" => { POST Organiser organiser::rounds::open }
        "/organiser/{edition}/rounds/{round}/close" => { POST Organiser organiser::rounds::close }
        "/organiser/{edition}/rounds/{round}/reopen" => { POST Organiser organiser::rounds::reopen }
        "/organiser/{edition}/deliberation" => { GET Organiser organiser::deliberation::show }
        "/organiser/{edition}/deliberation.pdf" => { GET Organiser organiser::deliberation::minutes }
        "/organiser/{edition}/deliberation/events" => { GET Organiser organiser::deliberation::events }
        "/organiser/{edition}/deliberation/{act}" => { POST Organiser organiser::deliberation::run }
        "/organiser/{edition}/motions" => { POST Organiser organiser::deliberation::put }
        "/organiser/{edition}/motions/{motion}/{act}" => { POST Organiser organiser::deliberation::settle }
        "/organiser/{edition}/results" => { GET Organiser organiser::results::show }
        "/organiser/{edition}/results.csv" => { GET Organiser organiser::results::csv }
        "/organiser/{edition}/tally.json" => { GET Organiser public::tally::show_to_organiser }
        "/organiser/{edition}/results/lab" => { GET Organiser organiser::lab::ranking::show }
        "/organiser/{edition}/results/lab.csv" => { GET Organiser organiser::lab::ranking::csv }
        "/organiser/{edition}/results/lab/entries/{reference}" => { GET Organiser organiser::lab::entry::show }
        "/organiser/{edition}/results/lab/jury" => { GET Organiser organiser::lab::jury::show }
        "/organiser/{edition}/results/lab/jury.csv" => { GET Organiser organiser::lab::jury::csv }
        "/organiser/{edition}/results/lab/robustness" => { GET Organiser organiser::lab::robustness::show }
        "/organiser/{edition}/results/lab/advice" => { GET Organiser organiser::lab::advice::show }
        "/organiser/{edition}/results/preview" => { GET Organiser organiser::results::preview }
        "/organiser/{edition}/results/preview/{winner}" => { GET Organiser organiser::results::preview_one }
        "/organiser/{edition}/results/{reference}/stage" => { GET Organiser organiser::staging::show, POST Organiser organiser::staging::stage }
        "/organiser/{edition}/results/{reference}/unstage" => { POST Organiser organiser::staging::unstage }
        "/organiser/{edition}/announcement" => { GET Organiser organiser::announcement::show, POST Organiser organiser::announcement::create }
        "/organiser/{edition}/announcement/confirm" => { POST Organiser organiser::announcement::confirm }
        "/organiser/{edition}/announcement/take-back" => { POST Organiser organiser::announcement::take_back }
        "/organiser/{edition}/announcement/cancel" => { POST Organiser organiser::announcement::cancel }

        // ---- development
        "/dev/mail" => { GET Anyone development::mails::index }
        "/dev/mail/{mail}" => { GET Anyone development::mails::show }
        "/dev/mail/{mail}/html" => { GET Anyone development::mails::show_html }
    }
}
