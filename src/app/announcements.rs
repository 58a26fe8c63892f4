//! Making winners public.
