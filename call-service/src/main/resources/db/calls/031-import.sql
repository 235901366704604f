--liquibase formatted sql

--changeset rapidcall:call-service-033-rooms-of-imported-calls
alter table calls drop constraint calls_room_name_key;
create unique index calls_of_room on calls (room_name) where imported_at is null;
comment on index calls_of_room is 'a room is one call; files from elsewhere may name none, or one twice';

--changeset rapidcall:call-service-034-imported
alter table calls add column cost_usd double precision;
comment on column calls.cost_usd is 'what an imported call cost where it took place; null for calls that were held here';
create table imported_calls (
  call_id            text primary key references calls (id) on delete cascade,
  metrics            jsonb,
  analysis_status    text,
  extraction_results jsonb not null,
  original           jsonb not null
);
comment on table imported_calls is 'what an imported call shows where others show what was measured and analysed here';
comment on column imported_calls.original is 'the item of the file, but for the transcript, which is kept as that of every call';
create table imported_agents (
  agent_id   text primary key references agents (id) on delete cascade,
  updated_at timestamptz not null,
  original   jsonb not null
);
comment on column imported_agents.updated_at is 'as imported; an agent that shows another was changed here since';
