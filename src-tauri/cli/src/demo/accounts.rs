//! Who may enter the demonstration, and the passwords that everybody may know.
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

/// All of them, the clerk first: the window logs a newcomer in as the first. The names are the register's own.
pub fn all() -> Vec<Account> {
    let account = |login: &str, name: &str, role: Role, password: &str| Account {
        login: login.into(),
        name: name.into(),
        role,
        role_label: role.label().into(),
        password: password.into(),
    };
    vec![
        account("jingban", "李晓棠", Role::Clerk, "Shili-jingban1"),
        account("zhuren", "魏守诚", Role::Director, "Shili-zhuren1"),
        account("guanli", "田清源", Role::Admin, "Shili-guanli1"),
        account("shenji", "何勤耕", Role::Auditor, "Shili-shenji1"),
    ]
}

/// The login name of a role.
pub fn login(role: Role) -> String {
    all().into_iter().find(|account| account.role == role).map(|account| account.login).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::content;

    #[test]
    fn clerk_and_director_are_in_the_register_under_the_same_names() {
        let fixed = content::names().unwrap().fixed;
        for (role, post) in [(Role::Clerk, "office_staff"), (Role::Director, "director")] {
            let account = all().into_iter().find(|account| account.role == role).unwrap();
            let held = fixed.iter().any(|one| one.name == account.name && one.post == post);
            assert!(held, "{} is no {post}", account.name);
        }
    }
}
