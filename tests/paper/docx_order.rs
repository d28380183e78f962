//! Order of elements as ECMA-376 part 1 (transitional) has it: Word refuses a file in which it is wrong. The table was
//! written from the standard's types, for every element that has children in our files.
use std::collections::{BTreeMap, BTreeSet};

use crate::docx_read::{Node, parts, tree};
use crate::docx_samples::files;

/// Children in their order; those after `*` repeat in any order (choices of the schema).
const ORDER: &[(&str, &str)] = &[
    ("w:document", "w:body"),
    ("w:body", "* w:p w:tbl w:sectPr"),
    ("w:hdr", "* w:p w:tbl"),
    ("w:ftr", "* w:p w:tbl"),
    ("w:p", "w:pPr * w:r w:hyperlink w:bookmarkStart w:bookmarkEnd"),
    ("w:hyperlink", "* w:r"),
    ("w:r", "w:rPr * w:t w:tab w:br w:fldChar w:instrText w:drawing w:pict"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr \
         w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE \
         w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents \
         w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr \
         w:sectPr w:pPrChange",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint \
         w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u \
         w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath",
    ),
    ("w:pBdr", "w:top w:left w:bottom w:right w:between w:bar"),
    ("w:tabs", "* w:tab"),
    (
        "w:sectPr",
        "w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders \
         w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter \
         w:docGrid w:printerSettings",
    ),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc \
         w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook",
    ),
    ("w:tblBorders", "w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:start w:bottom w:right w:end"),
    ("w:tblGrid", "w:gridCol"),
    ("w:tr", "w:tblPrEx w:trPr w:tc"),
    ("w:trPr", "* w:cantSplit w:trHeight w:tblHeader w:jc w:hidden"),
    ("w:tc", "w:tcPr * w:p w:tbl"),
    (
        "w:tcPr",
        "w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText \
         w:vAlign w:hideMark",
    ),
    ("w:tcBorders", "w:top w:start w:left w:bottom w:end w:right w:insideH w:insideV w:tl2br w:tr2bl"),
    ("w:drawing", "* wp:inline wp:anchor"),
    ("wp:inline", "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic"),
    (
        "wp:anchor",
        "wp:simplePos wp:positionH wp:positionV wp:extent wp:effectExtent wp:wrapNone wp:docPr wp:cNvGraphicFramePr a:graphic",
    ),
    ("wp:positionH", "wp:align wp:posOffset"),
    ("wp:positionV", "wp:align wp:posOffset"),
    ("a:graphic", "a:graphicData"),
    ("a:graphicData", "pic:pic"),
    ("pic:pic", "pic:nvPicPr pic:blipFill pic:spPr"),
    ("pic:nvPicPr", "pic:cNvPr pic:cNvPicPr"),
    ("pic:blipFill", "a:blip a:srcRect a:tile a:stretch"),
    ("a:stretch", "a:fillRect"),
    ("pic:spPr", "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln"),
    ("a:xfrm", "a:off a:ext"),
    ("a:prstGeom", "a:avLst"),
    ("w:pict", "* v:shapetype v:shape v:rect"),
    ("v:shape", "* v:path v:formulas v:handles v:fill v:stroke v:shadow v:textbox v:textpath v:imagedata"),
    ("v:rect", "* v:path v:formulas v:fill v:stroke v:shadow v:textbox v:textpath v:imagedata"),
    ("v:shapetype", "* v:stroke v:formulas v:path v:textpath v:handles"),
    ("v:formulas", "v:f"),
    ("v:textbox", "w:txbxContent"),
    ("w:txbxContent", "* w:p w:tbl"),
    ("w:styles", "w:docDefaults w:latentStyles w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    ("w:rPrDefault", "w:rPr"),
    ("w:pPrDefault", "w:pPr"),
    (
        "w:style",
        "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed \
         w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr \
         w:tblStylePr",
    ),
    ("w:fonts", "w:font"),
    ("w:font", "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig"),
    (
        "w:settings",
        "w:zoom w:mirrorMargins w:defaultTabStop w:evenAndOddHeaders w:drawingGridHorizontalSpacing \
         w:drawingGridVerticalSpacing w:characterSpacingControl w:strictFirstAndLastChars w:noLineBreaksAfter \
         w:noLineBreaksBefore w:footnotePr w:endnotePr w:compat w:rsids w:themeFontLang w:decimalSymbol w:listSeparator",
    ),
    (
        "w:compat",
        "w:spaceForUL w:balanceSingleByteDoubleByteWidth w:doNotLeaveBackslashAlone w:ulTrailSpace \
         w:doNotExpandShiftReturn w:adjustLineHeightInTable w:useFELayout w:compatSetting",
    ),
];

/// What is wrong with the children of a node, if anything.
fn wrong(node: &Node, order: &BTreeMap<&str, Vec<&str>>) -> Option<String> {
    let names: Vec<&str> = node.children.iter().map(|child| child.name.as_str()).collect();
    if names.is_empty() {
        return None;
    }
    let Some(order) = order.get(node.name.as_str()) else {
        return Some(format!("{} is not in the table, its children are {names:?}", node.name));
    };
    let free = order.iter().position(|name| *name == "*").unwrap_or(order.len());
    let mut last = 0;
    for name in names {
        let Some(at) = order.iter().position(|known| *known == name) else {
            return Some(format!("{name} is no child of {}", node.name));
        };
        // Choices stand behind what has an order.
        let at = at.min(free);
        if at < last {
            return Some(format!("{name} in {} comes after {}", node.name, order[last]));
        }
        last = at;
    }
    None
}

#[test]
fn every_element_stands_where_the_standard_has_it() {
    let order: BTreeMap<&str, Vec<&str>> =
        ORDER.iter().map(|(name, children)| (*name, children.split_whitespace().collect())).collect();
    let mut met = BTreeSet::new();
    for (name, file) in files() {
        for (path, bytes) in parts(file) {
            let in_order = path.starts_with("word/") && path.ends_with(".xml");
            if !in_order {
                continue;
            }
            for node in tree(&bytes).all() {
                met.insert(node.name.clone());
                if let Some(why) = wrong(node, &order) {
                    panic!("{name}, {path}: {why}");
                }
            }
        }
    }
    for needed in ["w:sectPr", "w:tbl", "wp:inline", "wp:anchor", "v:shape", "v:textbox", "w:hyperlink"] {
        assert!(met.contains(needed), "no sample has {needed}");
    }
}

#[test]
fn the_order_test_finds_what_is_out_of_order() {
    let order: BTreeMap<&str, Vec<&str>> = [("w:pPr", vec!["w:spacing", "w:jc"])].into();
    let wrong = |xml: &str| wrong(&tree(xml.as_bytes()), &order);
    assert_eq!(wrong("<w:pPr><w:spacing/><w:jc/></w:pPr>"), None);
    assert!(wrong("<w:pPr><w:jc/><w:spacing/></w:pPr>").is_some_and(|why| why.contains("comes after")));
    assert!(wrong("<w:pPr><w:ind/></w:pPr>").is_some_and(|why| why.contains("no child")));
}

#[test]
fn parts_point_at_parts_that_are_there() {
    for (name, file) in files() {
        let parts = parts(file);
        let types = tree(&parts["[Content_Types].xml"]);
        let relations = tree(&parts["word/_rels/document.xml.rels"]);
        let mut ids = BTreeSet::new();
        for relation in &relations.children {
            assert!(ids.insert(relation.attribute("Id").to_owned()), "{name}: one id twice");
            let path = format!("word/{}", relation.attribute("Target"));
            assert!(parts.contains_key(&path), "{name}: {path} is missing");
        }
        for path in parts.keys().filter(|path| *path != "[Content_Types].xml") {
            let own = types.find("Override").any(|part| part.attribute("PartName") == format!("/{path}"));
            let extension = path.rsplit('.').next().unwrap_or_default();
            let common = types.find("Default").any(|part| part.attribute("Extension") == extension);
            assert!(own || (common && extension != "xml"), "{name}: nothing says what {path} is");
        }
        let document = tree(&parts["word/document.xml"]);
        for node in document.all() {
            for attribute in ["r:id", "r:embed"] {
                let id = node.attribute(attribute);
                assert!(id.is_empty() || ids.contains(id), "{name}: {} points at {id}", node.name);
            }
        }
    }
}

#[test]
fn every_style_used_is_there_and_every_cell_ends_with_a_paragraph() {
    for (name, file) in files() {
        let parts = parts(file);
        let styles = tree(&parts["word/styles.xml"]);
        let known: BTreeSet<&str> =
            styles.find("w:style").map(|style| style.attribute("w:styleId")).collect();
        for (path, bytes) in
            parts.iter().filter(|(path, _)| path.starts_with("word/") && path.ends_with(".xml"))
        {
            for node in tree(bytes).all() {
                if matches!(
                    node.name.as_str(),
                    "w:pStyle" | "w:rStyle" | "w:tblStyle" | "w:basedOn" | "w:next"
                ) {
                    let style = node.attribute("w:val");
                    assert!(known.contains(style), "{name}, {path}: no style {style}");
                }
                if node.name == "w:tc" || node.name == "w:body" {
                    let last = node.children.iter().rfind(|child| child.name != "w:sectPr");
                    assert!(
                        last.is_some_and(|last| last.name == "w:p"),
                        "{name}: {} ends in no paragraph",
                        node.name
                    );
                }
            }
        }
        let document = tree(&parts["word/document.xml"]);
        let mut drawings = BTreeSet::new();
        for drawing in document.find("wp:docPr") {
            assert!(drawings.insert(drawing.attribute("id").to_owned()), "{name}: one drawing's id twice");
        }
    }
}
