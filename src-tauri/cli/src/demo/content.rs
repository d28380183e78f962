//! What the fictional city is made of: units, names and the year's meetings, as data that ships with the program.
use office::Refusal;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A unit of the fictional city.
#[derive(Debug, Clone, Deserialize)]
pub struct Unit {
    /// `member`, `county`, `park` or `other`.
    pub kind: String,
    /// Place among units of its kind, from 1.
    pub order: i64,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// What its head is called.
    pub head: String,
    /// The section that does the work.
    pub section: String,
    /// The trade it leads.
    pub trade: String,
}

impl Unit {
    /// Whether it reports every month and files contacts.
    pub fn reports(&self) -> bool {
        self.kind != "other"
    }
}

/// Somebody whose name is fixed.
#[derive(Debug, Clone, Deserialize)]
pub struct Fixed {
    /// Name.
    pub name: String,
    /// `male` or `female`.
    pub gender: String,
    /// Post.
    pub post: String,
    /// Short name of the unit.
    pub unit: String,
    /// 职务; by the post's pattern if absent.
    #[serde(default)]
    pub title: Option<String>,
}

/// How 职务 are worded: `{head}` and `{section}` are the unit's.
#[derive(Debug, Clone, Deserialize)]
pub struct Titles {
    /// Of members.
    pub member: String,
    /// 分管领导.
    pub leader_in_charge: String,
    /// 科室负责人.
    pub section_head: String,
    /// 承办人.
    pub undertaker: String,
    /// 信息员.
    pub information_officer: String,
    /// 档案员.
    pub archivist: String,
    /// Of those who come in a member's place.
    pub delegate: Vec<String>,
}

/// Names to be combined.
#[derive(Debug, Clone, Deserialize)]
pub struct Names {
    /// First mobile number; the others follow by one.
    pub mobile_first: u64,
    /// Pattern of office telephones.
    pub office_phone: String,
    /// Surnames.
    pub surnames: Vec<String>,
    /// Given names of men.
    pub male: Vec<String>,
    /// Given names of women.
    pub female: Vec<String>,
    /// 职务.
    pub titles: Titles,
    /// Fixed people.
    pub fixed: Vec<Fixed>,
}

#[derive(Deserialize)]
struct Units {
    unit: Vec<Unit>,
}

/// The units, as they stand in the file.
pub fn units() -> Result<Vec<Unit>, Refusal> {
    Ok(read::<Units>("units.toml", include_str!("../../../../assets/demo/units.toml"))?.unit)
}

/// The names.
pub fn names() -> Result<Names, Refusal> {
    read("names.toml", include_str!("../../../../assets/demo/names.toml"))
}

pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Refusal> {
    toml::from_str(text).map_err(|error| Refusal::damaged(format!("示例数据文件 {name} 不能读取：{error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_city_has_46_reporting_units_32_of_them_members() {
        let units = units().unwrap();
        assert_eq!(units.iter().filter(|unit| unit.reports()).count(), 46);
        assert_eq!(units.iter().filter(|unit| unit.kind == "member").count(), 32);
        for fixed in names().unwrap().fixed {
            assert!(units.iter().any(|unit| unit.short == fixed.unit), "{} is at no unit", fixed.name);
        }
    }
}
