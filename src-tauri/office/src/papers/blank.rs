//! Blank forms of the office: what there is, and one of them with the office's letterhead.
use press::form::Paper as Sheet;
use press::forms::{self, CATALOGUE, Letterhead};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::answer::Paper;
use crate::kernel::{Desk, Nothing, Refusal, Result, paper};

/// A blank form in the list.
#[derive(Debug, Serialize, TS)]
pub struct PapersBlankForm {
    /// Its key.
    key: String,
    /// Its title.
    title: String,
    /// To which work it belongs, in Chinese.
    family: String,
    /// 横向 or 竖向.
    paper: String,
}

/// One blank form.
#[derive(Debug, Deserialize, TS)]
pub struct PapersBlankAsked {
    /// Its key, or its title.
    form: String,
}

pub(super) fn list(_: &Desk<'_>, _: Nothing) -> Result<Vec<PapersBlankForm>> {
    let line = |form: &forms::BlankForm| PapersBlankForm {
        key: form.key.into(),
        title: form.title.into(),
        family: form.family.label().into(),
        paper: if form.paper == Sheet::Landscape { "横向" } else { "竖向" }.into(),
    };
    Ok(CATALOGUE.iter().map(line).collect())
}

pub(super) fn print(desk: &Desk<'_>, q: PapersBlankAsked) -> Result<Paper> {
    let found = forms::blank(&q.form).or_else(|| CATALOGUE.iter().find(|form| form.title == q.form));
    let form = found.ok_or_else(|| {
        Refusal::refused(format!("没有“{}”这种空白表格。", q.form)).hint("请在“空白表格”的目录里选择。")
    })?;
    paper::form(desk, (form.make)(&letterhead(desk)))
}

/// The office's letterhead; a blank form bears no day.
fn letterhead(desk: &Desk<'_>) -> Letterhead {
    Letterhead {
        group: desk.profile.group.name.clone(),
        group_short: desk.profile.group.short.clone(),
        office: desk.profile.office.name.clone(),
        office_short: desk.profile.office.short.clone(),
        printed_on: String::new(),
    }
}
