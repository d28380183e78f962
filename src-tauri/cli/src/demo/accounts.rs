//! Who may enter the demonstration, and the passwords that everybody may know.
//!
//! While the year is made, passwords are cheap ones; the ones that stay are set at the end at their full cost.
use office::kernel::role::Role;
use serde::{Deserialize, Serialize};

/// Somebody who may enter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Login name.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Role in Chinese.
    pub role_label: String,
    /// Password.
    pub password: String,
}

/// All of them, the clerk first: the window logs a newcomer in as the first.
pub fn all() -> Vec<Account> {
    let account = |login: &str, name: &str, role: Role, password: &str| Account {
        login: login.into(),
        name: name.into(),
        role,
        role_label: role.label().into(),
        password: password.into(),
    };
    vec![
        account("lijing", "李静", Role::Clerk, "Shili-jingban1"),
        account("zhuren", "陈卫东", Role::Director, "Shili-zhuren1"),
        account("admin", "周管理", Role::Admin, "Shili-guanli1"),
        account("shenji", "郑审计", Role::Auditor, "Shili-shenji1"),
    ]
}
