//! Which version of what is public is current, asked of the database by everybody and read once for all who
//! ask at the same time.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::AppError;
use crate::store::{self, Db};
use crate::web::crowd::Crowd;
use crate::web::error::PageError;

/// The version that is current.
///
/// A page that is shown for a version is at least as new as the request for it, on every node, without any clock.
/// What may still arrive late is an answer to a request from before an announcement, as it may from any server.
#[derive(Debug, Clone, Default)]
pub struct Versions(Crowd<(), Arc<str>>);

impl Versions {
    /// The version now.
    pub async fn now(&self, db: &Db) -> Result<Arc<str>, PageError> {
        let db = db.clone();
        let read = move |_| {
            let db = db.clone();
            async move {
                let version = db.read_public(|c| Ok::<_, AppError>(store::public_state::version(c)?)).await?;
                Ok(HashMap::from([((), Arc::from(version))]))
            }
        };
        Ok(self.0.ask((), read).await?.unwrap_or_default())
    }
}
