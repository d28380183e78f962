//! Starting other programs: always from the repository's root, always saying which one failed.
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What goes wrong in a task is a sentence for the person at the terminal.
pub type Done<T = ()> = Result<T, String>;

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root").to_path_buf()
}

/// Where the tasks keep their stamps.
pub fn stamps() -> PathBuf {
    root().join("target").join("xtask")
}

/// A program to start.
pub struct Program {
    command: Command,
    name: String,
}

/// A program by name, to be started in the root.
pub fn program(name: &str) -> Program {
    let mut command = Command::new(name);
    command.current_dir(root());
    Program { command, name: name.to_owned() }
}

/// Cargo, the one that started us.
pub fn cargo<const N: usize>(args: [&str; N]) -> Program {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    program(&cargo).args(args)
}

/// A tool of Node's; on Windows they are `.cmd` files, which are not found without the ending.
pub fn node_tool(name: &str) -> Program {
    let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let mut tool = program(&name);
    tool.command.current_dir(root().join("ui")).env("npm_config_loglevel", "error");
    tool
}

impl Program {
    /// Adds arguments.
    pub fn args<I, S>(mut self, args: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.command.args(args);
        self
    }
    /// Sets a variable.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }
    /// Starts it elsewhere.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }
    /// Runs it before the person's eyes; anything but success is an error.
    pub fn run(mut self) -> Done {
        let status =
            self.command.status().map_err(|error| format!("`{}` does not start: {error}", self.name))?;
        if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", self.spelled())) }
    }
    /// Runs it unseen; what it wrote, or nothing where it failed or is not there.
    pub fn quiet(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
    /// Runs it unseen and gives what it wrote, whether or not it succeeded (`dpkg-query` fails where one name is unknown).
    pub fn words(mut self) -> String {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
    }
    fn spelled(&self) -> String {
        let args: Vec<_> = self.command.get_args().map(|arg| arg.to_string_lossy()).collect();
        format!("{} {}", self.name, args.join(" "))
    }
}
