//! What the meeting journeys stand on: a small leading group, and the way from a plan to a held meeting.
use serde_json::{Value, json};
use zhiqiang_tests::{Day, scan};

/// A group of six with three member units.
pub(crate) struct World {
    pub day: Day,
    pub leader: Value,
    pub executive: Value,
    pub deputy: Value,
    pub bureau: Value,
    pub planning: Value,
    pub industry: Value,
    /// Works at the planning commission without being a member of the group.
    pub colleague: Value,
    /// Works at the industry commission.
    pub stranger: Value,
}

impl World {
    /// On the first of November 2016, the clerk at the desk; the store was founded in September.
    pub fn new() -> World {
        World::over(Day::on("2016-09-10"))
    }
    /// The same over an office that was founded otherwise.
    pub fn over(day: Day) -> World {
        day.at("2016-11-01 09:00");
        let unit = |name: &str, short: &str| {
            day.done(
                "registry_unit_add",
                json!({"name": name, "short": short, "kind": "member", "joined_on": "2016-01-01"}),
            )
        };
        let bureau = unit("示例市质量技术监督局", "市质监局");
        let planning = unit("示例市发展和改革委员会", "市发改委");
        let industry = unit("示例市经济和信息化委员会", "市经信委");
        let hold = |name: &str, title: &str, kind: &str, unit: Option<&Value>| {
            let person =
                day.done("registry_person_add", json!({"name": name, "title": title}))["person"].clone();
            let mut post =
                json!({"person": person["id"], "kind": kind, "title": title, "from": "2016-01-01"});
            if let Some(unit) = unit {
                post["unit"] = unit["id"].clone();
            }
            day.done("registry_post_begin", post);
            person
        };
        let leader = hold("王立新", "市长", "leader", None);
        let executive = hold("周建国", "市委常委、常务副市长", "executive_deputy", None);
        let deputy = hold("陈明", "副市长", "deputy", None);
        hold("张堃", "局长", "member", Some(&bureau));
        hold("刘喆", "主任", "member", Some(&planning));
        hold("孙玥", "主任", "member", Some(&industry));
        let colleague = hold("钱昇", "副主任", "leader_in_charge", Some(&planning));
        let stranger = hold("吴珺", "副主任", "leader_in_charge", Some(&industry));
        World { day, leader, executive, deputy, bureau, planning, industry, colleague, stranger }
    }
    /// A planned joint meeting on a day at three in the afternoon.
    pub fn plan(&self, on: &str, theme: &str) -> Value {
        self.day.done(
            "meeting_plan",
            json!({"kind": "joint", "title": theme, "planned_at": format!("{on}T15:00:00"), "place": "市政府第二会议室",
                "contact": "李经办", "contact_phone": "0816-2345678"}),
        )
    }
    /// The same with the leader as chair and one agreed item.
    pub fn ready(&self, on: &str, theme: &str) -> Value {
        let card = self.chaired(&self.plan(on, theme), &self.leader);
        let card = self.day.done(
            "meeting_agenda_add",
            json!({"meeting": card["meeting"]["id"], "title": format!("关于{theme}的安排"), "proposer": "office", "reporter": "市创建办"}),
        );
        self.agreed(&card, 0)
    }
    /// With this chair.
    pub fn chaired(&self, card: &Value, chair: &Value) -> Value {
        let set = json!({"meeting": card["meeting"]["id"], "version": card["meeting"]["version"], "person": chair["id"]});
        self.day.done("meeting_chair_set", set)
    }
    /// The chair agreed to an item.
    pub fn agreed(&self, card: &Value, at: usize) -> Value {
        let item = &card["agenda"][at];
        let today = today(&self.day);
        let decide = json!({"item": item["id"], "version": item["version"], "decision": "agreed", "on": today, "words": "同意"});
        self.day.done("meeting_agenda_decide", decide)
    }
    /// A step of a meeting that goes well.
    #[track_caller]
    pub fn step(&self, card: &Value, step: &str, more: Value) -> Value {
        self.day.done("meeting_take_step", merged(asked(card, step), more))
    }
    /// Notified, everybody there, held.
    pub fn held(&self, on: &str, theme: &str) -> Value {
        let card = self.step(&self.ready(on, theme), "notify", json!({}));
        self.day.at(&format!("{on} 18:00"));
        let card = self.day.done("meeting_attendance_rest", json!({"meeting": card["meeting"]["id"]}));
        self.step(&card, "hold", json!({}))
    }
    /// A step of minutes that goes well.
    #[track_caller]
    pub fn minutes_step(&self, card: &Value, step: &str, more: Value) -> Value {
        self.day.done("meeting_minutes_take_step", merged(minutes_asked(card, step), more))
    }
    /// From a held meeting to minutes that lie with the chair.
    pub fn submitted(&self, meeting: &Value) -> Value {
        let card = self.day.done("meeting_minutes_start", json!({"meeting": meeting["meeting"]["id"]}));
        let card = self.minutes_step(&card, "send_review", json!({}));
        self.day.be("director");
        let card = self.minutes_step(&card, "approve", json!({}));
        self.day.be("clerk");
        self.minutes_step(&card, "submit", json!({}))
    }
    /// Signed by this person today, with a scan.
    pub fn signature(&self, signer: &Value) -> Value {
        json!({"signer": signer["id"], "on": today(&self.day), "words": "同意印发", "scan": scan("签发件")})
    }
    /// The invitee of this name.
    pub fn invitee(card: &Value, name: &str) -> Value {
        let found = card["invited"].as_array().unwrap().iter().find(|one| one["name"] == name);
        found.unwrap_or_else(|| panic!("{name} is not invited")).clone()
    }
}

/// Today at this office.
pub(crate) fn today(day: &Day) -> String {
    day.office.now().date().to_string()
}

/// The request of a step.
pub(crate) fn asked(card: &Value, step: &str) -> Value {
    json!({"meeting": card["meeting"]["id"], "version": card["meeting"]["version"], "step": step})
}

/// The request of a step of minutes.
pub(crate) fn minutes_asked(card: &Value, step: &str) -> Value {
    json!({"minutes": card["minutes"]["id"], "version": card["minutes"]["version"], "step": step})
}

/// One request made of two.
pub(crate) fn merged(mut one: Value, more: Value) -> Value {
    for (key, value) in more.as_object().expect("a request is an object") {
        one[key] = value.clone();
    }
    one
}

/// The words of a PDF without blanks.
pub(crate) fn written(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect()
}
