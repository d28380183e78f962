//! The one error type of the press. It deliberately knows nothing of refusals: the office turns it into one.

/// Why paper could not be made: a Chinese sentence that says what is wrong and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, and where, in Chinese.
    pub message: String,
}

impl Fault {
    /// A fault with its sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}
