//! Dense symmetric systems: blocked Cholesky, triangular solves and the inverse.
//!
//! The work is cut into panels of [`PANEL`] columns, and each panel's contribution to the rest
//! is a product of two packed strips, formed four by four in registers (Goto and van de Geijn,
//! *Anatomy of High-Performance Matrix Multiplication*, 2008).

use super::sum::Sum;

/// Columns treated together; a strip of four rows of a panel fits in the first-level cache.
const PANEL: usize = 64;
/// Rows and columns of the block held in registers.
const TILE: usize = 4;
/// Below this many rows a second thread costs more than it brings.
const PARALLEL_ROWS: usize = 384;

/// A matrix stored row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    rows: usize,
    cols: usize,
    data: Vec<f64>,
}

impl Matrix {
    pub fn zero(rows: usize, cols: usize) -> Self {
        Self { rows, cols, data: vec![0.0; rows * cols] }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn at(&self, row: usize, col: usize) -> f64 {
        self.data[row * self.cols + col]
    }

    pub fn at_mut(&mut self, row: usize, col: usize) -> &mut f64 {
        &mut self.data[row * self.cols + col]
    }

    pub fn row(&self, row: usize) -> &[f64] {
        &self.data[row * self.cols..(row + 1) * self.cols]
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.data[row * self.cols..(row + 1) * self.cols]
    }
}

/// Rows (or columns) `from..to` of a panel, regrouped so that the product reads them in order.
struct Strips {
    count: usize,
    depth: usize,
    data: Vec<[f64; TILE]>,
}

impl Strips {
    fn pack(count: usize, depth: usize, at: impl Fn(usize, usize) -> f64) -> Self {
        let groups = count.div_ceil(TILE);
        let mut data = vec![[0.0; TILE]; groups * depth];
        for (group, strip) in data.chunks_exact_mut(depth.max(1)).enumerate() {
            for (k, four) in strip.iter_mut().enumerate() {
                for (lane, value) in four.iter_mut().enumerate() {
                    let index = group * TILE + lane;
                    if index < count {
                        *value = at(index, k);
                    }
                }
            }
        }
        Self { count, depth, data }
    }

    fn group(&self, group: usize) -> &[[f64; TILE]] {
        &self.data[group * self.depth..(group + 1) * self.depth]
    }
}

/// Which part of a product is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    All,
    /// Only entries on or below the diagonal of the whole matrix (tiles that touch it).
    Lower,
}

/// `target[top.., left..] -= left_strips * right_strips`.
fn subtract(target: &mut Matrix, (top, left): (usize, usize), a: &Strips, b: &Strips, part: Part, threads: usize) {
    let cols = target.cols;
    let band = &mut target.data[top * cols..(top + a.count) * cols];
    let threads = if a.count < PARALLEL_ROWS { 1 } else { threads.max(1) };
    if threads == 1 {
        subtract_rows(band, cols, 0, (top, left), a, b, part);
        return;
    }
    // Small chunks dealt in turn, since a lower triangle has longer rows at its end.
    let chunk = TILE * (a.count / (TILE * threads * 4)).max(1);
    let mut shares: Vec<Vec<(usize, &mut [f64])>> = (0..threads).map(|_| Vec::new()).collect();
    for (turn, rows) in band.chunks_mut(chunk * cols).enumerate() {
        shares[turn % threads].push((turn * chunk, rows));
    }
    std::thread::scope(|scope| {
        for share in shares {
            scope.spawn(move || {
                for (first, rows) in share {
                    subtract_rows(rows, cols, first, (top, left), a, b, part);
                }
            });
        }
    });
}

/// The rows `first..` of the band that starts at `top`; `first` is a multiple of [`TILE`].
fn subtract_rows(
    rows: &mut [f64],
    cols: usize,
    first: usize,
    (top, left): (usize, usize),
    a: &Strips,
    b: &Strips,
    part: Part,
) {
    for (step, band) in rows.chunks_mut(TILE * cols).enumerate() {
        let row = first + step * TILE;
        let strip = a.group(row / TILE);
        let last = top + row + TILE;
        for group in 0..b.count.div_ceil(TILE) {
            let col = left + group * TILE;
            if part == Part::Lower && col >= last {
                break;
            }
            let tile = product(strip, b.group(group));
            let width = TILE.min(b.count - group * TILE);
            for (line, sums) in band.chunks_mut(cols).zip(&tile) {
                for (value, sum) in line[col..col + width].iter_mut().zip(sums) {
                    *value -= sum;
                }
            }
        }
    }
}

#[inline]
fn product(a: &[[f64; TILE]], b: &[[f64; TILE]]) -> [[f64; TILE]; TILE] {
    let mut sums = [[0.0; TILE]; TILE];
    for (x, y) in a.iter().zip(b) {
        for (line, &left) in sums.iter_mut().zip(x) {
            for (sum, &right) in line.iter_mut().zip(y) {
                *sum += left * right;
            }
        }
    }
    sums
}

/// The lower factor L of a positive definite matrix, `L * L' = matrix`.
#[derive(Clone, Debug)]
pub struct Cholesky {
    lower: Matrix,
    threads: usize,
}

impl Cholesky {
    /// Factors the lower triangle in place; `None` when the matrix is not positive definite.
    pub fn new(mut matrix: Matrix, threads: usize) -> Option<Self> {
        let n = matrix.rows;
        for start in (0..n).step_by(PANEL) {
            let end = (start + PANEL).min(n);
            factor_diagonal(&mut matrix, start, end)?;
            for row in end..n {
                solve_row(&mut matrix, row, start, end);
            }
            let strips = Strips::pack(n - end, end - start, |r, k| matrix.at(end + r, start + k));
            subtract(&mut matrix, (end, end), &strips, &strips, Part::Lower, threads);
        }
        Some(Self { lower: matrix, threads })
    }

    pub fn size(&self) -> usize {
        self.lower.rows
    }

    /// The logarithm of the determinant of the factored matrix.
    pub fn log_det(&self) -> f64 {
        2.0 * (0..self.size()).map(|i| self.lower.at(i, i).ln()).collect::<Sum>().value()
    }

    /// Solves `matrix * x = rhs`.
    pub fn solve(&self, rhs: &[f64]) -> Vec<f64> {
        let mut x = rhs.to_vec();
        for row in 0..x.len() {
            let line = self.lower.row(row);
            let known: f64 = line[..row].iter().zip(&x).map(|(l, x)| l * x).sum();
            x[row] = (x[row] - known) / line[row];
        }
        for row in (0..x.len()).rev() {
            let line = self.lower.row(row);
            let value = x[row] / line[row];
            x[row] = value;
            for (above, l) in x[..row].iter_mut().zip(line) {
                *above -= l * value;
            }
        }
        x
    }

    /// Replaces the columns of `rhs` by the solutions of `L' * X = rhs`, on one thread.
    pub fn solve_transposed(&self, rhs: &mut Matrix) {
        self.back_substitute(rhs, Part::All, 1);
    }

    /// The inverse of the factored matrix, both triangles.
    pub fn inverse(&self) -> Matrix {
        let n = self.size();
        let mut x = self.inverse_lower();
        self.back_substitute(&mut x, Part::Lower, self.threads);
        for row in 0..n {
            for col in 0..row {
                let value = x.at(row, col);
                *x.at_mut(col, row) = value;
            }
        }
        x
    }

    /// The inverse of L, lower triangular.
    fn inverse_lower(&self) -> Matrix {
        let n = self.size();
        let mut x = Matrix::zero(n, n);
        for i in 0..n {
            *x.at_mut(i, i) = 1.0;
        }
        for start in (0..n).step_by(PANEL) {
            let end = (start + PANEL).min(n);
            for row in start..end {
                for k in start..row {
                    let factor = self.lower.at(row, k);
                    let (before, line) = x.data.split_at_mut(row * n);
                    let known = &before[k * n..k * n + end];
                    for (value, above) in line[..end].iter_mut().zip(known) {
                        *value -= factor * above;
                    }
                }
                let pivot = self.lower.at(row, row);
                for value in &mut x.row_mut(row)[..end] {
                    *value /= pivot;
                }
            }
            let a = Strips::pack(n - end, end - start, |r, k| self.lower.at(end + r, start + k));
            let b = Strips::pack(end, end - start, |c, k| x.at(start + k, c));
            subtract(&mut x, (end, 0), &a, &b, Part::All, self.threads);
        }
        x
    }

    /// Solves `L' * X = x` in place; with [`Part::Lower`], only the lower triangle of X.
    fn back_substitute(&self, x: &mut Matrix, part: Part, threads: usize) {
        let n = self.size();
        let starts: Vec<usize> = (0..n).step_by(PANEL).collect();
        for &start in starts.iter().rev() {
            let end = (start + PANEL).min(n);
            let width = if part == Part::Lower { end } else { x.cols };
            let cols = x.cols;
            for row in (start..end).rev() {
                let (before, after) = x.data.split_at_mut((row + 1) * cols);
                let line = &mut before[row * cols..row * cols + width];
                for k in row + 1..end {
                    let factor = self.lower.at(k, row);
                    let known = &after[(k - row - 1) * cols..][..width];
                    for (value, below) in line.iter_mut().zip(known) {
                        *value -= factor * below;
                    }
                }
                let pivot = self.lower.at(row, row);
                for value in line {
                    *value /= pivot;
                }
            }
            let above = Strips::pack(start, end - start, |r, k| self.lower.at(start + k, r));
            let width = if part == Part::Lower { start } else { x.cols };
            let solved = Strips::pack(width, end - start, |c, k| x.at(start + k, c));
            subtract(x, (0, 0), &above, &solved, part, threads);
        }
    }
}

fn factor_diagonal(matrix: &mut Matrix, start: usize, end: usize) -> Option<()> {
    for row in start..end {
        solve_row(matrix, row, start, row);
        let line = &matrix.row(row)[start..=row];
        let (known, pivot) = line.split_at(row - start);
        let rest = pivot[0] - known.iter().map(|v| v * v).sum::<f64>();
        if rest.is_nan() || rest <= 0.0 {
            return None;
        }
        *matrix.at_mut(row, row) = rest.sqrt();
    }
    Some(())
}

/// Columns `start..end` of one row of L, given those columns of the rows `start..end`.
fn solve_row(matrix: &mut Matrix, row: usize, start: usize, end: usize) {
    let cols = matrix.cols;
    let (before, rest) = matrix.data.split_at_mut(row * cols);
    let line = &mut rest[..cols];
    for col in start..end {
        let other = &before[col * cols..(col + 1) * cols];
        let known: f64 = line[start..col].iter().zip(&other[start..col]).map(|(a, b)| a * b).sum();
        line[col] = (line[col] - known) / other[col];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A well-conditioned symmetric matrix with no pattern.
    fn sample(n: usize) -> Matrix {
        let mut m = Matrix::zero(n, n);
        for r in 0..n {
            for c in 0..=r {
                let value = ((r * 31 + c * 17) % 29) as f64 / 29.0 - 0.5;
                *m.at_mut(r, c) = value;
                *m.at_mut(c, r) = value;
            }
            *m.at_mut(r, r) = n as f64;
        }
        m
    }

    #[test]
    fn the_inverse_times_the_matrix_is_the_identity() {
        for n in [0, 1, 3, 4, 63, 64, 65, 130, 401] {
            let m = sample(n);
            let inverse = Cholesky::new(m.clone(), 2).unwrap().inverse();
            for r in 0..n {
                for c in 0..n {
                    let sum: f64 = (0..n).map(|k| m.at(r, k) * inverse.at(k, c)).sum();
                    let unit = if r == c { 1.0 } else { 0.0 };
                    assert!((sum - unit).abs() < 1e-12, "{n} {r} {c} {sum}");
                }
            }
        }
    }

    #[test]
    fn solves_and_determinant_agree_with_the_factor() {
        let m = sample(70);
        let factor = Cholesky::new(m.clone(), 1).unwrap();
        let rhs: Vec<f64> = (0..70_u32).map(f64::from).collect();
        let x = factor.solve(&rhs);
        for (r, want) in rhs.iter().enumerate() {
            let got: f64 = m.row(r).iter().zip(&x).map(|(a, b)| a * b).sum();
            assert!((got - want).abs() < 1e-10);
        }
        let mut z = Matrix::zero(70, 3);
        for (r, value) in rhs.iter().enumerate() {
            *z.at_mut(r, 1) = *value;
        }
        factor.solve_transposed(&mut z);
        for (c, want) in rhs.iter().enumerate() {
            let got: f64 = (c..70).map(|r| factor.lower.at(r, c) * z.at(r, 1)).sum();
            assert!((got - want).abs() < 1e-10);
        }
        let two = Matrix { rows: 2, cols: 2, data: vec![4.0, 0.0, 2.0, 3.0] };
        assert!((Cholesky::new(two, 1).unwrap().log_det() - 8.0_f64.ln()).abs() < 1e-15);
    }

    #[test]
    fn an_indefinite_matrix_has_no_factor() {
        let bad = Matrix { rows: 2, cols: 2, data: vec![1.0, 2.0, 2.0, 1.0] };
        assert!(Cholesky::new(bad, 1).is_none());
        let nan = Matrix { rows: 1, cols: 1, data: vec![f64::NAN] };
        assert!(Cholesky::new(nan, 1).is_none());
    }
}
