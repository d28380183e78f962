//! The head of a JPEG: what a PDF must say about it when it is put in as it came (ISO/IEC 10918-1, annex B).
//!
//! It deliberately decodes nothing; whether the body is whole is found out by the decoder (`pictures.rs`).

/// What the head says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Width and height in pixels.
    pub size: (u16, u16),
    /// 1 grey, 3 colour, 4 printing inks.
    pub components: u8,
    /// Written by Adobe's programs: four inks then stand inverted.
    pub adobe: bool,
}

/// Reads the head; a sentence's end says why a PDF cannot hold the file as it is.
pub(super) fn head(bytes: &[u8]) -> Result<Head, &'static str> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8]).ok_or("不是 JPG 图片")?;
    let mut adobe = false;
    loop {
        // Any number of fill bytes stands before a marker.
        let at = rest.iter().position(|&b| b != 0xFF).filter(|at| *at > 0).ok_or("已损坏")?;
        let marker = rest[at];
        let length = rest.get(at + 1..at + 3).map(|b| usize::from(b[0]) << 8 | usize::from(b[1]));
        let end = at + 1 + length.filter(|&l| l >= 2).ok_or("已损坏")?;
        let body = rest.get(at + 3..end).ok_or("已损坏")?;
        match marker {
            // Baseline, extended and progressive; everything a PDF reader decodes.
            0xC0..=0xC2 => return frame(body, adobe),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err("用了少见的编码方式，无法印制"),
            0xEE => adobe |= body.starts_with(b"Adobe"),
            0xD9 | 0xDA => return Err("已损坏"),
            _ => {}
        }
        rest = &rest[end..];
    }
}

fn frame(body: &[u8], adobe: bool) -> Result<Head, &'static str> {
    let [8, h1, h0, w1, w0, components @ (1 | 3 | 4), ..] = *body else {
        return Err("的颜色格式少见，无法印制");
    };
    let size = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
    Ok(Head { size, components, adobe })
}

/// Does the file end as it should? A download that broke off does not.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let scan = bytes.windows(2).rposition(|pair| pair == [0xFF, 0xDA]);
    scan.is_some_and(|at| bytes[at..].windows(2).any(|pair| pair == [0xFF, 0xD9]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = (body.len() as u16 + 2).to_be_bytes();
        [&[0xFF, marker], &length[..], body].concat()
    }

    fn file(parts: &[Vec<u8>]) -> Vec<u8> {
        [vec![0xFF, 0xD8], parts.concat()].concat()
    }

    #[test]
    fn four_inks_of_adobe_are_told_from_the_head() {
        let frame = segment(0xC2, &[8, 0, 5, 0, 7, 4, 1, 0x11, 0]);
        let head = head(&file(&[segment(0xEE, b"Adobe\0d\0\0\0\0\x02"), frame])).unwrap();
        assert_eq!(head, Head { size: (7, 5), components: 4, adobe: true });
    }

    #[test]
    fn what_no_reader_decodes_and_what_is_cut_off_is_refused() {
        assert!(head(&file(&[segment(0xC3, &[8, 0, 5, 0, 7, 3])])).unwrap_err().contains("编码方式"));
        assert!(head(&file(&[segment(0xC0, &[12, 0, 5, 0, 7, 3])])).unwrap_err().contains("颜色格式"));
        assert!(head(&file(&[segment(0xC0, &[8, 0, 5, 0, 7, 2])])).unwrap_err().contains("颜色格式"));
        let whole = file(&[segment(0xE0, b"JFIF\0"), segment(0xC0, &[8, 0, 5, 0, 7, 3, 1, 0x11, 0])]);
        for cut in 0..whole.len() {
            let read = head(&whole[..cut]);
            assert!(read.is_err(), "{cut} bytes: {read:?}");
        }
    }
}
