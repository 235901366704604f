--liquibase formatted sql

--changeset rapidcall:recording-service-001-recordings
create table recordings (
  call_id        text primary key,
  -- null while the call is not known: its egress was heard of before the call
  workspace_id   text,
  bucket         text not null,
  object_key     text not null,
  status         text not null,
  reason         text not null default '',
  egress_id      text,
  size_bytes     bigint check (size_bytes > 0),
  media_ms       bigint check (media_ms >= 0),
  plays          bigint not null default 0,
  last_played_at timestamptz,
  -- the work: these columns are read and written by the database's clock only
  step           text not null,
  due_at         timestamptz not null default clock_timestamp(),
  attempts       int not null default 0,
  problem        text not null default '',
  lease          uuid,
  leased_until   timestamptz,
  changed_at     timestamptz not null default clock_timestamp(),
  created_at     timestamptz not null default clock_timestamp(),
  constraint recordings_status check (status in
    ('PARKED', 'REQUESTED', 'RECORDING', 'STOPPING', 'VERIFYING', 'READY', 'FAILED', 'MISSING')),
  constraint recordings_step check (step in
    ('NONE', 'START', 'FIND', 'STOP', 'WATCH', 'VERIFY', 'LOOK_AGAIN')),
  constraint recordings_ready_has_a_file check (status <> 'READY' or size_bytes is not null),
  constraint recordings_loss_has_a_reason check (status not in ('FAILED', 'MISSING') or reason <> '')
);
create index recordings_work on recordings (step, due_at) where step <> 'NONE';

--changeset rapidcall:recording-service-002-recording-facts
create table recording_facts (
  id               bigint generated always as identity primary key,
  call_id          text not null references recordings (call_id),
  kind             text not null check (kind in
    ('wanted', 'call-over', 'egress-seen', 'stop-asked', 'looked-in-vain', 'given-up', 'object-found')),
  at               timestamptz not null,
  -- of a call: its workspace; of an egress: its status; of a failure: the reason
  detail           text not null,
  room_name        text,
  egress_id        text,
  media_started_at timestamptz,
  media_ms         bigint,
  object_key       text,
  size_bytes       bigint,
  error            text not null,
  recorded_at      timestamptz not null default clock_timestamp()
);
create index recording_facts_of_call on recording_facts (call_id, id);
