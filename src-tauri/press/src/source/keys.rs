//! Every key of a head: its names, what it takes, and in which formats it means something.

/// The formats that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Format {
    /// 公文 under a red head.
    #[default]
    Document,
    /// 上行文.
    Upward,
    /// 信函.
    Letter,
    /// 纪要.
    Minutes,
    /// 令.
    Order,
    /// 简报.
    Bulletin,
}

impl Format {
    /// All, in the order of lists.
    pub const ALL: [Format; 6] =
        [Format::Document, Format::Upward, Format::Letter, Format::Minutes, Format::Order, Format::Bulletin];

    /// Its key in a head.
    pub fn key(self) -> &'static str {
        match self {
            Format::Document => "document",
            Format::Upward => "upward",
            Format::Letter => "letter",
            Format::Minutes => "minutes",
            Format::Order => "order",
            Format::Bulletin => "bulletin",
        }
    }
    /// Its Chinese name, as good in a head.
    pub fn label(self) -> &'static str {
        match self {
            Format::Document => "公文",
            Format::Upward => "上行文",
            Format::Letter => "信函",
            Format::Minutes => "纪要",
            Format::Order => "令",
            Format::Bulletin => "简报",
        }
    }
    /// By key or Chinese name.
    pub fn named(name: &str) -> Option<Format> {
        let more = match name {
            "下行文" | "平行文" | "文件" => Some(Format::Document),
            "函" => Some(Format::Letter),
            "会议纪要" => Some(Format::Minutes),
            "命令" | "命令（令）" => Some(Format::Order),
            "工作简报" => Some(Format::Bulletin),
            _ => None,
        };
        more.or_else(|| Format::ALL.into_iter().find(|format| format.key() == name || format.label() == name))
    }
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Words on one line.
    Line,
    /// Words of several lines.
    Text,
    /// Several names: a list, or words as they shall be printed.
    Names,
    /// A whole number above zero.
    Number,
    /// A date.
    Date,
    /// One or several of these: (key, Chinese).
    Choice(&'static [(&'static str, &'static str)]),
    /// Name of a picture file.
    Picture,
    /// Authorities: names, or tables of name, seal, person.
    Authorities,
    /// Annexes: titles, or tables of title, text, file, landscape.
    Annexes,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// In a head.
    pub name: &'static str,
    /// In Chinese: the label, as good in a head.
    pub label: &'static str,
    /// Other names.
    pub also: &'static [&'static str],
    /// What it takes.
    pub takes: Takes,
    /// One sentence of help.
    pub hint: &'static str,
    formats: u8,
}

impl Key {
    /// Means something in this format.
    pub fn is_for(&self, format: Format) -> bool {
        self.formats & format.bit() != 0
    }
    /// Must be given in this format.
    pub fn is_required(&self, format: Format) -> bool {
        match self.name {
            "mark" => true,
            "title" => format != Format::Order,
            "name" => true,
            _ => false,
        }
    }
    /// Answers to this name.
    pub fn answers(&self, name: &str) -> bool {
        self.name == name || self.label == name || self.also.contains(&name)
    }
}

const D: u8 = 1;
const U: u8 = 1 << 1;
const L: u8 = 1 << 2;
const M: u8 = 1 << 3;
const O: u8 = 1 << 4;
const B: u8 = 1 << 5;
const OFFICIAL: u8 = D | U | L | M | O;
const SIGNED: u8 = D | U | L | O;
const ALL: u8 = OFFICIAL | B;

/// 紧急程度.
pub(super) const URGENCIES: &[(&str, &str)] = &[("most", "特急"), ("more", "加急")];
/// 用印.
pub(super) const SEALINGS: &[(&str, &str)] = &[("seal", "盖章"), ("none", "不盖章"), ("stamp", "签名章")];
/// 水印.
pub(super) const WATERMARKS: &[(&str, &str)] = &[("review", "送审稿"), ("void", "作废"), ("sample", "示例")];
/// 密级; those that may not be written here are refused by name.
pub(super) const SECRECIES: &[(&str, &str)] = &[("public", "公开"), ("internal", "内部")];
/// 文种.
const FORMATS: &[(&str, &str)] = &[
    ("document", "公文"),
    ("upward", "上行文"),
    ("letter", "信函"),
    ("minutes", "纪要"),
    ("order", "令"),
    ("bulletin", "简报"),
];

const fn key(
    name: &'static str,
    label: &'static str,
    also: &'static [&'static str],
    takes: Takes,
    formats: u8,
    hint: &'static str,
) -> Key {
    Key { name, label, also, takes, hint, formats }
}

/// Every key, in the order in which a head is written.
pub const KEYS: &[Key] = &[
    key(
        "kind",
        "格式",
        &["文种", "种类", "类型"],
        Takes::Choice(FORMATS),
        ALL,
        "公文、上行文、信函、纪要、令、简报",
    ),
    key("name", "刊名", &["简报名称", "名称"], Takes::Line, B, "红字刊名"),
    key("issue", "期别", &["增刊"], Takes::Line, B, "增刊、专刊等字样，平常不写"),
    key(
        "mark",
        "发文机关标志",
        &["标志", "版头"],
        Takes::Line,
        OFFICIAL,
        "红字，写全称，如“绵阳市人民政府文件”；联合行文只写“文件”",
    ),
    key(
        "joint",
        "联合发文机关",
        &["联合行文", "联合"],
        Takes::Names,
        D | U | L | O,
        "联合行文的各机关，主办机关在前",
    ),
    key("copy_number", "份号", &[], Takes::Number, OFFICIAL, "印成六位数字"),
    key("secrecy", "密级", &["密级和保密期限"], Takes::Choice(SECRECIES), ALL, "本程序只办公开、内部文件"),
    key("urgency", "紧急程度", &["紧急"], Takes::Choice(URGENCIES), OFFICIAL, "特急、加急"),
    key(
        "number",
        "发文字号",
        &["文号", "字号", "期号", "编号"],
        Takes::Line,
        ALL,
        "如“绵质强创办〔2016〕8号”“第8期”",
    ),
    key("signers", "签发人", &[], Takes::Names, U, "上行文标注，主办机关的在前"),
    key("issuer", "制发机关", &["编印单位", "主办单位"], Takes::Line, M | B, "红线左上方"),
    key("date", "成文日期", &["日期", "签发日期"], Takes::Date, ALL, "如 2016-08-30"),
    key("title", "标题", &["公文标题"], Takes::Line, OFFICIAL, "按词义自动换行"),
    key("to", "主送", &["主送机关"], Takes::Names, D | U | L, "主送机关，末尾不写冒号"),
    key(
        "issuers",
        "发文机关署名",
        &["署名", "落款", "发文机关", "authorities"],
        Takes::Authorities,
        SIGNED,
        "落款机关；签名章写签发人职务",
    ),
    key("sealing", "用印", &["盖章", "印章方式"], Takes::Choice(SEALINGS), SIGNED, "盖章、不盖章、签名章"),
    key("seal", "印章", &["印章图片"], Takes::Picture, SIGNED, "一个机关的印章图片，透明底 PNG"),
    key("annexes", "附件", &["attachments"], Takes::Annexes, OFFICIAL, "附件名称，或名称加正文"),
    key("note", "附注", &[], Takes::Line, SIGNED, "不写括号，如“此件公开发布”"),
    key("attend", "出席", &[], Takes::Names, M, "如“市发展改革委：张三、李四”"),
    key("leave", "请假", &[], Takes::Names, M, ""),
    key("observe", "列席", &[], Takes::Names, M, ""),
    key("absent", "缺席", &[], Takes::Names, M, ""),
    key("recorder", "记录", &["记录人"], Takes::Names, M, ""),
    key("foreword", "编者按", &["按语"], Takes::Text, B, "整期的编者按"),
    key("report_to", "报", &["报送", "呈报"], Takes::Names, B, "上级单位"),
    key("send_to", "送", &["抄送单位"], Takes::Names, B, "平级单位"),
    key("issue_to", "发", &["下发"], Takes::Names, B, "下级单位"),
    key("editors", "编辑", &["编辑审核", "编审"], Takes::Line, B, "如“编辑：王明　审核：李红”"),
    key("copies_to", "抄送", &["抄送机关"], Takes::Names, OFFICIAL, "末尾不写句号"),
    key("printed_by", "印发机关", &[], Takes::Line, OFFICIAL, ""),
    key("printed_on", "印发日期", &[], Takes::Date, OFFICIAL, ""),
    key("copies", "印数", &["份数", "共印"], Takes::Number, ALL, "共印多少份"),
    key("watermark", "水印", &["watermarks"], Takes::Choice(WATERMARKS), ALL, "送审稿、作废、示例"),
];

/// Keys of a table of an authority: (name, other names).
pub(super) const AUTHORITY: &[(&str, &[&str])] =
    &[("name", &["名称", "机关", "职务"]), ("seal", &["印章", "图片"]), ("person", &["姓名", "签发人"])];
/// Keys of a table of an annex.
pub(super) const ANNEX: &[(&str, &[&str])] = &[
    ("title", &["标题", "名称"]),
    ("text", &["正文", "内容"]),
    ("file", &["文件"]),
    ("landscape", &["横排", "横版", "横向"]),
];

/// Keys that mean something in a format.
pub fn keys_of(format: Format) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.is_for(format))
}

/// The Chinese label of a key, by its name.
pub fn label_of(name: &str) -> &'static str {
    KEYS.iter().find(|key| key.name == name).map_or("", |key| key.label)
}

/// A name without case, blanks and hyphens.
pub(super) fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', ' ', '\u{3000}'], "_")
}

/// The key that answers to a name.
pub fn find(name: &str) -> Option<&'static Key> {
    let name = plain(name);
    KEYS.iter().find(|key| key.answers(&name))
}

/// The name of a key of a table, whichever of its names was written.
pub(super) fn find_in(table: &'static [(&str, &[&str])], name: &str) -> Option<&'static str> {
    let name = plain(name);
    table.iter().find(|(own, also)| *own == name || also.contains(&name.as_str())).map(|(own, _)| *own)
}

/// The key of a table of an authority: name, seal, person.
pub fn authority_part(name: &str) -> Option<&'static str> {
    find_in(AUTHORITY, name)
}

/// The key of a table of an annex: title, text, file, landscape.
pub fn annex_part(name: &str) -> Option<&'static str> {
    find_in(ANNEX, name)
}

/// The known name that looks most like this one, if any does.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = plain(name);
    let scored = known.map(|other| (strsim::jaro_winkler(&name, other), other));
    scored.filter(|(score, _)| *score >= 0.7).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_answer_to_the_same_name_and_each_format_has_its_own() {
        for (i, key) in KEYS.iter().enumerate() {
            for name in key.also.iter().chain([&key.name, &key.label]) {
                assert_eq!(*name, plain(name));
                assert_eq!(KEYS.iter().position(|other| other.answers(name)), Some(i), "{name}");
            }
        }
        for format in Format::ALL {
            assert_eq!(Format::named(format.key()), Some(format));
            assert_eq!(Format::named(format.label()), Some(format));
            assert!(keys_of(format).any(|key| key.is_required(format)));
        }
    }

    #[test]
    fn a_mistyped_key_finds_its_neighbour() {
        let known = || KEYS.iter().flat_map(|key| key.also.iter().copied().chain([key.name, key.label]));
        for (typed, meant) in [
            ("titel", "title"),
            ("主送单位", "主送"),
            ("抄报机关", "抄送机关"),
            ("发文字", "发文字号"),
            ("copys_to", "copies_to"),
        ] {
            assert_eq!(nearest(typed, known()), Some(meant), "{typed}");
        }
        assert_eq!(nearest("天气", known()), None);
    }
}
