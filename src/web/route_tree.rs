//! Resources nested by the segments of their paths. A request is compared with the few patterns of each level: one
//! list of all of them would cost more than many a page.

use actix_web::Scope;
use actix_web::web;

/// Adds a resource to a scope, under a path within it.
type Add = Box<dyn FnOnce(&str, Scope) -> Scope>;

/// The resources below a path.
#[derive(Default)]
pub struct RouteTree {
    /// By their last segment.
    resources: Vec<(&'static str, Add)>,
    /// By their next one.
    below: Vec<(&'static str, RouteTree)>,
}

impl RouteTree {
    /// Adds the resource of a path, which begins with a slash or is empty.
    pub fn add(&mut self, path: &'static str, add: impl FnOnce(&str, Scope) -> Scope + 'static) {
        match path.get(1..).and_then(|rest| rest.split_once('/')) {
            Some((first, _)) => {
                let (segment, rest) = path.split_at(1 + first.len());
                let at = self.below.iter().position(|(known, _)| *known == segment).unwrap_or_else(|| {
                    self.below.push((segment, Self::default()));
                    self.below.len() - 1
                });
                self.below[at].1.add(rest, add);
            }
            None => self.resources.push((path, Box::new(add))),
        }
    }

    /// The whole of it as a scope: at each level fixed words before what is any word.
    pub fn into_scope(mut self, prefix: &str) -> Scope {
        self.resources.sort_by_key(|(segment, _)| is_any(segment));
        self.below.sort_by_key(|(segment, _)| is_any(segment));
        let scope = self.resources.into_iter().fold(web::scope(prefix), |scope, (segment, add)| add(segment, scope));
        self.below.into_iter().fold(scope, |scope, (segment, tree)| scope.service(tree.into_scope(segment)))
    }
}

fn is_any(segment: &str) -> bool {
    segment.contains('{')
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::{App, HttpRequest, HttpResponse};

    use super::*;

    const PATHS: [&str; 9] = [
        "",
        "/",
        "/jury",
        "/jury/{edition}/",
        "/jury/{edition}/{id}",
        "/jury/{edition}/{id}/save",
        "/jury/{edition}/ranking",
        "/jury/{edition}/practice/{id}",
        "/jury/invitation/{token}",
    ];

    #[actix_web::test]
    async fn each_path_leads_to_its_own_resource_and_all_else_to_none() {
        let mut tree = RouteTree::default();
        for path in PATHS {
            let answer = move |request: HttpRequest| async move {
                let found =
                    format!("{path} {}", request.match_info().iter().map(|(_, x)| x).collect::<Vec<_>>().join(" "));
                HttpResponse::Ok().body(found)
            };
            tree.add(path, move |within, scope| scope.service(web::resource(within).route(web::get().to(answer))));
        }
        let app = init_service(App::new().service(tree.into_scope("/{lang:fr|ar}"))).await;
        for (asked, found) in [
            ("/fr", Some(" fr")),
            ("/fr/", Some("/ fr")),
            ("/ar/jury", Some("/jury ar")),
            ("/fr/jury/2027/", Some("/jury/{edition}/ fr 2027")),
            ("/fr/jury/2027/x", Some("/jury/{edition}/{id} fr 2027 x")),
            ("/fr/jury/2027/x/save", Some("/jury/{edition}/{id}/save fr 2027 x")),
            ("/fr/jury/2027/ranking", Some("/jury/{edition}/ranking fr 2027")),
            ("/fr/jury/2027/practice/1", Some("/jury/{edition}/practice/{id} fr 2027 1")),
            ("/fr/jury/2027/practice", Some("/jury/{edition}/{id} fr 2027 practice")),
            ("/fr/jury/invitation/1", Some("/jury/invitation/{token} fr 1")),
            ("/fr/jury/2027", None),
            ("/fr/jury/2027/x/keep", None),
            ("/fr/juryman", None),
            ("/es/jury", None),
        ] {
            let answer = call_service(&app, TestRequest::get().uri(asked).to_request()).await;
            match found {
                Some(found) => assert_eq!(read_body(answer).await, found, "{asked}"),
                None => assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{asked}"),
            }
        }
    }
}
