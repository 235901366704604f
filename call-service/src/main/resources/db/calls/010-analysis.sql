--liquibase formatted sql

--changeset rapidcall:call-service-010-tasks
create table call_tasks (
  call_id    text not null references calls on delete cascade,
  kind       text not null,
  planned_at timestamptz not null,
  due_at     timestamptz not null,
  attempts   integer not null default 0,
  give_up_at timestamptz not null,
  done_at    timestamptz,
  primary key (call_id, kind)
);
create index call_tasks_due on call_tasks (kind, due_at) where done_at is null;
comment on table call_tasks is 'what is done after calls: each kind once per call';
comment on column call_tasks.due_at is 'when it may be worked on; a claim moves it, so a dead worker gives it back';
comment on column call_tasks.attempts is 'how often it was begun, the one under way included';

--changeset rapidcall:call-service-010-analyses
create table call_analyses (
  call_id     text primary key references calls on delete cascade,
  status      text not null,
  results     jsonb not null,
  preset      jsonb,
  analyzed_at timestamptz not null
);
comment on column call_analyses.results is 'what the agent''s owner wanted to know';
comment on column call_analyses.preset is 'what is asked about every call; null if no model answered';

--changeset rapidcall:call-service-010-transfers
create table call_transfers (
  call_id        text primary key references calls on delete cascade,
  transfer_to    text not null,
  claimed_until  timestamptz not null,
  transferred_at timestamptz
);
comment on column call_transfers.transferred_at is 'when the transfer that worked was asked for';
