//! ISO 19005-2 (PDF/A-2), clause by clause, for what the press can write at all. It reads the finished bytes only.
//!
//! Each check says with which clause a file is at odds. It deliberately knows no annotations, forms, scripts, layers or
//! attachments but that there must be none: the press never writes any.
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};

/// What is wrong, each beginning with its clause; empty for a good file.
pub fn broken_clauses(bytes: &[u8]) -> Vec<String> {
    let mut said = Vec::new();
    let mut no = |clause: &str, words: String| said.push(format!("{clause} {words}"));
    header(bytes, &mut no);
    let file = match Document::load_mem(bytes) {
        Ok(file) => file,
        Err(why) => return vec![format!("6.1 unreadable: {why}")],
    };
    trailer(&file, &mut no);
    objects(&file, &mut no);
    intent(&file, &mut no);
    pages(&file, &mut no);
    faces(&file, &mut no);
    metadata(&file, &mut no);
    said
}

type No<'a> = dyn FnMut(&str, String) + 'a;

/// The XMP packet of the file's root.
pub fn xmp(bytes: &[u8]) -> Option<String> {
    packet(&Document::load_mem(bytes).ok()?)
}

fn packet(file: &Document) -> Option<String> {
    let stream = entry(file, file.catalog().ok()?, b"Metadata")?.as_stream().ok()?;
    // Unfiltered, so that any tool finds it.
    (!stream.dict.has(b"Filter")).then(|| String::from_utf8_lossy(&stream.content).into_owned())
}

fn entry<'a>(file: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    Some(file.dereference(dict.get(key).ok()?).ok()?.1)
}

fn name(dict: &Dictionary, key: &[u8]) -> String {
    let name = dict.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8_lossy(name).into_owned()
}

/// 6.1.2: header in the first byte, a comment of at least four bytes above 127; 6.1.3: nothing after the end mark.
fn header(bytes: &[u8], no: &mut No<'_>) {
    let mut lines = bytes.split(|&b| b == b'\n');
    let first = lines.next().unwrap_or_default();
    if !(first.len() == 8 && first.starts_with(b"%PDF-1.") && (b'0'..=b'7').contains(&first[7])) {
        no("6.1.2", "the header".into());
    }
    let second = lines.next().unwrap_or_default();
    if second.len() < 5 || second[0] != b'%' || second[1..5].iter().any(|&b| b < 128) {
        no("6.1.2", "the binary comment".into());
    }
    let end = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if !end.ends_with(b"%%EOF") {
        no("6.1.3", "something after the end".into());
    }
}

/// 6.1.3: an id, no encryption; what a root may not hold (6.4.2, 6.5.2, 6.8, 6.10).
fn trailer(file: &Document, no: &mut No<'_>) {
    if file.trailer.get(b"ID").and_then(Object::as_array).map_or(0, Vec::len) != 2 {
        no("6.1.3", "no id".into());
    }
    if file.trailer.has(b"Encrypt") {
        no("6.1.3", "encrypted".into());
    }
    let Ok(root) = file.catalog() else { return no("6.1", "no root".into()) };
    for key in ["AA", "OpenAction", "AcroForm", "OCProperties", "Names", "Requirements", "Perms", "AF"] {
        if root.has(key.as_bytes()) {
            no("6.5", format!("the root has {key}"));
        }
    }
}

/// 6.1.7, 6.1.13, 6.2.5, 6.2.8: streams inside the file and no LZW, limits, graphics states, pictures.
fn objects(file: &Document, no: &mut No<'_>) {
    for (id, object) in &file.objects {
        limits(object, no);
        let dict = match object {
            Object::Stream(stream) => &stream.dict,
            Object::Dictionary(dict) => dict,
            _ => continue,
        };
        for key in ["TR", "TR2", "HTP", "HTO"].iter().filter(|key| dict.has(key.as_bytes())) {
            no("6.2.5", format!("{id:?} has {key}"));
        }
        if let Object::Stream(stream) = object {
            one_stream(file, stream, no);
        }
    }
}

fn one_stream(file: &Document, stream: &Stream, no: &mut No<'_>) {
    let dict = &stream.dict;
    for key in ["F", "FFilter", "FDecodeParms"].iter().filter(|key| dict.has(key.as_bytes())) {
        no("6.1.7", format!("a stream has {key}"));
    }
    let filters = stream.filters().unwrap_or_default();
    if filters.iter().any(|filter| !matches!(*filter, b"FlateDecode" | b"DCTDecode")) {
        no("6.1.7", "an unusual filter".into());
    }
    let length = entry(file, dict, b"Length").and_then(|l| l.as_i64().ok());
    if length != Some(stream.content.len() as i64) {
        no("6.1.7", "a wrong length".into());
    }
    if name(dict, b"Subtype") == "Image" {
        image(file, dict, no);
    }
    if name(dict, b"Subtype") == "PS" || dict.has(b"PS") || dict.has(b"Ref") {
        no("6.2.9", "PostScript or a reference".into());
    }
}

fn image(file: &Document, dict: &Dictionary, no: &mut No<'_>) {
    for key in ["Alternates", "OPI"].iter().filter(|key| dict.has(key.as_bytes())) {
        no("6.2.8", format!("a picture has {key}"));
    }
    if dict.get(b"Interpolate").and_then(Object::as_bool).unwrap_or(false) {
        no("6.2.8", "a picture is interpolated".into());
    }
    if !matches!(dict.get(b"BitsPerComponent").and_then(Object::as_i64), Ok(1 | 2 | 4 | 8 | 16)) {
        no("6.2.8", "odd bits of a picture".into());
    }
    let space = name(dict, b"ColorSpace");
    if !matches!(space.as_str(), "DeviceGray" | "DeviceRGB") {
        no("6.2.4.3", format!("a picture in {space} under an intent of sRGB"));
    }
    if let Some(mask) = entry(file, dict, b"SMask") {
        let mask = mask.as_stream().map(|mask| name(&mask.dict, b"ColorSpace")).unwrap_or_default();
        if mask != "DeviceGray" {
            no("6.2.8", "a mask that is not grey".into());
        }
    }
}

/// 6.1.13: what every reader can hold.
fn limits(object: &Object, no: &mut No<'_>) {
    match object {
        Object::Name(name) if name.len() > 127 => no("6.1.13", "a long name".into()),
        Object::String(text, _) if text.len() > 32_767 => no("6.1.13", "a long string".into()),
        Object::Integer(n) if i32::try_from(*n).is_err() => no("6.1.13", "a large number".into()),
        Object::Array(items) => items.iter().for_each(|item| limits(item, no)),
        Object::Dictionary(dict) => dict.iter().for_each(|(_, item)| limits(item, no)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| limits(item, no)),
        _ => {}
    }
}

/// 6.2.3: exactly one intent, with a profile of three colours whose head is that of a display.
fn intent(file: &Document, no: &mut No<'_>) {
    let intents = file.catalog().ok().and_then(|root| entry(file, root, b"OutputIntents")?.as_array().ok());
    let Some([intent]) = intents.map(Vec::as_slice) else { return no("6.2.3", "no output intent".into()) };
    let Ok(intent) = file.dereference(intent).and_then(|(_, o)| o.as_dict()) else {
        return no("6.2.3", "an odd output intent".into());
    };
    if name(intent, b"S") != "GTS_PDFA1" || !intent.has(b"OutputConditionIdentifier") {
        no("6.2.3", "an intent for something else".into());
    }
    let profile = entry(file, intent, b"DestOutputProfile").and_then(|p| p.as_stream().ok());
    let Some(profile) = profile else { return no("6.2.3", "no profile".into()) };
    let data = profile.decompressed_content().unwrap_or_default();
    let whole = data.len() > 128 && data[..4] == (data.len() as u32).to_be_bytes();
    if !(whole && data[8] <= 4 && &data[12..20] == b"mntrRGB " && &data[36..40] == b"acsp") {
        no("6.2.3", "a profile that is none".into());
    }
    if profile.dict.get(b"N").and_then(Object::as_i64).ok() != Some(3) {
        no("6.2.3", "a profile of other than three colours".into());
    }
}

/// 6.1.13, 6.2.2, 6.2.4, 6.2.10, 6.3: sizes, operators, colours, blending space, no annotations.
fn pages(file: &Document, no: &mut No<'_>) {
    for id in file.page_iter() {
        let page = file.get_dictionary(id).expect("a page");
        if page.get(b"Annots").and_then(Object::as_array).is_ok_and(|annots| !annots.is_empty()) {
            no("6.3", "annotations".into());
        }
        let (mut depth, mut blends) = (0_u32, false);
        for op in file.get_and_decode_page_content(id).expect("content").operations {
            match op.operator.as_str() {
                "q" => depth += 1,
                "Q" => depth = depth.saturating_sub(1),
                "gs" => blends = true,
                "k" | "K" => no("6.2.4.3", "four inks under an intent of sRGB".into()),
                "rg" | "RG" | "g" | "G" | "cm" | "Do" | "re" | "f" | "n" | "W" | "h" | "m" | "l" => {}
                "BT" | "ET" | "Tf" | "Tm" | "TJ" | "Tj" | "Td" | "Tr" | "Tc" | "Tw" | "Tz" | "TL" => {}
                other => no("6.2.2", format!("an operator that is not known here: {other}")),
            }
            if depth > 28 {
                no("6.1.13", "states are nested too deep".into());
            }
        }
        let group = page.get(b"Group").and_then(Object::as_dict).ok();
        if blends && !group.is_some_and(|group| name(group, b"CS") == "DeviceRGB") {
            no("6.2.10", "transparency without a blending space".into());
        }
    }
}

/// 6.2.11: every face embedded, its glyphs named, its widths those of the program, no glyph 0 drawn.
fn faces(file: &Document, no: &mut No<'_>) {
    let used = codes(file, no);
    for (id, object) in &file.objects {
        let Ok(font) = object.as_dict() else { continue };
        if name(font, b"Subtype") != "Type0" {
            continue;
        }
        let face = name(font, b"BaseFont");
        let below = entry(file, font, b"DescendantFonts").and_then(|d| d.as_array().ok()).expect("one below");
        let below = file.dereference(&below[0]).and_then(|(_, o)| o.as_dict()).expect("a CID font");
        if name(font, b"Encoding") != "Identity-H" || !font.has(b"ToUnicode") {
            no("6.2.11.3", format!("{face} is not encoded by its glyphs"));
        }
        if name(below, b"Subtype") == "CIDFontType2" && name(below, b"CIDToGIDMap") != "Identity" {
            no("6.2.11.3.2", format!("{face} does not say which code is which glyph"));
        }
        one_face(file, below, (&face, used.get(id)), no);
    }
}

fn one_face(file: &Document, below: &Dictionary, (face, used): (&str, Option<&Vec<u16>>), no: &mut No<'_>) {
    let descriptor =
        entry(file, below, b"FontDescriptor").and_then(|d| d.as_dict().ok()).expect("a descriptor");
    let program = [&b"FontFile2"[..], b"FontFile3"].iter().find_map(|key| entry(file, descriptor, key));
    let Some(program) = program.and_then(|p| p.as_stream().ok()) else {
        return no("6.2.11.4.1", format!("{face} is not embedded"));
    };
    let program = program.decompressed_content().unwrap_or_default();
    let set = entry(file, descriptor, b"CIDSet").and_then(|s| s.as_stream().ok());
    let set = set.map(|s| s.decompressed_content().unwrap_or_else(|_| s.content.clone())).unwrap_or_default();
    let named = set.iter().map(|byte| byte.count_ones()).sum::<u32>();
    let is_named = |code: u16| set.get(usize::from(code / 8)).is_some_and(|b| b & (0x80 >> (code % 8)) != 0);
    for &code in used.into_iter().flatten() {
        if code == 0 {
            no("6.2.11.8", format!("{face} draws the glyph for nothing"));
        }
        if !is_named(code) {
            no("6.2.11.4.2", format!("{face} does not name glyph {code}"));
        }
    }
    if let Ok(parsed) = ttf_parser::Face::parse(&program, 0) {
        if u32::from(parsed.number_of_glyphs()) != named {
            no("6.2.11.4.2", format!("{face} has {} glyphs and names {named}", parsed.number_of_glyphs()));
        }
        widths(file, below, (face, &parsed), no);
    } else if let Some(cff) = ttf_parser::cff::Table::parse(&program)
        && u32::from(cff.number_of_glyphs()) != named
    {
        no("6.2.11.4.2", format!("{face} has {} glyphs and names {named}", cff.number_of_glyphs()));
    }
}

/// 6.2.11.5: stated widths differ from the program's by less than a thousandth of an em.
fn widths(
    file: &Document,
    below: &Dictionary,
    (face, parsed): (&str, &ttf_parser::Face<'_>),
    no: &mut No<'_>,
) {
    let list = entry(file, below, b"W").and_then(|w| w.as_array().ok()).expect("widths");
    for pair in list.chunks(2) {
        let first = pair[0].as_i64().expect("a code") as u16;
        let stated = file.dereference(&pair[1]).and_then(|(_, o)| o.as_array()).expect("widths");
        for (code, stated) in (first..).zip(stated) {
            let own = parsed.glyph_hor_advance(ttf_parser::GlyphId(code)).unwrap_or_default();
            let own = f64::from(own) * 1000.0 / f64::from(parsed.units_per_em());
            if (own - f64::from(stated.as_float().expect("a width"))).abs() > 1.0 {
                no("6.2.11.5", format!("{face}: glyph {code} is {own} wide"));
            }
        }
    }
}

/// Which codes of which font are drawn.
fn codes(file: &Document, no: &mut No<'_>) -> BTreeMap<lopdf::ObjectId, Vec<u16>> {
    let mut used: BTreeMap<lopdf::ObjectId, Vec<u16>> = BTreeMap::new();
    for page in file.page_iter() {
        let (own, ids) = file.get_page_resources(page).expect("resources");
        let resources = own.unwrap_or_else(|| file.get_dictionary(ids[0]).expect("resources"));
        let fonts = file.get_dict_in_dict(resources, b"Font").expect("fonts");
        let mut font = None;
        for op in file.get_and_decode_page_content(page).expect("content").operations {
            match op.operator.as_str() {
                "Tf" => {
                    let named = op.operands[0].as_name().expect("a font");
                    font = fonts.get(named).and_then(Object::as_reference).ok();
                }
                "TJ" | "Tj" => {
                    let Some(font) = font else {
                        no("6.2.11", "words without a face".into());
                        continue;
                    };
                    let items = op.operands[0]
                        .as_array()
                        .map_or_else(|_| vec![&op.operands[0]], |a| a.iter().collect());
                    let strings = items.into_iter().filter_map(|item| item.as_str().ok());
                    let pairs = strings.flat_map(|s| s.chunks(2)).map(|c| u16::from_be_bytes([c[0], c[1]]));
                    used.entry(font).or_default().extend(pairs);
                }
                _ => {}
            }
        }
    }
    used
}

/// 6.6.2, 6.6.4, and that properties and metadata say the same (6.6.3).
fn metadata(file: &Document, no: &mut No<'_>) {
    let Some(xmp) = packet(file) else { return no("6.6.4", "no metadata".into()) };
    if !(xmp.contains("<pdfaid:part>2<") && xmp.contains("<pdfaid:conformance>B<")) {
        no("6.6.4", "does not say PDF/A-2b".into());
    }
    let head = xmp.split("?>").next().unwrap_or_default();
    if !head.starts_with("<?xpacket begin=") || head.contains("bytes=") || head.contains("encoding=") {
        no("6.6.2", "an odd packet".into());
    }
    let info =
        file.trailer.get(b"Info").and_then(Object::as_reference).and_then(|id| file.get_dictionary(id));
    let Ok(info) = info else { return };
    for (key, value) in info.iter() {
        let said = lopdf::decode_text_string(value).unwrap_or_default();
        let escaped = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let of = |tag: &str| {
            xmp.split(&format!("<{tag}>")).nth(1).and_then(|rest| rest.split(&format!("</{tag}>")).next())
        };
        let there = match key.as_slice() {
            b"Title" => of("dc:title"),
            b"Author" => of("dc:creator"),
            b"Subject" => of("dc:description"),
            b"Creator" => of("xmp:CreatorTool"),
            b"Producer" => of("pdf:Producer"),
            b"CreationDate" => of("xmp:CreateDate"),
            b"ModDate" => of("xmp:ModifyDate"),
            _ => None,
        };
        let Some(there) = there else {
            no("6.6.3", format!("{} is in no metadata", String::from_utf8_lossy(key)));
            continue;
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let same = match key.as_slice() {
            b"CreationDate" | b"ModDate" => digits(there) == digits(&said),
            _ => there == escaped || there.contains(&format!(">{escaped}<")),
        };
        if !same {
            no("6.6.3", format!("{said} and {there}"));
        }
    }
}
