//! What the report journeys stand on: the group of the document journeys with its director and a county, November opened.
use base64::Engine;
use office::kernel::answer::Paper;
use serde_json::{Value, json};

use crate::documents_world::Desk;

/// The group in November 2016.
pub(crate) struct Reports {
    pub desk: Desk,
}

impl std::ops::Deref for Reports {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.desk
    }
}

/// The month of the journeys.
pub(crate) const MONTH: &str = "2016-11";

impl Reports {
    /// On the first of November, the month not opened.
    pub fn new() -> Reports {
        Reports { desk: Desk::new() }
    }
    /// The same with the month opened: 市质监局, 市发改委, 市经信委, 示例县.
    pub fn opened() -> Reports {
        let world = Reports::new();
        world.day.done("reports_round_open", json!({}));
        world
    }
    /// The month as it stands.
    pub fn month(&self) -> Value {
        self.day.done("reports_month", json!({"month": MONTH}))
    }
    /// The report of a unit by its short name.
    pub fn line(&self, short: &str) -> Value {
        let month = self.month();
        let rows = month["list"]["rows"].as_array().unwrap();
        rows.iter()
            .find(|row| row["unit_short"] == short)
            .unwrap_or_else(|| panic!("{short} owes no report"))
            .clone()
    }
    /// The card of a unit's report.
    pub fn card(&self, short: &str) -> Value {
        self.day.done("report_open", json!({"report": self.line(short)["id"]}))
    }
    /// An arrival as it is ticked.
    pub fn entry(&self, short: &str, what: &[&str], at: &str) -> Value {
        let line = self.line(short);
        let mut entry =
            json!({"unit": line["unit"], "version": line["version"], "at": at, "reviewer": "程启航"});
        for one in what {
            entry[*one] = json!(true);
        }
        entry
    }
    /// Ticks and saves one unit's arrival.
    #[track_caller]
    pub fn arrive(&self, short: &str, what: &[&str], at: &str) {
        self.day.done(
            "reports_arrivals_record",
            json!({"month": MONTH, "entries": [self.entry(short, what, at)]}),
        );
    }
    /// Paper, file and review, now.
    #[track_caller]
    pub fn whole(&self, short: &str) {
        self.arrive(short, &["paper", "file", "reviewed"], "");
    }
    /// Writes these pieces.
    #[track_caller]
    pub fn write(&self, short: &str, pieces: Value) -> Value {
        let line = self.line(short);
        let request = json!({"report": line["id"], "version": line["version"], "pieces": pieces, "officer": "周可", "phone": "0816-2345678"});
        self.day.done("report_contents_save", request)
    }
    /// A whole, written, accepted report.
    #[track_caller]
    pub fn accepted(&self, short: &str) -> Value {
        self.whole(short);
        self.write(short, pieces(short));
        self.take(short, "accept", json!({}))
    }
    /// A step of a report that goes well.
    #[track_caller]
    pub fn take(&self, short: &str, step: &str, more: Value) -> Value {
        self.day.done("report_take_step", self.step_of(short, step, more))
    }
    /// Its request.
    pub fn step_of(&self, short: &str, step: &str, more: Value) -> Value {
        let line = self.line(short);
        crate::meeting_world::merged(
            json!({"report": line["id"], "version": line["version"], "step": step}),
            more,
        )
    }
    /// The month's issue, begun.
    pub fn issue(&self, kind: &str) -> Value {
        self.day.done("bulletin_start", json!({"month": MONTH, "kind": kind}))
    }
    /// Puts pieces into a column as one item.
    #[track_caller]
    pub fn put(&self, card: &Value, column: usize, sources: &[&Value]) -> Value {
        let ids: Vec<&Value> = sources.iter().map(|one| &one["id"]).collect();
        let request = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"],
            "column": card["columns"][column]["id"], "sources": ids});
        self.day.done("bulletin_item_add", request)
    }
    /// What can be used.
    pub fn material(&self) -> Vec<Value> {
        self.day.done("bulletin_material", json!({"month": MONTH})).as_array().unwrap().clone()
    }
    /// A step of an issue that goes well.
    #[track_caller]
    pub fn move_on(&self, card: &Value, step: &str, more: Value) -> Value {
        self.day.done("bulletin_take_step", moving(card, step, more))
    }
    /// Signed by the director at his own desk.
    #[track_caller]
    pub fn signed(&self, card: &Value) -> Value {
        let card = self.move_on(card, "submit", json!({}));
        self.day.be("director");
        let card = self.move_on(&card, "sign", json!({}));
        self.day.be("clerk");
        card
    }
}

/// The request of a step of an issue.
pub(crate) fn moving(card: &Value, step: &str, more: Value) -> Value {
    crate::meeting_world::merged(
        json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "step": step}),
        more,
    )
}

/// Four parts of a unit.
pub(crate) fn pieces(short: &str) -> Value {
    let long =
        "本月组织开展质量强市主题活动，走访企业二十家，帮助解决计量检定、标准制定等问题三十余个。".repeat(6);
    json!([
        {"part": "progress", "text": format!("{short}{long}")},
        {"part": "plan", "text": "下月对重点企业开展回访，完成年度总结。"},
        {"part": "innovation", "title": format!("{short}推行首席质量官制度"), "text": "在规模以上企业推行首席质量官制度，已有12家企业任命。"},
        {"part": "event", "quality": "product", "title": "一项产品获省名牌", "text": "辖区一项产品获省名牌产品称号。"},
        {"part": "suggestion", "text": "建议统一各县区的抽查计划。"}
    ])
}

/// A file as it is uploaded.
pub(crate) fn upload(paper: &Paper) -> Value {
    json!({"name": paper.name, "data": base64::engine::general_purpose::STANDARD.encode(&paper.bytes)})
}
