//! Pages of a development or demo instance only; elsewhere there are none.

pub mod mails;
