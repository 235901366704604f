--liquibase formatted sql

--changeset rapidcall:call-service-070-plays
alter table calls add column plays bigint not null default 0;
alter table calls add column last_played_at timestamptz;
comment on column calls.plays is 'how often the recording was heard here';

--changeset rapidcall:call-service-071-open-calls-of-agents
create index calls_open_of_agent on calls (agent_id) where ended_at is null;

--changeset rapidcall:call-service-072-calls-with-numbers
create index calls_with_number on calls (workspace_id, ltrim(counterpart, '+'));
