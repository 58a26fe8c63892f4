//! Exact fractions: a mean of marks is a fraction, and only its display is rounded.

use std::cmp::Ordering;

use super::decimal::Decimal6;

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// `None` when the denominator is zero or the fraction does not fit.
    pub fn new(num: i128, den: i128) -> Option<Self> {
        if den == 0 || num == i128::MIN || den == i128::MIN {
            return None;
        }
        let shared = gcd(num.unsigned_abs(), den.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        let sign = den.signum();
        Some(Self { num: sign * (num / shared), den: sign * (den / shared) })
    }

    pub fn whole(value: i64) -> Self {
        Self { num: i128::from(value), den: 1 }
    }

    pub fn num(self) -> i128 {
        self.num
    }

    pub fn den(self) -> i128 {
        self.den
    }

    /// The sum, or `None` when it does not fit in 128 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let shared = gcd(self.den.unsigned_abs(), other.den.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        let left = self.num.checked_mul(other.den / shared)?;
        let right = other.num.checked_mul(self.den / shared)?;
        let den = self.den.checked_mul(other.den / shared)?;
        Self::new(left.checked_add(right)?, den)
    }

    /// The fraction divided by a count, or `None` when it does not fit.
    pub fn checked_div(self, count: i128) -> Option<Self> {
        let shared = i128::try_from(gcd(self.num.unsigned_abs(), count.unsigned_abs())).ok()?;
        if shared == 0 {
            return None;
        }
        Self::new(self.num / shared, self.den.checked_mul(count / shared)?)
    }

    /// The fraction times an integer, or `None` when it does not fit.
    pub fn checked_mul(self, factor: i128) -> Option<Self> {
        let shared = i128::try_from(gcd(self.den.unsigned_abs(), factor.unsigned_abs())).ok()?;
        Self::new(self.num.checked_mul(factor / shared)?, self.den / shared)
    }

    /// Six decimals, halves to the even neighbour; `None` beyond the range of [`Decimal6`].
    pub fn to_decimal6(self) -> Option<Decimal6> {
        let whole = self.num.div_euclid(self.den);
        let mut rest = self.num.rem_euclid(self.den);
        // Digit by digit, so that a large denominator never overflows.
        let mut micros = whole;
        for _ in 0..6 {
            micros = micros.checked_mul(10)?;
            let (digit, left) = times_ten(rest, self.den);
            micros = micros.checked_add(digit)?;
            rest = left;
        }
        let up = match rest.cmp(&(self.den - rest)) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => micros.rem_euclid(2) == 1,
        };
        let micros = if up { micros.checked_add(1)? } else { micros };
        i64::try_from(micros).ok().map(Decimal6::from_micros)
    }
}

/// `10 * rest` divided by `den`, where `0 <= rest < den`, without leaving 128 bits.
fn times_ten(rest: i128, den: i128) -> (i128, i128) {
    let (mut digit, mut sum) = (0, 0);
    for _ in 0..10 {
        if sum >= den - rest {
            sum -= den - rest;
            digit += 1;
        } else {
            sum += rest;
        }
    }
    (digit, sum)
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// By continued fractions: no product, so no overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = ((self.num, self.den), (other.num, other.den));
        loop {
            let whole = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
            if whole != Ordering::Equal {
                return whole;
            }
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            match rests {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // Two proper fractions compare as their inverses the other way round.
                _ => (left, right) = ((right.1, rests.1), (left.1, rests.0)),
            }
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(num: i128, den: i128) -> String {
        Ratio::new(num, den).unwrap().to_decimal6().unwrap().to_string()
    }

    #[test]
    fn halves_go_to_the_even_neighbour() {
        assert_eq!(shown(1, 2_000_000), "0.000000");
        assert_eq!(shown(3, 2_000_000), "0.000002");
        assert_eq!(shown(-1, 2_000_000), "0.000000");
        assert_eq!(shown(-3, 2_000_000), "-0.000002");
        assert_eq!(shown(1, 3), "0.333333");
        assert_eq!(shown(-2, 3), "-0.666667");
        assert_eq!(shown(-5, 1), "-5.000000");
    }

    #[test]
    fn a_huge_denominator_still_rounds_exactly() {
        let den = i128::MAX - 1;
        assert_eq!(shown(den - 1, den), "1.000000");
        assert_eq!(shown(den / 2, den), "0.500000");
    }

    #[test]
    fn order_is_exact_where_floats_are_equal() {
        let a = Ratio::new(10_i128.pow(30) + 1, 10_i128.pow(30)).unwrap();
        let b = Ratio::new(10_i128.pow(30) + 2, 10_i128.pow(30) + 1).unwrap();
        assert!(a > b);
        assert!(Ratio::new(-1, 3).unwrap() < Ratio::new(-1, 4).unwrap());
        assert_eq!(Ratio::new(2, -4), Ratio::new(-1, 2));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(Ratio::new(1, 0), None);
        let big = Ratio::new(1, i128::MAX).unwrap();
        assert_eq!(big.checked_add(Ratio::new(1, i128::MAX - 1).unwrap()), None);
        assert_eq!(Ratio::whole(3).checked_div(0), None);
    }
}
