//! Templates of common documents (公文范本): those that ship with the program, under the office's own wording where it wrote one.
//!
//! A shipped template is never lost: taking it off or rewriting it lays a row over it, and taking that row away brings it
//! back. What the program knows is filled in; what only the drafter knows stands in 【】.
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::TemplateId;
use super::outgoing;
use super::store::one;
use super::words::{date, needed};
use crate::kernel::Nothing;
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::{Refusal, Result};

/// A template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentTemplate {
    /// Id; none for a shipped one that nobody rewrote.
    pub id: Option<TemplateId>,
    /// Counts changes.
    pub version: i64,
    /// Key of the shipped one that it is or stands for.
    pub key: Option<String>,
    /// 文种.
    pub kind: String,
    /// In Chinese.
    pub kind_label: String,
    /// Name.
    pub name: String,
    /// Title with placeholders.
    pub title: String,
    /// Text with placeholders.
    pub text: String,
}

/// A template to be saved; with a shipped one's key it stands for that one.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentTemplateSave {
    /// Id; none for a new one and for a shipped one that nobody rewrote.
    #[serde(default)]
    pub id: Option<TemplateId>,
    /// Version it was seen in; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// Key of the shipped one.
    #[serde(default)]
    pub key: Option<String>,
    /// 文种.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// A template to be taken off, or a shipped one to be brought back.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentTemplateAsked {
    /// Id of a row.
    #[serde(default)]
    pub id: Option<TemplateId>,
    /// Key of a shipped one.
    #[serde(default)]
    pub key: Option<String>,
}

/// A template to be filled for a document of the office or of the group.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentTemplateFill {
    /// Id of a row.
    #[serde(default)]
    pub id: Option<TemplateId>,
    /// Key of a shipped one.
    #[serde(default)]
    pub key: Option<String>,
    /// In whose name.
    pub issuer: Issuer,
}

#[derive(Deserialize)]
struct Shipped {
    template: Vec<ShippedTemplate>,
}

#[derive(Debug, Clone, Deserialize)]
struct ShippedTemplate {
    key: String,
    kind: String,
    name: String,
    title: String,
    text: String,
}

fn shipped() -> Result<Vec<ShippedTemplate>> {
    let text = include_str!("../../../../assets/templates/documents.toml");
    let read: Shipped =
        toml::from_str(text).map_err(|e| Refusal::damaged(format!("公文范本不能读取：{}", e.message())))?;
    Ok(read.template)
}

struct Stored {
    template: DocumentTemplate,
    removed: bool,
}

/// All templates: shipped ones in their order, rewritten where a row says so, then the office's own.
pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<DocumentTemplate>> {
    let stored = stored(desk)?;
    let over = |key: &str| stored.iter().find(|one| one.template.key.as_deref() == Some(key));
    let mut list = Vec::new();
    for one in shipped()? {
        match over(&one.key) {
            Some(row) if row.removed => {}
            Some(row) => list.push(row.template.clone()),
            None => list.push(as_shipped(desk, one)),
        }
    }
    let own = stored.iter().filter(|one| one.template.key.is_none() && !one.removed);
    list.extend(own.map(|one| one.template.clone()));
    Ok(list)
}

fn as_shipped(desk: &Desk<'_>, one: ShippedTemplate) -> DocumentTemplate {
    DocumentTemplate {
        id: None,
        version: 0,
        kind_label: label(desk, &one.kind),
        key: Some(one.key),
        kind: one.kind,
        name: one.name,
        title: one.title,
        text: one.text.trim().to_owned(),
    }
}

fn label(desk: &Desk<'_>, kind: &str) -> String {
    desk.profile.documents.kind(kind).map_or_else(|| kind.to_owned(), |kind| kind.label.clone())
}

pub(super) fn save(desk: &Desk<'_>, q: DocumentTemplateSave) -> Result<Vec<DocumentTemplate>> {
    outgoing::card::kind(desk, &q.kind)?;
    let (name, title, text) =
        (needed(&q.name, "范本名称")?, needed(&q.title, "标题")?, needed(&q.text, "正文")?);
    if let Some(key) = &q.key
        && !shipped()?.iter().any(|one| one.key == *key)
    {
        return Err(Refusal::not_found("随附范本"));
    }
    match q.id {
        Some(id) => one(desk.tx.execute(
            "UPDATE document_template SET kind = :kind, name = :name, title = :title, text = :text, removed_at = NULL,
               saved_at = :now, saved_by = :by, version = version + 1 WHERE id = :id AND version = :version",
            named_params! {
                ":kind": q.kind, ":name": name, ":title": title, ":text": text, ":now": desk.now,
                ":by": desk.who.name, ":id": id, ":version": q.version,
            },
        )?)?,
        None => {
            let id: TemplateId = desk.new_id();
            desk.tx.execute(
                "INSERT INTO document_template (id, campaign, key, kind, name, title, text, saved_at, saved_by)
                 VALUES (:id, :campaign, :key, :kind, :name, :title, :text, :now, :by)
                 ON CONFLICT (campaign, key) WHERE key IS NOT NULL DO UPDATE SET kind = excluded.kind,
                   name = excluded.name, title = excluded.title, text = excluded.text, removed_at = NULL,
                   saved_at = excluded.saved_at, saved_by = excluded.saved_by, version = version + 1",
                named_params! {
                    ":id": id, ":campaign": desk.campaign.id, ":key": q.key, ":kind": q.kind, ":name": name,
                    ":title": title, ":text": text, ":now": desk.now, ":by": desk.who.name,
                },
            )?;
        }
    }
    list(desk, Nothing {})
}

pub(super) fn remove(desk: &Desk<'_>, q: DocumentTemplateAsked) -> Result<Vec<DocumentTemplate>> {
    let template = get(desk, q.id, q.key.as_deref())?;
    if template.id.is_none() {
        // A row that hides the shipped one.
        save(
            desk,
            DocumentTemplateSave {
                id: None,
                version: 0,
                key: template.key.clone(),
                kind: template.kind.clone(),
                name: template.name.clone(),
                title: template.title.clone(),
                text: template.text.clone(),
            },
        )?;
    }
    let sql = "UPDATE document_template SET removed_at = :now, version = version + 1
               WHERE campaign = :campaign AND removed_at IS NULL AND (id = :id OR key = :key)";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":now": desk.now, ":campaign": desk.campaign.id, ":id": template.id, ":key": template.key,
        },
    )?)?;
    list(desk, Nothing {})
}

/// Brings a shipped template back as it shipped; the office's wording stays in the audit.
pub(super) fn restore(desk: &Desk<'_>, q: DocumentTemplateAsked) -> Result<Vec<DocumentTemplate>> {
    let key = q.key.unwrap_or_default();
    let found = shipped()?.into_iter().find(|one| one.key == key);
    let shipped = found.ok_or_else(|| Refusal::not_found("随附范本"))?;
    save(
        desk,
        DocumentTemplateSave {
            id: None,
            version: 0,
            key: Some(shipped.key),
            kind: shipped.kind,
            name: shipped.name,
            title: shipped.title,
            text: shipped.text.trim().to_owned(),
        },
    )
}

/// The template with everything filled in that the program knows.
pub(super) fn fill(desk: &Desk<'_>, q: DocumentTemplateFill) -> Result<DocumentTemplate> {
    let template = get(desk, q.id, q.key.as_deref())?;
    let known = [
        ("{发文机关}", outgoing::authority(q.issuer, desk.profile)),
        ("{办公室}", desk.profile.office.short.clone()),
        ("{领导小组}", desk.profile.group.short.clone()),
        ("{创建活动}", desk.campaign.short.clone()),
        ("{城市}", desk.campaign.city.clone()),
        ("{年份}", desk.today().format("%Y").to_string()),
        ("{今天}", date(desk.today())),
    ];
    let filled =
        |text: &str| known.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
    Ok(DocumentTemplate { title: filled(&template.title), text: filled(&template.text), ..template })
}

fn get(desk: &Desk<'_>, id: Option<TemplateId>, key: Option<&str>) -> Result<DocumentTemplate> {
    let fits = |one: &DocumentTemplate| match id {
        Some(id) => one.id == Some(id),
        None => one.key.is_some() && one.key.as_deref() == key,
    };
    list(desk, Nothing {})?.into_iter().find(fits).ok_or_else(|| Refusal::not_found("公文范本"))
}

fn stored(desk: &Desk<'_>) -> Result<Vec<Stored>> {
    let sql = "SELECT * FROM document_template WHERE campaign = :campaign ORDER BY kind, name, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| read(desk, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Stored> {
    let kind: String = row.get("kind")?;
    Ok(Stored {
        removed: row.get::<_, Option<String>>("removed_at")?.is_some(),
        template: DocumentTemplate {
            id: row.get("id")?,
            version: row.get("version")?,
            key: row.get("key")?,
            kind_label: label(desk, &kind),
            kind,
            name: row.get("name")?,
            title: row.get("title")?,
            text: row.get("text")?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::outgoing::rules::placeholder;
    use crate::kernel::profile::{SHIPPED, parse};

    #[test]
    fn every_shipped_template_is_of_a_kind_that_is_issued_here_and_names_it_in_its_title() {
        let rules = parse(SHIPPED[1].1).unwrap().documents;
        let templates = shipped().unwrap();
        for wanted in ["notice", "circular", "report", "request", "letter", "reply"] {
            assert!(templates.iter().any(|one| one.kind == wanted), "{wanted}");
        }
        for one in &templates {
            let kind = rules.kind(&one.kind).unwrap_or_else(|| panic!("{} is no kind", one.kind));
            assert!(!kind.by.is_empty() && kind.ends(&one.title), "{}", one.key);
            assert!(placeholder(&one.text).is_some(), "{}: something is left to the drafter", one.key);
        }
        let mut keys: Vec<&str> = templates.iter().map(|one| one.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), templates.len());
    }
}
