//! The one way from a page to the front desk: `ask(name, request)` → answer, file or refusal.
//!
//! What it promises: the window never freezes, since every question is answered on a thread of its own; progress goes
//! out as events named `progress`; `stop` cancels a question under way. It deliberately looks into no request.
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use office::{Answer, Office, Progress, Refusal};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, State};

use crate::frame::{self, Head};

/// Steps closer together than this are not told: a page cannot show them, and every event costs it time.
const BETWEEN_STEPS: Duration = Duration::from_millis(60);

/// The office as the window holds it, with the questions now under way.
pub struct Counter {
    office: Arc<Office>,
    under_way: Arc<Mutex<HashMap<String, Arc<AtomicBool>>>>,
}

impl Counter {
    /// A counter before an office.
    pub fn new(office: Arc<Office>) -> Self {
        Self { office, under_way: Arc::default() }
    }
    fn under_way(&self) -> MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a question by name.
#[tauri::command]
pub async fn ask(
    app: AppHandle,
    counter: State<'_, Counter>,
    name: String,
    request: Value,
    ask_id: String,
) -> Result<Response, Refusal> {
    let office = Arc::clone(&counter.office);
    let stopped = Arc::new(AtomicBool::new(false));
    counter.under_way().insert(ask_id.clone(), Arc::clone(&stopped));
    let teller = Teller { app, ask_id: ask_id.clone(), stopped, last: Mutex::new(None) };
    let command = name.clone();
    let answer = tauri::async_runtime::spawn_blocking(move || office.ask(&command, request, &teller)).await;
    counter.under_way().remove(&ask_id);
    match answer {
        Ok(Ok(answer)) => respond(answer),
        Ok(Err(refusal)) => {
            // Its words may name people; its kind does not.
            log::info!("{name}: {:?}", refusal.kind);
            Err(refusal)
        }
        Err(_) => Err(Refusal::broken("程序在办理时中断，这一步没有写入。").hint("请重新打开程序后再试。")),
    }
}

/// Asks a question under way to stop; one that is already answered is not troubled.
#[tauri::command]
pub fn stop(counter: State<'_, Counter>, ask_id: String) {
    if let Some(stopped) = counter.under_way().get(&ask_id) {
        stopped.store(true, Ordering::Relaxed);
    }
}

fn respond(answer: Answer) -> Result<Response, Refusal> {
    match answer {
        Answer::Json(value) => Ok(Response::new(serde_json::to_string(&value)?)),
        Answer::File(paper) => {
            let head = Head { name: paper.name, mime: paper.mime };
            Ok(Response::new(frame::pack(&head, &paper.bytes)?))
        }
    }
}

/// Tells the page how far a question is.
struct Teller {
    app: AppHandle,
    ask_id: String,
    stopped: Arc<AtomicBool>,
    last: Mutex<Option<Instant>>,
}

/// The event `progress`.
#[derive(Clone, Serialize)]
struct Step<'a> {
    ask_id: &'a str,
    done: u64,
    total: u64,
    words: &'a str,
}

impl Progress for Teller {
    fn step(&self, done: u64, total: u64, words: &str) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|last| last.elapsed() >= BETWEEN_STEPS);
        if !due && done < total {
            return;
        }
        *last = Some(Instant::now());
        // A page that has gone hears nothing; the work is not worse for it.
        let _ = self.app.emit("progress", Step { ask_id: &self.ask_id, done, total, words });
    }
    fn cancelled(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
