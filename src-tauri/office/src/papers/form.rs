//! The small form beside the editor and the source text it stands for, in both directions.
use std::collections::BTreeMap;

use press::source::{self, Format, Node, Parts, Takes, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A head as a form, and the body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PapersForm {
    /// The format's key.
    pub kind: String,
    /// Fields by their keys; several names one a line.
    pub fields: BTreeMap<String, String>,
    /// Who signs.
    #[serde(default)]
    pub authorities: Vec<PapersAuthority>,
    /// Annexes.
    #[serde(default)]
    pub annexes: Vec<PapersAnnex>,
    /// The body.
    pub body: String,
}

/// One authority that signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PapersAuthority {
    /// Its name; the signer's office under a stamp.
    pub name: String,
    /// Name of the picture of its seal; may be empty.
    #[serde(default)]
    pub seal: String,
    /// The signer, for a stamp.
    #[serde(default)]
    pub person: String,
}

/// One annex.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PapersAnnex {
    /// Its name.
    pub title: String,
    /// Its text; empty if it is only listed.
    #[serde(default)]
    pub text: String,
    /// Name of the file that holds its text; may be empty.
    #[serde(default)]
    pub file: String,
    /// On landscape paper.
    #[serde(default)]
    pub landscape: bool,
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn node(value: Value) -> Node {
    Node { line: 0, value }
}

fn table(entries: &[(&str, &str)]) -> Value {
    let filled = entries.iter().filter(|(_, words)| !words.trim().is_empty());
    Value::Table(filled.map(|(name, words)| ((*name).to_owned(), node(text(words)))).collect())
}

/// The source text of a form. Fields that mean nothing in its format are left out: they belong to one chosen before.
pub(super) fn source_of(form: &PapersForm) -> String {
    let format = Format::named(&form.kind).unwrap_or_default();
    let mut head = vec![(
        "kind".to_owned(),
        text(if Format::named(&form.kind).is_some() { format.label() } else { &form.kind }),
    )];
    for key in source::keys_of(format).filter(|key| key.name != "kind") {
        let value = match key.takes {
            Takes::Authorities => authorities(&form.authorities),
            Takes::Annexes => {
                Value::List(form.annexes.iter().map(|annex| node(annex_value(annex))).collect())
            }
            _ => match form.fields.get(key.name) {
                Some(words) => field(key.takes, words),
                None => continue,
            },
        };
        head.push((key.name.to_owned(), value));
    }
    source::compose(&head, &form.body)
}

fn field(takes: Takes, words: &str) -> Value {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match takes {
        Takes::Names if lines.len() > 1 => {
            Value::List(lines.into_iter().map(|line| node(text(line))).collect())
        }
        Takes::Text => text(words.trim()),
        _ => text(&lines.concat()),
    }
}

fn authorities(all: &[PapersAuthority]) -> Value {
    let plain = |one: &PapersAuthority| one.seal.trim().is_empty() && one.person.trim().is_empty();
    let value = |one: &PapersAuthority| {
        if plain(one) {
            text(&one.name)
        } else {
            table(&[("名称", &one.name), ("印章", &one.seal), ("姓名", &one.person)])
        }
    };
    match all {
        [one] if plain(one) => text(&one.name),
        _ => Value::List(all.iter().map(|one| node(value(one))).collect()),
    }
}

fn annex_value(annex: &PapersAnnex) -> Value {
    if annex.text.trim().is_empty() && annex.file.trim().is_empty() && !annex.landscape {
        return text(&annex.title);
    }
    let landscape = if annex.landscape { "是" } else { "" };
    table(&[("标题", &annex.title), ("正文", &annex.text), ("文件", &annex.file), ("横排", landscape)])
}

/// The form of a source text that could be parted. What a form has no place for is left out; the check says so first.
pub(super) fn form_of(parts: &Parts) -> PapersForm {
    let mut form = PapersForm {
        kind: Format::default().key().into(),
        body: parts.body.clone(),
        ..PapersForm::default()
    };
    for (name, _, node) in &parts.head {
        let Some(key) = source::key_named(name) else { continue };
        match key.takes {
            Takes::Authorities => form.authorities = each(node).into_iter().map(authority_of).collect(),
            Takes::Annexes => form.annexes = each(node).into_iter().map(annex_of).collect(),
            _ if key.name == "kind" => {
                let words = words_of(node);
                form.kind = Format::named(words.trim()).map_or(words, |format| format.key().into());
            }
            _ => {
                form.fields.insert(key.name.into(), words_of(node));
            }
        }
    }
    form
}

/// The items of a list, or the one value.
fn each(node: &Node) -> Vec<Node> {
    match &node.value {
        Value::List(nodes) => nodes.clone(),
        Value::Text(words) => words
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| Node { line: node.line, value: text(line.trim()) })
            .collect(),
        Value::Table(_) => vec![node.clone()],
    }
}

/// Words; of a list one a line.
fn words_of(node: &Node) -> String {
    match &node.value {
        Value::Text(words) => words.clone(),
        Value::List(nodes) => nodes.iter().map(words_of).collect::<Vec<_>>().join("\n"),
        Value::Table(_) => String::new(),
    }
}

/// The words of a table under its keys.
fn entries(node: &Node, part: fn(&str) -> Option<&'static str>) -> BTreeMap<&'static str, String> {
    match &node.value {
        Value::Table(entries) => {
            entries.iter().filter_map(|(name, node)| Some((part(name)?, words_of(node)))).collect()
        }
        _ => BTreeMap::new(),
    }
}

fn authority_of(node: Node) -> PapersAuthority {
    let mut of = entries(&node, source::authority_part);
    let mut take = |key| of.remove(key).unwrap_or_default();
    let name = if let Value::Text(words) = &node.value { words.clone() } else { take("name") };
    PapersAuthority { name, seal: take("seal"), person: take("person") }
}

fn annex_of(node: Node) -> PapersAnnex {
    let mut of = entries(&node, source::annex_part);
    let mut take = |key| of.remove(key).unwrap_or_default();
    let title = if let Value::Text(words) = &node.value { words.clone() } else { take("title") };
    let landscape = matches!(take("landscape").trim(), "是" | "true" | "yes" | "1");
    PapersAnnex { title, text: take("text"), file: take("file"), landscape }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> PapersForm {
        let fields = [
            ("mark", "示例市人民政府文件"),
            ("title", "关于“质量: 强市”的通知"),
            ("to", "各县\n市级各部门"),
            ("seal", "印章.png"),
            ("note", "# 不是注释"),
        ];
        PapersForm {
            kind: "document".into(),
            fields: fields.map(|(key, words)| (key.to_owned(), words.to_owned())).into(),
            authorities: vec![
                PapersAuthority { name: "示例市人民政府".into(), ..PapersAuthority::default() },
                PapersAuthority {
                    name: "示例军分区".into(), seal: "军.png".into(), person: String::new()
                },
            ],
            annexes: vec![
                PapersAnnex {
                    title: "任务分解表".into(),
                    text: "序号\t任务\n1\t质量月".into(),
                    landscape: true,
                    ..PapersAnnex::default()
                },
                PapersAnnex {
                    title: "方案".into(),
                    text: "一、总体要求\n\n要求: 如下".into(),
                    ..PapersAnnex::default()
                },
                PapersAnnex { title: "名单".into(), ..PapersAnnex::default() },
            ],
            body: "一、总体要求\n---\n正文".into(),
        }
    }

    #[test]
    fn a_form_becomes_a_source_text_and_the_same_form_again() {
        let form = whole();
        let source = source_of(&form);
        assert_eq!(form_of(&source::split(&source).unwrap()), form, "{source}");
    }

    #[test]
    fn fields_of_another_format_are_left_out() {
        let mut form = whole();
        form.kind = "minutes".into();
        let source = source_of(&form);
        assert!(
            !source.contains("主送") && !source.contains("署名") && source.contains("格式: 纪要"),
            "{source}"
        );
    }
}
