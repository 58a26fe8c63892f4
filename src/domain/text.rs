//! Text that people type: names, titles, addresses, long answers. One place says what is refused.

use serde::{Deserialize, Serialize};

/// Why a text was refused. The message key is in the visitor's language files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than allowed.
    #[error("{over} characters too long")]
    TooLong {
        /// By how many characters.
        over: usize,
        /// The limit.
        limit: usize,
    },
    /// Control characters or direction overrides, which could forge mail headers or reorder a line.
    #[error("control characters")]
    Control,
    /// Not the form of an e-mail address.
    #[error("not an e-mail address")]
    NotAnAddress,
    /// Not an http or https address.
    #[error("not a web address")]
    NotALink,
}

/// True for characters that may not stand in a one-line text: C0, C1, line and paragraph
/// separators, bidirectional overrides and isolates.
pub fn is_forbidden_in_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A one-line text: trimmed, inner white space collapsed, at most `limit` characters.
pub fn line(text: &str, limit: usize) -> Result<String, TextError> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.is_empty() {
        return Err(TextError::Empty);
    }
    // White space that splits words is gone by now; anything left of the kind is a forgery.
    if text.trim().chars().any(is_forbidden_in_line) {
        return Err(TextError::Control);
    }
    limited(joined, limit)
}

/// A text of several lines: line ends unified, trimmed, at most `limit` characters.
/// An empty text is allowed.
pub fn paragraphs(text: &str, limit: usize) -> Result<String, TextError> {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let trimmed = unified.trim();
    if trimmed.chars().any(|c| is_forbidden_in_line(c) && c != '\n' && c != '\t') {
        return Err(TextError::Control);
    }
    limited(trimmed.to_owned(), limit)
}

fn limited(text: String, limit: usize) -> Result<String, TextError> {
    let length = text.chars().count();
    if length > limit {
        return Err(TextError::TooLong { over: length - limit, limit });
    }
    Ok(text)
}

/// Words of a text, as a person would count them.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count()
}

/// An e-mail address in the one form in which we store and compare it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses and normalises: trimmed, lowercase, one `@`, a dotted domain, 254 characters at most.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let address = text.trim().to_lowercase();
        if address.is_empty() {
            return Err(TextError::Empty);
        }
        if address.chars().any(|c| c.is_whitespace() || is_forbidden_in_line(c)) {
            return Err(TextError::NotAnAddress);
        }
        let Some((local, domain)) = address.rsplit_once('@') else {
            return Err(TextError::NotAnAddress);
        };
        let local_is_good = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let domain_is_good = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            });
        if !local_is_good || !domain_is_good || address.len() > 254 {
            return Err(TextError::NotAnAddress);
        }
        Ok(Self(address))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for EmailAddress {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for EmailAddress {
    type Err = TextError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// An `http` or `https` address with a host, as typed or with `https://` put before it.
pub fn link(text: &str) -> Result<String, TextError> {
    let typed = line(text, 2000)?;
    let full = if typed.contains("://") { typed } else { format!("https://{typed}") };
    let rest = full.strip_prefix("https://").or_else(|| full.strip_prefix("http://")).ok_or(TextError::NotALink)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@');
    if !is_host || full.contains(' ') || full.contains(['"', '<', '>']) {
        return Err(TextError::NotALink);
    }
    Ok(full)
}

/// Text as it is searched: lowercase, without accents or Arabic vowel marks, one form per letter.
pub fn searchable(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c) && *c != '\u{0640}')
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            other => other,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A cell of an exported table that no spreadsheet takes for a formula.
pub fn spreadsheet_cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_forge_a_mail_header_is_refused() {
        assert_eq!(line("A\r\nBcc: e@x.ma", 100), Err(TextError::Control));
        assert_eq!(line("\u{202E}txt.exe", 100), Err(TextError::Control));
        assert_eq!(line("  Hanane   Oubrahim ", 100).as_deref(), Ok("Hanane Oubrahim"));
    }

    #[test]
    fn an_over_long_text_says_by_how_much() {
        assert_eq!(paragraphs("abcdef", 4), Err(TextError::TooLong { over: 2, limit: 4 }));
    }

    #[test]
    fn addresses_are_normalised_and_checked() {
        assert_eq!(EmailAddress::parse(" A.b@Saqya.Example ").map(|a| a.to_string()), Ok("a.b@saqya.example".into()));
        for bad in ["a", "a@b", "@b.ma", "a b@c.ma", "a@-b.ma", "a@b..ma"] {
            assert_eq!(EmailAddress::parse(bad), Err(TextError::NotAnAddress), "{bad}");
        }
    }

    #[test]
    fn links_are_http_with_a_host() {
        assert_eq!(link("saqya.example").as_deref(), Ok("https://saqya.example"));
        assert_eq!(link("javascript://a.b/%0aalert(1)"), Err(TextError::NotALink));
        assert_eq!(link("https://user@evil.example"), Err(TextError::NotALink));
    }

    #[test]
    fn search_ignores_accents_and_arabic_letter_forms() {
        assert_eq!(searchable("Énergie  Maâsra"), "energie maasra");
        assert_eq!(searchable("أَكَّادِيمِيَّة"), "اكاديميه");
    }
}
