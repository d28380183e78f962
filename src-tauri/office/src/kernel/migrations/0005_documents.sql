-- 收文: one row a paper that came in. Its number is given at registration and stays, whatever becomes of the paper.
CREATE TABLE incoming (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('filing_office', 'filing_group', 'comprehensive', 'single', 'other')),
  stage TEXT NOT NULL CHECK (stage IN ('received', 'registered', 'checked', 'deputy', 'leader', 'ready', 'handling',
    'answered', 'closed', 'returned')),
  sender TEXT, sender_name TEXT NOT NULL CHECK (sender_name <> ''), letter TEXT NOT NULL DEFAULT '', dated_on TEXT,
  title TEXT NOT NULL CHECK (title <> ''), summary TEXT NOT NULL DEFAULT '',
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 10000),
  secrecy TEXT NOT NULL CHECK (secrecy IN ('public', 'internal')),
  urgency TEXT NOT NULL CHECK (urgency IN ('plain', 'more', 'most')),
  received_on TEXT NOT NULL, received_by TEXT NOT NULL CHECK (received_by <> ''), way TEXT NOT NULL DEFAULT '',
  year INTEGER, n INTEGER, number TEXT, number_id TEXT, filing_number TEXT, filing_number_id TEXT,
  proposal TEXT NOT NULL DEFAULT '', proposed_by TEXT NOT NULL DEFAULT '', proposed_on TEXT,
  due_on TEXT, answer TEXT NOT NULL DEFAULT '', answer_letter TEXT NOT NULL DEFAULT '', answered_on TEXT,
  result TEXT NOT NULL DEFAULT '', closed_on TEXT, reason TEXT NOT NULL DEFAULT '', since TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((stage = 'received') = (number IS NULL)), CHECK ((number IS NULL) = (number_id IS NULL)),
  CHECK ((number IS NULL) = (n IS NULL)), CHECK ((n IS NULL) = (year IS NULL)),
  CHECK ((filing_number IS NULL) = (filing_number_id IS NULL)),
  CHECK (filing_number IS NULL OR kind IN ('filing_office', 'filing_group')),
  CHECK ((proposed_on IS NULL) = (proposal = '')), CHECK ((answered_on IS NULL) = (answer = '')),
  CHECK ((stage = 'closed') = (closed_on IS NOT NULL)), CHECK (stage <> 'returned' OR reason <> '')
) STRICT;
CREATE INDEX incoming_day ON incoming (campaign, received_on, id);
CREATE INDEX incoming_stage ON incoming (campaign, stage, since);
CREATE INDEX incoming_kind ON incoming (campaign, kind, year, n);
CREATE INDEX incoming_letter ON incoming (campaign, letter) WHERE letter <> '';
CREATE UNIQUE INDEX incoming_number ON incoming (campaign, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX incoming_filing ON incoming (campaign, filing_number) WHERE filing_number IS NOT NULL;
CREATE TRIGGER incoming_stays BEFORE DELETE ON incoming
BEGIN SELECT RAISE(ABORT, 'a paper that came in stays'); END;
CREATE TRIGGER incoming_number_fixed BEFORE UPDATE OF number, number_id, year, n ON incoming WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a given number stays'); END;

-- 收文办理记录: every step, so that the present stage can be told from it alone.
CREATE TABLE incoming_step (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  incoming TEXT NOT NULL REFERENCES incoming (id), n INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
  step TEXT NOT NULL, from_stage TEXT NOT NULL, to_stage TEXT NOT NULL, on_day TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '', number TEXT, UNIQUE (incoming, n)
) STRICT;
CREATE TRIGGER incoming_step_fixed BEFORE UPDATE ON incoming_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;
CREATE TRIGGER incoming_step_stays BEFORE DELETE ON incoming_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;

-- 领导批示, recorded from paper.
CREATE TABLE incoming_instruction (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  incoming TEXT NOT NULL REFERENCES incoming (id), n INTEGER NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
  post TEXT NOT NULL, post_label TEXT NOT NULL, on_day TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> ''),
  basis TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (incoming, n)
) STRICT;
CREATE TRIGGER incoming_instruction_fixed BEFORE UPDATE ON incoming_instruction
BEGIN SELECT RAISE(ABORT, 'an instruction stays as it was given'); END;
CREATE TRIGGER incoming_instruction_stays BEFORE DELETE ON incoming_instruction
BEGIN SELECT RAISE(ABORT, 'an instruction stays'); END;

-- 由批示交办的督办事项.
CREATE TABLE incoming_item (
  campaign TEXT NOT NULL REFERENCES campaign (id), incoming TEXT NOT NULL REFERENCES incoming (id),
  instruction TEXT NOT NULL REFERENCES incoming_instruction (id), item TEXT NOT NULL, PRIMARY KEY (incoming, item)
) STRICT;

-- 承办: hosts (主办) and helpers (协办).
CREATE TABLE incoming_handler (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  incoming TEXT NOT NULL REFERENCES incoming (id), position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('host', 'helper')), unit TEXT, name TEXT NOT NULL CHECK (name <> ''),
  person TEXT NOT NULL DEFAULT '', assigned_on TEXT NOT NULL, due_on TEXT NOT NULL,
  answered_on TEXT, answer TEXT NOT NULL DEFAULT '', removed_at TEXT,
  CHECK ((answered_on IS NULL) = (answer = '')), CHECK (due_on >= assigned_on)
) STRICT;
CREATE UNIQUE INDEX incoming_handler_once ON incoming_handler (incoming, name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX incoming_handler_host ON incoming_handler (incoming) WHERE role = 'host' AND removed_at IS NULL;

-- 催办.
CREATE TABLE incoming_urging (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  incoming TEXT NOT NULL REFERENCES incoming (id), handler TEXT NOT NULL REFERENCES incoming_handler (id),
  on_day TEXT NOT NULL, answer_by TEXT NOT NULL, way TEXT NOT NULL CHECK (way <> ''), words TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX incoming_urging_of ON incoming_urging (incoming, on_day);
CREATE INDEX incoming_urging_handler ON incoming_urging (handler, on_day);

-- 传阅: who reads it, when it was sent and came back.
CREATE TABLE incoming_reader (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  incoming TEXT NOT NULL REFERENCES incoming (id), position INTEGER NOT NULL, person TEXT,
  name TEXT NOT NULL CHECK (name <> ''), title TEXT NOT NULL DEFAULT '', sent_on TEXT, back_by TEXT, returned_on TEXT,
  words TEXT NOT NULL DEFAULT '', removed_at TEXT,
  CHECK (returned_on IS NULL OR sent_on IS NOT NULL), CHECK ((sent_on IS NULL) = (back_by IS NULL)),
  CHECK (removed_at IS NULL OR sent_on IS NULL)
) STRICT;
CREATE INDEX incoming_reader_of ON incoming_reader (incoming, position);
CREATE INDEX incoming_reader_out ON incoming_reader (campaign, back_by) WHERE sent_on IS NOT NULL AND returned_on IS NULL;

-- 委托签发书 (第十六条).
CREATE TABLE document_delegation (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  grantor TEXT NOT NULL, grantor_name TEXT NOT NULL, grantee TEXT NOT NULL, grantee_name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('all', 'kinds', 'one')), kinds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kinds)),
  outgoing TEXT, words TEXT NOT NULL CHECK (words <> ''), basis TEXT NOT NULL DEFAULT '',
  granted_on TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, ended_on TEXT, end_reason TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_on <= to_on), CHECK ((ended_on IS NULL) = (end_reason = '')), CHECK (grantor <> grantee),
  CHECK ((scope = 'one') = (outgoing IS NOT NULL)), CHECK ((scope = 'kinds') = (kinds <> '[]'))
) STRICT;
CREATE INDEX document_delegation_days ON document_delegation (campaign, grantee, from_on);
CREATE TRIGGER document_delegation_fixed BEFORE UPDATE OF grantor, grantee, scope, kinds, outgoing, words, granted_on, from_on, to_on
ON document_delegation BEGIN SELECT RAISE(ABORT, 'a letter stays as it was written'); END;
CREATE TRIGGER document_delegation_stays BEFORE DELETE ON document_delegation
BEGIN SELECT RAISE(ABORT, 'a letter stays'); END;

-- 发文. `sent_to`, `copies_to` and `annexes` are JSON arrays; together with kind, title, text and note they are the words
-- of the document, which change only together with `text_version`, and never after printing.
CREATE TABLE outgoing (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  issuer TEXT NOT NULL CHECK (issuer IN ('office', 'group')), kind TEXT NOT NULL, prefix TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'section', 'office_director', 'deputy', 'leader', 'signed', 'proofread',
    'printed', 'revoked', 'repealed', 'voided', 'dropped')),
  title TEXT NOT NULL CHECK (title <> ''), sent_to TEXT NOT NULL CHECK (json_valid(sent_to)),
  copies_to TEXT NOT NULL CHECK (json_valid(copies_to)), text TEXT NOT NULL,
  annexes TEXT NOT NULL CHECK (json_valid(annexes)), note TEXT NOT NULL DEFAULT '',
  text_version INTEGER NOT NULL CHECK (text_version > 0),
  sealing TEXT NOT NULL CHECK (sealing IN ('seal', 'none', 'stamp')),
  urgency TEXT NOT NULL CHECK (urgency IN ('plain', 'more', 'most')),
  secrecy TEXT NOT NULL CHECK (secrecy IN ('public', 'internal')),
  openness TEXT NOT NULL CHECK (openness IN ('open', 'on_request', 'closed')),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 10000), section TEXT NOT NULL DEFAULT '',
  drafter TEXT NOT NULL CHECK (drafter <> ''), phone TEXT NOT NULL DEFAULT '',
  replaces TEXT REFERENCES outgoing (id), answers TEXT REFERENCES incoming (id),
  signed_on TEXT, signer TEXT, signer_name TEXT NOT NULL DEFAULT '', signer_post TEXT NOT NULL DEFAULT '',
  signer_words TEXT NOT NULL DEFAULT '', delegation TEXT REFERENCES document_delegation (id),
  number TEXT, number_id TEXT, year INTEGER, n INTEGER, proofread_on TEXT, proofreader TEXT NOT NULL DEFAULT '',
  printed_on TEXT, printed_copies INTEGER, ended_on TEXT, end_reason TEXT NOT NULL DEFAULT '', since TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((number IS NULL) = (number_id IS NULL)), CHECK ((number IS NULL) = (n IS NULL)), CHECK ((n IS NULL) = (year IS NULL)),
  CHECK (stage NOT IN ('signed', 'proofread', 'printed', 'revoked', 'repealed', 'voided') OR
    (number IS NOT NULL AND signed_on IS NOT NULL AND signer IS NOT NULL)),
  CHECK (stage NOT IN ('proofread', 'printed', 'revoked', 'repealed') OR proofread_on IS NOT NULL),
  CHECK ((printed_on IS NOT NULL) = (stage IN ('printed', 'revoked', 'repealed'))),
  CHECK ((printed_on IS NULL) = (printed_copies IS NULL)),
  CHECK ((ended_on IS NOT NULL) = (stage IN ('revoked', 'repealed', 'voided', 'dropped'))),
  CHECK ((ended_on IS NULL) = (end_reason = ''))
) STRICT;
CREATE INDEX outgoing_made ON outgoing (campaign, created_at, id);
CREATE INDEX outgoing_stage ON outgoing (campaign, stage, since);
CREATE INDEX outgoing_series ON outgoing (campaign, prefix, year, n);
CREATE INDEX outgoing_replaces ON outgoing (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX outgoing_answers ON outgoing (answers) WHERE answers IS NOT NULL;
CREATE UNIQUE INDEX outgoing_number ON outgoing (campaign, number) WHERE number IS NOT NULL;
CREATE TRIGGER outgoing_stays BEFORE DELETE ON outgoing BEGIN SELECT RAISE(ABORT, 'a document stays'); END;
CREATE TRIGGER outgoing_words_fixed BEFORE UPDATE OF kind, title, sent_to, copies_to, text, annexes, note ON outgoing
WHEN OLD.stage IN ('printed', 'revoked', 'repealed', 'voided', 'dropped') OR NEW.text_version <> OLD.text_version + 1
BEGIN SELECT RAISE(ABORT, 'words change only as a new version, and never after printing'); END;
CREATE TRIGGER outgoing_identity_fixed BEFORE UPDATE OF issuer, prefix ON outgoing
WHEN OLD.stage IN ('signed', 'proofread', 'printed', 'revoked', 'repealed', 'voided', 'dropped')
BEGIN SELECT RAISE(ABORT, 'a signed document stays whose it is'); END;

-- 各稿: every version of the words with author and step.
CREATE TABLE outgoing_version (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  outgoing TEXT NOT NULL REFERENCES outgoing (id), n INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
  sent_to TEXT NOT NULL CHECK (json_valid(sent_to)), copies_to TEXT NOT NULL CHECK (json_valid(copies_to)),
  text TEXT NOT NULL, annexes TEXT NOT NULL CHECK (json_valid(annexes)), note TEXT NOT NULL,
  stage TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', author TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (outgoing, n)
) STRICT;
CREATE TRIGGER outgoing_version_fixed BEFORE UPDATE ON outgoing_version BEGIN SELECT RAISE(ABORT, 'a version stays'); END;
CREATE TRIGGER outgoing_version_stays BEFORE DELETE ON outgoing_version BEGIN SELECT RAISE(ABORT, 'a version stays'); END;

-- 发文办理记录: every step with who signed on paper, so that the present stage can be told from it alone.
CREATE TABLE outgoing_step (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  outgoing TEXT NOT NULL REFERENCES outgoing (id), n INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
  step TEXT NOT NULL, from_stage TEXT NOT NULL, to_stage TEXT NOT NULL, on_day TEXT NOT NULL, signer TEXT,
  signer_name TEXT NOT NULL DEFAULT '', signer_post TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '', delegation TEXT REFERENCES document_delegation (id), text_version INTEGER NOT NULL,
  number TEXT, UNIQUE (outgoing, n)
) STRICT;
CREATE TRIGGER outgoing_step_fixed BEFORE UPDATE ON outgoing_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;
CREATE TRIGGER outgoing_step_stays BEFORE DELETE ON outgoing_step BEGIN SELECT RAISE(ABORT, 'a step stays'); END;

-- 会签.
CREATE TABLE outgoing_cosign (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  outgoing TEXT NOT NULL REFERENCES outgoing (id), text_version INTEGER NOT NULL, unit TEXT NOT NULL CHECK (unit <> ''),
  name TEXT NOT NULL CHECK (name <> ''), on_day TEXT NOT NULL, words TEXT NOT NULL, basis TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX outgoing_cosign_of ON outgoing_cosign (outgoing, recorded_at);
CREATE TRIGGER outgoing_cosign_stays BEFORE DELETE ON outgoing_cosign BEGIN SELECT RAISE(ABORT, 'an opinion stays'); END;

-- 分发: frozen at printing from 主送 and 抄送; more by hand with a reason.
CREATE TABLE outgoing_copy (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id),
  outgoing TEXT NOT NULL REFERENCES outgoing (id), position INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('to', 'copy', 'added')), name TEXT NOT NULL CHECK (name <> ''),
  reason TEXT NOT NULL DEFAULT '', sent_on TEXT, way TEXT NOT NULL DEFAULT '', copies INTEGER NOT NULL CHECK (copies > 0),
  received_on TEXT, received_by TEXT NOT NULL DEFAULT '', UNIQUE (outgoing, name),
  CHECK (basis <> 'added' OR reason <> ''), CHECK (received_on IS NULL OR sent_on IS NOT NULL),
  CHECK ((sent_on IS NULL) = (way = ''))
) STRICT;
CREATE INDEX outgoing_copy_out ON outgoing_copy (campaign, sent_on) WHERE received_on IS NULL;
CREATE TRIGGER outgoing_copy_stays BEFORE DELETE ON outgoing_copy BEGIN SELECT RAISE(ABORT, 'a recipient stays'); END;

-- 公文范本: the office's own wording; `key` names the shipped one that it stands for.
CREATE TABLE document_template (
  id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), key TEXT, kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), title TEXT NOT NULL, text TEXT NOT NULL, removed_at TEXT,
  saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
CREATE UNIQUE INDEX document_template_key ON document_template (campaign, key) WHERE key IS NOT NULL;
