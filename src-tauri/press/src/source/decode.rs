//! Bytes of a file to text: UTF-8, UTF-16 with its mark, GBK as older editors save it. It deliberately guesses nothing else.
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::Fault;

/// Longest source text, in bytes: about a thousand pages.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// A text and how it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark, line ends as line feeds.
    pub text: String,
    /// Said to the person when it was not UTF-8; empty otherwise.
    pub note: String,
}

/// Reads the bytes of a source file.
///
/// # Errors
/// Files that are no text, and texts over [`LARGEST`].
pub fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    if bytes.len() > LARGEST {
        let size = bytes.len() as f64 / 1024.0 / 1024.0;
        return Err(Fault::new(format!("文本有 {size:.1} MB，超过 5 MB，请分成几个文件再排版。")));
    }
    if bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"\xd0\xcf\x11\xe0")
        || bytes.starts_with(b"%PDF")
    {
        return Err(Fault::new(
            "这是 Word、WPS 或 PDF 文件，不是纯文本，请在原来的程序里另存为“纯文本（.txt）”后再排版。",
        ));
    }
    let decoded = match bytes {
        [0xFF, 0xFE, ..] => whole(bytes, UTF_16LE, "文件是 UTF-16 编码，已照此读取"),
        [0xFE, 0xFF, ..] => whole(bytes, UTF_16BE, "文件是 UTF-16 编码，已照此读取"),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Some(Decoded { text: plain(text), note: String::new() }),
            Err(_) => whole(bytes, GB18030, "文件是 GBK 编码，已照此读取；若有乱码，请另存为 UTF-8 编码"),
        },
    };
    decoded
        .filter(|decoded| !decoded.text.contains('\0'))
        .ok_or_else(|| Fault::new("这不是文本文件，或者编码无法识别，请另存为 UTF-8 编码的纯文本后再排版。"))
}

fn whole(bytes: &[u8], encoding: &'static Encoding, note: &str) -> Option<Decoded> {
    let (text, _, broken) = encoding.decode(bytes);
    (!broken).then(|| Decoded { text: plain(&text), note: note.to_owned() })
}

fn plain(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_its_mark_gbk_and_utf16_are_read() {
        let text = "标题：质量\n";
        let (gbk, _, _) = encoding_rs::GBK.encode("标题：质量\r\n");
        let mut utf16 = vec![0xFF, 0xFE];
        utf16.extend("标题：质量\r\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(text.as_bytes()).unwrap(), Decoded { text: text.into(), note: String::new() });
        assert_eq!(decode("\u{FEFF}标题：质量\r\n".as_bytes()).unwrap().text, text);
        let read = decode(&gbk).unwrap();
        assert!(read.text == text && read.note.contains("GBK"), "{read:?}");
        assert_eq!(decode(&utf16).unwrap().text, text);
    }

    #[test]
    fn what_is_no_text_or_too_long_is_refused_in_a_sentence() {
        for (bytes, words) in [
            (b"PK\x03\x04rest".to_vec(), "Word"),
            (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "不是文本文件"),
            (vec![0xFF; 30], "不是文本文件"),
            (vec![b'a'; LARGEST + 1], "超过 5 MB"),
        ] {
            let fault = decode(&bytes).unwrap_err();
            assert!(fault.message.contains(words), "{fault}");
        }
    }
}
