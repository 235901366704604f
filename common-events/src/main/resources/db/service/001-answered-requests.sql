--liquibase formatted sql

--changeset service:service-001-answered-requests
--comment: Written in the transaction of what the request did; by the gateway's key, not the client's.
create table answered_requests (
  workspace_id text not null,
  idempotency_key text not null,
  answer bytea, -- encrypted; empty only until that transaction ends
  answered_at timestamptz not null default now(),
  primary key (workspace_id, idempotency_key)
);
create index answered_requests_answered_at on answered_requests (answered_at);
