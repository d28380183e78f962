//! The real window under WebDriver: the built program, a driver of its own, a data folder of its own.
//!
//! Elements are named by `data-test`. It promises that driver and program end with the test, whatever happens to it.
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::root;

/// How long something may take to appear; a slow machine is no fault of the program.
const PATIENCE: Duration = Duration::from_secs(40);

/// The window and the driver behind it.
pub struct Window {
    /// WebDriver session.
    pub client: Client,
    /// What a person would choose in dialogs: files saved land here, `open.txt` names the file opened.
    pub dialogs: PathBuf,
    driver: Driver,
}

/// A page at rest, as a script measures it.
pub struct Rest {
    /// A refusal is in view.
    pub refused: bool,
    /// By how many CSS px the page is wider than its window.
    pub wider_by: f64,
    /// Characters written on it.
    pub words: u64,
}

/// The driver's process; ended with everything it started when the test ends.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver leads a process group of its own: a driver ended alone leaves children that hold pipes open.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        std::thread::sleep(Duration::from_millis(200));
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// The built program: named by `cargo xtask test`, else the debug build.
pub fn program() -> PathBuf {
    let built = std::env::var_os("ZHIQIANG_WINDOW").map(PathBuf::from);
    let path = built.unwrap_or_else(|| root().join("target/debug/zhiqiang"));
    assert!(path.exists(), "{} is not there: `cargo build -p zhiqiang` makes it", path.display());
    path
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("the system gives a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}

impl Window {
    /// Opens the program on a data folder.
    pub async fn open(data: &Path) -> Window {
        Window::open_program(&program(), data).await
    }
    /// Opens some build of the program on a data folder.
    pub async fn open_program(program: &Path, data: &Path) -> Window {
        let port = free_port();
        let dialogs = data.join("dialogs");
        let xdg = data.join("xdg");
        std::fs::create_dir_all(&dialogs).expect("the test's folder can be written");
        std::fs::create_dir_all(&xdg).expect("the test's folder can be written");
        let mut command = Command::new("WebKitWebDriver");
        command
            .args([&format!("--port={port}"), "--host=127.0.0.1"])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("ZHIQIANG_DATA", data.join("data"))
            .env("ZHIQIANG_FONTS", root().join("assets/fonts"))
            .env("ZHIQIANG_TEST_DIALOG", &dialogs)
            .env("XDG_DATA_HOME", &xdg)
            .env("XDG_CONFIG_HOME", &xdg)
            .env("XDG_CACHE_HOME", &xdg)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let driver = Driver(command.spawn().expect("WebKitWebDriver is installed by `cargo xtask setup`"));
        let client = connect(port, program).await;
        client.set_window_size(1366, 768).await.expect("the window can be sized");
        Window { client, dialogs, driver }
    }
    /// Waits for an element to be shown.
    #[track_caller]
    pub fn see(&self, name: &str) -> impl Future<Output = Element> + '_ {
        let css = format!("[data-test=\"{name}\"]");
        async move { self.find(&css).await }
    }
    /// Waits for an element by selector.
    pub async fn find(&self, css: &str) -> Element {
        let start = Instant::now();
        loop {
            if let Ok(Ok(element)) = answered(self.client.find(Locator::Css(css))).await
                && matches!(answered(element.is_displayed()).await, Ok(Ok(true)))
            {
                return element;
            }
            assert!(start.elapsed() < PATIENCE, "{css} did not appear; the page says: {}", self.page().await);
            tokio::time::sleep(Duration::from_millis(80)).await;
        }
    }
    /// Waits until an element is gone.
    pub async fn gone(&self, name: &str) {
        let css = format!("[data-test=\"{name}\"]");
        let start = Instant::now();
        while let Ok(element) = self.client.find(Locator::Css(&css)).await {
            if !element.is_displayed().await.unwrap_or(false) {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{name} is still there; the page says: {}",
                self.page().await
            );
            tokio::time::sleep(Duration::from_millis(80)).await;
        }
    }
    /// Clicks, again while something still moves over it.
    pub async fn click(&self, name: &str) {
        self.click_css(&format!("[data-test=\"{name}\"]")).await;
    }
    /// Clicks by selector.
    pub async fn click_css(&self, css: &str) {
        let start = Instant::now();
        loop {
            let clicked = self.find(css).await.click().await;
            let Err(error) = clicked else { return };
            assert!(start.elapsed() < PATIENCE, "{css} cannot be clicked: {error}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    /// Clicks until the click shows its effect: what is being drawn anew just now may swallow one.
    pub async fn click_until(&self, name: &str, appears: &str) {
        let css = format!("[data-test=\"{appears}\"]");
        for _ in 0..8 {
            self.click(name).await;
            for _ in 0..20 {
                tokio::time::sleep(Duration::from_millis(150)).await;
                if let Ok(Ok(found)) = answered(self.client.find(Locator::Css(&css))).await
                    && matches!(answered(found.is_displayed()).await, Ok(Ok(true)))
                {
                    return;
                }
            }
        }
        panic!("{name} had no effect: {appears} did not appear; the page says: {}", self.page().await);
    }
    /// Opens a list and takes one of its entries.
    pub async fn choose(&self, list: &str, entry: &str) {
        self.click(list).await;
        self.click(entry).await;
    }
    /// Types into an input, in place of what stands there.
    pub async fn fill(&self, name: &str, words: &str) {
        let outer = format!("[data-test=\"{name}\"]");
        let inner = format!("{outer} input, {outer} textarea");
        self.find(&outer).await;
        let field = match self.client.find(Locator::Css(&inner)).await {
            Ok(_) => inner,
            Err(_) => outer,
        };
        self.click_css(&field).await;
        let field = self.find(&field).await;
        let select_all = format!("{}a{}", Key::Control, Key::Null);
        field.send_keys(&select_all).await.expect("a field takes keys");
        field.send_keys(&Key::Backspace.to_string()).await.expect("a field takes keys");
        if !words.is_empty() {
            field.send_keys(words).await.expect("a field takes keys");
        }
    }
    /// The text of an element as a person sees it.
    pub async fn text(&self, name: &str) -> String {
        let css = format!("[data-test=\"{name}\"]");
        self.find(&css).await;
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text = self.client.execute(script, vec![json!(css)]).await.expect("a script runs");
        text.as_str().unwrap_or_default().to_owned()
    }
    /// Waits until the page holds these words.
    pub async fn says(&self, words: &str) {
        let start = Instant::now();
        loop {
            let page = self.page().await;
            if page.contains(words) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "“{words}” did not appear; the page says: {page}");
            tokio::time::sleep(Duration::from_millis(80)).await;
        }
    }
    /// Everything written on the page.
    pub async fn page(&self) -> String {
        let text = answered(self.client.execute("return document.body?.innerText ?? ''", Vec::new())).await;
        text.ok().and_then(Result::ok).and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
    /// Goes to a page by its route.
    pub async fn go(&self, route: &str) {
        let script = "location.hash = arguments[0]";
        self.client.execute(script, vec![json!(format!("#{route}"))]).await.expect("a script runs");
    }
    /// Waits until the page reads nothing any more, and measures it.
    pub async fn at_rest(&self) -> Rest {
        let script = "const seen = (e) => e.getClientRects().length > 0;
            const root = document.documentElement;
            return { busy: [...document.querySelectorAll('[aria-busy=true], .is-loading, .el-loading-mask')].some(seen),
              refused: [...document.querySelectorAll('[data-test=refusal]')].some(seen),
              wider_by: Math.max(...[root, ...document.querySelectorAll('main')].map((e) => e.scrollWidth - e.clientWidth)),
              words: document.body.innerText.length }";
        let (start, mut calm) = (Instant::now(), 0);
        loop {
            tokio::time::sleep(Duration::from_millis(150)).await;
            let page = self.client.execute(script, Vec::new()).await.expect("a script runs");
            calm = if page["busy"] == false { calm + 1 } else { 0 };
            if calm == 3 || start.elapsed() > PATIENCE {
                assert!(calm == 3, "the page does not come to rest: {}", self.page().await);
                return Rest {
                    refused: page["refused"] == true,
                    wider_by: page["wider_by"].as_f64().unwrap_or_default(),
                    words: page["words"].as_u64().unwrap_or_default(),
                };
            }
        }
    }
    /// Presses keys at the focused element.
    pub async fn keys(&self, keys: &str) {
        let active = self.client.active_element().await.expect("something has the focus");
        active.send_keys(keys).await.expect("the page takes keys");
    }
    /// Keeps a picture of the display in `target/window/`, for a person to look at. The driver's own screenshot never
    /// answers in this webview, so ImageMagick takes it; without it there is no picture and the test goes on.
    pub async fn picture(&self, name: &str) {
        let folder = root().join("target/window");
        std::fs::create_dir_all(&folder).expect("target can be written");
        tokio::time::sleep(Duration::from_millis(400)).await;
        let picture = folder.join(format!("{name}.png"));
        let _ = Command::new("import").args(["-window", "root"]).arg(picture).stderr(Stdio::null()).status();
    }
    /// Names the file that the next open dialog answers.
    pub fn will_choose(&self, file: &Path) {
        let words = file.to_str().expect("a test's path is plain");
        std::fs::write(self.dialogs.join("open.txt"), words).expect("the test's folder can be written");
    }
    /// Logs a person in by the page.
    pub async fn enter(&self, login: &str, password: &str) {
        self.see("login").await;
        let start = Instant::now();
        // A list that still slides open may take the click for its neighbour.
        while self.see("login").await.attr("data-login").await.expect("the form is there").as_deref()
            != Some(login)
        {
            assert!(
                start.elapsed() < PATIENCE,
                "{login} cannot be chosen; the page says: {}",
                self.page().await
            );
            self.choose("login-person", &format!("login-person-{login}")).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.fill("login-password", password).await;
        self.click("login-enter").await;
    }
    /// Ends the session and the program.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
        drop(self.driver);
    }
}

/// A driver's call that must answer in its time: one that never does would hang the test instead of failing it.
async fn answered<T>(call: impl Future<Output = T>) -> Result<T, tokio::time::error::Elapsed> {
    tokio::time::timeout(Duration::from_secs(20), call).await
}

async fn connect(port: u16, program: &Path) -> Client {
    let mut capabilities = Capabilities::new();
    capabilities.insert(
        "webkitgtk:browserOptions".into(),
        json!({"binary": program.to_str().expect("a build's path is plain"), "args": []}),
    );
    let start = Instant::now();
    loop {
        let address = format!("http://127.0.0.1:{port}");
        match ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.clone())
            .connect(&address)
            .await
        {
            Ok(client) => return client,
            Err(error) => assert!(start.elapsed() < PATIENCE, "the window does not open: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
}
