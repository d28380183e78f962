-- The room `reports` (信息报送、工作简报, 第二十一条 to 第二十三条). Months are `yyyy-mm`, moments local time.

-- 报送轮次: a month in which every reporting unit owes information. What counts as on time was fixed when it opened.
CREATE TABLE report_round (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'), limit_at TEXT NOT NULL,
  opened_at TEXT NOT NULL, opened_by TEXT NOT NULL, late_reason TEXT NOT NULL DEFAULT '', UNIQUE (campaign, month)
) STRICT;
CREATE TRIGGER report_round_fixed BEFORE UPDATE ON report_round BEGIN SELECT RAISE(ABORT, 'a month stays as it was opened'); END;
CREATE TRIGGER report_round_stays BEFORE DELETE ON report_round BEGIN SELECT RAISE(ABORT, 'a month stays'); END;

-- 单位报送: what a unit owes in a month; the unit is named as on the day the month was opened.
CREATE TABLE report (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  round TEXT NOT NULL REFERENCES report_round (id), month TEXT NOT NULL, unit TEXT NOT NULL,
  unit_name TEXT NOT NULL, unit_short TEXT NOT NULL, unit_kind TEXT NOT NULL, position INTEGER NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('waiting', 'received', 'returned', 'accepted')),
  reviewer TEXT NOT NULL DEFAULT '', reviewed_on TEXT, officer TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  released TEXT NOT NULL DEFAULT '', since TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (campaign, month, unit), CHECK ((reviewer = '') = (reviewed_on IS NULL))
) STRICT;
CREATE INDEX report_month ON report (campaign, month, position);
CREATE INDEX report_unit ON report (campaign, unit, month);
CREATE TRIGGER report_stays BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'a report stays'); END;
CREATE TRIGGER report_identity_fixed BEFORE UPDATE OF round, month, unit, unit_name ON report
BEGIN SELECT RAISE(ABORT, 'a report stays whose it is'); END;

-- 送达: paper and electronic apart; the earliest that is not struck counts, however often it was returned.
CREATE TABLE report_arrival (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), report TEXT NOT NULL REFERENCES report (id),
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'file')), at TEXT NOT NULL, by_whom TEXT NOT NULL DEFAULT '',
  way TEXT NOT NULL CHECK (way <> ''), recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
  struck_at TEXT, struck_reason TEXT NOT NULL DEFAULT '', CHECK ((struck_at IS NULL) = (struck_reason = ''))
) STRICT;
CREATE INDEX report_arrival_of ON report_arrival (report, kind, at);
CREATE TRIGGER report_arrival_fixed BEFORE UPDATE OF report, kind, at, by_whom, way, recorded_at, recorded_by ON report_arrival
BEGIN SELECT RAISE(ABORT, 'an arrival stays as it was recorded'); END;
CREATE TRIGGER report_arrival_stays BEFORE DELETE ON report_arrival BEGIN SELECT RAISE(ABORT, 'an arrival stays'); END;

-- 稿件原文: what the unit wrote, never changed; a correction puts new ones in their place.
CREATE TABLE report_item (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), report TEXT NOT NULL REFERENCES report (id),
  n INTEGER NOT NULL, part TEXT NOT NULL CHECK (part IN ('progress', 'plan', 'innovation', 'event', 'suggestion')),
  quality TEXT CHECK (quality IN ('product', 'engineering', 'environment', 'service')),
  title TEXT NOT NULL DEFAULT '', text TEXT NOT NULL CHECK (text <> ''),
  entered_at TEXT NOT NULL, entered_by TEXT NOT NULL, source TEXT NOT NULL DEFAULT '', replaced_at TEXT,
  CHECK ((part = 'event') = (quality IS NOT NULL))
) STRICT;
CREATE INDEX report_item_of ON report_item (report, replaced_at, n);
CREATE TRIGGER report_item_fixed BEFORE UPDATE OF report, n, part, quality, title, text, entered_at, entered_by ON report_item
BEGIN SELECT RAISE(ABORT, 'what a unit wrote stays as it was written'); END;
CREATE TRIGGER report_item_stays BEFORE DELETE ON report_item BEGIN SELECT RAISE(ABORT, 'what a unit wrote stays'); END;

CREATE TABLE report_step (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), report TEXT NOT NULL REFERENCES report (id),
  at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_step_of ON report_step (report, at);
CREATE TRIGGER report_step_stays BEFORE DELETE ON report_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;

-- 催报.
CREATE TABLE report_reminder (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), report TEXT NOT NULL REFERENCES report (id),
  n INTEGER NOT NULL, number TEXT NOT NULL, number_id TEXT NOT NULL, on_day TEXT NOT NULL, new_due TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way <> ''), person TEXT NOT NULL DEFAULT '', missing TEXT NOT NULL CHECK (json_valid(missing)),
  words TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (report, n)
) STRICT;
CREATE TRIGGER report_reminder_stays BEFORE DELETE ON report_reminder BEGIN SELECT RAISE(ABORT, 'a reminder stays'); END;

-- 被上级采用.
CREATE TABLE report_higher (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), unit TEXT NOT NULL, unit_short TEXT NOT NULL,
  item TEXT REFERENCES report_item (id), title TEXT NOT NULL CHECK (title <> ''), journal TEXT NOT NULL CHECK (journal <> ''),
  used_on TEXT NOT NULL, evidence TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  struck_at TEXT, struck_reason TEXT NOT NULL DEFAULT '', CHECK ((struck_at IS NULL) = (struck_reason = ''))
) STRICT;
CREATE INDEX report_higher_day ON report_higher (campaign, used_on);
CREATE TRIGGER report_higher_stays BEFORE DELETE ON report_higher BEGIN SELECT RAISE(ABORT, 'a use stays'); END;

-- 工作简报. Lists of names are JSON arrays. Signed, nothing of it changes but its way to the reader.
CREATE TABLE bulletin (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), kind TEXT NOT NULL CHECK (kind IN ('monthly', 'extra')),
  month TEXT NOT NULL, stage TEXT NOT NULL CHECK (stage IN ('draft', 'submitted', 'signed', 'issued', 'voided')),
  foreword TEXT NOT NULL DEFAULT '', report_to TEXT NOT NULL CHECK (json_valid(report_to)),
  send_to TEXT NOT NULL CHECK (json_valid(send_to)), issue_to TEXT NOT NULL CHECK (json_valid(issue_to)),
  editors TEXT NOT NULL DEFAULT '', copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 10000),
  year INTEGER, n INTEGER, number TEXT, number_id TEXT, running TEXT, running_id TEXT,
  signed_on TEXT, signer TEXT, signer_name TEXT NOT NULL DEFAULT '', signer_words TEXT NOT NULL DEFAULT '', issued_on TEXT,
  end_reason TEXT NOT NULL DEFAULT '', since TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((number IS NULL) = (number_id IS NULL)), CHECK ((number IS NULL) = (n IS NULL)), CHECK ((n IS NULL) = (year IS NULL)),
  CHECK ((running IS NULL) = (running_id IS NULL)), CHECK (running IS NULL OR kind = 'monthly'),
  CHECK (stage NOT IN ('signed', 'issued') OR (number IS NOT NULL AND signed_on IS NOT NULL AND signer IS NOT NULL)),
  CHECK ((issued_on IS NOT NULL) = (stage = 'issued')), CHECK ((stage = 'voided') = (end_reason <> ''))
) STRICT;
CREATE INDEX bulletin_month ON bulletin (campaign, month, kind);
CREATE INDEX bulletin_number ON bulletin (campaign, kind, year, n);
CREATE TRIGGER bulletin_stays BEFORE DELETE ON bulletin BEGIN SELECT RAISE(ABORT, 'an issue stays'); END;
CREATE TRIGGER bulletin_signed_fixed BEFORE UPDATE OF kind, month, foreword, report_to, send_to, issue_to, editors, copies ON bulletin
WHEN OLD.stage IN ('signed', 'issued', 'voided') BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_issued_fixed BEFORE UPDATE OF stage, number, running, signed_on, signer, signer_name ON bulletin
WHEN OLD.stage IN ('issued', 'voided') BEGIN SELECT RAISE(ABORT, 'an issue that is out stays'); END;

-- 栏目.
CREATE TABLE bulletin_column (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), bulletin TEXT NOT NULL REFERENCES bulletin (id),
  position INTEGER NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE INDEX bulletin_column_of ON bulletin_column (bulletin, position);

-- 稿件: the edited copy.
CREATE TABLE bulletin_item (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), bulletin TEXT NOT NULL REFERENCES bulletin (id),
  heading TEXT NOT NULL REFERENCES bulletin_column (id), position INTEGER NOT NULL, title TEXT NOT NULL,
  foreword TEXT NOT NULL DEFAULT '', body TEXT NOT NULL, signature TEXT NOT NULL DEFAULT '',
  edited_at TEXT NOT NULL, edited_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX bulletin_item_of ON bulletin_item (bulletin, heading, position);

-- 稿件来源: which item of which unit's report it was made from.
CREATE TABLE bulletin_source (
  campaign TEXT NOT NULL REFERENCES campaign (id), bulletin TEXT NOT NULL REFERENCES bulletin (id),
  item TEXT NOT NULL REFERENCES bulletin_item (id), report_item TEXT NOT NULL REFERENCES report_item (id),
  unit TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (item, report_item)
) STRICT;
CREATE INDEX bulletin_source_from ON bulletin_source (report_item);
CREATE INDEX bulletin_source_unit ON bulletin_source (campaign, unit);

CREATE TABLE bulletin_step (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), bulletin TEXT NOT NULL REFERENCES bulletin (id),
  at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bulletin_step_of ON bulletin_step (bulletin, at);
CREATE TRIGGER bulletin_step_stays BEFORE DELETE ON bulletin_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;

-- 分发: frozen when the issue is printed.
CREATE TABLE bulletin_copy (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), bulletin TEXT NOT NULL REFERENCES bulletin (id),
  position INTEGER NOT NULL, basis TEXT NOT NULL CHECK (basis IN ('report', 'send', 'issue', 'added')),
  name TEXT NOT NULL CHECK (name <> ''), copies INTEGER NOT NULL CHECK (copies > 0), reason TEXT NOT NULL DEFAULT '',
  sent_on TEXT, way TEXT NOT NULL DEFAULT '', received_on TEXT, received_by TEXT NOT NULL DEFAULT '', UNIQUE (bulletin, name),
  CHECK (basis <> 'added' OR reason <> ''), CHECK (received_on IS NULL OR sent_on IS NOT NULL), CHECK ((sent_on IS NULL) = (way = ''))
) STRICT;
CREATE INDEX bulletin_copy_out ON bulletin_copy (campaign, sent_on) WHERE received_on IS NULL;
CREATE TRIGGER bulletin_copy_stays BEFORE DELETE ON bulletin_copy BEGIN SELECT RAISE(ABORT, 'a recipient stays'); END;
CREATE TRIGGER bulletin_column_insert_fixed BEFORE INSERT ON bulletin_column
WHEN (SELECT stage FROM bulletin WHERE id = NEW.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_column_update_fixed BEFORE UPDATE ON bulletin_column
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_column_delete_fixed BEFORE DELETE ON bulletin_column
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_item_insert_fixed BEFORE INSERT ON bulletin_item
WHEN (SELECT stage FROM bulletin WHERE id = NEW.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_item_update_fixed BEFORE UPDATE ON bulletin_item
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_item_delete_fixed BEFORE DELETE ON bulletin_item
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_source_insert_fixed BEFORE INSERT ON bulletin_source
WHEN (SELECT stage FROM bulletin WHERE id = NEW.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_source_update_fixed BEFORE UPDATE ON bulletin_source
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
CREATE TRIGGER bulletin_source_delete_fixed BEFORE DELETE ON bulletin_source
WHEN (SELECT stage FROM bulletin WHERE id = OLD.bulletin) IN ('signed', 'issued', 'voided')
BEGIN SELECT RAISE(ABORT, 'a signed issue stays as it was signed'); END;
