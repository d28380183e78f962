//! A file on its way between page and shell, in both directions: 4 bytes big-endian length of a JSON head, the head
//! (`{"name", "mime"}`), then the bytes. `ui/src/api/frame.ts` is the other side.
use office::Refusal;
use serde::{Deserialize, Serialize};

/// What the head says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// File name to suggest, with its ending.
    pub name: String,
    /// Media type.
    pub mime: String,
}

/// Head and bytes as one piece.
pub fn pack(head: &Head, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let head = serde_json::to_vec(head)?;
    let length = u32::try_from(head.len()).map_err(|_| Refusal::broken("文件名过长。"))?;
    let mut piece = Vec::with_capacity(4 + head.len() + bytes.len());
    piece.extend_from_slice(&length.to_be_bytes());
    piece.extend_from_slice(&head);
    piece.extend_from_slice(bytes);
    Ok(piece)
}

/// Head and bytes of one piece.
pub fn unpack(piece: &[u8]) -> Result<(Head, &[u8]), Refusal> {
    let incomplete = || Refusal::broken("页面交来的文件不完整，没有写入。").hint("请再试一次。");
    let (length, rest) = piece.split_first_chunk::<4>().ok_or_else(incomplete)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| incomplete())?;
    let (head, bytes) = rest.split_at_checked(length).ok_or_else(incomplete)?;
    let head = serde_json::from_slice(head).map_err(|_| incomplete())?;
    Ok((head, bytes))
}

#[cfg(test)]
mod tests {
    use super::{Head, pack, unpack};

    #[test]
    fn a_file_arrives_as_it_was_sent() {
        let head = Head { name: "会议纪要.pdf".into(), mime: "application/pdf".into() };
        let piece = pack(&head, b"%PDF-1.7").unwrap();
        assert_eq!(piece[..3], [0, 0, 0]);
        assert_eq!(unpack(&piece).unwrap(), (head, &b"%PDF-1.7"[..]));
    }

    #[test]
    fn a_piece_cut_short_is_refused() {
        let piece = pack(&Head { name: "a".into(), mime: "b".into() }, b"").unwrap();
        for end in 0..piece.len() {
            assert!(unpack(&piece[..end]).is_err(), "{end} bytes of {}", piece.len());
        }
        assert!(unpack(&[0xff; 12]).is_err());
    }
}
