//! The fields of a head as their keys take them, and everything that is wrong with them.
use std::cell::RefCell;

use super::head::{Node, Parts, Value};
use super::keys::{self, Format, Key, Takes};
use super::{Files, Trouble, secrecy};
use crate::text::tidy::{self, Correction, Doubt, printed_date};

/// A head under reading.
pub(super) struct Fields<'a> {
    /// Where pictures and annexes come from.
    pub files: &'a dyn Files,
    /// The body, tidied if that was asked for; its lines are those of the source.
    pub body: String,
    /// Line of the source on which the body begins.
    pub body_line: usize,
    found: Vec<(&'static Key, usize, Node)>,
    format: Option<Format>,
    tidies: bool,
    troubles: RefCell<Vec<Trouble>>,
    corrections: RefCell<Vec<Correction>>,
    doubts: RefCell<Vec<Doubt>>,
}

impl<'a> Fields<'a> {
    /// Looks the head over: unknown keys, keys written twice, secrecy, format.
    pub fn new(parts: &Parts, files: &'a dyn Files, tidies: bool) -> Self {
        let mut fields = Self {
            files,
            body: String::new(),
            body_line: parts.body_line,
            found: Vec::new(),
            format: None,
            tidies,
            troubles: RefCell::default(),
            corrections: RefCell::default(),
            doubts: RefCell::default(),
        };
        for (name, line, node) in &parts.head {
            fields.take(name, *line, node);
        }
        fields.format = fields.find_format();
        fields.body = fields.body_text(&parts.body);
        fields.check();
        fields
    }
    fn take(&mut self, name: &str, line: usize, node: &Node) {
        match keys::find(name) {
            None => {
                let known =
                    keys::KEYS.iter().flat_map(|key| key.also.iter().copied().chain([key.name, key.label]));
                let like = keys::nearest(name, known).map_or_else(
                    || "能用的键见使用说明“公文排版”。".to_owned(),
                    |like| format!("是不是“{like}”？"),
                );
                self.say(line, "", format!("没有“{name}”这个键。{like}"));
            }
            Some(key) if self.found.iter().any(|(other, ..)| other.name == key.name) => {
                self.say(line, key.label, "写了两次，请留下一个。");
            }
            Some(key) => self.found.push((key, line, node.clone())),
        }
    }
    fn find_format(&self) -> Option<Format> {
        let Some((key, line, node)) = self.found.iter().find(|(key, ..)| key.name == "kind") else {
            return Some(Format::Document);
        };
        let words = self.words(key.label, *line, node)?;
        let format = Format::named(words.trim());
        if format.is_none() {
            self.say(
                *line,
                key.label,
                format!("没有“{words}”这种格式，能用的有：公文、上行文、信函、纪要、令、简报。"),
            );
        }
        format
    }
    fn body_text(&self, body: &str) -> String {
        if let Some(at) = body.split('\n').position(secrecy::is_mark) {
            self.say(self.body_line + at, "", secrecy::REFUSAL);
        }
        if !self.tidies {
            return body.to_owned();
        }
        let done = tidy::tidy_lines(body);
        self.note(done.corrections, done.doubts, |at| at + self.body_line - 1);
        done.text
    }
    fn note(&self, corrections: Vec<Correction>, doubts: Vec<Doubt>, line: impl Fn(usize) -> usize) {
        let corrections = corrections.into_iter().map(|c| Correction { paragraph: line(c.paragraph), ..c });
        self.corrections.borrow_mut().extend(corrections);
        self.doubts
            .borrow_mut()
            .extend(doubts.into_iter().map(|d| Doubt { paragraph: line(d.paragraph), ..d }));
    }
    fn check(&self) {
        let Some(format) = self.format else { return };
        for (key, line, _) in &self.found {
            if !key.is_for(format) {
                let fit: Vec<&str> =
                    Format::ALL.into_iter().filter(|f| key.is_for(*f)).map(Format::label).collect();
                self.say(
                    *line,
                    key.label,
                    format!("不用于{}，只用于{}，请删去这一行。", format.label(), fit.join("、")),
                );
            }
        }
        for key in keys::keys_of(format).filter(|key| key.is_required(format)) {
            let given = self.found.iter().find(|(other, ..)| other.name == key.name);
            let empty = given.is_none_or(
                |(.., node)| matches!(&node.value, Value::Text(words) if words.trim().is_empty()),
            );
            if empty {
                let line = given.map_or(0, |(_, line, _)| *line);
                self.say(line, key.label, format!("没有写，{}要有{}。", format.label(), key.label));
            }
        }
        if let Some((line, words)) = self.raw("secrecy") {
            if secrecy::is_mark(&words) {
                self.say(line, "密级", secrecy::REFUSAL);
            } else {
                self.choices("secrecy");
            }
        }
    }
    fn raw(&self, name: &str) -> Option<(usize, String)> {
        let (key, line, node) = self.found.iter().find(|(key, ..)| key.name == name)?;
        Some((*line, self.words(key.label, *line, node)?))
    }
    /// Notes something wrong.
    pub fn say(&self, line: usize, key: &str, message: impl Into<String>) {
        let trouble = Trouble { line, key: key.to_owned(), message: message.into() };
        let mut troubles = self.troubles.borrow_mut();
        if !troubles.contains(&trouble) {
            troubles.push(trouble);
        }
    }
    /// The format; `None` if it is none that can be set.
    pub fn format(&self) -> Option<Format> {
        self.format
    }
    /// Everything wrong, in the order of the lines.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut troubles = self.troubles.borrow().clone();
        troubles.sort_by_key(|trouble| if trouble.line == 0 { usize::MAX } else { trouble.line });
        troubles
    }
    /// What tidying changed and doubts, in the order of the lines.
    pub fn tidied(&self) -> (Vec<Correction>, Vec<Doubt>) {
        let (mut corrections, mut doubts) = (self.corrections.borrow().clone(), self.doubts.borrow().clone());
        corrections.sort_by_key(|c| (c.paragraph, c.character));
        doubts.sort_by_key(|d| (d.paragraph, d.character));
        (corrections, doubts)
    }
    /// A key's value, with its label and line.
    pub fn get(&self, name: &str) -> Option<(&'static str, usize, &Node)> {
        let (key, line, node) = self.found.iter().find(|(key, ..)| key.name == name)?;
        Some((key.label, *line, node))
    }
    /// Words as they stand.
    fn words(&self, label: &str, line: usize, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(words) => Some(words.clone()),
            _ => {
                self.say(line, label, "应是一句文字，不是列表或表格。");
                None
            }
        }
    }
    /// Words of one line, tidied if that was asked for.
    pub fn one_line(&self, label: &str, line: usize, node: &Node) -> String {
        let words = self.words(label, line, node).unwrap_or_default();
        let words = words.split('\n').map(str::trim).collect::<String>();
        if !self.tidies {
            return words;
        }
        let done = tidy::tidy_line(&words);
        self.note(done.corrections, done.doubts, |_| line);
        done.text
    }
    /// Words of several lines, tidied if that was asked for.
    pub fn lines(&self, line: usize, text: &str) -> String {
        if !self.tidies {
            return text.trim_end().to_owned();
        }
        let done = tidy::tidy_lines(text.trim_end());
        self.note(done.corrections, done.doubts, |_| line);
        done.text
    }
    /// A line of text; empty if it is not given.
    pub fn line(&self, name: &str) -> String {
        self.get(name).map(|(label, _, node)| self.one_line(label, node.line, node)).unwrap_or_default()
    }
    /// A text; empty if it is not given.
    pub fn text(&self, name: &str) -> String {
        let Some((label, line, node)) = self.get(name) else { return String::new() };
        self.words(label, line, node).map(|words| self.lines(node.line, &words)).unwrap_or_default()
    }
    /// Names: a list, or words of one entry kept as they are.
    pub fn names(&self, name: &str) -> Vec<String> {
        let Some((label, line, node)) = self.get(name) else { return Vec::new() };
        let names = match &node.value {
            Value::Text(words) => words
                .lines()
                .map(|words| Node { line: node.line, value: Value::Text(words.to_owned()) })
                .collect(),
            Value::List(nodes) => nodes.clone(),
            Value::Table(_) => {
                self.say(line, label, "应是文字或列表，不是表格。");
                Vec::new()
            }
        };
        let names = names.iter().map(|node| self.one_line(label, node.line, node));
        // The press sets the mark at the end itself.
        let names = names.map(|words| words.trim_end_matches(['：', ':', '。', '；', ';']).trim().to_owned());
        names.filter(|words| !words.is_empty()).collect()
    }
    /// Names, each by itself also where they stand in one line.
    pub fn single_names(&self, name: &str) -> Vec<String> {
        let names = self.names(name).into_iter();
        let apart = names.flat_map(|words| {
            words.split(['、', '，', ',', ' ', '　']).map(|word| word.trim().to_owned()).collect::<Vec<_>>()
        });
        apart.filter(|word| !word.is_empty()).collect()
    }
    /// A whole number above zero.
    pub fn number(&self, name: &str) -> Option<u32> {
        let (label, line, node) = self.get(name)?;
        let words = self.words(label, line, node)?;
        let bare = words.trim().trim_start_matches("共印").trim_end_matches('份').trim().to_owned();
        if bare.is_empty() {
            return None;
        }
        let number = bare.parse().ok().filter(|number| (1..=999_999).contains(number));
        if number.is_none() {
            self.say(line, label, format!("“{words}”不是 1 至 999999 的整数。"));
        }
        number
    }
    /// A date as printed.
    pub fn date(&self, name: &str) -> Option<String> {
        let (label, line, node) = self.get(name)?;
        let words = self.words(label, line, node)?;
        if words.trim().is_empty() {
            return None;
        }
        let printed = printed_date(&words);
        if printed.is_none() {
            self.say(line, label, format!("“{words}”不是日期，应写成 2016-08-30 或 2016年8月30日。"));
        }
        printed
    }
    /// Choices by their keys.
    pub fn choices(&self, name: &str) -> Vec<&'static str> {
        let Some((label, line, node)) = self.get(name) else { return Vec::new() };
        let Some(Takes::Choice(all)) = keys::find(name).map(|key| key.takes) else { return Vec::new() };
        let words: Vec<String> = match &node.value {
            Value::List(nodes) => {
                nodes.iter().filter_map(|node| self.words(label, node.line, node)).collect()
            }
            _ => self
                .words(label, line, node)
                .into_iter()
                .flat_map(|words| words.split(['、', '，', ',', '\n']).map(str::to_owned).collect::<Vec<_>>())
                .collect(),
        };
        let mut chosen = Vec::new();
        for word in words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
            match choice(all, word) {
                Some(key) => chosen.push(key),
                None => {
                    let may: Vec<&str> = all.iter().map(|(_, label)| *label).collect();
                    self.say(line, label, format!("不能写“{word}”，能写的有：{}。", may.join("、")));
                }
            }
        }
        chosen
    }
    /// A yes or no.
    pub fn flag(&self, label: &str, node: &Node) -> bool {
        match self.words(label, node.line, node).unwrap_or_default().trim().to_lowercase().as_str() {
            "true" | "yes" | "是" | "1" => true,
            "" | "false" | "no" | "否" | "0" => false,
            other => {
                self.say(node.line, label, format!("“{other}”应写“是”或“否”。"));
                false
            }
        }
    }
}

fn choice(all: &'static [(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    let also = match word {
        "加盖印章" | "盖印" => "seal",
        "不加盖印章" | "不用印" => "none",
        "加盖签名章" | "加盖签发人签名章" | "签发人签名章" => "stamp",
        "for_review" | "审核稿" => "review",
        _ => word,
    };
    all.iter().find(|(key, label)| *key == also || *label == also).map(|(key, _)| *key)
}
