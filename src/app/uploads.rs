//! Files attached to an entry: checked, kept, fetched by whoever may.
