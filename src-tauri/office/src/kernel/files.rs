//! The file store: attachments by the digest of their content, encrypted in chunks, on disk beside the database.
//!
//! It promises that a file is written and synced before the row that names it, and that what is read back has the
//! digest it was stored under. It deliberately deletes nothing.
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::aead::KeyInit;
use chacha20poly1305::{Key, XChaCha20Poly1305};
use sha2::{Digest, Sha256};

use crate::kernel::entropy::Entropy;
use crate::kernel::keyring::sync_folder;
use crate::kernel::refusal::{Refusal, Result};

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const MAGIC: &[u8; 4] = b"ZQF1";

/// The file store of an open store.
pub struct Files {
    folder: PathBuf,
    key: [u8; 32],
}

impl Files {
    /// In this folder, under this key.
    pub fn new(folder: PathBuf, key: [u8; 32]) -> Self {
        Self { folder, key }
    }
    /// Stores bytes and says their SHA-256 in hex; the same content is stored once.
    pub fn put(&self, bytes: &[u8], entropy: &Entropy) -> Result<String> {
        let digest = hex::encode(Sha256::digest(bytes));
        let path = self.path(&digest);
        if path.exists() {
            return Ok(digest);
        }
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let neighbour = folder.join(format!("{digest}.{}.new", hex::encode(entropy.bytes::<4>())));
        self.seal(&neighbour, bytes, entropy.bytes())?;
        fs::rename(&neighbour, &path)?;
        sync_folder(folder);
        Ok(digest)
    }
    /// Reads content back and checks its digest.
    pub fn get(&self, digest: &str) -> Result<Vec<u8>> {
        let bytes = self.open(&self.path(digest)).map_err(|refusal| match refusal.kind {
            crate::kernel::refusal::Kind::Broken if !self.path(digest).exists() => missing(digest),
            _ => refusal,
        })?;
        if hex::encode(Sha256::digest(&bytes)) == digest { Ok(bytes) } else { Err(changed(digest)) }
    }
    /// Whether the file is there (its content is not looked at).
    pub fn has(&self, digest: &str) -> bool {
        self.path(digest).exists()
    }
    fn path(&self, digest: &str) -> PathBuf {
        self.folder.join(digest.get(..2).unwrap_or("00")).join(digest)
    }
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.key))
    }
    fn seal(&self, path: &Path, bytes: &[u8], nonce: [u8; 19]) -> Result<()> {
        let mut out = BufWriter::new(File::create(path)?);
        out.write_all(MAGIC)?;
        out.write_all(&nonce)?;
        let mut stream = EncryptorBE32::from_aead(self.cipher(), (&nonce).into());
        let full = bytes.len().saturating_sub(1) / CHUNK * CHUNK;
        let failed = |_| Refusal::broken("附件加密失败。");
        for chunk in bytes[..full].chunks(CHUNK) {
            out.write_all(&stream.encrypt_next(chunk).map_err(failed)?)?;
        }
        out.write_all(&stream.encrypt_last(&bytes[full..]).map_err(failed)?)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        Ok(())
    }
    fn open(&self, path: &Path) -> Result<Vec<u8>> {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let mut input = BufReader::new(File::open(path)?);
        let mut head = [0u8; 23];
        input.read_exact(&mut head).map_err(|_| changed(&name))?;
        let nonce: [u8; 19] = head[4..].try_into().expect("23 bytes less 4 are 19");
        let mut sealed = Vec::new();
        input.read_to_end(&mut sealed)?;
        let mut stream = DecryptorBE32::from_aead(self.cipher(), (&nonce).into());
        let mut bytes = Vec::with_capacity(sealed.len());
        let full = sealed.len().saturating_sub(1) / (CHUNK + TAG) * (CHUNK + TAG);
        for chunk in sealed[..full].chunks(CHUNK + TAG) {
            bytes.extend(stream.decrypt_next(chunk).map_err(|_| changed(&name))?);
        }
        bytes.extend(stream.decrypt_last(&sealed[full..]).map_err(|_| changed(&name))?);
        Ok(bytes)
    }
}

fn missing(digest: &str) -> Refusal {
    Refusal::damaged(format!("附件文件不见了（{}…）。", digest.get(..8).unwrap_or(digest)))
        .hint("请从备份恢复该文件。")
}

fn changed(digest: &str) -> Refusal {
    Refusal::damaged(format!("附件文件已被改动或损坏（{}…）。", digest.get(..8).unwrap_or(digest)))
        .hint("请从备份恢复该文件。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_comes_back_and_a_changed_byte_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into(), [7; 32]);
        let entropy = Entropy::seeded(1);
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let bytes: Vec<u8> = (0..size).map(|i| (i % 251) as u8).collect();
            let digest = files.put(&bytes, &entropy).unwrap();
            assert_eq!(files.get(&digest).unwrap(), bytes, "{size} bytes");
            let path = files.path(&digest);
            let mut sealed = fs::read(&path).unwrap();
            let last = sealed.len() - 1;
            sealed[last] ^= 1;
            fs::write(&path, sealed).unwrap();
            assert_eq!(files.get(&digest).unwrap_err().kind, crate::kernel::refusal::Kind::Damaged);
        }
    }
}
