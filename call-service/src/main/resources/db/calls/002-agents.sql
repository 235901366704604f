--liquibase formatted sql

--changeset rapidcall:call-service-agents-001-variants
create table agent_variants (
  id              text primary key,
  agent_id        text not null references agents (id) on delete cascade,
  workspace_id    text not null,
  name            text not null,
  prompt          text not null,
  traffic_percent integer not null check (traffic_percent between 0 and 100),
  enabled         boolean not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index variants_of_agent on agent_variants (agent_id, created_at desc, id desc);

--changeset rapidcall:call-service-agents-002-prompts
create table agent_prompts (
  agent_id   text not null references agents (id) on delete cascade,
  version    integer not null check (version > 0),
  digest     text not null,
  prompt     text not null,
  created_at timestamptz not null,
  primary key (agent_id, version),
  unique (agent_id, digest)
);
comment on table agent_prompts is 'each distinct text that a call used or that was published';

create table call_prompts (
  call_id      text primary key references calls (id) on delete cascade,
  source       text not null check (source in ('draft', 'published')),
  version      integer not null,
  variant_id   text,
  variant_name text,
  text         text not null
);
comment on column call_prompts.text is 'what the agent was given: base and variant, placeholders filled';

--changeset rapidcall:call-service-agents-003-metrics
create table call_metrics (
  call_id                  text primary key,
  latency_ms               numeric,
  llm_prompt_tokens        bigint,
  llm_prompt_cached_tokens bigint,
  llm_completion_tokens    bigint,
  tokens_total             bigint,
  stt_audio_seconds        numeric,
  tts_characters           bigint
);
comment on table call_metrics is 'what the reports of a call come to, made anew with each; null is unknown. The call may not be known yet';

--changeset rapidcall:call-service-agents-004-durations
alter table calls add column imported_at timestamptz;
comment on column calls.imported_at is 'when the call was imported; null for calls that were held here. Only imported durations are doubted';

create function call_seconds(talk_millis bigint, started timestamptz, ended timestamptz, imported boolean)
  returns bigint language sql immutable
  return (
    select case
      when not imported then coalesce(stored, 0)
      when stored is null then derived
      when derived > 0 and (stored > 21600 and derived <= 21600
                            or stored >= 10 * derived or 10 * stored <= derived) then derived
      else stored
    end
    from (select round(talk_millis / 1000.0)::bigint as stored,
                 greatest(round(extract(epoch from ended - started)), 0)::bigint as derived) as seconds);

alter table calls add column duration_sec bigint not null
  generated always as (call_seconds(talk_millis, started_at, ended_at, imported_at is not null)) stored;
comment on column calls.duration_sec is 'the talk in whole seconds, as every list and sum shows it; never the length of a recording';

--changeset rapidcall:call-service-agents-005-call-indexes
drop index calls_of_workspace;
create index calls_of_workspace on calls (workspace_id, started_at desc, id desc);
create index calls_of_agent_by_end on calls (agent_id, ended_at desc) where ended_at is not null;
