//! What is secret may not be written here: the program is for paper that is not.

/// The words that name a secret: 秘密, 机密, 绝密.
const SECRETS: [&str; 3] = ["秘密", "机密", "绝密"];

/// What is said to it.
pub(super) const REFUSAL: &str = "涉密文件不得在本程序中办理，请使用保密机；本程序只办公开、内部文件。";

/// Whether a line is a mark of secrecy: `机密★1年`, `秘密`, not a sentence in which the word occurs.
pub(super) fn is_mark(line: &str) -> bool {
    let line: String = line.chars().filter(|ch| !ch.is_whitespace()).collect();
    let line = line.strip_prefix("密级").map_or(line.as_str(), |rest| rest.trim_start_matches([':', '：']));
    SECRETS.iter().any(|secret| {
        line.strip_prefix(secret).is_some_and(|rest| rest.is_empty() || rest.starts_with(['★', '☆', '*']))
    })
}
