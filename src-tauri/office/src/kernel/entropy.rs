//! Randomness: from the operating system, or from a seed so that demonstration data is the same everywhere.
//!
//! Keys and salts of a seeded office are predictable: only demonstration data and tests are seeded.
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, PoisonError};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// A source of random bytes, with the running count that keeps what is made in one second in its order.
pub struct Entropy {
    random: Mutex<ChaCha20Rng>,
    count: AtomicU16,
}

impl Entropy {
    /// From the operating system.
    pub fn machine() -> Self {
        Self::from(rand::make_rng())
    }
    /// The same every time.
    pub fn seeded(seed: u64) -> Self {
        Self::from(ChaCha20Rng::seed_from_u64(seed))
    }
    fn from(random: ChaCha20Rng) -> Self {
        Self { random: Mutex::new(random), count: AtomicU16::new(0) }
    }
    /// One more than before; begins again after 65535.
    pub fn next(&self) -> u16 {
        self.count.fetch_add(1, Ordering::Relaxed)
    }
    /// So many random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut out);
        out
    }
}
