//! What a circular speaks of: a month, a quarter, a year. Pure.
use super::month::Month;
use crate::kernel::refusal::{Refusal, Result};

/// Months, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
}

impl Span {
    /// A year, or its quarter, or its month.
    pub fn of(year: i32, quarter: Option<u32>, month: Option<u32>) -> Result<Span> {
        let no = || {
            Refusal::refused("统计时段不对。").hint("请选择年份，再选季度（1 至 4）或月份（1 至 12）之一。")
        };
        let (from, to) = match (quarter, month) {
            (None, None) => (1, 12),
            (Some(quarter @ 1..=4), None) => (quarter * 3 - 2, quarter * 3),
            (None, Some(month @ 1..=12)) => (month, month),
            _ => return Err(no()),
        };
        if !(1900..=2999).contains(&year) {
            return Err(no());
        }
        Ok(Span { from: Month::new(year, from).ok_or_else(no)?, to: Month::new(year, to).ok_or_else(no)? })
    }
    /// From January to the end of the span.
    pub fn so_far(self) -> Span {
        Span { from: Month::new(self.to.year(), 1).unwrap_or(self.from), to: self.to }
    }
    /// `2016年11月`, `2016年第四季度`, `2016年度`.
    pub fn label(self) -> String {
        let year = self.to.year();
        match self.to.month() - self.from.month() {
            0 => self.from.label(),
            2 => {
                let names = ["一", "二", "三", "四"];
                format!("{year}年第{}季度", names[(self.from.quarter() as usize - 1).min(3)])
            }
            _ => format!("{year}年度"),
        }
    }
    /// How the span is called in a table's head: 本月, 本季, 本年.
    pub fn short(self) -> &'static str {
        match self.to.month() - self.from.month() {
            0 => "本月",
            2 => "本季",
            _ => "本年",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_a_month_a_quarter_or_a_year() {
        for (quarter, month, from, to, label) in [
            (None, Some(2), "2016-02", "2016-02", "2016年2月"),
            (Some(1), None, "2016-01", "2016-03", "2016年第一季度"),
            (Some(4), None, "2016-10", "2016-12", "2016年第四季度"),
            (None, None, "2016-01", "2016-12", "2016年度"),
        ] {
            let span = Span::of(2016, quarter, month).unwrap();
            assert_eq!((span.from.to_string().as_str(), span.to.to_string().as_str()), (from, to));
            assert_eq!(span.label(), label);
            assert_eq!(span.so_far().from.to_string(), "2016-01");
        }
        assert!(Span::of(2016, Some(5), None).is_err() && Span::of(2016, Some(1), Some(1)).is_err());
        assert!(Span::of(2016, None, Some(13)).is_err() && Span::of(20160, None, None).is_err());
    }
}
