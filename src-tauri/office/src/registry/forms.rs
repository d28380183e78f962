//! The register's printed forms: 成员名单, 联络员备案表, 通讯录. What is not known is an empty cell for the pen.
use chrono::NaiveDate;
use press::form::{Align, Block, Cell, Form, Paper, Row, Table};
use press::page::Face;

use super::filing::Filing;
use super::post::{PostKind, RosterLine};
use super::unit::Unit;
use crate::kernel::desk::Desk;
use crate::kernel::paper::name_cell;
use crate::kernel::written::date;

fn line(text: String, align: Align, size_pt: f64) -> Block {
    Block::Text { text, face: Face::Kai, size_pt, align, indent: false }
}

fn form(desk: &Desk<'_>, title: String, blocks: Vec<Block>) -> Form {
    let foot = format!("{}　{}印", desk.profile.office.short, date(desk.today()));
    Form { title, paper: Paper::Upright, blocks, seat_cards: Vec::new(), foot, watermarks: Vec::new() }
}

fn head(titles: &[&str]) -> Row {
    Row::new(10.0, titles.iter().map(|title| Cell::label(*title)).collect())
}

/// 成员名单: the leading group in protocol order as of a day.
pub(super) fn roster(desk: &Desk<'_>, day: NaiveDate, lines: &[RosterLine]) -> Form {
    let mut rows = vec![head(&["序号", "领导小组职务", "姓名", "单位及职务"])];
    rows.extend(lines.iter().enumerate().map(|(i, line)| {
        Row::new(
            8.5,
            vec![
                Cell::text((i + 1).to_string()),
                Cell::text(&line.post_label),
                name_cell(&line.name, 5, 12.0),
                Cell::left(office_of(line)),
            ],
        )
    }));
    let table = Table { widths: vec![10.0, 26.0, 22.0, 82.0], size_pt: 12.0, head_rows: 1, rows };
    let title = format!("{}成员名单", desk.profile.group.name);
    form(
        desk,
        title,
        vec![
            line(format!("（截至{}）", date(day)), Align::Centre, 14.0),
            Block::Space(3.0),
            Block::Table(table),
        ],
    )
}

/// Unit and office held, the unit not said twice: many a title begins with it.
fn office_of(line: &RosterLine) -> String {
    let said =
        [&line.unit_name, &line.unit_short].into_iter().any(|unit| line.title.starts_with(unit.as_str()));
    if said { line.title.clone() } else { format!("{}{}", line.unit_name, line.title) }
}

/// The title of every page of 联络员备案表.
fn contacts_title(desk: &Desk<'_>) -> String {
    format!("{}联络员备案表", desk.profile.group.short)
}

/// One unit's page.
pub(super) fn contacts_page(
    desk: &Desk<'_>,
    day: NaiveDate,
    unit: &Unit,
    lines: &[RosterLine],
    last: Option<&Filing>,
) -> Vec<Block> {
    let mut rows = vec![
        Row::new(12.0, vec![Cell::label("单位"), Cell::left(&unit.name).over(5)]),
        Row::new(
            10.0,
            vec![
                Cell::label("报备岗位"),
                Cell::label("姓名"),
                Cell::label("职务").over(2),
                Cell::label("办公电话"),
                Cell::label("手机"),
            ],
        ),
    ];
    for kind in PostKind::CONTACTS {
        rows.extend(contact_rows(desk, *kind, unit, lines));
    }
    rows.extend(filed_rows(last));
    // The title takes two of these columns, so that the filing number below it finds room on one line.
    let table = Table { widths: vec![26.0, 24.0, 22.0, 22.0, 31.0, 31.0], size_pt: 12.0, head_rows: 0, rows };
    let (left, right) = (format!("单位类别：{}", unit.kind_label), format!("截至{}", date(day)));
    vec![Block::Ends { left, right, size_pt: 12.0 }, Block::Space(1.0), Block::Table(table)]
}

/// What changed, when it was filed and under which number, and the place for the seal.
fn filed_rows(last: Option<&Filing>) -> Vec<Row> {
    let number = last.map_or(String::new(), |filing| filing.number.clone());
    let note = last.map_or(String::new(), changes_of);
    let filed = last.map_or("　　　年　　月　　日".into(), |filing| date(filing.filed_on));
    let seal = Cell {
        align: Align::Right, ..Cell::text("（单位盖章）\n　　　年　　月　　日　　")
    };
    vec![
        Row::new(26.0, vec![Cell::label("变更说明"), Cell::left(note).over(5).at_top()]),
        Row::new(
            12.0,
            vec![
                Cell::label("报送日期"),
                Cell::text(filed).over(2),
                Cell::label("备案号"),
                Cell::text(number).over(2),
            ],
        ),
        Row::new(30.0, vec![Cell::label("单位意见"), seal.over(5)]),
    ]
}

fn changes_of(filing: &Filing) -> String {
    let note = if filing.note.is_empty() { String::new() } else { format!("（{}）", filing.note) };
    format!("自{}起：{}。{note}", date(filing.changed_on), filing.changes_label)
}

fn contact_rows(desk: &Desk<'_>, kind: PostKind, unit: &Unit, lines: &[RosterLine]) -> Vec<Row> {
    let held: Vec<&RosterLine> =
        lines.iter().filter(|line| line.post == kind && line.unit == Some(unit.id)).collect();
    let label = kind.words(desk.profile);
    if held.is_empty() {
        let empty =
            vec![Cell::label(label), Cell::text(""), Cell::text("").over(2), Cell::text(""), Cell::text("")];
        return vec![Row::new(12.0, empty)];
    }
    let row = |(i, line): (usize, &&RosterLine)| {
        let own = vec![
            name_cell(&line.name, 5, 12.0),
            Cell::text(&line.title).over(2),
            Cell::text(&line.office_phone),
            Cell::text(&line.mobile),
        ];
        let label = if i == 0 { vec![Cell::label(&label).down(held.len())] } else { Vec::new() };
        Row::new(12.0, [label, own].concat())
    };
    held.iter().enumerate().map(row).collect()
}

/// All units' 联络员备案表, one page a unit.
pub(super) fn contacts_forms(desk: &Desk<'_>, pages: Vec<Vec<Block>>) -> Form {
    let title = contacts_title(desk);
    let mut blocks = Vec::new();
    for page in pages {
        if !blocks.is_empty() {
            blocks.push(Block::NewPage);
            let (face, size_pt, align) = (Face::BiaoSong, 22.0, Align::Centre);
            blocks.push(Block::Text { text: title.clone(), face, size_pt, align, indent: false });
            blocks.push(Block::Space(3.0));
        }
        blocks.extend(page);
    }
    form(desk, title, blocks)
}

/// 通讯录: the group and the office first, then unit by unit.
pub(super) fn directory(desk: &Desk<'_>, day: NaiveDate, lines: &[RosterLine]) -> Form {
    let mut rows = vec![head(&["单位", "岗位", "姓名", "职务", "办公电话", "手机"])];
    let mut ordered: Vec<&RosterLine> = lines.iter().filter(|line| by_office(line)).collect();
    let mut units: Vec<&RosterLine> = lines.iter().filter(|line| !by_office(line)).collect();
    let mut places = Vec::new();
    for line in &units {
        if !places.contains(&line.unit) {
            places.push(line.unit);
        }
    }
    units.sort_by_key(|line| (places.iter().position(|unit| *unit == line.unit), line.order));
    ordered.extend(units);
    for run in ordered.chunk_by(|a, b| by_office(a) == by_office(b) && a.unit == b.unit) {
        rows.extend(run.iter().map(|line| directory_row(line)));
    }
    let table = Table { widths: vec![34.0, 24.0, 19.0, 30.0, 29.0, 27.0], size_pt: 10.5, head_rows: 1, rows };
    let title = format!("{}通讯录", desk.profile.group.short);
    let under = line(format!("（截至{}）", date(day)), Align::Centre, 14.0);
    form(desk, title, vec![under, Block::Space(3.0), Block::Table(table)])
}

fn by_office(line: &RosterLine) -> bool {
    matches!(
        line.post,
        PostKind::Leader
            | PostKind::ExecutiveDeputy
            | PostKind::Deputy
            | PostKind::Director
            | PostKind::OfficeStaff
    )
}

fn directory_row(line: &RosterLine) -> Row {
    // A leader of the city has no unit here; the place is named for what they lead.
    let place = match line.post {
        _ if !line.unit_short.is_empty() => line.unit_short.as_str(),
        PostKind::Director | PostKind::OfficeStaff => "领导小组办公室",
        _ => "领导小组",
    };
    let cells = vec![
        Cell::text(place),
        Cell::text(&line.post_label),
        name_cell(&line.name, 4, 10.5),
        Cell::text(&line.title),
        Cell::text(&line.office_phone),
        Cell::text(&line.mobile),
    ];
    Row::new(7.5, cells)
}
