--liquibase formatted sql

--changeset rapidcall:call-service-001-agents
create table agents (
  id                         text primary key,
  workspace_id               text not null,
  name                       text not null,
  prompt_draft               text not null default '',
  prompt_published           text not null default '',
  published_at               timestamptz,
  llm_model                  text not null default '',
  auto_eval_enabled          boolean not null default false,
  max_call_seconds           integer not null default 0 check (max_call_seconds between 0 and 86400),
  webhook_url                text,
  post_call_extraction_model text not null default '',
  settings                   jsonb not null,
  created_at                 timestamptz not null,
  updated_at                 timestamptz not null
);
create index agents_of_workspace on agents (workspace_id, created_at desc);

--changeset rapidcall:call-service-002-facts
create table call_facts (
  call_id     text not null,
  event_id    text not null,
  seq         bigint generated always as identity,
  type        text not null,
  source      text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  data        jsonb not null,
  primary key (call_id, event_id)
);

--changeset rapidcall:call-service-003-calls
create table calls (
  id             text primary key,
  workspace_id   text not null,
  agent_id       text,
  agent_name     text not null,
  counterpart    text not null,
  room_name      text not null unique,
  channel        text not null,
  opened_at      timestamptz not null,
  started_at     timestamptz,
  answered_at    timestamptz,
  ended_at       timestamptz,
  talk_millis    bigint check (talk_millis >= 0),
  outcome        text not null,
  revision       integer not null default 0,
  recording      jsonb,
  look_at        timestamptz,
  seen_at        timestamptz,
  close_room_at  timestamptz,
  room_closed_at timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
create index calls_of_workspace on calls (workspace_id, started_at desc);
create index calls_of_agent on calls (agent_id, started_at desc);
create index calls_to_look_at on calls (look_at) where look_at is not null;
create index calls_to_close on calls (close_room_at) where close_room_at is not null;
comment on column calls.counterpart is 'the other party: webtest for a browser, else a phone number';
comment on column calls.seen_at is 'when LiveKit last said that a caller is in the room';
comment on column calls.look_at is 'when the call is next compared with LiveKit; null once it is over';
comment on column calls.close_room_at is 'when to delete the room; null while the call goes on and once it is deleted';

--changeset rapidcall:call-service-004-transcripts
create table call_transcripts (
  call_id     text primary key,
  reported_by text not null,
  reported_at timestamptz not null,
  items       jsonb not null
);
