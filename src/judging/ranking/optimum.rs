//! Minimum of a smooth function of one or two bounded variables, by BFGS with a line search
//! (Nocedal and Wright, *Numerical Optimization*, 2006, chapters 3 and 6).

/// Steps allowed before giving up on a tighter gradient.
const STEPS: usize = 80;
/// The longest step in one variable.
const LONGEST: f64 = 3.0;

#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub x: [f64; 2],
    pub value: f64,
    pub gradient: [f64; 2],
}

pub(super) struct Search {
    pub low: f64,
    pub high: f64,
    /// Variables that may move.
    pub free: [bool; 2],
    /// Expected curvature of each variable, for the first step.
    pub curvature: [f64; 2],
    /// The largest slope that counts as flat.
    pub flat: f64,
}

impl Search {
    /// The lowest point found from `start`; `None` when the function has no value there.
    pub fn minimise(
        &self,
        start: [f64; 2],
        mut function: impl FnMut([f64; 2]) -> Option<(f64, [f64; 2])>,
    ) -> Option<Point> {
        let mut point = self.evaluate(start, &mut function)?;
        let fresh = [[1.0 / self.curvature[0], 0.0], [0.0, 1.0 / self.curvature[1]]];
        let mut inverse = fresh;
        let mut restarted = false;
        for _ in 0..STEPS {
            let slope = self.slope(&point);
            if size(slope) <= self.flat {
                break;
            }
            let mut step = multiply(&inverse, slope).map(|s| -s);
            if dot(step, slope) >= 0.0 {
                inverse = fresh;
                step = multiply(&inverse, slope).map(|s| -s);
            }
            let longest = size(step);
            if longest > LONGEST {
                step = step.map(|s| s * LONGEST / longest);
            }
            let Some(next) = self.line_search(&point, step, &mut function) else {
                if restarted {
                    break;
                }
                restarted = true;
                inverse = fresh;
                continue;
            };
            restarted = false;
            update(&mut inverse, &point, &next, self.free);
            point = next;
        }
        Some(point)
    }

    fn evaluate(&self, x: [f64; 2], function: &mut impl FnMut([f64; 2]) -> Option<(f64, [f64; 2])>) -> Option<Point> {
        let x = x.map(|v| v.clamp(self.low, self.high));
        let (value, gradient) = function(x)?;
        value.is_finite().then_some(Point { x, value, gradient })
    }

    /// The gradient, without what is fixed or pushes against a bound.
    fn slope(&self, point: &Point) -> [f64; 2] {
        let mut slope = point.gradient;
        for (k, slope) in slope.iter_mut().enumerate() {
            let outward = (point.x[k] <= self.low && *slope > 0.0) || (point.x[k] >= self.high && *slope < 0.0);
            if !self.free[k] || outward {
                *slope = 0.0;
            }
        }
        slope
    }

    fn line_search(
        &self,
        from: &Point,
        step: [f64; 2],
        function: &mut impl FnMut([f64; 2]) -> Option<(f64, [f64; 2])>,
    ) -> Option<Point> {
        let slope = self.slope(from);
        let descent = dot(step, slope);
        // Differences below this are rounding: there, a flatter gradient decides.
        let noise = 1e-13 * (1.0 + from.value.abs());
        let mut length = 1.0;
        for _ in 0..30 {
            let x = [from.x[0] + length * step[0], from.x[1] + length * step[1]];
            if let Some(next) = self.evaluate(x, function) {
                let enough = next.value <= from.value + 1e-4 * length * descent;
                let level = next.value <= from.value + noise;
                if enough || (level && size(self.slope(&next)) < size(slope)) {
                    let moved = next.x.map(f64::to_bits) != from.x.map(f64::to_bits);
                    return moved.then_some(next);
                }
                let rise = next.value - from.value - length * descent;
                let fitted = -descent * length * length / (2.0 * rise);
                length = fitted.clamp(0.1 * length, 0.5 * length);
            } else {
                length *= 0.25;
            }
        }
        None
    }
}

/// The BFGS update of an inverse Hessian.
fn update(inverse: &mut [[f64; 2]; 2], from: &Point, to: &Point, free: [bool; 2]) {
    let keep = |k: usize, v: f64| if free[k] { v } else { 0.0 };
    let s = [0, 1].map(|k| keep(k, to.x[k] - from.x[k]));
    let y = [0, 1].map(|k| keep(k, to.gradient[k] - from.gradient[k]));
    let sy = dot(s, y);
    if sy <= 1e-12 * size(s) * size(y) {
        return;
    }
    let hy = multiply(inverse, y);
    let scale = (1.0 + dot(y, hy) / sy) / sy;
    for r in 0..2 {
        for c in 0..2 {
            inverse[r][c] += scale * s[r] * s[c] - (hy[r] * s[c] + s[r] * hy[c]) / sy;
        }
    }
}

fn multiply(m: &[[f64; 2]; 2], v: [f64; 2]) -> [f64; 2] {
    [dot(m[0], v), dot(m[1], v)]
}

fn dot(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

fn size(v: [f64; 2]) -> f64 {
    v[0].abs().max(v[1].abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_a_curved_valley_and_of_a_bounded_slope() {
        let search = Search { low: -10.0, high: 10.0, free: [true, true], curvature: [1.0, 1.0], flat: 1e-10 };
        let valley = search
            .minimise([-1.2, 1.0], |[x, y]| {
                let bend = y - x * x;
                Some((100.0 * bend * bend + (1.0 - x).powi(2), [-400.0 * x * bend - 2.0 * (1.0 - x), 200.0 * bend]))
            })
            .unwrap();
        assert!((valley.x[0] - 1.0).abs() < 1e-8 && (valley.x[1] - 1.0).abs() < 1e-8);
        let slope = search.minimise([0.0, 0.0], |[x, y]| Some((x + y * y, [1.0, 2.0 * y]))).unwrap();
        assert!((slope.x[0] + 10.0).abs() < 1e-12 && slope.x[1].abs() < 1e-9);
    }
}
