//! The words that editions chose for mails.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::mail_texts;
use super::types::Json;
use crate::domain::ids::EditionId;
use crate::domain::language::Localised;
use crate::domain::mail_text::MailText;
use crate::domain::notice::MailKind;

row!(MailTextRow of MailText in mail_texts {
    edition_id: EditionId, kind: MailKind, subject: Json<Localised>, text: Json<Localised>, version: i32,
});

/// The words of an edition for a kind.
pub fn find(c: &mut Conn, edition: EditionId, kind: MailKind) -> StoreResult<Option<MailText>> {
    Ok(mail_texts::table.find((edition, kind)).first::<MailTextRow>(c).optional_row()?.map(Into::into))
}

/// Every kind that has words of the edition's own.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<MailText>> {
    let of = mail_texts::table.filter(mail_texts::edition_id.eq(edition)).order(mail_texts::kind);
    Ok(of.load::<MailTextRow>(c)?.into_iter().map(Into::into).collect())
}

/// Puts words in the place of those before.
pub fn put(c: &mut Conn, text: MailText) -> StoreResult<()> {
    delete(c, text.edition_id, text.kind)?;
    diesel::insert_into(mail_texts::table).values(MailTextRow::from(text)).execute(c)?;
    Ok(())
}

/// Back to the usual words.
pub fn delete(c: &mut Conn, edition: EditionId, kind: MailKind) -> StoreResult<()> {
    diesel::delete(mail_texts::table.find((edition, kind))).execute(c)?;
    Ok(())
}
