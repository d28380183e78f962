//! One cell → what its column holds, or what is wrong with it: numbers kept as text, text kept as numbers, formulas.
use chrono::{Days, NaiveDate};

use super::columns::{Column, Holds};
use super::report::FaultSeverity;
use super::workbook::{Cell, Value};
use crate::kernel::people_words::tidy_phone;

/// What a column of a row says.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// Nothing.
    Empty,
    /// Words.
    Words(String),
    /// A day.
    Day(NaiveDate),
    /// A whole number.
    Whole(i64),
}

/// What is wrong with a cell.
pub type Troubles = Vec<(FaultSeverity, String)>;

fn error(words: impl Into<String>) -> Troubles {
    vec![(FaultSeverity::Error, words.into())]
}

fn warning(words: impl Into<String>) -> Troubles {
    vec![(FaultSeverity::Warning, words.into())]
}

/// A cell as its column holds it, with what is wrong.
pub fn field(column: &Column, cell: Option<&Cell>) -> (Field, Troubles) {
    let Some(cell) = cell else {
        let troubles = if column.required {
            error(format!("“{}”必须填写。", column.title))
        } else {
            Troubles::new()
        };
        return (Field::Empty, troubles);
    };
    if let Some(formula) = &cell.formula {
        let formula: String = formula.chars().take(40).collect();
        return (Field::Empty, error(format!("是公式（={formula}），请“选择性粘贴—数值”后再导入。")));
    }
    if let Value::Error(words) = &cell.value {
        return (Field::Empty, error(format!("是出错的值（{words}），请改正。")));
    }
    match column.holds {
        Holds::Words => words(column, &cell.value),
        Holds::Phone => phone(&cell.value),
        Holds::Day => day(&cell.value),
        Holds::Whole => whole(&cell.value),
    }
}

fn words(column: &Column, value: &Value) -> (Field, Troubles) {
    let (words, troubles) = match value {
        Value::Text(words) => (words.clone(), Troubles::new()),
        Value::Number(number) => {
            (number.to_string(), warning(format!("是数字 {number}，已按文字读取，请核对。")))
        }
        Value::Date(day) => return (Field::Empty, error(format!("应填文字，这里是日期 {day}。"))),
        Value::Flag(_) | Value::Error(_) => return (Field::Empty, error("应填文字，这里是逻辑值。")),
    };
    if words.chars().count() > column.longest {
        let longest = column.longest;
        return (Field::Empty, error(format!("内容超过 {longest} 个字，请核对是否填错了格。")));
    }
    if !column.choices.is_empty() && !column.choices.contains(&words) {
        let choices = column.choices.join("、");
        return (Field::Empty, error(format!("“{words}”不在可选内容中，应为：{choices}。")));
    }
    (Field::Words(words), troubles)
}

fn phone(value: &Value) -> (Field, Troubles) {
    match value {
        Value::Text(typed) => match tidy_phone(typed) {
            Ok(phone) => (Field::Words(phone), Troubles::new()),
            Err(wrong) => (Field::Empty, error(format!("{wrong}。"))),
        },
        Value::Number(number) => phone_number(*number),
        Value::Date(_) | Value::Flag(_) | Value::Error(_) => {
            (Field::Empty, error("应填电话号码，并把单元格格式设为“文本”。"))
        }
    }
}

/// A number in a phone column: mobiles and local numbers survive it, an area code loses its leading zero.
fn phone_number(number: f64) -> (Field, Troubles) {
    if number.fract() != 0.0 || !(0.0..1e15).contains(&number) {
        return (Field::Empty, error(format!("{number} 不是电话号码，请把单元格格式设为“文本”后重新填写。")));
    }
    let digits = format!("{number:.0}");
    let mobile = digits.len() == 11 && digits.starts_with('1');
    match tidy_phone(&digits) {
        Ok(phone) if mobile || digits.len() <= 8 => {
            (Field::Words(phone), warning("号码存成了数字，已按文本读取；请把单元格格式设为“文本”。"))
        }
        Ok(_) => (
            Field::Empty,
            error(format!("号码存成了数字 {digits}，可能丢了区号开头的 0，请以文本重新填写。")),
        ),
        Err(wrong) => (Field::Empty, error(format!("{wrong}。"))),
    }
}

fn day(value: &Value) -> (Field, Troubles) {
    match value {
        Value::Date(day) => (Field::Day(*day), Troubles::new()),
        Value::Text(typed) => match written_day(typed) {
            Some(day) => (Field::Day(day), Troubles::new()),
            None => (Field::Empty, error(format!("“{typed}”不是有效的日期，应写成 2016-08-24。"))),
        },
        Value::Number(number) => (Field::Empty, error(number_as_day(*number))),
        Value::Flag(_) | Value::Error(_) => (Field::Empty, error("不是有效的日期，应写成 2016-08-24。")),
    }
}

/// The ways in which offices write a day.
fn written_day(typed: &str) -> Option<NaiveDate> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(['年', '月', '/', '.', '．', '／'], "-").replace(['日', '号'], "");
    if plain.len() == 8 && plain.chars().all(|c| c.is_ascii_digit()) {
        return NaiveDate::parse_from_str(&plain, "%Y%m%d").ok();
    }
    let parts: Vec<&str> = plain.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn number_as_day(number: f64) -> String {
    if (19_000_101.0..=21_001_231.0).contains(&number)
        && let Some(day) = written_day(&format!("{number:.0}"))
    {
        return format!("{number} 是数字，不是日期；如指 {day}，请写成“{day}”。");
    }
    // Excel counts days from 1899-12-30.
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day of the calendar");
    match (1.0..80_000.0).contains(&number).then(|| start + Days::new(number as u64)) {
        Some(day) => format!("{number} 是数字，不是日期；如指 {day}，请把单元格格式设为“日期”。"),
        None => format!("{number} 是数字，不是日期，应写成 2016-08-24。"),
    }
}

fn whole(value: &Value) -> (Field, Troubles) {
    let place =
        |number: f64| (number.fract() == 0.0 && (1.0..=9999.0).contains(&number)).then_some(number as i64);
    match value {
        Value::Number(number) => match place(*number) {
            Some(number) => (Field::Whole(number), Troubles::new()),
            None => (Field::Empty, error(format!("{number} 不是 1 至 9999 之间的整数。"))),
        },
        Value::Text(typed) => match typed.parse().ok().and_then(place) {
            Some(number) => (Field::Whole(number), warning("以文本存放的数字，已按数字读取。")),
            None => (Field::Empty, error(format!("“{typed}”不是 1 至 9999 之间的整数。"))),
        },
        Value::Date(_) | Value::Flag(_) | Value::Error(_) => {
            (Field::Empty, error("应填 1 至 9999 之间的整数。"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_offices_write_them_and_nothing_else_is() {
        for written in
            ["2016-08-24", "2016/8/24", "2016.8.24", "2016年8月24日", "20160824", " 2016 年 8 月 24 日 "]
        {
            assert_eq!(written_day(written), NaiveDate::from_ymd_opt(2016, 8, 24), "{written}");
        }
        for wrong in ["2016-13-01", "2016年8月", "16-08-24", "今年", "2016-02-30", "2016-8-24-1", "-8-24", ""]
        {
            assert_eq!(written_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_phone_kept_as_a_number_is_read_only_where_nothing_can_be_lost() {
        assert_eq!(phone_number(19_900_000_001.0).0, Field::Words("19900000001".into()));
        assert_eq!(phone_number(2_345_678.0).0, Field::Words("2345678".into()));
        for lost in [8_162_345_678.0, 81_612_345_678.0, 1.5, -1.0, 1e16, 123.0] {
            assert_eq!(phone_number(lost).0, Field::Empty, "{lost}");
        }
    }
}
