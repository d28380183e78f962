//! `zq import roster`: looks a workbook over, lists every fault by its place, and writes all or nothing.
use std::path::Path;

use base64::Engine;
use office::{Answer, Office, Refusal};
use serde_json::{Value, json};

use crate::args::{Cli, ImportArgs};
use crate::failure::Failure;
use crate::screen::{say, say_table};
use crate::session;

/// Imports, or only looks.
pub fn run(cli: &Cli, args: &ImportArgs) -> Result<(), Failure> {
    let upload = upload(&args.file)?;
    let office = session::entered(cli)?;
    let seen = ask(&office, "registry_import_preview", json!({"upload": upload}))?;
    tell_faults(&seen)?;
    say(seen["summary"].as_str().unwrap_or_default())?;
    let faulty = seen["errors"].as_u64().unwrap_or(0) > 0;
    if args.dry_run || (faulty && !args.good_rows) {
        say("没有写入任何内容。")?;
        return if faulty { Err(Failure::Found) } else { Ok(()) };
    }
    let request = json!({"upload": upload, "digest": seen["digest"], "good_only": args.good_rows});
    let done = ask(&office, "registry_import_apply", request)?;
    say(&format!("已导入：{}", done["summary"].as_str().unwrap_or_default()))
}

fn ask(office: &Office, name: &str, request: Value) -> Result<Value, Failure> {
    match session::ask(office, name, request)? {
        Answer::Json(value) => Ok(value),
        Answer::File(_) => Err(Refusal::broken("导入没有给出结果。").into()),
    }
}

fn upload(path: &Path) -> Result<Value, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(path).map_err(|error| {
        let refusal = Refusal::from(error);
        Refusal {
            message: format!("文件“{}”不能读取：{}", path.display(), refusal.message), ..refusal
        }
    })?;
    Ok(json!({"name": name, "data": base64::engine::general_purpose::STANDARD.encode(bytes)}))
}

fn tell_faults(seen: &Value) -> Result<(), Failure> {
    let faults = seen["faults"].as_array().cloned().unwrap_or_default();
    if faults.is_empty() {
        return Ok(());
    }
    let mut rows = vec![["级别", "工作表", "位置", "列", "问题"].map(String::from).to_vec()];
    rows.extend(faults.iter().map(row));
    say_table(&rows)?;
    say("")
}

fn row(fault: &Value) -> Vec<String> {
    let word = |key: &str| fault[key].as_str().unwrap_or_default().to_owned();
    let place = match (word("cell"), fault["row"].as_u64().unwrap_or(0)) {
        (cell, 0) if cell.is_empty() => "整表".into(),
        (cell, row) if cell.is_empty() => format!("第 {row} 行"),
        (cell, _) => cell,
    };
    vec![word("severity_label"), word("sheet"), place, word("title"), word("message")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_named_by_its_place() {
        let fault = |cell: &str, n: u32| row(&json!({"cell": cell, "row": n, "sheet": "单位"}))[2].clone();
        assert_eq!(fault("C5", 5), "C5");
        assert_eq!(fault("", 5), "第 5 行");
        assert_eq!(fault("", 0), "整表");
    }
}
