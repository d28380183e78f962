//! `zq blank`: a form to be filled in by pen, or all of them, without any store.
use std::path::Path;

use office::Refusal;
use press::fonts::Fonts;
use press::forms::{self, BlankForm, CATALOGUE, Letterhead};
use press::{layout, pdf};

use crate::args::{BlankArgs, Cli};
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::say;

/// Prints.
pub fn run(cli: &Cli, args: &BlankArgs) -> Result<(), Failure> {
    let all = args.form == "all";
    if !all && args.output.is_dir() {
        return Err(Failure::Usage(format!("“{}”是文件夹，请写明文件名。", args.output.display())));
    }
    let forms: Vec<&BlankForm> = if all { CATALOGUE.iter().collect() } else { vec![find(&args.form)?] };
    let fonts = Fonts::load(&zq::fonts::folders());
    let now = crate::session::now(cli);
    if all {
        std::fs::create_dir_all(&args.output).map_err(Refusal::from)?;
    }
    for form in forms {
        let bytes = print(form, args, &fonts, now)?;
        let path = if all { args.output.join(format!("{}.pdf", form.title)) } else { args.output.clone() };
        keep(&path, &bytes, args.force)?;
    }
    Ok(())
}

fn keep(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    save(path, bytes, force)?;
    say(&path.display().to_string())
}

fn find(name: &str) -> Result<&'static BlankForm, Failure> {
    let found = forms::blank(name).or_else(|| CATALOGUE.iter().find(|form| form.title == name));
    found.ok_or_else(|| Failure::Usage(format!("没有“{name}”这种空白表格，见 zq forms。")))
}

fn print(
    form: &BlankForm,
    args: &BlankArgs,
    fonts: &Fonts,
    now: chrono::NaiveDateTime,
) -> Result<Vec<u8>, Failure> {
    let head = Letterhead {
        group: args.group.clone(),
        group_short: args.group.clone(),
        office: args.office.clone(),
        office_short: args.office.clone(),
        ..Letterhead::default()
    };
    let made = (form.make)(&head);
    let properties = pdf::Properties {
        title: made.title.clone(),
        subject: String::new(),
        author: args.office.clone(),
        created: now,
    };
    let placed = layout::place_form(&made, fonts).map_err(Refusal::from)?;
    Ok(pdf::write(&placed, fonts, &properties).map_err(Refusal::from)?.bytes)
}
