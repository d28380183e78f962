-- 督办事项: work that a source (a decision of a meeting, later an instruction) laid on a unit, with its day.
CREATE TABLE followup_item (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  stage TEXT NOT NULL CHECK (stage IN ('open', 'replied', 'accepted', 'withdrawn')),
  number TEXT NOT NULL, number_id TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
  source_kind TEXT NOT NULL, source TEXT NOT NULL, source_name TEXT NOT NULL, owed_to TEXT NOT NULL,
  lead TEXT NOT NULL, lead_short TEXT NOT NULL, opened_on TEXT NOT NULL, due_on TEXT NOT NULL,
  reply_on TEXT, reply TEXT NOT NULL DEFAULT '', reply_number TEXT NOT NULL DEFAULT '',
  returns INTEGER NOT NULL DEFAULT 0 CHECK (returns >= 0), closed_on TEXT, reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((reply_on IS NULL) = (reply = '')), CHECK ((stage IN ('accepted', 'withdrawn')) = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX followup_item_due ON followup_item (campaign, stage, due_on);
CREATE INDEX followup_item_source ON followup_item (source_kind, source);
CREATE INDEX followup_item_lead ON followup_item (lead);
CREATE TRIGGER followup_item_stays BEFORE DELETE ON followup_item
BEGIN SELECT RAISE(ABORT, 'an item stays'); END;
-- 配合单位.
CREATE TABLE followup_helper (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  position INTEGER NOT NULL, unit TEXT NOT NULL, unit_short TEXT NOT NULL, PRIMARY KEY (item, unit)
) STRICT;
CREATE INDEX followup_helper_unit ON followup_helper (unit);
CREATE TABLE followup_event (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  item TEXT NOT NULL REFERENCES followup_item (id), at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX followup_event_at ON followup_event (item, at);
