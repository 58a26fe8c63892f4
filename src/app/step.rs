//! Moving something one place in a list that people order.

/// One place, in a list that people order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
}

impl Step {
    /// Where a step from a place leads, in a list of some length; none beyond its ends.
    pub(super) fn from(self, at: usize, length: usize) -> Option<usize> {
        match self {
            Self::Up => at.checked_sub(1),
            Self::Down => Some(at + 1).filter(|to| *to < length),
        }
    }
}
