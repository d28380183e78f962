//! What only a desktop can do: save and open dialogs, the system's viewer, printing, revealing a folder, zoom.
//!
//! What it promises: a file is saved whole or not at all, and a path never comes from the page. It deliberately does
//! not print by itself: no webview prints to measure, so printing hands the finished PDF to the system's viewer, whose
//! print dialog knows the printers.
mod choose;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use office::Refusal;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_opener::OpenerExt;

use crate::frame::{self, Head};
use crate::places;
use choose::Chooser;

/// Files saved since the program started; only these are revealed.
#[derive(Default)]
pub struct Saved(Mutex<Vec<PathBuf>>);

/// A file as the page hands it over.
struct Sent {
    head: Head,
    bytes: Vec<u8>,
}

/// Asks where to save a file and saves it there; the path, or nothing where the person changed their mind.
#[tauri::command]
pub async fn desktop_save(window: WebviewWindow, request: Request<'_>) -> Result<Option<PathBuf>, Refusal> {
    let sent = sent(&request)?;
    on_a_thread(move || {
        let Some(path) = Chooser::of(&window).save(&sent.head.name) else { return Ok(None) };
        write::whole(&path, &sent.bytes)?;
        window.state::<Saved>().0.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
        Ok(Some(path))
    })
    .await
}

/// Asks for a file and reads it; framed, or empty where the person changed their mind.
#[tauri::command]
pub async fn desktop_open(window: WebviewWindow, kind: choose::Kind) -> Result<Response, Refusal> {
    on_a_thread(move || {
        let Some(path) = Chooser::of(&window).open(kind) else { return Ok(Response::new(Vec::new())) };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let head = Head { name, mime: "application/octet-stream".into() };
        Ok(Response::new(frame::pack(&head, &std::fs::read(&path)?)?))
    })
    .await
}

/// Opens a paper in the system's viewer.
#[tauri::command]
pub async fn desktop_view(window: WebviewWindow, request: Request<'_>) -> Result<(), Refusal> {
    let sent = sent(&request)?;
    on_a_thread(move || show(&window, &sent, "viewed")).await
}

/// Hands a paper to the system's viewer for printing.
#[tauri::command]
pub async fn desktop_print(window: WebviewWindow, request: Request<'_>) -> Result<(), Refusal> {
    let sent = sent(&request)?;
    on_a_thread(move || show(&window, &sent, "printed")).await
}

/// Shows a file saved by this program in its folder.
#[tauri::command]
pub fn desktop_reveal(app: AppHandle, saved: State<'_, Saved>, path: PathBuf) -> Result<(), Refusal> {
    if !saved.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&path) {
        return Err(Refusal::refused("只能打开本次保存过的文件所在的文件夹。"));
    }
    let no_folder =
        |_| Refusal::broken("系统没有打开这个文件夹。").hint(format!("请自行打开：{}", path.display()));
    app.opener().reveal_item_in_dir(&path).map_err(no_folder)
}

/// Sets the size of everything in the window; 1 is natural, 1.5 the largest offered.
#[tauri::command]
pub fn desktop_zoom(window: WebviewWindow, factor: f64) -> Result<(), Refusal> {
    window.set_zoom(factor.clamp(0.5, 3.0)).map_err(|_| Refusal::broken("显示大小没有改变。"))
}

/// Takes away the papers that were opened in the viewer.
pub fn clear_view_folder(app: &AppHandle) {
    // A viewer that still holds a paper open keeps it on Windows; the next start takes it away.
    let _ = places::viewing(app).map(std::fs::remove_dir_all);
}

fn show(window: &WebviewWindow, sent: &Sent, test_folder: &str) -> Result<(), Refusal> {
    if let Some(answers) = choose::test_answers() {
        return write::whole(&answers.join(test_folder).join(plain_name(&sent.head.name)), &sent.bytes);
    }
    let folder =
        places::viewing(window.app_handle()).map_err(|_| Refusal::broken("找不到存放临时文件的文件夹。"))?;
    let path = write::unused(&folder.join(plain_name(&sent.head.name)));
    write::whole(&path, &sent.bytes)?;
    let opened = window.opener().open_path(path.to_string_lossy(), None::<&str>);
    opened.map_err(|_| {
        Refusal::broken("系统中没有能打开这种文件的程序。")
            .hint("请先点“保存”存成文件，再用 WPS 或浏览器打开。")
    })
}

/// The last part of a name: nothing that the page sends leads into another folder.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim_matches('.');
    if last.is_empty() { "文件".into() } else { last.to_owned() }
}

fn sent(request: &Request<'_>) -> Result<Sent, Refusal> {
    let piece = match request.body() {
        InvokeBody::Raw(piece) => piece.clone(),
        // The way round the custom protocol, where the webview blocks it, carries bytes as a list of numbers.
        InvokeBody::Json(value) => serde_json::from_value(value.clone())?,
    };
    let (head, bytes) = frame::unpack(&piece)?;
    Ok(Sent { head, bytes: bytes.to_vec() })
}

async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(Refusal::broken("这一步中断了，文件没有写入。").hint("请再试一次。")))
}

/// The path of a file's folder, made if it is not there.
fn folder_of(path: &Path) -> Result<&Path, Refusal> {
    let folder = path.parent().ok_or_else(|| Refusal::refused("这里不能存放文件。"))?;
    std::fs::create_dir_all(folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_from_the_page_leads_into_no_other_folder() {
        assert_eq!(plain_name("会议纪要.pdf"), "会议纪要.pdf");
        assert_eq!(plain_name("../../a.pdf"), "a.pdf");
        assert_eq!(plain_name("C:\\Windows\\a.pdf"), "a.pdf");
        assert_eq!(plain_name(".."), "文件");
        assert_eq!(plain_name(""), "文件");
    }
}
