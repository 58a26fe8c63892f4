//! A message from its kind, its parameters and the recipient's language.

use askama::Template;

use super::MailError;
use crate::domain::campaign::filled;
use crate::domain::mail_text::{MailText, variables};
use crate::domain::notice::{MailKind, OutboxMail};
use crate::i18n::{Message, Speaker};

/// A message ready to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject: one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// What a message says: a greeting, paragraphs, perhaps one button, perhaps a list of facts.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    subject: String,
    paragraphs: Vec<String>,
    facts: Vec<(String, String)>,
    button: Option<(String, String)>,
    after: Vec<String>,
}

#[derive(Template)]
#[template(path = "mail/layout.html")]
struct HtmlMail<'a> {
    l: Speaker,
    greeting: String,
    content: &'a Content,
}

#[derive(Template)]
#[template(path = "mail/layout.txt")]
struct TextMail<'a> {
    l: Speaker,
    greeting: String,
    content: &'a Content,
}

impl HtmlMail<'_> {
    fn dir(&self) -> &'static str {
        self.l.0.dir()
    }
}

/// Renders a queued mail in its language, with the words of its edition where it has any.
pub fn render(mail: &OutboxMail, own: Option<&MailText>) -> Result<Rendered, MailError> {
    let l = Speaker(mail.language);
    let mut content = content_of(mail, l);
    if let Some(own) = own {
        speak(&mut content, mail, own);
    }
    let greeting = if mail.recipient_name.is_empty() {
        l.t("mail-greeting")
    } else {
        l.m("mail-greeting-name").arg("name", &mail.recipient_name).to_string()
    };
    let failed = |e: askama::Error| MailError::Message(e.to_string());
    let html = HtmlMail { l, greeting: greeting.clone(), content: &content }.render().map_err(failed)?;
    let text = TextMail { l, greeting, content: &content }.render().map_err(failed)?;
    // A subject is one line whatever was put into it.
    let subject = content.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Rendered { subject, text, html })
}

/// Puts the words of an edition in the place of the usual ones, where there are any in the mail's language. Facts,
/// button and what organisers ask for stay.
fn speak(content: &mut Content, mail: &OutboxMail, own: &MailText) {
    let value = |name: &&'static str| {
        let value = match mail.params.get(*name) {
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(serde_json::Value::Number(number)) => number.to_string(),
            _ if *name == "name" => mail.recipient_name.clone(),
            _ => String::new(),
        };
        (*name, value)
    };
    let values: Vec<(&str, String)> = variables(mail.kind).iter().map(value).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (subject, text) = (own.subject.exact(mail.language), own.text.exact(mail.language));
    if !subject.is_empty() {
        content.subject = filled(subject, &values);
    }
    if !text.is_empty() {
        content.paragraphs =
            text.lines().map(str::trim).filter(|x| !x.is_empty()).map(|x| filled(x, &values)).collect();
        if mail.kind == MailKind::Returned {
            content.paragraphs.push(mail.params["reason"].as_str().unwrap_or_default().to_owned());
        }
    }
}

/// Reads the parameters of a mail.
struct Params<'a>(&'a serde_json::Value, Speaker);

impl Params<'_> {
    fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(|v| v.as_str()).unwrap_or_default()
    }

    fn number(&self, name: &str) -> i64 {
        self.0.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default()
    }

    /// A key's text with every parameter a text may name.
    fn m(&self, key: &str) -> String {
        let mut message: Message = self.1.m(key);
        for name in [
            "edition",
            "entry",
            "reference",
            "category",
            "time",
            "deadline",
            "reason",
            "prize",
            "outcome",
            "results",
            "host",
            "address",
        ] {
            if self.0.get(name).is_some() {
                message = message.arg(name, self.text(name));
            }
        }
        if self.0.get("count").is_some() {
            message = message.arg("count", self.number("count"));
        }
        message.to_string()
    }

    fn fact(&self, label: &str, name: &str) -> (String, String) {
        (self.1.t(label), self.text(name).to_owned())
    }
}

fn content_of(mail: &OutboxMail, l: Speaker) -> Content {
    let p = Params(&mail.params, l);
    let button = |label: &str| Some((l.t(label), p.text("url").to_owned()));
    match mail.kind {
        MailKind::Verify => Content {
            subject: p.m("mail-verify-subject"),
            paragraphs: vec![p.m("mail-verify-text")],
            button: button("mail-verify-button"),
            after: vec![p.m("mail-verify-after")],
            ..Content::default()
        },
        MailKind::AlreadyRegistered => Content {
            subject: p.m("mail-already-registered-subject"),
            paragraphs: vec![p.m("mail-already-registered-text")],
            button: button("mail-already-registered-button"),
            after: vec![p.m("mail-already-registered-after")],
            ..Content::default()
        },
        MailKind::Reset => Content {
            subject: p.m("mail-reset-subject"),
            paragraphs: vec![p.m("mail-reset-text")],
            button: button("mail-reset-button"),
            after: vec![p.m("mail-reset-after")],
            ..Content::default()
        },
        MailKind::Tried => Content {
            subject: p.m("mail-tried-subject"),
            paragraphs: vec![p.m("mail-tried-text")],
            button: button("mail-tried-button"),
            after: vec![p.m("mail-tried-after")],
            ..Content::default()
        },
        MailKind::Receipt => Content {
            subject: p.m("mail-receipt-subject"),
            paragraphs: vec![p.m("mail-receipt-text"), p.m("mail-receipt-next")],
            facts: vec![
                p.fact("mail-fact-reference", "reference"),
                p.fact("mail-fact-category", "category"),
                p.fact("mail-fact-received", "time"),
                p.fact("mail-fact-hash", "hash"),
            ],
            button: button("mail-receipt-button"),
            after: vec![p.m("mail-receipt-after")],
        },
        MailKind::Returned => Content {
            subject: p.m("mail-returned-subject"),
            paragraphs: vec![p.m("mail-returned-text"), p.text("reason").to_owned()],
            button: button("mail-returned-button"),
            after: vec![p.m("mail-returned-after")],
            ..Content::default()
        },
        MailKind::Reminder => Content {
            subject: p.m("mail-reminder-subject"),
            paragraphs: vec![p.m("mail-reminder-text"), p.m("mail-reminder-missing")],
            button: button("mail-reminder-button"),
            after: vec![p.m("mail-reminder-after")],
            ..Content::default()
        },
        MailKind::Extension => Content {
            subject: p.m("mail-extension-subject"),
            paragraphs: vec![p.m("mail-extension-text")],
            button: button("mail-reminder-button"),
            ..Content::default()
        },
        MailKind::Collaboration => Content {
            subject: p.m("mail-collaboration-subject"),
            paragraphs: vec![p.m("mail-collaboration-text")],
            button: button("mail-collaboration-button"),
            after: vec![p.m("mail-collaboration-after")],
            ..Content::default()
        },
        MailKind::Invitation => Content {
            subject: p.m("mail-invitation-subject"),
            paragraphs: vec![p.m("mail-invitation-text")],
            button: button("mail-invitation-button"),
            after: vec![p.m("mail-invitation-after")],
            ..Content::default()
        },
        MailKind::Assignment => Content {
            subject: p.m("mail-assignment-subject"),
            paragraphs: vec![p.m("mail-assignment-text")],
            button: button("mail-assignment-button"),
            after: vec![p.m("mail-assignment-after")],
            ..Content::default()
        },
        MailKind::JurorReminder => Content {
            subject: p.m("mail-juror-reminder-subject"),
            paragraphs: vec![p.m("mail-juror-reminder-text")],
            button: button("mail-juror-reminder-button"),
            after: vec![p.m("mail-juror-reminder-after")],
            ..Content::default()
        },
        MailKind::OutcomeWinner => Content {
            subject: p.m("mail-outcome-winner-subject"),
            paragraphs: vec![p.m("mail-outcome-winner-text")],
            facts: vec![p.fact("mail-fact-reference", "reference"), p.fact("mail-fact-outcome", "outcome")],
            button: button("mail-outcome-winner-button"),
            ..Content::default()
        },
        MailKind::OutcomeOther => Content {
            subject: p.m("mail-outcome-other-subject"),
            paragraphs: vec![p.m("mail-outcome-other-text")],
            facts: vec![p.fact("mail-fact-reference", "reference")],
            button: button("mail-outcome-other-button"),
            ..Content::default()
        },
        MailKind::Campaign => Content {
            subject: p.text("subject").to_owned(),
            paragraphs: p.text("text").lines().map(str::trim).filter(|x| !x.is_empty()).map(str::to_owned).collect(),
            button: button("mail-campaign-button"),
            ..Content::default()
        },
    }
}
