//! Entries as organisers see them, and their decision whether an entry may be judged.

mod decide;
mod export;
mod extend;
mod names;
mod view;

pub use decide::{Decision, accept_many, decide};
pub use export::{EntryRow, EntryTable, add_fields, each_entry, export};
pub use extend::extend;
pub use names::{NameFound, NamePlace};
pub use view::{EntryFile, EntryLine, EntryList, Filter, PAGE, TimelineEvent, entry, list};
