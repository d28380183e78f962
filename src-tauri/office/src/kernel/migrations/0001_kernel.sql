-- 创建活动: every business record belongs to one.
CREATE TABLE campaign (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, short TEXT NOT NULL, city TEXT NOT NULL,
  opened_on TEXT NOT NULL, closed_on TEXT
) STRICT;

-- 规则配置, versioned by the date it takes effect.
CREATE TABLE profile_version (
  id INTEGER PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  effective_from TEXT NOT NULL, title TEXT NOT NULL, toml TEXT NOT NULL, added_at TEXT NOT NULL,
  UNIQUE (campaign, effective_from)
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'clerk', 'director', 'auditor')),
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  created_at TEXT NOT NULL, disabled_at TEXT, last_entry_at TEXT
) STRICT;

-- Days that differ from the plain week.
CREATE TABLE calendar_day (
  date TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL, source TEXT NOT NULL DEFAULT ''
) STRICT;

-- Gapless counters and every number ever given.
CREATE TABLE number_series (
  campaign TEXT NOT NULL REFERENCES campaign (id), series TEXT NOT NULL, year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0), PRIMARY KEY (campaign, series, year)
) STRICT;
CREATE TABLE number_given (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), series TEXT NOT NULL,
  year INTEGER NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL, given_to TEXT NOT NULL, given_at TEXT NOT NULL,
  voided_at TEXT, void_reason TEXT, UNIQUE (campaign, series, year, n),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE TRIGGER number_given_stays BEFORE DELETE ON number_given BEGIN SELECT RAISE(ABORT, 'a given number stays'); END;
CREATE TRIGGER number_given_fixed BEFORE UPDATE OF campaign, series, year, n, text, given_to, given_at ON number_given
BEGIN SELECT RAISE(ABORT, 'a given number stays as it is'); END;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  owner_kind TEXT NOT NULL, owner TEXT NOT NULL, purpose TEXT NOT NULL,
  name TEXT NOT NULL, mime TEXT NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL CHECK (bytes >= 0),
  added_at TEXT NOT NULL, added_by TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_kind, owner);
CREATE INDEX attachment_digest ON attachment (digest);

-- 审计: append-only, each row chained to the one before.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT, person TEXT NOT NULL, role TEXT NOT NULL,
  command TEXT NOT NULL, title TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL,
  detail TEXT NOT NULL, changes TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit cannot be changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit cannot be deleted'); END;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_account ON audit (account, seq);
