//! Reports of mail servers that a mail came back (RFC 3464): which of ours, and what was said.

use mail_parser::{MessageParser, MimeHeaders, PartType};

use crate::domain::ids::MailId;

/// Longest report that is read, in bytes.
pub const MAX_BYTES: u64 = 1024 * 1024;
/// Longest of what was said, in characters.
const SAID: usize = 300;

/// A mail of ours that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// Which.
    pub mail: MailId,
    /// What the server said.
    pub said: String,
}

/// Reads a report; none of what is no report, of one that says "later", and of one that names no mail of ours.
pub fn read(report: &[u8]) -> Option<Bounce> {
    let message = MessageParser::default().parse(report)?;
    let (mut said, mut has_failed, mut mail) = (String::new(), false, None);
    for part in &message.parts {
        let subtype = part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default().to_ascii_lowercase();
        let text = match &part.body {
            PartType::Text(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            PartType::Message(inner) => {
                mail = mail.or_else(|| id_of(inner.message_id()?));
                continue;
            }
            _ => continue,
        };
        match subtype.as_str() {
            "delivery-status" => {
                has_failed |= field(&text, "Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
                said = field(&text, "Diagnostic-Code").or_else(|| field(&text, "Status")).unwrap_or_default();
            }
            "rfc822-headers" => mail = mail.or_else(|| id_of(&field(&text, "Message-ID")?)),
            _ => {}
        }
    }
    let said: String = said.chars().filter(|c| !c.is_control()).take(SAID).collect();
    mail.filter(|_| has_failed).map(|mail| Bounce { mail, said })
}

/// The value of a field, its folded lines joined.
fn field(text: &str, name: &str) -> Option<String> {
    let mut lines = text
        .lines()
        .skip_while(|line| !line.split_once(':').is_some_and(|(known, _)| known.trim().eq_ignore_ascii_case(name)));
    let mut value = lines.next()?.split_once(':')?.1.trim().to_owned();
    for more in lines.take_while(|line| line.starts_with([' ', '\t'])) {
        value += " ";
        value += more.trim();
    }
    Some(value)
}

/// The id in a Message-ID of ours: `<id@host>`.
fn id_of(message_id: &str) -> Option<MailId> {
    message_id.trim().trim_start_matches('<').split('@').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01a2229c-975c-73eb-8949-aab5a3f734c0";

    fn report(action: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n\
             --B\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
             --B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; a@b.example\r\nAction: {action}\r\nStatus: 5.1.1\r\n\
             Diagnostic-Code: smtp; 550 5.1.1\r\n no such user\r\n\
             --B\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Dossier\r\nMessage-ID: <{ID}@awards.example>\r\n\
             --B--\r\n"
        )
    }

    #[test]
    fn a_report_names_the_mail_and_what_was_said() {
        let bounce = read(report("failed").as_bytes()).unwrap();
        assert_eq!((bounce.mail.to_string().as_str(), bounce.said.as_str()), (ID, "smtp; 550 5.1.1 no such user"));
        // A report that the server goes on trying is none.
        assert_eq!(read(report("delayed").as_bytes()), None);
        assert_eq!(read(b"Subject: hello\r\n\r\nNo report."), None);
    }
}
