//! What the document journeys stand on: the small leading group with its office's director, a county, and the way of a
//! draft from the drafter's desk to its last receipt.
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::{World, merged, today};

/// The group of the meeting journeys with what documents need.
pub(crate) struct Desk {
    pub world: World,
    /// 王主任, who also has an account.
    pub director: Value,
    pub county: Value,
}

impl std::ops::Deref for Desk {
    type Target = World;
    fn deref(&self) -> &World {
        &self.world
    }
}

impl Desk {
    /// On the first of November 2016, the clerk at the desk.
    pub fn new() -> Desk {
        Desk::over(World::new())
    }
    pub fn over(world: World) -> Desk {
        let day = &world.day;
        let county = day.done(
            "registry_unit_add",
            json!({"name": "示例县人民政府", "short": "示例县", "kind": "county", "joined_on": "2016-01-01"}),
        );
        let director =
            day.done("registry_person_add", json!({"name": "王主任", "title": "创建办主任"}))["person"]
                .clone();
        day.done(
            "registry_post_begin",
            json!({"person": director["id"], "kind": "director", "title": "创建办主任", "from": "2016-01-01",
                "unit": world.bureau["id"]}),
        );
        Desk { world, director, county }
    }
    /// A notice of the group or of the office as its drafter begins it.
    pub fn draft(&self, issuer: &str, title: &str) -> Value {
        self.day.done("outgoing_start", json!({"words": words(title, TEXT), "facts": facts(issuer)}))
    }
    /// A step that goes well.
    #[track_caller]
    pub fn step(&self, card: &Value, step: &str, more: Value) -> Value {
        self.day.done("outgoing_take_step", merged(asked(card, step), more))
    }
    /// The section's head agreed on paper.
    #[track_caller]
    pub fn section(&self, card: &Value) -> Value {
        self.step(card, "approve", json!({"signer_name": "赵科长", "words": "同意", "basis": "见发文稿纸"}))
    }
    /// The director agreed at his own desk.
    #[track_caller]
    pub fn directed(&self, card: &Value, step: &str) -> Value {
        self.day.be("director");
        let card = self.step(card, step, json!({"words": "同意"}));
        self.day.be("clerk");
        card
    }
    /// A person signed on paper today.
    pub fn paper(&self, person: &Value) -> Value {
        json!({"signer": person["id"], "on": today(&self.day), "words": "同意", "scan": scan("签批件")})
    }
    /// A document of the group that lies with the leader.
    pub fn with_leader(&self, title: &str) -> Value {
        let card = self.step(&self.draft("group", title), "submit", json!({}));
        let card = self.directed(&self.section(&card), "approve");
        self.step(&card, "approve", self.paper(&self.deputy))
    }
    /// A document of the office, signed by the director.
    pub fn signed_by_office(&self, title: &str) -> Value {
        let card = self.step(&self.draft("office", title), "submit", json!({}));
        self.directed(&self.section(&card), "sign")
    }
    /// Proofread and printed.
    pub fn printed(&self, card: &Value) -> Value {
        let card = self.step(card, "proofread", json!({"signer_name": "李经办"}));
        self.step(&card, "print", json!({"copies": 30}))
    }
    /// A paper of the county as it arrives.
    pub fn receive(&self, kind: &str, title: &str, letter: &str) -> Value {
        self.day.done(
            "incoming_receive",
            json!({"facts": arriving(&self.county, kind, title, letter), "scan": scan("来文")}),
        )
    }
    /// A step of a paper that came in.
    #[track_caller]
    pub fn take(&self, card: &Value, step: &str, more: Value) -> Value {
        self.day.done("incoming_take_step", merged(taking(card, step), more))
    }
}

/// Text of a draft.
pub(crate) const TEXT: &str = "为做好创建工作，现就报送材料有关事项通知如下：\n一、报送内容\n各单位创建工作总结。\n二、报送时间\n请于11月25日前报市创建办。";

/// Words of a notice.
pub(crate) fn words(title: &str, text: &str) -> Value {
    json!({"kind": "notice", "title": title, "sent_to": ["各成员单位"], "copies_to": ["示例县"], "text": text})
}

/// Particulars of a notice.
pub(crate) fn facts(issuer: &str) -> Value {
    json!({"issuer": issuer, "prefix": "", "sealing": "seal", "urgency": "plain", "secrecy": "internal", "openness": "open",
        "copies": 40, "section": "综合科", "drafter": "李经办", "phone": "0816-2345678"})
}

/// What is read off a paper.
pub(crate) fn arriving(sender: &Value, kind: &str, title: &str, letter: &str) -> Value {
    json!({"kind": kind, "sender": sender["id"], "letter": letter, "dated_on": "2016-10-28", "title": title, "copies": 2,
        "secrecy": "internal", "urgency": "plain", "way": "机要交换"})
}

/// The request of a step of a document that goes out.
pub(crate) fn asked(card: &Value, step: &str) -> Value {
    json!({"document": card["document"]["id"], "version": card["document"]["version"], "step": step})
}

/// The request of a step of a paper that came in.
pub(crate) fn taking(card: &Value, step: &str) -> Value {
    json!({"paper": card["paper"]["id"], "version": card["paper"]["version"], "step": step})
}

/// The request of something beside the stages.
pub(crate) fn beside(card: &Value) -> Value {
    json!({"paper": card["paper"]["id"], "version": card["paper"]["version"]})
}
