//! What many entries said when they were last submitted, with the questions they answered.

use std::collections::BTreeMap;

use crate::app::AppResult;
use crate::domain::entry::{Entry, Snapshot};
use crate::domain::form::EntryForm;
use crate::domain::ids::{EntryFormId, SnapshotId};
use crate::store::{self, Conn};

/// The last snapshots of entries, and the forms they were written on.
#[derive(Debug, Clone, Default)]
pub struct SubmittedForms {
    snapshots: BTreeMap<SnapshotId, Snapshot>,
    forms: BTreeMap<EntryFormId, EntryForm>,
}

impl SubmittedForms {
    /// Of entries.
    pub fn load(c: &mut Conn, entries: &[Entry]) -> AppResult<Self> {
        let ids: Vec<SnapshotId> = entries.iter().filter_map(|entry| entry.snapshot_id).collect();
        let mut all = Self::default();
        for snapshot in store::snapshots::list_by_ids(c, &ids)? {
            if !all.forms.contains_key(&snapshot.form_id) {
                let form = store::entry_forms::get(c, snapshot.form_id)?;
                all.forms.insert(form.id, form);
            }
            all.snapshots.insert(snapshot.id, snapshot);
        }
        Ok(all)
    }

    /// What one of them said; none while it was never submitted.
    pub fn of(&self, entry: &Entry) -> Option<(&Snapshot, &EntryForm)> {
        let snapshot = self.snapshots.get(&entry.snapshot_id?)?;
        Some((snapshot, self.forms.get(&snapshot.form_id)?))
    }
}
