--liquibase formatted sql

--changeset rapidcall:call-service-050-starts
alter table calls
  add column take_back_at timestamptz,
  add column taken_back_at timestamptz;
comment on column calls.take_back_at is 'when a start that is not complete is taken back; null once it is complete';
comment on column calls.taken_back_at is 'since when it is being taken back, and so can no longer be completed';
update calls set take_back_at = opened_at + interval '1 minute' where started_at is null;
create index calls_to_take_back on calls (take_back_at) where take_back_at is not null;

--changeset rapidcall:call-service-050-looks
alter table calls
  add column look_into_at timestamptz,
  add column looked_into_at timestamptz,
  add column room_figures text;
comment on column calls.look_into_at is 'when LiveKit is next asked who is in the room; null while its figures suffice';
comment on column calls.room_figures is 'what LiveKit said of the room when that was last needed: participants/publishers';
create index calls_to_look_into on calls (look_into_at) where look_into_at is not null;

--changeset rapidcall:call-service-050-longest
alter table calls add column max_call_seconds integer not null default 0;
comment on column calls.max_call_seconds is 'what the agent allowed when the call started; 0: nothing said';
