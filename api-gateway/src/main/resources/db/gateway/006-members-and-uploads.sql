--liquibase formatted sql

--changeset rapidcall:gateway-006-body-of-an-upload
ALTER TABLE idempotent_requests ADD COLUMN body_hash text;

--changeset rapidcall:gateway-006-who-invited
--comment: Null: invited before this was kept.
ALTER TABLE workspace_invitations ADD COLUMN invited_by text;

--changeset rapidcall:gateway-006-keys-made-by-keys
--comment: A key goes with the key that made it; who made it is from now on always a person.
ALTER TABLE api_keys ADD COLUMN parent_id text REFERENCES api_keys (id) ON DELETE CASCADE;
UPDATE api_keys k SET parent_id = p.id FROM api_keys p WHERE k.created_by = 'api-key:' || p.id;
WITH RECURSIVE maker AS (
  SELECT id, created_by FROM api_keys WHERE parent_id IS NULL
  UNION ALL
  SELECT k.id, m.created_by FROM api_keys k JOIN maker m ON k.parent_id = m.id)
UPDATE api_keys k SET created_by = m.created_by FROM maker m WHERE m.id = k.id;
CREATE INDEX api_keys_of_parent ON api_keys (parent_id);
