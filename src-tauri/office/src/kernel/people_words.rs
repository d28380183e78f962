//! Words about people and units put into one form: names without stray spaces, phones, pinyin initials for pickers, the
//! reading by which ledgers sort.
//!
//! It deliberately guesses no reading: a character with several readings counts with its first.
use pinyin::ToPinyin;

/// A name as it is stored: no spaces inside Chinese names, one middle dot, no control characters.
pub fn tidy_name(name: &str) -> String {
    let clean: String = name.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.replace(['・', '•', '．'], "·").replace('\u{3000}', " ");
    let has_han = clean.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if has_han {
        clean.split_whitespace().collect()
    } else {
        clean.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Pinyin initials: `fgw` for 发改委; Latin letters and digits stay, everything else is left out.
pub fn initials(words: &str) -> String {
    words
        .chars()
        .filter_map(|c| match c.to_pinyin() {
            Some(reading) => reading.plain().chars().next(),
            None if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
            None => None,
        })
        .collect()
}

/// Words as a ledger sorts them: by pinyin with its tone, then by the character itself; a run of digits by its value, so
/// that 第2期 stands before 第10期.
pub fn reading(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 3);
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() {
            let mut run = String::from(c);
            while let Some(digit) = rest.next_if(char::is_ascii_digit) {
                run.push(digit);
            }
            let value = run.trim_start_matches('0');
            out.push_str(&format!("{:0>2}{value}", value.len()));
        } else if let Some(sound) = c.to_pinyin() {
            // A letter before the sound puts Chinese after Latin and digits; the space ends it before a longer one.
            out.push_str(&format!("~{} {c}", sound.with_tone_num_end()));
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// A telephone number in one form (digits and dashes, full-width put right), or what is wrong with it.
pub fn tidy_phone(typed: &str) -> Result<String, String> {
    let half = typed.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '－' | '—' | '–' | '―' => '-',
        other => other,
    });
    let phone: String = half.collect();
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let bare = phone.chars().all(|c| c.is_ascii_digit());
    let mobile = bare && digits == 11 && phone.starts_with('1');
    let landline = (7..=16).contains(&digits)
        && phone.chars().all(|c| c.is_ascii_digit() || c == '-')
        && !phone.starts_with('-')
        && !phone.ends_with('-');
    if mobile || (landline && !(bare && phone.starts_with('1'))) {
        return Ok(phone);
    }
    if bare && phone.starts_with('1') {
        return Err(format!("“{typed}”不是有效的手机号：应为 11 位数字，这里是 {digits} 位"));
    }
    Err(format!("“{typed}”不是有效的电话号码：应为手机号或“区号-号码”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_by_the_initials_of_their_short_name() {
        assert_eq!(initials("市发改委"), "sfgw");
        assert_eq!(initials("A区"), "aq");
    }

    #[test]
    fn ledgers_sort_by_sound_and_by_the_value_of_numbers() {
        let mut words = vec!["第10期", "张三", "李四", "李三", "第2期", "A区", "绵质强创办〔2016〕2号", "2"];
        words.sort_by_key(|words| reading(words));
        assert_eq!(words, ["2", "A区", "第2期", "第10期", "李三", "李四", "绵质强创办〔2016〕2号", "张三"]);
    }

    #[test]
    fn phones_are_put_right_or_refused_with_the_reason() {
        assert_eq!(tidy_phone("１９９0000 0001").unwrap(), "19900000001");
        assert_eq!(tidy_phone("0816－2345678").unwrap(), "0816-2345678");
        for wrong in ["1990000001", "电话", "199000000012", "", "12-"] {
            assert!(tidy_phone(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_lose_stray_spaces_but_foreign_names_keep_theirs() {
        assert_eq!(tidy_name(" 张　三 "), "张三");
        assert_eq!(tidy_name("买买提•艾力"), "买买提·艾力");
        assert_eq!(tidy_name("John  Smith"), "John Smith");
    }
}
