//! Signing up, in and out; passwords, sessions, language.
