--liquibase formatted sql

--changeset rapidcall:gateway-004-idempotency
CREATE TABLE idempotent_requests (
  workspace_id text NOT NULL,
  subject text NOT NULL,
  idempotency_key text NOT NULL,
  request_hash text NOT NULL,
  owner_key text NOT NULL,
  claim text NOT NULL,
  claimed_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  answer bytea, -- encrypted; empty while nobody has finished the request
  PRIMARY KEY (workspace_id, subject, idempotency_key)
);
CREATE INDEX idempotent_requests_expired ON idempotent_requests (expires_at);
