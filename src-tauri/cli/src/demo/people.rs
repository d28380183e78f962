//! Who works where in the fictional city: names combined by seed, each unit with the people it must file.
//!
//! The same seed names the same people. It deliberately asks nothing: `register.rs` enters them.
use std::collections::BTreeSet;

use office::Refusal;
use office::kernel::entropy::Entropy;

use super::content::{self, Fixed, Names, Titles, Unit};

/// A person with what they do at their unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Somebody {
    /// Name.
    pub name: String,
    /// `male` or `female`.
    pub gender: String,
    /// Short name of the unit.
    pub unit: String,
    /// 职务.
    pub title: String,
    /// Mobile.
    pub mobile: String,
    /// Office telephone.
    pub office_phone: String,
    /// Keys of the posts they hold.
    pub posts: Vec<String>,
}

/// A source of names and of chance, fed by the seed.
pub struct Draw {
    entropy: Entropy,
    names: Names,
    used: BTreeSet<String>,
    numbers: u64,
}

impl Draw {
    /// By this seed.
    pub fn by(seed: u64) -> Result<Draw, Refusal> {
        let names = content::names()?;
        // The same name twice happens only where the file says so.
        let used = names.fixed.iter().map(|fixed| fixed.name.clone()).collect();
        // Another stream than the office's keys: who works where must not depend on how many keys were made.
        Ok(Draw { entropy: Entropy::seeded(seed ^ 0x7368_696c), names, used, numbers: 0 })
    }
    /// A number below `n`.
    pub fn below(&self, n: usize) -> usize {
        (u64::from_be_bytes(self.entropy.bytes()) % n.max(1) as u64) as usize
    }
    /// True once in `n` times.
    pub fn once_in(&self, n: usize) -> bool {
        self.below(n) == 0
    }
    /// How 职务 are worded.
    pub fn titles(&self) -> &Titles {
        &self.names.titles
    }
    /// The people whose names are fixed.
    pub fn fixed(&self) -> &[Fixed] {
        &self.names.fixed
    }
    /// A new person at a unit.
    pub fn person(&mut self, unit: &Unit, post: &str) -> Somebody {
        let gender = if self.once_in(3) { "female" } else { "male" };
        let name = self.name(gender);
        let title = worded(&self.names.titles, post, unit);
        self.somebody(name, gender, unit, title, &[post])
    }
    /// A person with these particulars and numbers of their own.
    pub fn somebody(
        &mut self,
        name: String,
        gender: &str,
        unit: &Unit,
        title: String,
        posts: &[&str],
    ) -> Somebody {
        self.numbers += 1;
        let office_phone = self.names.office_phone.replace("{n6}", &format!("{:06}", self.numbers));
        Somebody {
            name,
            gender: gender.into(),
            unit: unit.short.clone(),
            title,
            mobile: (self.names.mobile_first + self.numbers - 1).to_string(),
            office_phone,
            posts: posts.iter().map(|post| (*post).to_owned()).collect(),
        }
    }
    fn name(&mut self, gender: &str) -> String {
        loop {
            let given = if gender == "female" { &self.names.female } else { &self.names.male };
            let surname = &self.names.surnames[self.below(self.names.surnames.len())];
            let name = format!("{surname}{}", given[self.below(given.len())]);
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// Everybody at the beginning of the year: the group's leaders, the office, then unit by unit.
pub fn all(draw: &mut Draw, units: &[Unit]) -> Vec<Somebody> {
    let mut people = Vec::new();
    for unit in units.iter().filter(|unit| !unit.reports()) {
        people.extend(fixed_of(draw, unit));
    }
    for unit in units.iter().filter(|unit| unit.reports()) {
        people.extend(staff(draw, unit));
    }
    people
}

/// Whom a unit files (第五条): its member or leader in charge, a section head, undertakers, the two officers.
fn staff(draw: &mut Draw, unit: &Unit) -> Vec<Somebody> {
    let mut people = fixed_of(draw, unit);
    let wanted: &[&str] = match unit.kind.as_str() {
        "member" => &["member", "section_head", "undertaker", "information_officer"],
        _ => &["leader_in_charge", "section_head", "undertaker", "information_officer"],
    };
    for post in wanted {
        if !people.iter().any(|person| person.posts.iter().any(|held| held == post)) {
            people.push(draw.person(unit, post));
        }
    }
    if draw.once_in(8) {
        people.push(draw.person(unit, "undertaker")); // one or more of them
    }
    double_up(draw, unit, &mut people);
    people
}

// Small staffs: the member is in charge of the matter too, and often one clerk keeps the archive as well.
fn double_up(draw: &mut Draw, unit: &Unit, people: &mut Vec<Somebody>) {
    let also = |people: &mut Vec<Somebody>, holder: &str, post: &str| {
        if let Some(person) = people.iter_mut().find(|person| person.posts.iter().any(|held| held == holder))
        {
            person.posts.push(post.into());
        }
    };
    if unit.kind == "member" {
        also(people, "member", "leader_in_charge");
    }
    // Only member units keep an archive of their own (第二十六条).
    if unit.kind != "member"
        || people.iter().any(|person| person.posts.iter().any(|held| held == "archivist"))
    {
        return;
    }
    if draw.once_in(4) {
        people.push(draw.person(unit, "archivist"));
    } else {
        also(people, "information_officer", "archivist");
    }
}

fn fixed_of(draw: &mut Draw, unit: &Unit) -> Vec<Somebody> {
    let here: Vec<Fixed> = draw.fixed().iter().filter(|fixed| fixed.unit == unit.short).cloned().collect();
    let mut people = Vec::new();
    for fixed in here {
        let title = fixed.title.clone().unwrap_or_else(|| worded(draw.titles(), &fixed.post, unit));
        people.push(draw.somebody(fixed.name, &fixed.gender, unit, title, &[&fixed.post]));
    }
    people
}

/// 职务 as the post is worded at this unit.
pub fn worded(titles: &Titles, post: &str, unit: &Unit) -> String {
    let pattern = match post {
        "member" => &titles.member,
        "leader_in_charge" => &titles.leader_in_charge,
        "section_head" => &titles.section_head,
        "undertaker" => &titles.undertaker,
        "archivist" => &titles.archivist,
        _ => &titles.information_officer,
    };
    pattern.replace("{head}", &unit.head).replace("{section}", &unit.section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_names_about_two_hundred_people_and_always_the_same() {
        let units = content::units().unwrap();
        let people = |seed| all(&mut Draw::by(seed).unwrap(), &units);
        let first = people(2016);
        assert!((190..=230).contains(&first.len()), "{} people", first.len());
        assert_eq!(first, people(2016));
        assert_ne!(first, people(2017));
    }

    #[test]
    fn every_reporting_unit_has_whom_it_must_file() {
        let units = content::units().unwrap();
        let people = all(&mut Draw::by(1).unwrap(), &units);
        for unit in units.iter().filter(|unit| unit.reports()) {
            let held = |post: &str| {
                people
                    .iter()
                    .filter(|p| p.unit == unit.short && p.posts.iter().any(|held| held == post))
                    .count()
            };
            for post in ["leader_in_charge", "section_head", "information_officer"] {
                assert_eq!(held(post), 1, "{post} at {}", unit.short);
            }
            assert_eq!(held("archivist"), usize::from(unit.kind == "member"), "{}", unit.short);
            assert!(held("undertaker") >= 1, "{}", unit.short);
            assert_eq!(held("member"), usize::from(unit.kind == "member"), "{}", unit.short);
        }
    }
}
