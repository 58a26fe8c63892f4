//! The organiser's desk: form.
