//! Entries as organisers see them, and their decision whether an entry may be judged.

mod beside;
mod bulk;
mod decide;
mod export;
mod extend;
mod names;
mod rules;
mod snapshots;
mod view;

pub use beside::{add_note, forget_view, keep_view, set_tags};
pub use bulk::{BulkAct, Chosen, bulk, entries_of, move_to};
pub use decide::{Decision, decide};
pub use export::{EntryRow, EntryTable, add_fields, each_entry, export};
pub use extend::extend;
pub use names::{NameFound, NamePlace};
pub use rules::{RulesText, rules, save_rules};
pub use snapshots::{Change, Comparison, compare, keep_words};
pub use view::{EntryFile, EntryLine, EntryList, Filter, PAGE, TimelineEvent, entry, list};
