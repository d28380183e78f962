-- 单位: what stays the same for good; names and membership have their own dated rows.
CREATE TABLE registry_unit (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('member', 'county', 'park', 'other')),
  position INTEGER NOT NULL, trade TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX registry_unit_order ON registry_unit (campaign, kind, position);
CREATE TRIGGER registry_unit_stays BEFORE DELETE ON registry_unit
BEGIN SELECT RAISE(ABORT, 'a unit is retired, never deleted'); END;

-- 名称沿革: the name a unit bore from a day up to, not including, another.
CREATE TABLE registry_unit_name (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  unit TEXT NOT NULL REFERENCES registry_unit (id),
  name TEXT NOT NULL CHECK (name <> ''), short TEXT NOT NULL CHECK (short <> ''), initials TEXT NOT NULL,
  from_on TEXT NOT NULL, to_on TEXT, CHECK (to_on IS NULL OR to_on > from_on), UNIQUE (unit, from_on)
) STRICT;
CREATE UNIQUE INDEX registry_unit_name_now ON registry_unit_name (campaign, name) WHERE to_on IS NULL;
CREATE UNIQUE INDEX registry_unit_short_now ON registry_unit_name (campaign, short) WHERE to_on IS NULL;
CREATE UNIQUE INDEX registry_unit_one_name ON registry_unit_name (unit) WHERE to_on IS NULL;

-- 加入与退出: a unit may leave and come back.
CREATE TABLE registry_unit_term (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  unit TEXT NOT NULL REFERENCES registry_unit (id),
  from_on TEXT NOT NULL, to_on TEXT, reason TEXT NOT NULL DEFAULT '',
  CHECK (to_on IS NULL OR to_on > from_on), CHECK ((to_on IS NULL) = (reason = '')), UNIQUE (unit, from_on)
) STRICT;
CREATE UNIQUE INDEX registry_unit_one_term ON registry_unit_term (unit) WHERE to_on IS NULL;

-- 人员.
CREATE TABLE registry_person (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  name TEXT NOT NULL CHECK (name <> ''), initials TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')), mobile TEXT NOT NULL, office_phone TEXT NOT NULL,
  title TEXT NOT NULL, note TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX registry_person_name ON registry_person (campaign, name);
CREATE TRIGGER registry_person_stays BEFORE DELETE ON registry_person
BEGIN SELECT RAISE(ABORT, 'a person stays in the register'); END;

-- 任职: held from a day up to, not including, another. A post entered by mistake is voided, never deleted.
CREATE TABLE registry_post (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  person TEXT NOT NULL REFERENCES registry_person (id), unit TEXT REFERENCES registry_unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('leader', 'executive_deputy', 'deputy', 'member', 'leader_in_charge',
    'section_head', 'undertaker', 'information_officer', 'archivist', 'director', 'office_staff')),
  title TEXT NOT NULL, rank INTEGER NOT NULL DEFAULT 0,
  from_on TEXT NOT NULL, to_on TEXT, end_reason TEXT NOT NULL DEFAULT '',
  voided_at TEXT, void_reason TEXT, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (to_on IS NULL OR to_on > from_on), CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK (unit IS NOT NULL OR kind IN ('leader', 'executive_deputy', 'deputy', 'director', 'office_staff'))
) STRICT;
CREATE INDEX registry_post_unit ON registry_post (unit, from_on);
CREATE INDEX registry_post_person ON registry_post (person, from_on);
CREATE INDEX registry_post_span ON registry_post (campaign, from_on, to_on);
CREATE TRIGGER registry_post_stays BEFORE DELETE ON registry_post
BEGIN SELECT RAISE(ABORT, 'a post is ended or voided, never deleted'); END;

-- 备案: a unit's notice of a change of its people.
CREATE TABLE registry_filing (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  unit TEXT NOT NULL REFERENCES registry_unit (id), number TEXT NOT NULL, number_id TEXT NOT NULL,
  changed_on TEXT NOT NULL, filed_on TEXT NOT NULL, due_on TEXT NOT NULL,
  late_days INTEGER NOT NULL CHECK (late_days >= 0), note TEXT NOT NULL,
  recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX registry_filing_day ON registry_filing (campaign, filed_on);
CREATE INDEX registry_filing_unit ON registry_filing (unit, filed_on);
CREATE TRIGGER registry_filing_stays BEFORE DELETE ON registry_filing
BEGIN SELECT RAISE(ABORT, 'a filing stays'); END;
CREATE TRIGGER registry_filing_fixed BEFORE UPDATE ON registry_filing
BEGIN SELECT RAISE(ABORT, 'a filing stays as it was received'); END;

-- What a filing did: posts that it ended and began.
CREATE TABLE registry_filing_change (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  filing TEXT NOT NULL REFERENCES registry_filing (id), post TEXT NOT NULL REFERENCES registry_post (id),
  effect TEXT NOT NULL CHECK (effect IN ('ended', 'begun')), UNIQUE (filing, post, effect)
) STRICT;
CREATE INDEX registry_filing_change_post ON registry_filing_change (post);

-- 成员履职: what a member of the group did and reported.
CREATE TABLE registry_duty (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  person TEXT NOT NULL REFERENCES registry_person (id),
  kind TEXT NOT NULL CHECK (kind IN ('work_done', 'research', 'experience', 'problem', 'suggestion')),
  on_day TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), recorded_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX registry_duty_person ON registry_duty (person, on_day);
CREATE INDEX registry_duty_day ON registry_duty (campaign, on_day);
