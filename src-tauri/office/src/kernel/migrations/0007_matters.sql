-- 事项: what is put to the leading group (第六条, 第七条). Its number stays; a step stays as it was recorded.
CREATE TABLE matter (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  level TEXT NOT NULL CHECK (level IN ('routine', 'major')),
  stage TEXT NOT NULL CHECK (stage IN ('raised', 'deliberated', 'decided', 'closed', 'withdrawn')),
  number TEXT NOT NULL, number_id TEXT NOT NULL, title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL CHECK (text <> ''), basis TEXT NOT NULL DEFAULT '', unit TEXT, unit_short TEXT NOT NULL DEFAULT '',
  raised_by TEXT NOT NULL CHECK (raised_by <> ''), raised_on TEXT NOT NULL, since TEXT NOT NULL,
  round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0), text_version INTEGER NOT NULL DEFAULT 1 CHECK (text_version > 0),
  decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'agreed', 'refused')), decided_on TEXT,
  result TEXT NOT NULL DEFAULT '', closed_on TEXT, reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (stage <> 'deliberated' OR level = 'major'), CHECK ((decision = '') = (decided_on IS NULL)),
  CHECK ((stage IN ('decided', 'closed')) = (decision <> '')), CHECK ((stage = 'closed') = (closed_on IS NOT NULL)),
  CHECK (stage <> 'withdrawn' OR reason <> '')
) STRICT;
CREATE UNIQUE INDEX matter_number ON matter (campaign, number);
CREATE INDEX matter_stage ON matter (campaign, stage, raised_on);
CREATE TRIGGER matter_stays BEFORE DELETE ON matter BEGIN SELECT RAISE(ABORT, 'a matter stays'); END;
CREATE TRIGGER matter_number_fixed BEFORE UPDATE OF number, number_id ON matter
BEGIN SELECT RAISE(ABORT, 'a given number stays'); END;
CREATE TRIGGER matter_never_lowered BEFORE UPDATE OF level ON matter WHEN OLD.level = 'major' AND NEW.level = 'routine'
BEGIN SELECT RAISE(ABORT, 'a major matter stays major'); END;

-- 事项各稿: the words as they were; after closing each correction with its reason.
CREATE TABLE matter_text (
  campaign TEXT NOT NULL REFERENCES campaign (id), matter TEXT NOT NULL REFERENCES matter (id), n INTEGER NOT NULL,
  title TEXT NOT NULL, text TEXT NOT NULL, basis TEXT NOT NULL, result TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '', saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, PRIMARY KEY (matter, n)
) STRICT;
CREATE TRIGGER matter_text_fixed BEFORE UPDATE ON matter_text BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
CREATE TRIGGER matter_text_stays BEFORE DELETE ON matter_text BEGIN SELECT RAISE(ABORT, 'a version stays'); END;

-- 委托审定: a deputy lets the director decide routine matters (第七条).
CREATE TABLE matter_entrustment (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  grantor TEXT NOT NULL, grantor_name TEXT NOT NULL, grantee TEXT NOT NULL, grantee_name TEXT NOT NULL,
  matter TEXT REFERENCES matter (id), words TEXT NOT NULL CHECK (words <> ''), basis TEXT NOT NULL DEFAULT '',
  granted_on TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, ended_on TEXT, end_reason TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_on <= to_on), CHECK (granted_on <= from_on), CHECK ((ended_on IS NULL) = (end_reason = ''))
) STRICT;
CREATE TRIGGER matter_entrustment_stays BEFORE DELETE ON matter_entrustment
BEGIN SELECT RAISE(ABORT, 'an entrustment stays'); END;

-- 事项办理记录, recorded from paper.
CREATE TABLE matter_step (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), matter TEXT NOT NULL REFERENCES matter (id),
  n INTEGER NOT NULL, round INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, step TEXT NOT NULL,
  from_stage TEXT NOT NULL, to_stage TEXT NOT NULL, level TEXT NOT NULL, on_day TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
  person TEXT, person_name TEXT NOT NULL DEFAULT '', post TEXT NOT NULL DEFAULT '', post_label TEXT NOT NULL DEFAULT '',
  entrustment TEXT REFERENCES matter_entrustment (id), meeting TEXT, meeting_name TEXT NOT NULL DEFAULT '',
  agenda TEXT, decision TEXT, meeting_words TEXT NOT NULL DEFAULT '', UNIQUE (matter, n)
) STRICT;
CREATE INDEX matter_step_entrustment ON matter_step (entrustment) WHERE entrustment IS NOT NULL;
CREATE TRIGGER matter_step_fixed BEFORE UPDATE ON matter_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;
CREATE TRIGGER matter_step_stays BEFORE DELETE ON matter_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;
-- 第七条: a major matter closes only after a meeting and a final decision, whatever the program says.
CREATE TRIGGER matter_major_needs_both BEFORE UPDATE OF stage ON matter
WHEN NEW.level = 'major' AND NEW.stage = 'closed' AND OLD.stage <> 'closed' AND NOT (
  EXISTS (SELECT 1 FROM matter_step WHERE matter = NEW.id AND round = NEW.round AND level = 'major'
    AND step = 'deliberate' AND meeting IS NOT NULL)
  AND EXISTS (SELECT 1 FROM matter_step WHERE matter = NEW.id AND round = NEW.round AND level = 'major'
    AND step = 'decide' AND person IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'a major matter needs a meeting and the leader'); END;

-- 年度工作目标: one plan a year; issued it changes only by an adjustment, which is its next edition (第二条).
CREATE TABLE task_plan (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), year INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''), goal TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'issued')), edition INTEGER NOT NULL DEFAULT 0 CHECK (edition >= 0),
  issued_on TEXT, letter TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((stage = 'issued') = (issued_on IS NOT NULL)), CHECK ((stage = 'draft') = (edition = 0)), UNIQUE (campaign, year)
) STRICT;
CREATE TRIGGER task_plan_stays BEFORE DELETE ON task_plan BEGIN SELECT RAISE(ABORT, 'a plan stays'); END;

-- 工作任务; `dropped_in` names the edition that struck it out.
CREATE TABLE task_item (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), plan TEXT NOT NULL REFERENCES task_plan (id),
  position INTEGER NOT NULL, aspect TEXT NOT NULL DEFAULT '', title TEXT NOT NULL CHECK (title <> ''),
  due_on TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', dropped_in INTEGER, drop_reason TEXT NOT NULL DEFAULT '',
  removed_at TEXT, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((dropped_in IS NULL) = (drop_reason = ''))
) STRICT;
CREATE INDEX task_item_plan ON task_item (plan, position);
CREATE TRIGGER task_item_stays BEFORE DELETE ON task_item BEGIN SELECT RAISE(ABORT, 'an item stays'); END;

-- 阶段目标; one that an adjustment replaced keeps its reports.
CREATE TABLE task_stage (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES task_item (id),
  position INTEGER NOT NULL, goal TEXT NOT NULL CHECK (goal <> ''), due_on TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX task_stage_item ON task_stage (item, position);

-- 牵头、配合、落实单位: a unit has one role in an item (第二条).
CREATE TABLE task_unit (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES task_item (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'partner', 'doer')), position INTEGER NOT NULL,
  unit TEXT NOT NULL, unit_short TEXT NOT NULL, unit_kind TEXT NOT NULL, PRIMARY KEY (item, unit)
) STRICT;
CREATE INDEX task_unit_unit ON task_unit (unit);

-- 调整记录: every issue and adjustment, and each item as it stood in it (JSON).
CREATE TABLE task_edition (
  campaign TEXT NOT NULL REFERENCES campaign (id), plan TEXT NOT NULL REFERENCES task_plan (id), n INTEGER NOT NULL,
  on_day TEXT NOT NULL, reason TEXT NOT NULL, basis TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, who TEXT NOT NULL,
  PRIMARY KEY (plan, n)
) STRICT;
CREATE TRIGGER task_edition_fixed BEFORE UPDATE ON task_edition BEGIN SELECT RAISE(ABORT, 'an edition stays'); END;
CREATE TRIGGER task_edition_stays BEFORE DELETE ON task_edition BEGIN SELECT RAISE(ABORT, 'an edition stays'); END;
CREATE TABLE task_item_edition (
  campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES task_item (id), n INTEGER NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('issued', 'added', 'changed', 'dropped')), words TEXT NOT NULL,
  PRIMARY KEY (item, n)
) STRICT;
CREATE TRIGGER task_item_edition_fixed BEFORE UPDATE ON task_item_edition
BEGIN SELECT RAISE(ABORT, 'an edition stays'); END;
CREATE TRIGGER task_item_edition_stays BEFORE DELETE ON task_item_edition
BEGIN SELECT RAISE(ABORT, 'an edition stays'); END;

-- 进展: what a unit reported on a stage; a later report corrects an earlier one.
CREATE TABLE task_progress (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), item TEXT NOT NULL REFERENCES task_item (id),
  stage TEXT NOT NULL REFERENCES task_stage (id), n INTEGER NOT NULL, on_day TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100), words TEXT NOT NULL CHECK (words <> ''),
  unit TEXT NOT NULL, unit_short TEXT NOT NULL, reporter TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (stage, n)
) STRICT;
CREATE INDEX task_progress_item ON task_progress (item, on_day);
CREATE TRIGGER task_progress_fixed BEFORE UPDATE ON task_progress BEGIN SELECT RAISE(ABORT, 'a report stays'); END;
CREATE TRIGGER task_progress_stays BEFORE DELETE ON task_progress BEGIN SELECT RAISE(ABORT, 'a report stays'); END;

-- 政策法规库: policies, laws and decisions of superiors to be carried out (第二条).
CREATE TABLE library_entry (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('law', 'regulation', 'policy', 'decision', 'standard')),
  title TEXT NOT NULL CHECK (title <> ''), issuer TEXT NOT NULL CHECK (issuer <> ''), letter TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '', issued_on TEXT, effective_on TEXT, summary TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  validity TEXT NOT NULL CHECK (validity IN ('in_force', 'amended', 'repealed')),
  validity_by TEXT NOT NULL DEFAULT '', validity_on TEXT, validity_entry TEXT REFERENCES library_entry (id),
  text_version INTEGER NOT NULL DEFAULT 1 CHECK (text_version > 0),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((validity = 'in_force') = (validity_on IS NULL)), CHECK ((validity = 'in_force') = (validity_by = ''))
) STRICT;
CREATE INDEX library_entry_kind ON library_entry (campaign, kind, issued_on);
CREATE TRIGGER library_entry_stays BEFORE DELETE ON library_entry BEGIN SELECT RAISE(ABORT, 'an entry stays'); END;
CREATE TABLE library_version (
  campaign TEXT NOT NULL REFERENCES campaign (id), entry TEXT NOT NULL REFERENCES library_entry (id), n INTEGER NOT NULL,
  words TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', saved_at TEXT NOT NULL, saved_by TEXT NOT NULL,
  PRIMARY KEY (entry, n)
) STRICT;
CREATE TRIGGER library_version_fixed BEFORE UPDATE ON library_version BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
CREATE TRIGGER library_version_stays BEFORE DELETE ON library_version BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
CREATE TABLE library_event (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  entry TEXT NOT NULL REFERENCES library_entry (id), at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
-- 引用: what rests on an entry; taken back, never deleted.
CREATE TABLE library_citation (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  entry TEXT NOT NULL REFERENCES library_entry (id), kind TEXT NOT NULL CHECK (kind <> ''), record TEXT NOT NULL,
  label TEXT NOT NULL CHECK (label <> ''), page TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  cited_on TEXT NOT NULL, cited_by TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX library_citation_once ON library_citation (entry, kind, record) WHERE removed_at IS NULL;
CREATE INDEX library_citation_record ON library_citation (kind, record);

-- 对县市区、园区创建质量强县的指导.
CREATE TABLE library_guidance (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), number TEXT NOT NULL, number_id TEXT NOT NULL,
  unit TEXT NOT NULL, unit_short TEXT NOT NULL, on_day TEXT NOT NULL, people TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic <> ''), content TEXT NOT NULL CHECK (content <> ''), result TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE INDEX library_guidance_day ON library_guidance (campaign, on_day);
CREATE INDEX library_guidance_unit ON library_guidance (unit, on_day);
CREATE TRIGGER library_guidance_stays BEFORE DELETE ON library_guidance BEGIN SELECT RAISE(ABORT, 'a record stays'); END;
CREATE TABLE library_guidance_version (
  campaign TEXT NOT NULL REFERENCES campaign (id), guidance TEXT NOT NULL REFERENCES library_guidance (id),
  n INTEGER NOT NULL, words TEXT NOT NULL, reason TEXT NOT NULL, saved_at TEXT NOT NULL, saved_by TEXT NOT NULL,
  PRIMARY KEY (guidance, n)
) STRICT;
CREATE TRIGGER library_guidance_version_fixed BEFORE UPDATE ON library_guidance_version
BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
CREATE TRIGGER library_guidance_version_stays BEFORE DELETE ON library_guidance_version
BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
