//! An import template as a workbook: the sheets to fill in, then 填表说明, then (hidden) the lists to choose from.
//!
//! The head of a sheet is its first row and says exactly the column's title, so that the import finds it; a required
//! column is red and says 必填 when its cells are entered. Drop-down lists refer to the hidden sheet, because a list
//! inside the rule itself may hold only 255 characters and no comma.
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, Format, Formula, Workbook, Worksheet,
};

use super::{Formats, MAX_COLUMNS, check_length, fault, lines_in, row_height, set_page, tab_name, width_of};
use crate::Fault;
use crate::ledger::Kind;
use crate::template::{Template, TemplateColumn, TemplateSheet};

const RULES_TAB: &str = "填表说明";
const CHOICES_TAB: &str = "选项";
/// Rows under the head that carry lists and prompts.
const LAST_ROW: u32 = 9_999;
/// Heads and widths of the table of rules.
const RULES: [(&str, f64); 6] =
    [("工作表", 14.0), ("栏目", 18.0), ("必填", 7.0), ("填写要求", 44.0), ("可选内容", 30.0), ("示例", 30.0)];

/// The workbook of an import template, as bytes of an .xlsx file.
pub fn template(template: &Template) -> Result<Vec<u8>, Fault> {
    check(template)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&template.title));
    let formats = Formats::new();
    let mut list = 0u16;
    for sheet in &template.sheets {
        write_sheet(book.add_worksheet(), sheet, &formats, &mut list)?;
    }
    write_rules(book.add_worksheet(), template, &formats)?;
    if list > 0 {
        write_choices(book.add_worksheet(), template)?;
    }
    book.save_to_buffer().map_err(fault)
}

fn check(template: &Template) -> Result<(), Fault> {
    if template.sheets.is_empty() {
        return Err(Fault::new(format!("导入模板《{}》没有工作表，无法生成。", template.title)));
    }
    let mut taken = vec![RULES_TAB.to_owned(), CHOICES_TAB.to_owned()];
    for sheet in &template.sheets {
        if sheet.columns.is_empty() || sheet.columns.len() > MAX_COLUMNS {
            return Err(Fault::new(format!(
                "导入模板《{}》的工作表“{}”有 {} 列，应在 1 至 {MAX_COLUMNS} 列之间。",
                template.title,
                sheet.name,
                sheet.columns.len()
            )));
        }
        let name = tab_name(&sheet.name).to_lowercase();
        if taken.contains(&name) {
            return Err(Fault::new(format!(
                "导入模板《{}》的工作表名“{}”重复，请改名。",
                template.title, sheet.name
            )));
        }
        taken.push(name);
        check_words(sheet)?;
    }
    template.notes.iter().chain([&template.title]).try_for_each(|s| check_length(s, || RULES_TAB.into()))
}

fn check_words(sheet: &TemplateSheet) -> Result<(), Fault> {
    for column in &sheet.columns {
        let place = || format!("工作表“{}”栏目“{}”", sheet.name, column.title);
        check_length(&column.title, place)?;
        check_length(&column.hint, place)?;
        check_length(&column.choices.join("、"), place)?;
    }
    sheet
        .examples
        .iter()
        .flatten()
        .try_for_each(|words| check_length(words, || format!("工作表“{}”示例", sheet.name)))
}

fn write_sheet(
    sheet: &mut Worksheet,
    wanted: &TemplateSheet,
    formats: &Formats,
    list: &mut u16,
) -> Result<(), Fault> {
    sheet.set_name(tab_name(&wanted.name)).map_err(fault)?;
    let lines = wanted.columns.iter().map(|c| lines_in(&c.title, width_of(c.width))).max().unwrap_or(1);
    sheet.set_row_height(0, row_height(lines) + 5.0).map_err(fault)?;
    for (column, col) in wanted.columns.iter().zip(0u16..) {
        sheet.set_column_width(col, width_of(column.width)).map_err(fault)?;
        sheet.set_column_format(col, &entry_format(column.kind)).map_err(fault)?;
        let head = if column.required { &formats.head_required } else { &formats.head };
        sheet.write_string_with_format(0, col, &column.title, head).map_err(fault)?;
        let validation = validation(column, list)?;
        sheet.add_data_validation(1, col, LAST_ROW, col, &validation).map_err(fault)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(fault)?;
    sheet.set_repeat_rows(0, 0).map_err(fault)?;
    set_page(sheet, wanted.columns.iter().map(|c| width_of(c.width)).sum());
    Ok(())
}

/// Cells to be filled: no borders, so that a sheet of a few rows does not print a hundred pages.
fn entry_format(kind: Kind) -> Format {
    let plain = Format::new().set_font_name(super::BODY_FACE).set_font_size(super::BODY_PT);
    match kind {
        Kind::Code => plain.set_num_format_index(49),
        Kind::Date => plain.set_num_format("yyyy-mm-dd"),
        Kind::Moment => plain.set_num_format("yyyy-mm-dd hh:mm:ss"),
        Kind::Percent => plain.set_num_format("0.0%"),
        Kind::Text | Kind::Number => plain,
    }
}

/// The prompt of a column and, where it has choices, its drop-down list. `list` counts the lists already used.
fn validation(column: &TemplateColumn, list: &mut u16) -> Result<DataValidation, Fault> {
    let rule = DataValidation::new()
        .set_input_title(cut(&column.title, 31))
        .and_then(|rule| rule.set_input_message(cut(&prompt(column), 250)))
        .map_err(fault)?;
    if column.choices.is_empty() {
        return Ok(rule.allow_any_value());
    }
    let letter = rust_xlsxwriter::column_number_to_name(*list);
    *list += 1;
    let range = format!("='{CHOICES_TAB}'!${letter}$1:${letter}${}", column.choices.len());
    rule.allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("不在可选范围内")
        .and_then(|rule| rule.set_error_message("请从下拉列表中选择。"))
        .map_err(fault)
}

fn prompt(column: &TemplateColumn) -> String {
    let need = if column.required { "必填。" } else { "可不填。" };
    format!("{need}{}", column.hint)
}

/// The first so many UTF-16 units; the whole sentence stands on the sheet of rules.
fn cut(words: &str, most: usize) -> String {
    let mut room = most;
    words
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

fn write_rules(sheet: &mut Worksheet, template: &Template, formats: &Formats) -> Result<(), Fault> {
    sheet.set_name(RULES_TAB).map_err(fault)?;
    let total: f64 = RULES.iter().map(|(_, width)| width).sum();
    let last = (RULES.len() - 1) as u16;
    for ((_, width), col) in RULES.iter().zip(0u16..) {
        sheet.set_column_width(col, *width).map_err(fault)?;
    }
    let heading = format!("{} 填表说明", template.title);
    sheet.set_row_height(0, 36).map_err(fault)?;
    sheet.merge_range(0, 0, 0, last, &heading, &formats.title).map_err(fault)?;
    let own = ["红色栏目为必填项；请勿改动表头，从第 2 行起填写，一行一条。".to_owned()];
    let mut row = 1;
    for (note, number) in own.iter().chain(&template.notes).zip(1..) {
        let words = format!("{number}. {note}");
        sheet.set_row_height(row, row_height(lines_in(&words, total))).map_err(fault)?;
        sheet.merge_range(row, 0, row, last, &words, &formats.note).map_err(fault)?;
        row += 1;
    }
    row += 1;
    for ((title, _), col) in RULES.iter().zip(0u16..) {
        sheet.write_string_with_format(row, col, *title, &formats.head).map_err(fault)?;
    }
    for wanted in &template.sheets {
        for (i, column) in wanted.columns.iter().enumerate() {
            row += 1;
            write_rule(sheet, row, &rule_words(wanted, i, column), formats)?;
        }
    }
    set_page(sheet, total);
    Ok(())
}

/// One line of the table of rules.
fn rule_words(sheet: &TemplateSheet, i: usize, column: &TemplateColumn) -> [String; 6] {
    let mut examples: Vec<&str> = Vec::new();
    for words in sheet.examples.iter().filter_map(|row| row.get(i)).filter(|words| !words.is_empty()) {
        if !examples.contains(&words.as_str()) {
            examples.push(words);
        }
    }
    [
        sheet.name.clone(),
        column.title.clone(),
        if column.required { "是" } else { "否" }.into(),
        column.hint.clone(),
        column.choices.join("、"),
        examples.join("；"),
    ]
}

fn write_rule(sheet: &mut Worksheet, row: u32, words: &[String; 6], formats: &Formats) -> Result<(), Fault> {
    let lines = words.iter().zip(RULES).map(|(text, (_, width))| lines_in(text, width)).max().unwrap_or(1);
    sheet.set_row_height(row, row_height(lines)).map_err(fault)?;
    for (text, col) in words.iter().zip(0u16..) {
        let text = cut(text, super::MAX_CELL);
        let format = formats.of_words(&text, Kind::Text);
        sheet.write_string_with_format(row, col, &text, format).map_err(fault)?;
    }
    Ok(())
}

/// The lists, one a column, in the order in which [`validation`] counted them.
fn write_choices(sheet: &mut Worksheet, template: &Template) -> Result<(), Fault> {
    sheet.set_name(CHOICES_TAB).map_err(fault)?;
    sheet.set_hidden(true);
    let columns = template.sheets.iter().flat_map(|s| &s.columns).filter(|c| !c.choices.is_empty());
    for (column, col) in columns.zip(0u16..) {
        for (choice, row) in column.choices.iter().zip(0u32..) {
            sheet.write_string(row, col, choice).map_err(fault)?;
        }
    }
    Ok(())
}
