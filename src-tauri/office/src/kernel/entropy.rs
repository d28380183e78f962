//! Randomness: from the operating system, or from a seed so that demonstration data is the same everywhere.
//!
//! Keys and salts of a seeded office are predictable: only demonstration data and tests are seeded.
use std::sync::{Mutex, PoisonError};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// A source of random bytes.
pub struct Entropy(Mutex<ChaCha20Rng>);

impl Entropy {
    /// From the operating system.
    pub fn machine() -> Self {
        Self(Mutex::new(rand::make_rng()))
    }
    /// The same every time.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
    /// So many random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut out);
        out
    }
}
