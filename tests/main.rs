//! Every integration test, as one program.

mod judging;
