//! Which program this is: the same sources give the same words, whenever and wherever they are built.

/// The version of the release.
pub const NUMBER: &str = env!("CARGO_PKG_VERSION");
/// The commit it was built from, or `unknown`.
pub const COMMIT: &str = env!("DIGITAL_AWARDS_COMMIT");
/// The last migration it knows.
pub const SCHEMA: &str = env!("DIGITAL_AWARDS_SCHEMA");
/// All of it in one line.
pub const LINE: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (commit ",
    env!("DIGITAL_AWARDS_COMMIT"),
    ", schema ",
    env!("DIGITAL_AWARDS_SCHEMA"),
    ")"
);
