--liquibase formatted sql

--changeset rapidcall:call-service-003-evaluations
create table call_evaluations (
  id           text primary key,
  call_id      text not null references calls on delete cascade,
  workspace_id text not null,
  score        integer not null check (score between 0 and 100),
  source       text not null,
  notes        text not null default '',
  details      jsonb not null default '{}',
  origin_key   text unique,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index evaluations_of_call on call_evaluations (call_id, created_at desc);
