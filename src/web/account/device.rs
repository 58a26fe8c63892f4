//! What a browser calls itself, in words a person recognises.

use crate::web::page::Page;

/// Names by what stands in the header; the first that fits: most browsers also name those they
/// resemble.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser and system of a `User-Agent`, as far as they are known.
fn parts(user_agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    let find = |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| user_agent.contains(sign)).map(|n| n.1);
    (find(&BROWSERS), find(&SYSTEMS))
}

/// "Firefox on Linux", in the language of the page.
pub fn name(p: &Page, user_agent: &str) -> String {
    match parts(user_agent) {
        (Some(browser), Some(system)) => {
            p.m("account-device").arg("browser", browser).arg("system", system).to_string()
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => p.t("account-device-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn browsers_that_name_others_are_told_apart() {
        let chrome =
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36";
        assert_eq!(parts(chrome), (Some("Chrome"), Some("Android")));
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0";
        assert_eq!(parts(edge), (Some("Edge"), Some("Windows")));
        let safari =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Version/18.1 Mobile Safari/604.1";
        assert_eq!(parts(safari), (Some("Safari"), Some("iOS")));
        assert_eq!(parts("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0").0, Some("Firefox"));
        assert_eq!(parts("curl/8"), (None, None));
    }
}
