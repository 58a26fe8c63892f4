//! A browser as far as HTTP goes: cookies, forms, links; redirects only when asked.

use std::sync::Arc;

use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{ACCEPT_LANGUAGE, HeaderMap, LOCATION, ORIGIN};
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    /// The address of the application.
    pub base: String,
    http: reqwest::Client,
    jar: Arc<Jar>,
}

impl Browser {
    /// Without cookies, speaking French.
    pub fn new(base: &str) -> Self {
        let jar = Arc::new(Jar::default());
        let http = reqwest::Client::builder()
            .cookie_provider(Arc::clone(&jar))
            .redirect(reqwest::redirect::Policy::none())
            // Less than the server keeps a connection: it must not close one that is just being used again.
            .pool_idle_timeout(std::time::Duration::from_secs(2))
            .build()
            .unwrap();
        Self { base: base.to_owned(), http, jar }
    }

    /// With a cookie more.
    pub fn with_cookie(self, cookie: &str) -> Self {
        self.jar.add_cookie_str(cookie, &self.base.parse().unwrap());
        self
    }

    /// The cookies it would send.
    pub fn cookies(&self) -> String {
        let url = self.base.parse().unwrap();
        self.jar.cookies(&url).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Response {
        self.send(self.http.get(self.url(path)).header(ACCEPT_LANGUAGE, "fr")).await
    }

    /// Opens a page, types into its form and sends it where the form says: fields by name, all others
    /// as they were.
    pub async fn fill(&self, path: &str, form: &str, changes: &[(&str, &str)]) -> Response {
        let page = self.get(path).await.expect(200);
        let mut fields = page.fields(form);
        for (name, value) in changes {
            match fields.iter_mut().find(|(known, _)| known == name) {
                Some(field) => (*value).clone_into(&mut field.1),
                None => fields.push(((*name).to_owned(), (*value).to_owned())),
            }
        }
        let action = page.attributes(form, "action").into_iter().next();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(action.as_deref().unwrap_or(path), &fields).await
    }

    /// Any request, as it is.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, self.url(path))
    }

    /// Sends a request that was built by hand.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Response {
        let answer = request.send().await.expect("the server answers");
        Response::read(answer).await
    }

    /// Posts a form, as a page of ours would.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.send(self.http.post(self.url(path)).header(ORIGIN, &self.base).form(fields)).await
    }

    /// Posts a form and follows the redirect that must come.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 303, "POST {path} was not accepted:\n{}", answer.summary());
        self.get(&answer.location()).await
    }

    /// Posts a form with a file.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        file_name: &str,
        bytes: &[u8],
    ) -> Response {
        let mut form = reqwest::multipart::Form::new();
        for (key, value) in fields {
            form = form.text((*key).to_owned(), (*value).to_owned());
        }
        let part = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name(file_name.to_owned());
        form = form.part(name.to_owned(), part);
        self.send(self.http.post(self.url(path)).header(ORIGIN, &self.base).multipart(form)).await
    }
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Response {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub bytes: Vec<u8>,
}

impl Response {
    async fn read(answer: reqwest::Response) -> Self {
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        let bytes = answer.bytes().await.expect("a whole body").to_vec();
        Self { status, headers, bytes }
    }

    /// Fails the test unless the status is this one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.summary());
        self
    }

    /// The body as text.
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where a redirect leads.
    #[track_caller]
    pub fn location(&self) -> String {
        let location = self.headers.get(LOCATION).unwrap_or_else(|| panic!("no redirect: {}", self.summary()));
        location.to_str().unwrap().to_owned()
    }

    /// A header, or empty.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body());
        html.select(&parse(selector)).map(text_of).collect()
    }

    /// The words of a PDF, whatever the lines they stand on.
    pub fn pdf_text(&self) -> String {
        let text = pdf_extract::extract_text_from_mem(&self.bytes).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the first element that a selector finds.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} in:\n{}", self.summary()))
    }

    /// Whether a selector finds anything.
    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// An attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body());
        html.select(&parse(selector)).filter_map(|e| e.attr(name)).map(str::to_owned).collect()
    }

    /// An attribute of the first element that a selector finds.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let found = self.attributes(selector, name).into_iter().next();
        found.unwrap_or_else(|| panic!("no {selector} with {name} in:\n{}", self.summary()))
    }

    /// The value of a form field, as typed or as ticked.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        let html = Html::parse_document(&self.body());
        let value = html.select(&parse(&format!("[name=\"{name}\"]"))).find_map(value_of);
        value.unwrap_or_else(|| panic!("no field {name} in:\n{}", self.summary()))
    }

    /// The fields of a form as a browser would send them unchanged, buttons left out.
    pub fn fields(&self, form: &str) -> Vec<(String, String)> {
        let (html, form) = (Html::parse_document(&self.body()), parse(form));
        let fields = html.select(&form).flat_map(|form| form.select(&FIELDS));
        fields.filter_map(|field| Some((field.attr("name")?.to_owned(), value_of(field)?))).collect()
    }

    /// What to print when a test fails: status, title, visible text.
    pub fn summary(&self) -> String {
        let html = Html::parse_document(&self.body());
        let main = html.select(&parse("main, body")).next().map_or_else(|| self.body(), text_of);
        let short: String = main.chars().take(1500).collect();
        format!("status {} location {:?}\n{short}", self.status, self.headers.get(LOCATION))
    }
}

static FIELDS: LazyLock<Selector> =
    LazyLock::new(|| parse("input:not([type=submit]):not([type=file]), select, textarea"));

/// The value of a field; none of a box that is not ticked.
fn value_of(field: ElementRef<'_>) -> Option<String> {
    let value = match (field.value().name(), field.attr("type")) {
        ("textarea", _) => field.text().collect(),
        ("select", _) => {
            let chosen = field.select(&parse("option[selected]")).next();
            chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
        }
        (_, Some("radio" | "checkbox")) => {
            field.attr("checked")?;
            field.attr("value").unwrap_or("on").to_owned()
        }
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Some(value)
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"))
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
