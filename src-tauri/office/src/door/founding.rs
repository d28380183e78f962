//! The first start: choosing the rules, the first account, the recovery code.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::enter::{Enter, enter};
use crate::door::password::RecoveryCode;
use crate::front_desk::Office;
use crate::kernel::accounts::Person;
use crate::kernel::ids::{AccountId, Id};
use crate::kernel::{Refusal, Result, Role, profile};
use crate::open_store::{Founding, found};

/// A rule profile to choose from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileChoice {
    id: String,
    title: String,
    city: String,
    campaign: String,
    group: String,
    office: String,
    articles: u32,
}

pub(super) fn profiles() -> Result<Vec<ProfileChoice>> {
    profile::SHIPPED
        .iter()
        .map(|(id, text)| {
            let p = profile::parse(text)?;
            Ok(ProfileChoice {
                id: (*id).into(),
                title: p.profile.title,
                city: p.campaign.city,
                campaign: p.campaign.name,
                group: p.group.name,
                office: p.office.name,
                articles: p.articles.len() as u32,
            })
        })
        .collect()
}

/// First start.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Found {
    /// `office` or `unit`.
    kind: String,
    /// Name of the unit whose copy this is; the office's own name if left out.
    #[serde(default)]
    title: String,
    /// Id of a shipped profile.
    profile: String,
    login: String,
    name: String,
    password: String,
    /// Role of the first account; the administrator unless demonstration data asks otherwise.
    #[serde(default)]
    demo_today: Option<NaiveDate>,
}

pub(super) fn establish(office: &Office, q: Found) -> Result<RecoveryCode> {
    if !["office", "unit"].contains(&q.kind.as_str()) {
        return Err(Refusal::refused("请选择办公室版或成员单位版。"));
    }
    if q.kind == "unit" && q.title.trim().is_empty() {
        return Err(Refusal::refused("成员单位版须填写单位名称。"));
    }
    let text = profile::SHIPPED.iter().find(|(id, _)| *id == q.profile).map(|(_, text)| *text);
    let text = text.ok_or_else(|| Refusal::refused("没有这个规则配置。").hint("请从列表中选择。"))?;
    let login = tidy_login(&q.login)?;
    if q.name.trim().is_empty() {
        return Err(Refusal::refused("请填写系统管理员的姓名。"));
    }
    let id =
        AccountId::from_uuid(uuid::Builder::from_random_bytes(office.options.entropy.bytes()).into_uuid());
    let role = Role::Admin;
    let admin = Person {
        id,
        login,
        name: q.name.trim().into(),
        role,
        role_label: role.label().into(),
        must_change: false,
    };
    let founding = Founding {
        kind: &q.kind,
        title: q.title.trim(),
        profile: text,
        admin: admin.clone(),
        password: &q.password,
        demo_today: q.demo_today,
        cost: office.options.cost,
        now: office.options.clock.now(),
    };
    let recovery_code = found(&office.home, &founding, &office.options.entropy)?;
    enter(office, &Enter { login: admin.login, password: q.password })?;
    Ok(RecoveryCode { recovery_code })
}

/// A login name in its one form: 2 to 20 letters, digits or Han characters.
pub(crate) fn tidy_login(login: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    let fits = login.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    if fits && (2..=20).contains(&login.chars().count()) {
        Ok(login)
    } else {
        Err(Refusal::refused("登录名应为 2 至 20 个字母、数字或汉字。"))
    }
}
