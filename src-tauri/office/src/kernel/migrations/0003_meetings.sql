-- 联席会议: one row a meeting, of both kinds. `running` is 第N次 in its year, given with the first notice.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('joint', 'special')),
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'notified', 'postponed', 'held', 'closed', 'cancelled')),
  title TEXT NOT NULL CHECK (title <> ''), year INTEGER NOT NULL, running INTEGER, running_id TEXT,
  planned_at TEXT NOT NULL, place TEXT NOT NULL, held_at TEXT, ended_at TEXT,
  chair TEXT, chair_name TEXT NOT NULL DEFAULT '', chair_title TEXT NOT NULL DEFAULT '',
  chair_post TEXT NOT NULL DEFAULT '', entrusted_on TEXT, entrusted_by TEXT NOT NULL DEFAULT '',
  convener_name TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '', contact_phone TEXT NOT NULL DEFAULT '', demands TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((running IS NULL) = (running_id IS NULL)),
  CHECK (stage NOT IN ('held', 'closed') OR held_at IS NOT NULL),
  CHECK (stage NOT IN ('postponed', 'cancelled') OR reason <> '')
) STRICT;
CREATE INDEX meeting_day ON meeting (campaign, planned_at);
CREATE UNIQUE INDEX meeting_running ON meeting (campaign, kind, year, running)
  WHERE running IS NOT NULL AND stage <> 'cancelled';
CREATE TRIGGER meeting_stays BEFORE DELETE ON meeting
BEGIN SELECT RAISE(ABORT, 'a meeting is cancelled, never deleted'); END;

-- 当月不召开的说明 (a month closed without a meeting).
CREATE TABLE meeting_month (
  campaign TEXT NOT NULL REFERENCES campaign (id), year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12), reason TEXT NOT NULL CHECK (reason <> ''),
  closed_at TEXT NOT NULL, closed_by TEXT NOT NULL, PRIMARY KEY (campaign, year, month)
) STRICT;

-- 议题.
CREATE TABLE meeting_agenda (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id), position INTEGER NOT NULL, title TEXT NOT NULL CHECK (title <> ''),
  proposer TEXT NOT NULL CHECK (proposer IN ('leader', 'deputy', 'office', 'unit')),
  proposer_name TEXT NOT NULL, unit TEXT, unit_short TEXT NOT NULL DEFAULT '', reporter TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  material_number TEXT NOT NULL DEFAULT '', material_on TEXT,
  decision TEXT NOT NULL DEFAULT 'pending' CHECK (decision IN ('pending', 'agreed', 'refused', 'deferred')),
  decided_on TEXT, decided_by TEXT NOT NULL DEFAULT '', decided_words TEXT NOT NULL DEFAULT '',
  removed_at TEXT, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((proposer = 'unit') = (unit IS NOT NULL)), CHECK ((decision = 'pending') = (decided_on IS NULL))
) STRICT;
CREATE INDEX meeting_agenda_order ON meeting_agenda (meeting, position);

-- 参会人员: as of the day of the meeting, frozen with the notice; outcome, leave and delegate of each.
CREATE TABLE meeting_invitee (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id), position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('attend', 'observe')),
  person TEXT, post TEXT NOT NULL DEFAULT '', post_label TEXT NOT NULL DEFAULT '', name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL DEFAULT '', unit TEXT, unit_name TEXT NOT NULL DEFAULT '', unit_short TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '', by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  outcome TEXT NOT NULL DEFAULT 'pending' CHECK (outcome IN ('pending', 'present', 'leave', 'absent')),
  leave_reason TEXT NOT NULL DEFAULT '', leave_letter TEXT NOT NULL DEFAULT '', leave_on TEXT,
  consent_on TEXT, consent_words TEXT NOT NULL DEFAULT '',
  delegate_person TEXT, delegate_name TEXT NOT NULL DEFAULT '', delegate_title TEXT NOT NULL DEFAULT '',
  delegate_unit TEXT, removed_at TEXT, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((outcome = 'leave') = (consent_on IS NOT NULL)), CHECK (outcome = 'leave' OR delegate_name = ''),
  CHECK (delegate_unit IS NULL OR delegate_unit = unit)
) STRICT;
CREATE INDEX meeting_invitee_order ON meeting_invitee (meeting, position);
CREATE UNIQUE INDEX meeting_invitee_once ON meeting_invitee (meeting, person)
  WHERE person IS NOT NULL AND removed_at IS NULL;

-- 会议通知: the text as it went out.
CREATE TABLE meeting_notice (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id), seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'again', 'cancelled')),
  number TEXT NOT NULL, number_id TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), issued_on TEXT NOT NULL,
  issued_by TEXT NOT NULL, UNIQUE (meeting, seq)
) STRICT;
CREATE TRIGGER meeting_notice_fixed BEFORE UPDATE ON meeting_notice
BEGIN SELECT RAISE(ABORT, 'a notice stays as it went out'); END;
CREATE TRIGGER meeting_notice_stays BEFORE DELETE ON meeting_notice
BEGIN SELECT RAISE(ABORT, 'a notice stays'); END;
CREATE TABLE meeting_notice_sent (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  notice TEXT NOT NULL REFERENCES meeting_notice (id), invitee TEXT NOT NULL REFERENCES meeting_invitee (id),
  sent_at TEXT, way TEXT NOT NULL DEFAULT '', to_whom TEXT NOT NULL DEFAULT '',
  reply TEXT NOT NULL DEFAULT 'none' CHECK (reply IN ('none', 'come', 'leave')),
  replied_at TEXT, reply_words TEXT NOT NULL DEFAULT '', UNIQUE (notice, invitee),
  CHECK ((sent_at IS NULL) = (way = ''))
) STRICT;
CREATE INDEX meeting_notice_sent_invitee ON meeting_notice_sent (invitee);

-- 决定事项, as the meeting took them; the follow-up room answers for them from signature on.
CREATE TABLE meeting_decision (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id), agenda TEXT REFERENCES meeting_agenda (id),
  position INTEGER NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
  lead TEXT NOT NULL, lead_short TEXT NOT NULL, due_on TEXT NOT NULL, followup TEXT,
  removed_at TEXT, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX meeting_decision_order ON meeting_decision (meeting, position);
CREATE TABLE meeting_decision_unit (
  campaign TEXT NOT NULL REFERENCES campaign (id), decision TEXT NOT NULL REFERENCES meeting_decision (id),
  position INTEGER NOT NULL, unit TEXT NOT NULL, unit_short TEXT NOT NULL, PRIMARY KEY (decision, unit)
) STRICT;

-- 会议纪要.
CREATE TABLE meeting_minutes (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id),
  stage TEXT NOT NULL CHECK (stage IN
    ('draft', 'reviewing', 'reviewed', 'submitted', 'signed', 'issued', 'voided')),
  title TEXT NOT NULL CHECK (title <> ''), text TEXT NOT NULL CHECK (text <> ''),
  signed_on TEXT, signer TEXT, signer_name TEXT NOT NULL DEFAULT '', signer_words TEXT NOT NULL DEFAULT '',
  signed_basis TEXT NOT NULL DEFAULT '', number TEXT, number_id TEXT, issued_on TEXT, copies INTEGER,
  void_reason TEXT, created_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((signed_on IS NULL) = (number IS NULL)), CHECK ((number IS NULL) = (number_id IS NULL)),
  CHECK (stage NOT IN ('signed', 'issued') OR number IS NOT NULL), CHECK (stage <> 'issued' OR issued_on IS NOT NULL),
  CHECK ((stage = 'voided') = (void_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX meeting_minutes_one ON meeting_minutes (meeting) WHERE stage <> 'voided';
CREATE UNIQUE INDEX meeting_minutes_number ON meeting_minutes (campaign, number) WHERE number IS NOT NULL;
CREATE TRIGGER meeting_minutes_fixed BEFORE UPDATE OF title, text ON meeting_minutes WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'signed minutes stay as they are'); END;
CREATE TABLE meeting_minutes_version (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  minutes TEXT NOT NULL REFERENCES meeting_minutes (id), n INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  author TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (minutes, n)
) STRICT;

-- 抄送: by hand before issue; everybody, frozen, from issue on, with how and when it went and who received it.
CREATE TABLE meeting_copy (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  minutes TEXT NOT NULL REFERENCES meeting_minutes (id), position INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('leader', 'deputy', 'member', 'decided', 'added')),
  name TEXT NOT NULL CHECK (name <> ''), reason TEXT NOT NULL DEFAULT '',
  sent_on TEXT, way TEXT NOT NULL DEFAULT '', received_on TEXT, received_by TEXT NOT NULL DEFAULT '',
  UNIQUE (minutes, name), CHECK (basis <> 'added' OR reason <> ''), CHECK (received_on IS NULL OR sent_on IS NOT NULL)
) STRICT;

-- 记录: what was done with a meeting, in words.
CREATE TABLE meeting_event (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  meeting TEXT NOT NULL REFERENCES meeting (id), at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  step TEXT NOT NULL DEFAULT '', words TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_event_at ON meeting_event (meeting, at);
CREATE TRIGGER meeting_event_fixed BEFORE UPDATE ON meeting_event
BEGIN SELECT RAISE(ABORT, 'an event stays'); END;
CREATE TRIGGER meeting_event_stays BEFORE DELETE ON meeting_event
BEGIN SELECT RAISE(ABORT, 'an event stays'); END;
