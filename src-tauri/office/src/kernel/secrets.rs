//! Keys: from a password to a key (argon2id), wrapping the data key, and the keys derived from it.
//!
//! It deliberately stores nothing: `keyring.rs` does. Ciphers are libraries; nothing here is our own cryptography.
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::kernel::entropy::Entropy;
use crate::kernel::refusal::{Refusal, Result};

/// What deriving a key from a password costs, stored beside each wrapped key so that it can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Cost {
    /// About half a second on an office machine.
    pub const OFFICE: Cost = Cost { memory_kib: 128 * 1024, passes: 4 };
    /// Next to nothing; for tests only.
    pub const TEST: Cost = Cost { memory_kib: 64, passes: 1 };
}

/// The key of the whole store (数据密钥), 256 bits; forgotten when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A new one.
    pub fn fresh(entropy: &Entropy) -> Self {
        Self(entropy.bytes())
    }
    /// The key of the database.
    pub fn database(&self) -> [u8; 32] {
        self.derive(b"zhiqiang database 1")
    }
    /// The key of the file store.
    pub fn files(&self) -> [u8; 32] {
        self.derive(b"zhiqiang files 1")
    }
    fn derive(&self, purpose: &[u8]) -> [u8; 32] {
        let mut out = [0; 32];
        hkdf::Hkdf::<sha2::Sha256>::new(None, &self.0)
            .expand(purpose, &mut out)
            .expect("32 bytes are within what HKDF-SHA-256 gives");
        out
    }
}

/// The data key under a password or recovery code; safe to store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrapped {
    /// Cost it was made with.
    pub cost: Cost,
    /// Salt, hex.
    pub salt: String,
    /// Nonce, hex.
    pub nonce: String,
    /// The sealed key, hex.
    pub sealed: String,
}

/// Seals the data key under `secret`, for `owner` alone (an account's id, or `recovery`).
pub fn wrap(key: &DataKey, secret: &str, owner: &str, cost: Cost, entropy: &Entropy) -> Result<Wrapped> {
    let salt: [u8; 16] = entropy.bytes();
    let nonce: [u8; 24] = entropy.bytes();
    let cipher = cipher(secret, &salt, cost)?;
    let payload = Payload { msg: &key.0, aad: owner.as_bytes() };
    let sealed =
        cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Refusal::broken("密钥封装失败。"))?;
    Ok(Wrapped { cost, salt: hex::encode(salt), nonce: hex::encode(nonce), sealed: hex::encode(sealed) })
}

/// Opens it again; `None` when the secret is wrong.
pub fn unwrap(wrapped: &Wrapped, secret: &str, owner: &str) -> Result<Option<DataKey>> {
    let bad = |_| Refusal::damaged("密钥文件已损坏。").hint("请用恢复码或备份恢复。");
    let salt = hex::decode(&wrapped.salt).map_err(bad)?;
    let nonce: [u8; 24] = hex::decode(&wrapped.nonce)
        .map_err(bad)?
        .try_into()
        .map_err(|_| Refusal::damaged("密钥文件已损坏。").hint("请用恢复码或备份恢复。"))?;
    let sealed = hex::decode(&wrapped.sealed).map_err(bad)?;
    let cipher = cipher(secret, &salt, wrapped.cost)?;
    let opened = cipher.decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: owner.as_bytes() });
    Ok(opened.ok().and_then(|bytes| bytes.try_into().ok()).map(DataKey))
}

fn cipher(secret: &str, salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32))
        .map_err(|_| Refusal::damaged("密钥文件里的参数不合要求。").hint("请用恢复码或备份恢复。"))?;
    let mut kek = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), salt, &mut kek)
        .map_err(|_| Refusal::broken("内存不足，无法校验口令。").hint("请关闭其他程序后再试。"))?;
    let cipher = XChaCha20Poly1305::new(&Key::from(kek));
    kek.zeroize();
    Ok(cipher)
}

/// Letters of a recovery code: no 0/O, 1/I/L, U or Z to mistake on paper.
const CODE_LETTERS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTVWXY";
const CODE_GROUPS: usize = 6;

/// A new recovery code (恢复码): six groups of five letters, about 147 bits, to be printed and locked away.
pub fn recovery_code(entropy: &Entropy) -> String {
    let letters = CODE_LETTERS;
    let pick = || loop {
        let [byte]: [u8; 1] = entropy.bytes();
        // 232 = 8 × 29: bytes above it would make the first letters likelier.
        if byte < 232 {
            break char::from(letters[usize::from(byte) % 29]);
        }
    };
    let groups: Vec<String> = (0..CODE_GROUPS).map(|_| (0..5).map(|_| pick()).collect()).collect();
    groups.join("-")
}

/// A code as typed, put into its one form: capitals, groups joined by dashes.
pub fn tidy_code(typed: &str) -> String {
    let letters: Vec<char> =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What a new password must be: long enough, not one character over and over, not the login name.
pub fn check_password(password: &str, login: &str, least: usize) -> Result<()> {
    let mut chars = password.chars();
    let first = chars.next();
    let message = if password.chars().count() < least {
        format!("口令至少要有 {least} 个字符。")
    } else if first.is_some_and(|first| chars.all(|c| c == first)) {
        "口令不能由同一个字符组成。".into()
    } else if password.eq_ignore_ascii_case(login) || password.chars().all(|c| c.is_ascii_digit()) {
        "口令不能与登录名相同，也不能全是数字。".into()
    } else {
        return Ok(());
    };
    Err(Refusal::refused(message).hint("请换一个字母、数字混合的口令。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_secret_and_owner_open_the_data_key() {
        let entropy = Entropy::seeded(1);
        let key = DataKey::fresh(&entropy);
        let wrapped = wrap(&key, "口令abc123", "a", Cost::TEST, &entropy).unwrap();
        assert!(unwrap(&wrapped, "口令abc123", "a").unwrap().unwrap().0 == key.0);
        assert!(unwrap(&wrapped, "口令abc124", "a").unwrap().is_none());
        assert!(unwrap(&wrapped, "口令abc123", "b").unwrap().is_none());
    }

    #[test]
    fn a_recovery_code_survives_careless_typing() {
        let code = recovery_code(&Entropy::seeded(7));
        assert_eq!(code.len(), 35);
        assert_eq!(tidy_code(&code.to_lowercase().replace('-', " ")), code);
        assert_eq!(tidy_code(&code.replace('-', "")), code);
    }

    #[test]
    fn weak_passwords_are_refused() {
        for weak in ["short1", "aaaaaaaaaa", "1234567890", "liaison01"] {
            assert!(check_password(weak, "liaison01", 8).is_err(), "{weak}");
        }
        assert!(check_password("Zhiliang2016", "liaison01", 8).is_ok());
    }
}
