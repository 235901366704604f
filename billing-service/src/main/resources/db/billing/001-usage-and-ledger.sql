--liquibase formatted sql

--changeset billing:billing-001-rate-cards
CREATE TABLE rate_cards (
  version   text PRIMARY KEY,
  content   text NOT NULL,
  stored_at timestamptz NOT NULL
);

--changeset billing:billing-002-usage-facts
CREATE TABLE usage_facts (
  event_id     text PRIMARY KEY,
  call_id      text NOT NULL,
  workspace_id text,
  kind         text NOT NULL CHECK (kind IN ('opened', 'ended', 'reported')),
  source       text NOT NULL,
  occurred_at  timestamptz NOT NULL,
  arrived_at   timestamptz NOT NULL,
  body         jsonb NOT NULL
);
CREATE INDEX usage_facts_by_call ON usage_facts (call_id);
CREATE INDEX usage_facts_by_workspace ON usage_facts (workspace_id, call_id);

--changeset billing:billing-003-ledger
CREATE TABLE ledger_transactions (
  id           text PRIMARY KEY,
  posting      bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id text NOT NULL,
  call_id      text,
  reason       text NOT NULL CHECK (reason IN ('trial_grant', 'rating', 'adjustment')),
  occurred_at  timestamptz NOT NULL,
  posted_at    timestamptz NOT NULL,
  UNIQUE (id, workspace_id),
  CHECK ((call_id IS NULL) = (reason = 'trial_grant'))
);
CREATE INDEX ledger_transactions_by_call ON ledger_transactions (call_id);
CREATE INDEX ledger_transactions_by_workspace ON ledger_transactions (workspace_id);
-- A call is rated once and a workspace is given its credit once; what follows are adjustments.
CREATE UNIQUE INDEX ledger_one_rating_per_call
  ON ledger_transactions (call_id) WHERE reason = 'rating';
CREATE UNIQUE INDEX ledger_one_grant_per_workspace
  ON ledger_transactions (workspace_id) WHERE reason = 'trial_grant';

CREATE TABLE ledger_entries (
  transaction_id    text NOT NULL,
  line_no           integer NOT NULL,
  workspace_id      text NOT NULL,
  account           text NOT NULL
    CHECK (account IN ('trial_grants', 'trial_credit', 'receivable', 'revenue')),
  amount_usd        numeric(30, 6) NOT NULL,
  rate_card_version text NOT NULL REFERENCES rate_cards (version),
  line_key          text,
  period            date CHECK (extract(day FROM period) = 1),
  quantity          numeric(30, 6),
  unit_usd          numeric,
  PRIMARY KEY (transaction_id, line_no),
  FOREIGN KEY (transaction_id, workspace_id) REFERENCES ledger_transactions (id, workspace_id),
  CHECK (num_nonnulls(line_key, period, quantity, unit_usd)
         = CASE account WHEN 'revenue' THEN 4 ELSE 0 END)
);
CREATE INDEX ledger_entries_by_period
  ON ledger_entries (workspace_id, period) WHERE account = 'revenue';
CREATE INDEX ledger_entries_by_account ON ledger_entries (workspace_id, account);

--changeset billing:billing-004-ledger-balances splitStatements:false
CREATE FUNCTION refuse_imbalance() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  transaction text := to_jsonb(NEW) ->> TG_ARGV[0];
  entries integer;
  imbalance numeric;
BEGIN
  SELECT count(*), coalesce(sum(amount_usd), 0) INTO entries, imbalance
  FROM ledger_entries WHERE transaction_id = transaction;
  IF entries = 0 OR imbalance <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % has % entries and is out of balance by %',
      transaction, entries, imbalance USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER ledger_transactions_balance AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_imbalance('id');
CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_imbalance('transaction_id');

--changeset billing:billing-005-append-only splitStatements:false
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER rate_cards_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rate_cards
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER usage_facts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON usage_facts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

--changeset billing:billing-006-projections
-- What the ledger comes to, kept beside it: the row to lock, and the answer without adding up.
CREATE TABLE trial_credits (
  workspace_id text PRIMARY KEY,
  granted_usd  numeric(30, 6) NOT NULL CHECK (granted_usd >= 0),
  charged_usd  numeric(30, 6) NOT NULL CHECK (charged_usd >= 0)
);

CREATE TABLE call_bills (
  call_id           text PRIMARY KEY,
  workspace_id      text,
  rate_card_version text REFERENCES rate_cards (version),
  revision          integer NOT NULL DEFAULT 0,
  amount_usd        numeric(30, 6) NOT NULL DEFAULT 0,
  usage_known       boolean NOT NULL DEFAULT false,
  CHECK (revision = 0 OR num_nonnulls(workspace_id, rate_card_version) = 2)
);
CREATE INDEX call_bills_by_workspace ON call_bills (workspace_id);
