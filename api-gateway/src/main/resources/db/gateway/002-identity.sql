--liquibase formatted sql

--changeset rapidcall:gateway-002-sessions-in-use
ALTER TABLE sessions ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE sessions ALTER COLUMN last_used_at DROP DEFAULT;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
CREATE INDEX sessions_by_last_use ON sessions (last_used_at);

--changeset rapidcall:gateway-002-api-keys
CREATE TABLE api_keys (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  name text NOT NULL,
  key_prefix text NOT NULL,
  key_hash text NOT NULL UNIQUE,
  scopes text NOT NULL CHECK (scopes ~ '^(read|write|admin)( (read|write|admin))*$'),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX api_keys_of_workspace ON api_keys (workspace_id, created_at DESC, id);
