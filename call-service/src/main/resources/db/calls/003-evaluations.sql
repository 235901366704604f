--liquibase formatted sql

--changeset rapidcall:call-service-evaluations-001
create table call_evaluations (
  id           text primary key,
  call_id      text not null references calls (id) on delete cascade,
  workspace_id text not null,
  score        integer not null check (score between 0 and 100),
  source       text not null check (source in ('manual', 'auto')),
  notes        text not null,
  details      jsonb not null,
  origin_key   text unique,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index evaluations_of_call on call_evaluations (call_id, created_at desc, id desc);
comment on column call_evaluations.origin_key is 'what made it, where the same origin may make only one; null where any number may be made';

--changeset rapidcall:call-service-evaluations-002-labels
create table call_labels (
  id           text primary key,
  call_id      text not null references calls (id) on delete cascade,
  workspace_id text not null,
  label        text not null,
  created_at   timestamptz not null,
  unique (call_id, label)
);
create index labels_of_call on call_labels (call_id, created_at desc, id desc);
