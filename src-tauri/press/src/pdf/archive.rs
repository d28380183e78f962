//! PDF/A-2b (ISO 19005-2): what a file must carry to be read in decades — its properties as XMP, the meaning of its
//! colours, the glyphs of each face.
//!
//! | clause | what is done about it |
//! |---|---|
//! | 6.1.2, 6.1.3 | header with binary bytes, file id, no encryption: the library writes them |
//! | 6.2.3, 6.2.4 | output intent sRGB; pictures are grey or RGB, four-colour JPEGs are turned into RGB (`pictures.rs`) |
//! | 6.2.8 | pictures without alternates and interpolation |
//! | 6.2.10 | pages with transparency name their blending space (`finish.rs`) |
//! | 6.2.11 | faces embedded with the widths of the face; CIDSet names every glyph of the subset |
//! | 6.6.2, 6.6.4 | XMP equal to the properties, with the mark of PDF/A-2b |
//!
//! Forms, scripts, layers, attachments and annotations (6.3–6.5, 6.8, 6.9) never occur. It deliberately claims level B
//! only: level A would need the meaning of each part of the text, which is gone once the page is placed.
use std::collections::BTreeMap;

use lopdf::{Document, Object, Stream, dictionary};

use super::{Properties, finish, srgb, string};

/// Makes the file an archive copy. `glyphs`: how many glyphs each embedded face has, by its name in the file.
pub(super) fn seal(out: &mut Document, properties: &Properties, glyphs: &BTreeMap<String, u16>) {
    let profile = Stream::new(dictionary! { "N" => 3 }, srgb::profile());
    let profile = out.add_object(profile);
    let xmp = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Left as it is, so that any tool finds it without reading the file.
    let metadata = out.add_object(Stream::new(xmp, packet(properties).into_bytes()).with_compression(false));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => string("sRGB IEC61966-2.1"),
        "Info" => string("sRGB IEC61966-2.1"),
        "RegistryName" => string("http://www.color.org"),
        "DestOutputProfile" => profile,
    };
    if let Some(catalog) = finish::catalog(out) {
        catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
        catalog.set("Metadata", metadata);
    }
    name_glyphs(out, glyphs);
}

/// Says of each embedded subset which glyphs it has: all from 0 on without a gap.
fn name_glyphs(out: &mut Document, glyphs: &BTreeMap<String, u16>) {
    let known = |object: &Object| {
        let dict = object.as_dict().ok().filter(|dict| dict.has(b"FontName"))?;
        let name = std::str::from_utf8(dict.get(b"FontName").ok()?.as_name().ok()?).ok()?;
        glyphs.get(name).copied()
    };
    let faces: Vec<_> = out.objects.iter().filter_map(|(id, object)| Some((*id, known(object)?))).collect();
    for (id, count) in faces {
        let set = out.add_object(Stream::new(dictionary! {}, cid_set(count)));
        if let Ok(dict) = out.get_dictionary_mut(id) {
            dict.set("CIDSet", set);
        }
    }
}

/// One bit a glyph, the first in the highest bit of the first byte.
fn cid_set(count: u16) -> Vec<u8> {
    let mut set = vec![0xFF; usize::from(count / 8)];
    match count % 8 {
        0 => {}
        rest => set.push(0xFF << (8 - rest)),
    }
    set
}

/// The properties as XMP (ISO 16684-1), word for word those of the info dictionary.
fn packet(properties: &Properties) -> String {
    let at = properties.created.format("%Y-%m-%dT%H:%M:%S+08:00");
    let of = |words: &str, open: &str, close: &str| {
        if words.is_empty() { String::new() } else { format!("   {open}{}{close}\n", escape(words)) }
    };
    let alt = |name: &str, words: &str| {
        let open = format!("<dc:{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">");
        of(words, &open, &format!("</rdf:li></rdf:Alt></dc:{name}>"))
    };
    let title = alt("title", &properties.title);
    let subject = alt("description", &properties.subject);
    let author = of(&properties.author, "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>");
    let producer = finish::PRODUCER;
    format!(
        r#"<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:format>application/pdf</dc:format>
{title}{author}{subject}  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:CreateDate>{at}</xmp:CreateDate>
   <xmp:ModifyDate>{at}</xmp:ModifyDate>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        '\u{FEFF}'
    )
}

/// Words inside XML.
fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_of_a_subset_has_its_bit() {
        assert_eq!(cid_set(8), [0xFF]);
        assert_eq!(cid_set(11), [0xFF, 0b1110_0000]);
        assert_eq!(cid_set(1), [0b1000_0000]);
    }
}
