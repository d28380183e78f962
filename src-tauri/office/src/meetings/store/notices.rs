//! Rows of notices and of their recipients.
use chrono::NaiveDateTime;
use rusqlite::{Row, named_params};

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{InviteeId, LineId, MeetingId, NoticeId, NoticeKind, Reply};
use crate::meetings::record::{MeetingNotice, MeetingNoticeSent};

/// Writes a notice down with everybody invited as its recipients.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    id: NoticeId,
    meeting: MeetingId,
    kind: NoticeKind,
    given: &Given,
    text: &str,
    to: &[InviteeId],
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO meeting_notice (id, campaign, meeting, seq, kind, number, number_id, text, issued_on, issued_by)
         VALUES (:id, :campaign, :meeting,
           (SELECT coalesce(max(seq), 0) + 1 FROM meeting_notice WHERE meeting = :meeting),
           :kind, :number, :number_id, :text, :on, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":kind": kind, ":number": given.text,
            ":number_id": given.id, ":text": text, ":on": desk.today(), ":by": desk.who.name,
        },
    )?;
    for invitee in to {
        let line: LineId = desk.new_id();
        desk.tx.execute(
            "INSERT INTO meeting_notice_sent (id, campaign, notice, invitee) VALUES (:id, :campaign, :notice, :invitee)",
            named_params! {":id": line, ":campaign": desk.campaign.id, ":notice": id, ":invitee": invitee},
        )?;
    }
    Ok(())
}

/// Records that a notice went to somebody; `None` for everybody to whom it has not gone yet.
pub(in crate::meetings) fn send(
    desk: &Desk<'_>,
    notice: NoticeId,
    invitee: Option<InviteeId>,
    at: NaiveDateTime,
    way: &str,
    to_whom: &str,
) -> Result<usize> {
    Ok(desk.tx.execute(
        "UPDATE meeting_notice_sent SET sent_at = :at, way = :way, to_whom = :to_whom
         WHERE notice = :notice AND ((:invitee IS NULL AND sent_at IS NULL) OR invitee = :invitee)",
        named_params! {":at": at, ":way": way, ":to_whom": to_whom, ":notice": notice, ":invitee": invitee},
    )?)
}

/// Records an answer.
pub(in crate::meetings) fn reply(
    desk: &Desk<'_>,
    notice: NoticeId,
    invitee: InviteeId,
    reply: Reply,
    words: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_notice_sent SET reply = :reply, replied_at = CASE WHEN :reply = 'none' THEN NULL ELSE :now END,
           reply_words = :words
         WHERE notice = :notice AND invitee = :invitee",
        named_params! {":reply": reply, ":now": desk.now, ":words": words, ":notice": notice, ":invitee": invitee},
    )?)
}

/// Notices of a meeting, newest first.
pub(in crate::meetings) fn all(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingNotice>> {
    let sql = "SELECT * FROM meeting_notice WHERE meeting = :meeting ORDER BY seq DESC LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let notices: Vec<MeetingNotice> =
        query.query_map(named_params! {":meeting": meeting}, read)?.collect::<rusqlite::Result<_>>()?;
    let with = |mut notice: MeetingNotice| {
        notice.sent = sent(desk, notice.id)?;
        Ok(notice)
    };
    notices.into_iter().map(with).collect()
}

/// The meeting of a notice.
pub(in crate::meetings) fn meeting_of(desk: &Desk<'_>, notice: NoticeId) -> Result<MeetingId> {
    let sql = "SELECT meeting FROM meeting_notice WHERE id = :id AND campaign = :campaign";
    let given = named_params! {":id": notice, ":campaign": desk.campaign.id};
    super::found(desk.tx.query_row(sql, given, |row| row.get("meeting")), "会议通知")
}

fn sent(desk: &Desk<'_>, notice: NoticeId) -> Result<Vec<MeetingNoticeSent>> {
    let sql = "SELECT s.*, i.name, i.unit_short FROM meeting_notice_sent s JOIN meeting_invitee i ON i.id = s.invitee
               WHERE s.notice = :notice ORDER BY i.role = 'observe', i.position, i.id LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":notice": notice}, |row| {
        let reply: Reply = row.get("reply")?;
        Ok(MeetingNoticeSent {
            invitee: row.get("invitee")?,
            name: row.get("name")?,
            unit_short: row.get("unit_short")?,
            sent_at: row.get("sent_at")?,
            way: row.get("way")?,
            to_whom: row.get("to_whom")?,
            reply,
            reply_label: reply.label().into(),
            replied_at: row.get("replied_at")?,
            reply_words: row.get("reply_words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<MeetingNotice> {
    let kind: NoticeKind = row.get("kind")?;
    Ok(MeetingNotice {
        id: row.get("id")?,
        seq: row.get("seq")?,
        kind,
        kind_label: kind.label().into(),
        number: row.get("number")?,
        text: row.get("text")?,
        issued_on: row.get("issued_on")?,
        issued_by: row.get("issued_by")?,
        sent: Vec::new(),
    })
}
