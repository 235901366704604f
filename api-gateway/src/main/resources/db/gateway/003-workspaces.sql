--liquibase formatted sql

--changeset rapidcall:gateway-003-members
CREATE TABLE workspace_members (
  workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'member', 'viewer')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX workspace_members_of_user ON workspace_members (user_id, created_at, workspace_id);
INSERT INTO workspace_members (workspace_id, user_id, role, created_at)
SELECT id, owner_id, 'owner', created_at FROM workspaces;

--changeset rapidcall:gateway-003-selected-workspace
ALTER TABLE sessions
  ADD COLUMN workspace_id text REFERENCES workspaces (id) ON DELETE SET NULL;

--changeset rapidcall:gateway-003-invitations
CREATE TABLE workspace_invitations (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('owner', 'member', 'viewer')),
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (workspace_id, email)
);
CREATE INDEX workspace_invitations_by_expiry ON workspace_invitations (expires_at);
