--liquibase formatted sql

--changeset rapidcall:gateway-005-limits
CREATE TABLE sign_in_buckets (
  id text PRIMARY KEY,
  state bytea,
  expires_at bigint -- epoch milliseconds
);
CREATE INDEX sign_in_buckets_expired ON sign_in_buckets (expires_at);
