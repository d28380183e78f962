//! Sections: paper, margins, grid, and which headers and footers stand around the text.
use super::units::{PITCH, twips};
use super::xml::Element;

/// Left, top, right and bottom margin of an upright sheet in mm (GB/T 9704-2012, 5.2.1).
const MARGINS: [f64; 4] = [28.0, 37.0, 26.0, 35.0];
/// A4 in twips.
const A4: (i32, i32) = (11_906, 16_838);
/// From the paper's upper edge to the header in mm; watermarks hang there.
const HEADER: f64 = 15.0;

/// Where a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Start {
    #[default]
    NextPage,
    /// On the next even page, an empty one before it where need be.
    EvenPage,
}

/// A header or footer: which pages it is for, and the relation's id.
pub(super) type Around = (&'static str, String);

/// A section.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub start: Start,
    pub landscape: bool,
    /// For `default` (odd), `even` and `first` pages; those not named are taken over from the section before.
    pub headers: Vec<Around>,
    pub footers: Vec<Around>,
    /// The first page has its own header and footer.
    pub first_differs: bool,
    /// From the paper's upper edge to the header, from its lower edge to the footer, mm.
    pub header_mm: f64,
    pub footer_mm: f64,
    /// Lower margin of an upright sheet, mm.
    pub bottom_mm: f64,
}

impl Default for Section {
    fn default() -> Self {
        Self {
            start: Start::default(),
            landscape: false,
            headers: Vec::new(),
            footers: Vec::new(),
            first_differs: false,
            header_mm: HEADER,
            footer_mm: super::around::FOOTER_MM,
            bottom_mm: MARGINS[3],
        }
    }
}

impl Section {
    /// `w:sectPr`.
    pub fn element(&self) -> Element {
        let mut out = Element::new("w:sectPr");
        for (name, around) in [("w:headerReference", &self.headers), ("w:footerReference", &self.footers)] {
            for (pages, id) in around {
                out.push(Element::new(name).with("w:type", pages).with("r:id", id));
            }
        }
        if self.start == Start::EvenPage {
            out.push(Element::val("w:type", "evenPage"));
        }
        out.push(self.size());
        out.push(self.margins());
        out.push(Element::new("w:cols").with("w:space", 425));
        if self.first_differs {
            out.push(Element::new("w:titlePg"));
        }
        out.child(Element::new("w:docGrid").with("w:type", "lines").with("w:linePitch", PITCH))
    }

    fn size(&self) -> Element {
        let size = Element::new("w:pgSz");
        if self.landscape {
            return size.with("w:w", A4.1).with("w:h", A4.0).with("w:orient", "landscape");
        }
        size.with("w:w", A4.0).with("w:h", A4.1)
    }

    fn margins(&self) -> Element {
        let [left, top, right, bottom] = MARGINS;
        // The sheet is turned so that its head lies at the left: the upright sheet's right edge becomes the upper one.
        let [left, top, right, bottom] =
            if self.landscape { [bottom, left, top, right] } else { [left, top, right, self.bottom_mm] };
        Element::new("w:pgMar")
            .with("w:top", twips(top))
            .with("w:right", twips(right))
            .with("w:bottom", twips(bottom))
            .with("w:left", twips(left))
            .with("w:header", twips(self.header_mm))
            .with("w:footer", twips(self.footer_mm))
            .with("w:gutter", 0)
    }
}
