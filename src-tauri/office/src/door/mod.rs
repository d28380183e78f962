//! The door: what can be asked before anybody is logged in — the state, founding, entering, locking, recovery.
//!
//! It has no desk and no role. What happens here is noted in the keyring and moved into the audit at the next entry.
mod enter;
mod founding;
mod password;
mod standing;

use serde::Serialize;
use serde_json::Value;

use crate::front_desk::Office;
use crate::kernel::Result;
use crate::kernel::accounts::Person;
use crate::kernel::answer::Answer;
use crate::kernel::command::{Nothing, Shape, read, shape};

pub(crate) use founding::tidy_login;
pub(crate) use password::RecoveryCode;

/// One thing that can be asked at the door.
pub struct Way {
    /// Name.
    pub name: &'static str,
    /// Chinese title.
    pub title: &'static str,
    /// TypeScript.
    pub shape: Shape,
    pub(crate) run: fn(&Office, Value) -> Result<Answer>,
}

/// Everything that can be asked at the door.
pub fn ways() -> Vec<Way> {
    let way = |name, title, shape, run| Way { name, title, shape, run };
    vec![
        way("door_state", "门口状态", shape::<Nothing, standing::DoorState>(), |o, _| {
            json(standing::state(o)?)
        }),
        way(
            "door_profiles",
            "可选的规则配置",
            shape::<Nothing, Vec<founding::ProfileChoice>>(),
            |_, _| json(founding::profiles()?),
        ),
        way("door_found", "建立数据库", shape::<founding::Found, password::RecoveryCode>(), |o, q| {
            json(founding::establish(o, read(q)?)?)
        }),
        way("door_enter", "登录", shape::<enter::Enter, Person>(), |o, q| {
            json(enter::enter(o, &read(q)?)?)
        }),
        way("door_lock", "锁定屏幕", shape::<Nothing, Nothing>(), |o, _| json(enter::lock(o)?)),
        way("door_leave", "退出登录", shape::<Nothing, Nothing>(), |o, _| json(enter::leave(o)?)),
        way(
            "door_recover",
            "用恢复码重设口令",
            shape::<password::Recover, password::RecoveryCode>(),
            |o, q| json(password::recover(o, &read(q)?)?),
        ),
        way("door_change_password", "更改口令", shape::<password::ChangePassword, Person>(), |o, q| {
            json(password::change_password(o, &read(q)?)?)
        }),
    ]
}

pub(crate) fn find(name: &str) -> Option<Way> {
    if name.starts_with("door_") { ways().into_iter().find(|way| way.name == name) } else { None }
}

fn json(answer: impl Serialize) -> Result<Answer> {
    Ok(Answer::Json(serde_json::to_value(answer)?))
}
