//! The colour profile that an archived file must bring along: sRGB (IEC 61966-2-1) as an ICC profile of version 2.
//!
//! Made here, from the standard's own numbers, so that no foreign profile with a licence of its own is carried.
//! It deliberately knows no other colour space: office paper has black, red and grey.

/// Entries of the tone curve; between them a reader interpolates.
const STEPS: u32 = 1024;
/// White of the connection space (D50), XYZ.
const D50: [f64; 3] = [0.964_2, 1.0, 0.824_9];
/// Red, green and blue of sRGB as XYZ, adapted from D65 to D50 (Bradford).
const PRIMARIES: [[f64; 3]; 3] =
    [[0.436_066, 0.222_488, 0.013_916], [0.385_147, 0.716_873, 0.097_076], [0.143_066, 0.060_608, 0.714_096]];

/// The profile (ICC.1:2001-04).
pub(super) fn profile() -> Vec<u8> {
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(D50)),
        (b"rXYZ", xyz(PRIMARIES[0])),
        (b"gXYZ", xyz(PRIMARIES[1])),
        (b"bXYZ", xyz(PRIMARIES[2])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    let mut last: Option<(usize, Vec<u8>)> = None;
    for (name, content) in tags {
        // The three curves are one and stand in the file once.
        let at = match &last {
            Some((at, same)) if *same == content => *at,
            _ => {
                let at = start + data.len();
                data.extend(&content);
                data.resize(data.len().next_multiple_of(4), 0);
                at
            }
        };
        table.extend(name);
        table.extend((at as u32).to_be_bytes());
        table.extend((content.len() as u32).to_be_bytes());
        last = Some((at, content));
    }
    let mut profile = header((start + data.len()) as u32);
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: u32) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &size.to_be_bytes());
    put(8, &[2, 0x10, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // A fixed day (1999-10-18, the standard's own): equal files for equal papers.
    put(24, &[0x07, 0xCF, 0, 10, 0, 18]);
    put(36, b"acsp");
    put(68, &xyz(D50)[8..]);
    header
}

fn tag(kind: &[u8; 4]) -> Vec<u8> {
    [&kind[..], &[0; 4]].concat()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut out = tag(b"XYZ ");
    values.iter().for_each(|v| out.extend(((v * 65536.0).round() as i32).to_be_bytes()));
    out
}

fn text(words: &str) -> Vec<u8> {
    [&tag(b"text")[..], words.as_bytes(), &[0]].concat()
}

fn description(words: &str) -> Vec<u8> {
    let mut out = tag(b"desc");
    out.extend((words.len() as u32 + 1).to_be_bytes());
    out.extend(words.as_bytes());
    // The end of the words, then no Unicode (8 bytes) and no Macintosh script (3 + 67 bytes).
    out.extend([0; 1 + 8 + 3 + 67]);
    out
}

fn curve() -> Vec<u8> {
    let mut out = tag(b"curv");
    out.extend(STEPS.to_be_bytes());
    for step in 0..STEPS {
        let v = f64::from(step) / f64::from(STEPS - 1);
        let light = if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) };
        out.extend(((light * 65535.0).round() as u16).to_be_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_size_and_white_is_the_sum_of_the_primaries() {
        let profile = profile();
        assert_eq!(profile[..4], (profile.len() as u32).to_be_bytes());
        assert!(profile.len() < 3000, "{} bytes", profile.len());
        for axis in 0..3 {
            let sum: f64 = PRIMARIES.iter().map(|primary| primary[axis]).sum();
            assert!((sum - D50[axis]).abs() < 2e-4, "axis {axis}: {sum}");
        }
    }
}
