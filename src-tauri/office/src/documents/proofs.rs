//! Files in the order of what they prove: a place for each step, one for everything else. Scans may have several pages.
use serde::Serialize;
use ts_rs::TS;

use super::kinds::InstructionId;
use crate::kernel::attachments::{self, Attachment, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// A place for files: a step that files prove, or the paper itself.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentProof {
    /// What a file put here is called.
    pub purpose: String,
    /// What the place is called.
    pub label: String,
    /// The instruction that they prove.
    pub instruction: Option<InstructionId>,
    /// Files that are there, oldest first.
    pub files: Vec<Attachment>,
}

/// Places by their names, each once, with their files; a place of its own for what belongs to none.
pub fn places(names: Vec<String>, attachments: Vec<Attachment>) -> Vec<DocumentProof> {
    let mut found: Vec<DocumentProof> = Vec::new();
    for purpose in names {
        if !found.iter().any(|place| place.purpose == purpose) {
            found.push(place(&purpose));
        }
    }
    for file in attachments {
        let at = found.iter().position(|place| place.purpose == file.purpose).unwrap_or_else(|| {
            found.push(place(&file.purpose));
            found.len() - 1
        });
        found[at].files.push(file);
    }
    if !found.iter().any(|place| place.purpose == OTHER) {
        found.push(place(OTHER));
    }
    found
}

/// Name of the place for what proves no step.
const OTHER: &str = "有关材料";

fn place(purpose: &str) -> DocumentProof {
    let label = purpose.strip_suffix("扫描件").unwrap_or(purpose);
    DocumentProof { purpose: purpose.into(), label: label.into(), instruction: None, files: Vec::new() }
}

/// Attaches a scan with its further pages; nothing where there is none.
///
/// # Errors
/// Names the file that cannot be kept.
pub fn attach(
    desk: &Desk<'_>,
    owner: (&str, impl ToString),
    purpose: &str,
    scan: Option<&Upload>,
    pages: &[Upload],
) -> Result<()> {
    let (kind, owner) = (owner.0, owner.1.to_string());
    for page in scan.into_iter().chain(pages) {
        attachments::add(desk, kind, &owner, purpose, page)?;
    }
    Ok(())
}
