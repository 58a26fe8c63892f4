//! Whole editions through HTTP, from the first page of the set-up to the announced winners.

mod imported;
