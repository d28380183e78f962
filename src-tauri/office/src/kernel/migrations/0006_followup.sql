-- 督办 as a whole: six sources, notices and receipts, progress, replies in versions, urgings, extensions, pauses,
-- escalation, compiled reports. The table of items is built anew, because its stages became more.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE kept AS SELECT * FROM followup_item;
DROP TABLE followup_item;
CREATE TABLE followup_item (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  stage TEXT NOT NULL
    CHECK (stage IN ('registered', 'open', 'replied', 'suspended', 'accepted', 'closed', 'withdrawn')),
  number TEXT NOT NULL, number_id TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
  source_kind TEXT NOT NULL
    CHECK (source_kind IN ('group', 'meeting', 'instruction', 'superior', 'public', 'plan')),
  source TEXT NOT NULL, source_name TEXT NOT NULL, ground TEXT NOT NULL, owed_to TEXT NOT NULL,
  urgency TEXT NOT NULL CHECK (urgency IN ('plain', 'more', 'most')),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('once', 'weekly', 'half_month', 'monthly', 'quarterly')),
  lead TEXT NOT NULL, lead_short TEXT NOT NULL, undertaker TEXT NOT NULL, undertaker_phone TEXT NOT NULL,
  supervisor TEXT NOT NULL, supervisor_phone TEXT NOT NULL, previous TEXT REFERENCES followup_item (id),
  opened_on TEXT NOT NULL, first_due_on TEXT NOT NULL, due_on TEXT NOT NULL, notice_on TEXT, paused_on TEXT,
  reply_on TEXT, reply TEXT NOT NULL DEFAULT '', reply_number TEXT NOT NULL DEFAULT '',
  returns INTEGER NOT NULL DEFAULT 0 CHECK (returns >= 0), closed_on TEXT, reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((reply_on IS NULL) = (reply = '')),
  CHECK ((stage IN ('accepted', 'closed', 'withdrawn')) = (closed_on IS NOT NULL)),
  CHECK (stage NOT IN ('replied', 'accepted') OR reply <> ''),
  CHECK ((stage = 'suspended') = (paused_on IS NOT NULL))
) STRICT;
INSERT INTO followup_item (id, campaign, stage, number, number_id, text, source_kind, source, source_name, ground, owed_to,
    urgency, rhythm, lead, lead_short, undertaker, undertaker_phone, supervisor, supervisor_phone, opened_on, first_due_on,
    due_on, reply_on, reply, reply_number, returns, closed_on, reason, version)
  SELECT id, campaign, stage, number, number_id, text, source_kind, source, source_name, source_name, owed_to,
    'plain', 'once', lead, lead_short, '', '', '', '', opened_on, due_on,
    due_on, reply_on, reply, reply_number, returns, closed_on, reason, version FROM kept;
DROP TABLE kept;
CREATE INDEX followup_item_due ON followup_item (campaign, stage, due_on);
CREATE INDEX followup_item_source ON followup_item (source_kind, source);
CREATE INDEX followup_item_lead ON followup_item (lead);
CREATE INDEX followup_item_previous ON followup_item (previous);
CREATE TRIGGER followup_item_stays BEFORE DELETE ON followup_item
BEGIN SELECT RAISE(ABORT, 'an item stays'); END;
-- What a unit was told stays as it was told; before the notice it may be corrected.
CREATE TRIGGER followup_item_as_told BEFORE UPDATE OF text, lead, source_kind, source, number ON followup_item
WHEN OLD.stage <> 'registered'
  AND (NEW.text, NEW.lead, NEW.source_kind, NEW.source, NEW.number)
    IS NOT (OLD.text, OLD.lead, OLD.source_kind, OLD.source, OLD.number)
BEGIN SELECT RAISE(ABORT, 'what a unit was told stays'); END;
-- The history: which step led from where to where, on which day on paper.
ALTER TABLE followup_event ADD COLUMN step TEXT NOT NULL DEFAULT '';
ALTER TABLE followup_event ADD COLUMN from_stage TEXT NOT NULL DEFAULT '';
ALTER TABLE followup_event ADD COLUMN to_stage TEXT NOT NULL DEFAULT '';
ALTER TABLE followup_event ADD COLUMN on_day TEXT;
-- 督办通知单 as sent to each unit, and its receipt.
CREATE TABLE followup_notice (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  position INTEGER NOT NULL, unit TEXT NOT NULL, unit_short TEXT NOT NULL, sent_on TEXT NOT NULL, way TEXT NOT NULL,
  received_on TEXT, receiver TEXT NOT NULL DEFAULT '', PRIMARY KEY (item, unit),
  CHECK ((received_on IS NULL) = (receiver = ''))
) STRICT;
-- 进展: what a unit reported, and for which period.
CREATE TABLE followup_progress (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  item TEXT NOT NULL REFERENCES followup_item (id), on_day TEXT NOT NULL, period TEXT,
  words TEXT NOT NULL CHECK (words <> ''), UNIQUE (item, period)
) STRICT;
-- 配合单位反馈.
CREATE TABLE followup_part (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  item TEXT NOT NULL REFERENCES followup_item (id), unit TEXT NOT NULL, unit_short TEXT NOT NULL, on_day TEXT NOT NULL,
  number TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> '')
) STRICT;
CREATE INDEX followup_part_item ON followup_part (item);
-- 反馈 in versions: a reply is sent back or accepted; corrected after that, it is a new row with a reason.
CREATE TABLE followup_reply (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  n INTEGER NOT NULL CHECK (n > 0), on_day TEXT NOT NULL, number TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> ''),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'accepted', 'corrected')),
  reason TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, who TEXT NOT NULL, PRIMARY KEY (item, n)
) STRICT;
INSERT INTO followup_reply (campaign, item, n, on_day, number, words, state, at, who)
  SELECT campaign, id, 1, reply_on, reply_number, reply, iif(stage = 'accepted', 'accepted', 'waiting'),
    reply_on || 'T00:00:00', '' FROM followup_item WHERE reply_on IS NOT NULL;
CREATE TRIGGER followup_reply_words BEFORE UPDATE OF on_day, number, words ON followup_reply
BEGIN SELECT RAISE(ABORT, 'a reply stays as it came'); END;
CREATE TRIGGER followup_reply_stays BEFORE DELETE ON followup_reply
BEGIN SELECT RAISE(ABORT, 'a reply stays'); END;
-- 催办.
CREATE TABLE followup_urging (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  item TEXT NOT NULL REFERENCES followup_item (id), n INTEGER NOT NULL CHECK (n > 0), number TEXT NOT NULL,
  on_day TEXT NOT NULL, due_on TEXT NOT NULL, way TEXT NOT NULL, person TEXT NOT NULL, words TEXT NOT NULL,
  answer_by TEXT NOT NULL, UNIQUE (item, n)
) STRICT;
-- 延期申请 and what became of it.
CREATE TABLE followup_extension (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  item TEXT NOT NULL REFERENCES followup_item (id), n INTEGER NOT NULL CHECK (n > 0), asked_on TEXT NOT NULL,
  old_due_on TEXT NOT NULL, new_due_on TEXT NOT NULL, progress TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''),
  measures TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'lapsed')),
  decided_on TEXT, decider TEXT, decider_name TEXT NOT NULL DEFAULT '', granted_due_on TEXT,
  words TEXT NOT NULL DEFAULT '', UNIQUE (item, n),
  CHECK ((state = 'approved') = (granted_due_on IS NOT NULL)), CHECK (new_due_on > old_due_on)
) STRICT;
CREATE UNIQUE INDEX followup_extension_waiting ON followup_extension (item) WHERE state = 'waiting';
-- Every last day that an item ever had.
CREATE TABLE followup_term (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  n INTEGER NOT NULL CHECK (n > 0), due_on TEXT NOT NULL, since TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (item, n)
) STRICT;
INSERT INTO followup_term (campaign, item, n, due_on, since, why)
  SELECT campaign, id, 1, due_on, opened_on, '交办时确定' FROM followup_item;
-- 暂缓.
CREATE TABLE followup_pause (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  n INTEGER NOT NULL CHECK (n > 0), from_on TEXT NOT NULL, to_on TEXT, reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (item, n)
) STRICT;
-- 升级督办: what was done about an item that stayed overdue.
CREATE TABLE followup_escalation (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES followup_item (id),
  due_on TEXT NOT NULL, step TEXT NOT NULL, label TEXT NOT NULL, on_day TEXT NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (item, due_on, step)
) STRICT;
-- 汇总报告 and 通报: which items stand in which document.
CREATE TABLE followup_compilation (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('report', 'circular')), title TEXT NOT NULL, made_at TEXT NOT NULL,
  made_by TEXT NOT NULL, document TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE followup_compiled (
  campaign TEXT NOT NULL REFERENCES campaign (id), compilation TEXT NOT NULL REFERENCES followup_compilation (id),
  item TEXT NOT NULL REFERENCES followup_item (id), PRIMARY KEY (compilation, item)
) STRICT;
CREATE INDEX followup_compiled_item ON followup_compiled (item);
