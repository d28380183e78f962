//! `zq demo`: the demonstration office, made once; its accounts, and on wish its papers.
use std::fs;
use std::path::Path;

use office::Refusal;
use zq::demo::{self, Made, Plan};

use crate::args::{Cli, DemoArgs};
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::{Bar, say, say_table};
use crate::session;

/// Makes it if the folder has none, says who may enter, prints the papers.
pub fn run(cli: &Cli, args: &DemoArgs) -> Result<(), Failure> {
    let home = session::data(cli)?;
    let made = match demo::standing(&home) {
        Some(made) => made,
        None => make(&home, args)?,
    };
    tell(&made)?;
    match &args.papers {
        Some(folder) => print(&home, &made, folder),
        None => Ok(()),
    }
}

fn print(home: &Path, made: &Made, folder: &Path) -> Result<(), Failure> {
    let papers = demo::print_papers(home, made, zq::fonts::folders(), &Bar)?;
    for placed in &papers {
        let path = folder.join(&placed.path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(Refusal::from)?;
        // Demonstration papers replace those of an earlier run; the help says so.
        save(&path, &placed.paper.bytes, true)?;
    }
    say(&format!("\n打印件（{} 份）在：{}", papers.len(), folder.display()))?;
    papers.iter().try_for_each(|placed| say(&format!("  {}", placed.path.display())))
}

fn make(home: &Path, args: &DemoArgs) -> Result<Made, Failure> {
    if home.join("store").exists() {
        return Err(Refusal::refused(format!("文件夹“{}”里已经有数据，而且不是示例数据。", home.display()))
            .hint("示例数据没有建立；请换一个空文件夹。")
            .into());
    }
    let plan = Plan { months: args.months, seed: args.seed, ..Plan::default() };
    Ok(demo::make(home, &plan, &Bar)?)
}

fn tell(made: &Made) -> Result<(), Failure> {
    say(&format!("{}\n今天固定为 {}。可用账号：", made.note, made.today))?;
    let mut rows = vec![["登录名", "姓名", "角色", "口令"].map(String::from).to_vec()];
    rows.extend(
        made.accounts
            .iter()
            .map(|a| vec![a.login.clone(), a.name.clone(), a.role_label.clone(), a.password.clone()]),
    );
    say_table(&rows)
}
