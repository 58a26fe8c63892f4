//! How a message leaves: through a mail server, or into a folder.

use std::path::PathBuf;

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncTransport, Message, Tokio1Executor};

use super::MailError;
use super::render::Rendered;
use crate::config::{MailSettings, MailTransport, SmtpTls};
use crate::domain::notice::OutboxMail;

/// How a certificate begins.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// How a message leaves.
#[derive(Clone)]
pub(super) enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Transport {
    pub(super) fn new(settings: &MailSettings) -> Result<Self, MailError> {
        let wrong = |e: &dyn std::fmt::Display| MailError::Settings(e.to_string());
        match settings.transport {
            MailTransport::Folder => {
                std::fs::create_dir_all(&settings.folder).map_err(|e| wrong(&e))?;
                Ok(Self::Folder(settings.folder.clone()))
            }
            MailTransport::Smtp => {
                let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.smtp_host)
                    .port(settings.smtp_port)
                    .tls(protection(settings)?)
                    .timeout(Some(std::time::Duration::from_secs(20)));
                if !settings.smtp_username.is_empty() {
                    let password = settings.smtp_password.0.clone();
                    builder = builder.credentials(Credentials::new(settings.smtp_username.clone(), password));
                }
                Ok(Self::Smtp(builder.build()))
            }
        }
    }

    pub(super) async fn send(
        &self,
        from: &Mailbox,
        host: &str,
        mail: &OutboxMail,
        rendered: &Rendered,
    ) -> Result<(), MailError> {
        let message = compose(from, host, mail, rendered)?;
        match self {
            Self::Smtp(smtp) => match smtp.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
                Err(error) => Err(MailError::Later(error.to_string())),
            },
            Self::Folder(folder) => write(folder, mail, &message.formatted(), rendered).await,
        }
    }
}

/// How the connection to the mail server is protected, and whose certificates are believed.
fn protection(settings: &MailSettings) -> Result<Tls, MailError> {
    let protect = match settings.smtp_tls {
        SmtpTls::Implicit => Tls::Wrapper,
        SmtpTls::Starttls => Tls::Required,
        SmtpTls::None => return Ok(Tls::None),
    };
    let mut parameters = TlsParameters::builder(settings.smtp_host.clone());
    let file = &settings.smtp_authority;
    if file.as_os_str().is_empty() {
        return Ok(protect(parameters.build().map_err(|e| MailError::Settings(e.to_string()))?));
    }
    let unusable =
        |e: &dyn std::fmt::Display| MailError::Settings(format!("mail.smtp_authority: {}: {e}", file.display()));
    let pem = std::fs::read(file).map_err(|e| unusable(&e))?;
    if !pem.windows(BEGIN.len()).any(|part| part == BEGIN) {
        return Err(unusable(&"no certificate in it"));
    }
    parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).map_err(|e| unusable(&e))?);
    Ok(protect(parameters.build().map_err(|e| unusable(&e))?))
}

/// The message. Its id is the mail's id: a server or a person can tell a repetition.
fn compose(from: &Mailbox, host: &str, mail: &OutboxMail, rendered: &Rendered) -> Result<Message, MailError> {
    let failed = |e: &dyn std::fmt::Display| MailError::Message(e.to_string());
    let address = mail.recipient.as_str().parse().map_err(|e| failed(&e))?;
    // lettre panics on a name with a line break; names are checked at the door, and again here.
    let name: String = mail.recipient_name.chars().filter(|c| !crate::domain::text::is_forbidden_in_line(*c)).collect();
    let name = Some(name).filter(|n| !n.trim().is_empty());
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(name, address))
        .subject(&rendered.subject)
        .message_id(Some(format!("<{}@{host}>", mail.id)))
        .multipart(MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone()))
        .map_err(|e| failed(&e))
}

/// One file per part, named by time and id, whole or not at all.
async fn write(folder: &std::path::Path, mail: &OutboxMail, eml: &[u8], rendered: &Rendered) -> Result<(), MailError> {
    let later = |e: std::io::Error| MailError::Later(e.to_string());
    let stem = format!("{}-{}", mail.created_at.format("%Y%m%dT%H%M%S%.6f"), mail.id);
    let meta = serde_json::json!({
        "id": mail.id, "kind": mail.kind, "to": mail.recipient, "name": mail.recipient_name,
        "language": mail.language, "subject": rendered.subject, "text": rendered.text, "html": rendered.html,
        "created_at": mail.created_at,
    });
    let parts = [("eml", eml.to_vec()), ("json", meta.to_string().into_bytes())];
    let folder = folder.to_owned();
    let writing = tokio::task::spawn_blocking(move || {
        for (ending, bytes) in parts {
            let partial = folder.join(format!("{stem}.{ending}.part"));
            std::fs::write(&partial, bytes)?;
            std::fs::rename(&partial, folder.join(format!("{stem}.{ending}")))?;
        }
        Ok(())
    });
    writing.await.map_err(|e| MailError::Later(e.to_string()))?.map_err(later)
}
