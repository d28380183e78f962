//! The roles (角色) of the people who use the program. Leaders have none: they sign on paper.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an account may do; the front desk's list says it command by command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 系统管理员: accounts, settings; no business.
    Admin,
    /// 经办人: does the office's daily work.
    Clerk,
    /// 办公室主任: as the clerk, and decides what the rules give the director.
    Director,
    /// 审计员: reads the audit, changes nothing.
    Auditor,
}

impl Role {
    /// All roles, in the order of lists.
    pub const ALL: [Role; 4] = [Role::Admin, Role::Clerk, Role::Director, Role::Auditor];
    /// Those who do the office's business.
    pub const OFFICE: &'static [Role] = &[Role::Clerk, Role::Director];
    /// Everybody who may look at the office's business.
    pub const READERS: &'static [Role] = &[Role::Admin, Role::Clerk, Role::Director, Role::Auditor];
    /// Everybody.
    pub const EVERYONE: &'static [Role] = Self::READERS;
    /// The administrator alone.
    pub const ADMIN: &'static [Role] = &[Role::Admin];
    /// The auditor alone.
    pub const AUDITOR: &'static [Role] = &[Role::Auditor];

    /// Chinese name.
    pub fn label(self) -> &'static str {
        match self {
            Role::Admin => "系统管理员",
            Role::Clerk => "经办人",
            Role::Director => "办公室主任",
            Role::Auditor => "审计员",
        }
    }
    /// As stored.
    pub fn key(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::Clerk => "clerk",
            Role::Director => "director",
            Role::Auditor => "auditor",
        }
    }
    /// From its stored key.
    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }
}
