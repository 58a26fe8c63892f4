//! A real Chromium, driven through chromedriver: only with `TEST_WEBDRIVER_URL`, which
//! `tests/browser.sh` sets.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use super::Browser;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// A window of Chromium.
pub struct Chrome {
    client: Client,
    base: String,
}

/// A command of the browser itself, beyond WebDriver.
#[derive(Debug)]
struct DevTools {
    name: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.name, "params": self.params }).to_string()))
    }
}

/// Whether there is a browser to test with; a test that finds none says so and does nothing.
pub fn is_here() -> bool {
    let is_here = std::env::var("TEST_WEBDRIVER_URL").is_ok();
    if !is_here {
        eprintln!("left out: no TEST_WEBDRIVER_URL (`make test` sets it)");
    }
    is_here
}

impl Chrome {
    /// Opens a window on the application, of this size in CSS pixels.
    pub async fn open(base: &str, width: u32, height: u32) -> Self {
        let driver = std::env::var("TEST_WEBDRIVER_URL").expect("TEST_WEBDRIVER_URL");
        let options = json!({ "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            format!("--window-size={width},{height}"),
        ] });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver)
            .await
            .expect("chromedriver starts Chromium");
        let chrome = Self { client, base: base.to_owned() };
        chrome.size(width, height).await;
        chrome
    }

    async fn devtools(&self, name: &'static str, params: Value) {
        self.client.issue_cmd(DevTools { name, params }).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }

    /// The size of the page, in CSS pixels; a phone below 600.
    pub async fn size(&self, width: u32, height: u32) {
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", params).await;
    }

    /// Light or dark.
    pub async fn scheme(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": features })).await;
    }

    /// Without JavaScript from the next page on.
    pub async fn without_scripts(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Without a network, or with it again.
    pub async fn offline(&self, offline: bool) {
        let params = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.emulateNetworkConditions", params).await;
    }

    /// Takes over the cookies of somebody who is signed in.
    pub async fn become_person(&self, browser: &Browser) {
        self.client.goto(&format!("{}/healthz", self.base)).await.unwrap();
        self.client.delete_all_cookies().await.unwrap();
        for pair in browser.cookies().split("; ").filter(|p| !p.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap();
            let cookie = json!({ "name": name, "value": value, "url": self.base, "httpOnly": true });
            self.devtools("Network.setCookie", cookie).await;
        }
    }

    /// Opens a page.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    /// The path of the page that is shown.
    pub async fn path(&self) -> String {
        self.client.current_url().await.unwrap().path().to_owned()
    }

    /// The element that a selector finds, waited for.
    pub async fn find(&self, selector: &str) -> Element {
        let waiting = self.client.wait().at_most(Duration::from_secs(10)).for_element(Locator::Css(selector)).await;
        match waiting {
            Ok(element) => element,
            Err(error) => panic!("no {selector} at {}: {error}\n{}", self.path().await, self.text("body").await),
        }
    }

    /// The visible text of an element.
    pub async fn text(&self, selector: &str) -> String {
        self.client.find(Locator::Css(selector)).await.unwrap().text().await.unwrap()
    }

    /// Taps or clicks an element.
    pub async fn tap(&self, selector: &str) {
        let element = self.find(selector).await;
        element.click().await.unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    /// Types into a field.
    pub async fn fill(&self, selector: &str, text: &str) {
        let element = self.find(selector).await;
        element.clear().await.unwrap();
        element.send_keys(text).await.unwrap();
    }

    /// Presses one key, wherever the focus is. Named keys are WebDriver code points: `\u{E007}` is Enter.
    pub async fn press(&self, key: char) {
        let keys =
            KeyActions::new("keyboard".into()).then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Runs a script and gives what it returns.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    /// Waits until a script returns true.
    pub async fn until(&self, script: &str) {
        for _ in 0..100 {
            if self.script(script).await == json!(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("never true at {}: {script}\n{}", self.path().await, self.text("body").await);
    }

    /// What axe-core finds wrong with the page, and whether it is wider than the window: a line each.
    pub async fn faults(&self) -> Vec<String> {
        self.script(&format!("{AXE}; return true;")).await;
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
               .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | '))),
                     e => done(['axe failed: ' + e]));";
        let found = self.client.execute_async(run, Vec::new()).await.unwrap();
        let mut faults: Vec<String> = serde_json::from_value(found).unwrap();
        let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        let overflow = self.script(wide).await.as_i64().unwrap_or(0);
        if overflow > 0 {
            faults.push(format!("{overflow} pixels wider than the window"));
        }
        faults
    }

    /// Saves a picture of the page.
    pub async fn picture(&self, path: &std::path::Path) {
        std::fs::write(path, self.client.screenshot().await.unwrap()).unwrap();
    }

    /// Closes the window.
    pub async fn close(self) {
        self.client.close().await.unwrap();
    }
}
