//! Seeded random numbers: xoshiro256++ (Blackman and Vigna 2021) started by SplitMix64, and
//! normal numbers by the ziggurat (Marsaglia and Tsang 2000). The same seed draws the same
//! numbers on every machine.

pub(super) struct Random {
    state: [u64; 4],
}

impl Random {
    /// `stream` gives independent sequences under one seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut counter = seed ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03);
        let mut next = || {
            counter = counter.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let z = (counter ^ (counter >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        Self { state: [next(), next(), next(), next()] }
    }

    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let answer = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        answer
    }

    /// Uniform in `(0, 1]`.
    fn uniform(&mut self) -> f64 {
        ((self.bits() >> 11) + 1) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}

const LAYERS: usize = 256;
/// Where the tail begins and the area of each layer, for 256 layers.
const TAIL: f64 = 3.654_152_885_361_009;
const AREA: f64 = 0.004_928_673_233_99;

/// The layers of the ziggurat.
pub(super) struct Normal {
    edge: [f64; LAYERS + 1],
    height: [f64; LAYERS + 1],
}

impl Normal {
    pub fn new() -> Self {
        let density = |x: f64| (-0.5 * x * x).exp();
        let mut edge = [0.0; LAYERS + 1];
        edge[0] = AREA / density(TAIL);
        edge[1] = TAIL;
        for i in 2..LAYERS {
            edge[i] = (-2.0 * (AREA / edge[i - 1] + density(edge[i - 1])).ln()).sqrt();
        }
        let height = edge.map(density);
        Self { edge, height }
    }

    pub fn draw(&self, random: &mut Random) -> f64 {
        loop {
            let bits = random.bits();
            let layer = (bits & 0xFF) as usize;
            let signed = ((bits >> 11) as f64) * (1.0 / 4_503_599_627_370_496.0) - 1.0;
            let x = signed * self.edge[layer];
            if x.abs() < self.edge[layer + 1] {
                return x;
            }
            if layer == 0 {
                return Self::tail(random).copysign(signed);
            }
            let (low, high) = (self.height[layer], self.height[layer + 1]);
            if low + (high - low) * random.uniform() < (-0.5 * x * x).exp() {
                return x;
            }
        }
    }

    fn tail(random: &mut Random) -> f64 {
        loop {
            let x = -random.uniform().ln() / TAIL;
            let y = -random.uniform().ln();
            if 2.0 * y > x * x {
                return TAIL + x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::ranking::posterior::normal_below;

    #[test]
    fn normal_numbers_fill_every_tenth_of_the_distribution_equally() {
        let (normal, mut random) = (Normal::new(), Random::new(7, 0));
        let draws = 200_000;
        let mut tenths = [0_u32; 10];
        let (mut beyond, mut squares) = (0_u32, 0.0);
        for _ in 0..draws {
            let x = normal.draw(&mut random);
            let tenth = (1..10).filter(|&k| normal_below(x) * 10.0 >= f64::from(k)).count();
            tenths[tenth] += 1;
            beyond += u32::from(x.abs() > 3.5);
            squares += x * x;
        }
        for count in tenths {
            assert!((f64::from(count) - 20_000.0).abs() < 600.0, "{tenths:?}");
        }
        assert!((squares / f64::from(draws) - 1.0).abs() < 0.015);
        // 4.65e-4 of the draws lie beyond 3.5.
        assert!((60..130).contains(&beyond), "{beyond}");
    }

    #[test]
    fn streams_differ_and_seeds_repeat() {
        let take = |seed, stream| Random::new(seed, stream).bits();
        assert_eq!(take(1, 2), take(1, 2));
        assert_ne!(take(1, 2), take(1, 3));
        assert_ne!(take(1, 2), take(2, 2));
    }
}
