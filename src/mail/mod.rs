//! Mail: messages rendered in the recipient's language, delivered from the queue.

pub mod bounce;
mod deliver;
pub mod folder;
pub mod render;
mod transport;

pub use deliver::Mailer;
pub use render::Rendered;

/// Why mail can't leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The settings name no usable mail server, sender or folder.
    #[error("mail settings: {0}")]
    Settings(String),
    /// The message itself could not be made: retrying would not help.
    #[error("message: {0}")]
    Message(String),
    /// The server refused for good.
    #[error("refused: {0}")]
    Refused(String),
    /// The server can't be reached or asked to come back later.
    #[error("later: {0}")]
    Later(String),
}
