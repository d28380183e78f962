//! The rules of issuing (第十六条, 《党政机关公文处理工作条例》): who may sign where, what a draft must have before it goes
//! its way, what a correction at proofreading may touch. Pure.
use chrono::NaiveDate;

use super::flow::station_label;
use super::record::{Outgoing, OutgoingWords};
use crate::documents::delegation::{self, Asked, Delegation};
use crate::documents::diff::{self, DiffMark};
use crate::documents::kinds::DelegationId;
use crate::documents::words::date;
use crate::kernel::document_rules::{DocumentKind, Recipients, Station};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{PersonId, PostKind, RosterLine};

/// A correction at proofreading touches at most so many characters.
pub const SMALL_CHANGE: usize = 20;

/// The posts whose holders sign at a station; none at the drafter's and the section's, which name people freely.
pub fn posts_at(station: Station, last: bool, profile: &Profile) -> Vec<PostKind> {
    let rules = &profile.documents;
    let named = |keys: &[String]| -> Vec<PostKind> {
        let key = |key: &String| match key.as_str() {
            "office_director" => Some(PostKind::Director),
            key => PostKind::from_key(key),
        };
        keys.iter().filter_map(key).collect()
    };
    match station {
        Station::Drafter | Station::Section => Vec::new(),
        Station::Director if last => named(&rules.office_signers),
        Station::Director => vec![PostKind::Director],
        Station::Deputy => vec![PostKind::ExecutiveDeputy, PostKind::Deputy],
        Station::Leader => named(&rules.group_signers),
    }
}

/// Who signed, as what, by which letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who; none for a section's head who is not in the register.
    pub person: Option<PersonId>,
    /// Name.
    pub name: String,
    /// As what.
    pub post: String,
    /// By this letter.
    pub delegation: Option<DelegationId>,
}

/// What a signature is checked against: everybody in office on its day, and the letters.
pub struct Day<'a> {
    /// The day on the paper.
    pub on: NaiveDate,
    /// Posts held on it, the office's director among them.
    pub holders: &'a [RosterLine],
    /// All letters.
    pub letters: &'a [Delegation],
}

/// Whether this person may sign at this station on this day (第十六条).
pub fn may_sign(
    document: &Outgoing,
    station: Station,
    last: bool,
    signer: PersonId,
    day: &Day<'_>,
    profile: &Profile,
) -> Result<Signed> {
    let article = profile.documents.issuing_article;
    let allowed = posts_at(station, last, profile);
    let held: Vec<&RosterLine> =
        day.holders.iter().filter(|line| line.person == signer && allowed.contains(&line.post)).collect();
    let Some(line) = held.iter().min_by_key(|line| line.post) else {
        return Err(nobody(station, last, &allowed, day, profile).article(article));
    };
    let delegation = match (station, line.post) {
        (Station::Leader, post) if post != PostKind::Leader => Some(letter(document, signer, day, profile)?),
        _ => None,
    };
    let post = match delegation {
        Some(_) => format!("{}（受{}委托）", line.post_label, profile.group.leader_title),
        None => line.post_label.clone(),
    };
    Ok(Signed { person: Some(signer), name: line.name.clone(), post, delegation })
}

fn nobody(station: Station, last: bool, allowed: &[PostKind], day: &Day<'_>, profile: &Profile) -> Refusal {
    let what = if last { "签发" } else { "审核" };
    let posts: Vec<String> = allowed.iter().map(|post| post.words(profile)).collect();
    let names: Vec<&str> = day
        .holders
        .iter()
        .filter(|line| allowed.contains(&line.post))
        .map(|line| line.name.as_str())
        .collect();
    let hint = match names.is_empty() {
        true => format!("名册里{}没有{}，请先登记任职。", date(day.on), posts.join("、")),
        false => format!("{}在任的是：{}。", date(day.on), names.join("、")),
    };
    Refusal::refused(format!("这一步须由{}{what}。", station_label(station, profile))).hint(hint)
}

/// The letter by which the executive deputy signs in the leader's place.
fn letter(document: &Outgoing, signer: PersonId, day: &Day<'_>, profile: &Profile) -> Result<DelegationId> {
    let leader = day.holders.iter().find(|line| line.post == PostKind::Leader).map(|line| line.person);
    let asked = Asked { signer, on: day.on, outgoing: document.id, kind: &document.words.kind, leader };
    let his = || day.letters.iter().filter(|letter| letter.grantee == signer);
    if let Some(letter) = his().find(|letter| delegation::why_not(letter, &asked).is_none()) {
        return Ok(letter.id);
    }
    let why: Vec<String> = his().filter_map(|letter| delegation::why_not(letter, &asked)).collect();
    let group = &profile.group;
    let refusal = Refusal::refused(format!(
        "{}签发须受{}委托，{}没有覆盖这份文件的委托书。",
        group.executive_title,
        group.leader_title,
        date(day.on)
    ));
    let hint = match why.first() {
        None => format!("请先登记{}的委托书，或报{}签发。", group.leader_title, group.leader_title),
        Some(why) => format!("{why}。请报{}签发，或另行取得委托书。", group.leader_title),
    };
    Err(refusal.hint(hint).article(profile.documents.issuing_article))
}

/// What an office asks in a 请示 and must not hide in a 报告.
const ASKING: [&str; 8] = ["请批示", "请予批准", "请审批", "请予审批", "请批复", "请予批复", "妥否", "当否"];

/// What a draft must have before it goes its way.
pub fn ready(kind: &DocumentKind, words: &OutgoingWords, profile: &Profile) -> Result<()> {
    let article = profile.documents.issuing_article;
    let no = |what: String, hint: &str| Err(Refusal::refused(what).hint(hint).article(article));
    if words.text.trim().is_empty() {
        return no("正文还是空的，不能送审。".into(), "请先拟写正文。");
    }
    let blank = [&words.title, &words.text].into_iter().chain(words.annexes.iter().map(|annex| &annex.body));
    if let Some(blank) = blank.filter_map(|text| placeholder(text)).next() {
        return no(format!("还有没有填写的“{blank}”，不能送审。"), "请把范本里【】中的内容填写完整。");
    }
    if !kind.ends(&words.title) {
        return no(
            format!("标题末尾没有写明文种“{}”。", kind.label),
            "公文标题由发文机关名称、事由和文种组成，请改正标题或改选文种。",
        );
    }
    match (kind.recipients, words.sent_to.len()) {
        (Recipients::Some | Recipients::One, 0) => {
            return no(format!("{}没有主送机关。", kind.label), "请填写主送机关。");
        }
        (Recipients::One, 2..) => {
            return no(
                format!("{}只能有一个主送机关，现在有{}个。", kind.label, words.sent_to.len()),
                "请只主送一个机关，需要其他机关知道的列为抄送。",
            );
        }
        _ => {}
    }
    if let Some(twice) = words.copies_to.iter().find(|name| words.sent_to.contains(name)) {
        return no(format!("{twice}既是主送又是抄送。"), "请从抄送中删去。");
    }
    if kind.key == "report"
        && let Some(asked) = ASKING.iter().find(|asked| words.text.contains(**asked))
    {
        return no(
            format!("报告里写有“{asked}”：报告不得夹带请示事项。"),
            "请把请示事项另写请示，一文一事。",
        );
    }
    Ok(())
}

/// The first placeholder of a template that is still there.
pub fn placeholder(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('【')?;
    let (inner, _) = rest.split_once('】')?;
    (inner.chars().count() <= 40).then(|| format!("【{inner}】"))
}

/// Whether a change at proofreading is one of single characters: nothing of substance, no figure, no name of a recipient.
pub fn small_change(old: &OutgoingWords, new: &OutgoingWords, profile: &Profile) -> Result<()> {
    let no = |what: &str| {
        Err(Refusal::refused(format!("{what}，属于实质性修改，不能在校核时改。"))
            .hint("请办理“实质性修改”，报原签批人复审。")
            .article(profile.documents.issuing_article))
    };
    if old.kind != new.kind || old.sent_to != new.sent_to || old.copies_to != new.copies_to {
        return no("改动了文种、主送或抄送");
    }
    if old.annexes.len() != new.annexes.len() {
        return no("增加或减少了附件");
    }
    let mut touched = 0;
    for (was, is) in whole(old).iter().zip(whole(new)) {
        let pieces = diff::compare(was, &is);
        let figure = |c: char| c.is_numeric() || "一二三四五六七八九十百千万亿不".contains(c);
        let changed = || pieces.iter().filter(|piece| piece.mark != DiffMark::Kept);
        if changed().any(|piece| piece.text.chars().any(figure)) {
            return no("改动涉及数字或“不”字");
        }
        touched += changed().map(|piece| piece.text.chars().count()).sum::<usize>();
    }
    if touched > SMALL_CHANGE {
        return no(&format!("改动了{touched}个字"));
    }
    Ok(())
}

fn whole(words: &OutgoingWords) -> Vec<String> {
    let annexes = words.annexes.iter().flat_map(|annex| [annex.title.clone(), annex.body.clone()]);
    [words.title.clone(), words.text.clone(), words.note.clone()].into_iter().chain(annexes).collect()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
