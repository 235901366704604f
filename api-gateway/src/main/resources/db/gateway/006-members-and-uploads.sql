--liquibase formatted sql

--changeset rapidcall:gateway-006-body-of-an-upload
ALTER TABLE idempotent_requests ADD COLUMN body_hash text;

--changeset rapidcall:gateway-006-who-invited
--comment: Null: invited before this was kept.
ALTER TABLE workspace_invitations ADD COLUMN invited_by text;
