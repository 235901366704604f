--liquibase formatted sql

--changeset rapidcall:call-service-020-customer-events
create table customer_event_counters (
  workspace_id text primary key,
  last_seq     bigint not null default 0
);
comment on table customer_event_counters is 'held while an event is added, so that events become visible in the order of their numbers';
create table customer_events (
  workspace_id text not null,
  seq          bigint not null,
  id           text not null unique,
  type         text not null check (type in ('call_started', 'call_ended', 'call_analyzed')),
  call_id      text not null,
  agent_id     text,
  occurred_at  timestamptz not null,
  created_at   timestamptz not null,
  body         json not null,
  primary key (workspace_id, seq),
  unique (call_id, type)
);
comment on column customer_events.body is 'json and not jsonb: kept letter by letter, for it is signed and sent again and again';

--changeset rapidcall:call-service-021-webhook-deliveries
create table webhook_deliveries (
  id           text primary key,
  workspace_id text not null,
  event_seq    bigint not null,
  event_id     text not null unique references customer_events (id),
  call_id      text not null,
  agent_id     text not null,
  url          text not null,
  host         text not null generated always as (lower(coalesce(substring(url from '://([^/?#]*)'), ''))) stored,
  status       text not null check (status in ('pending', 'delivered', 'failed')),
  claims       integer not null default 0,
  tries        integer not null default 0,
  due_at       timestamptz,
  leased_until timestamptz,
  delivered_at timestamptz,
  created_at   timestamptz not null,
  unique (workspace_id, event_seq)
);
create index webhook_deliveries_of_call on webhook_deliveries (call_id, event_seq);
create index webhook_deliveries_due on webhook_deliveries (host, due_at) where status = 'pending';
comment on column webhook_deliveries.claims is 'how often it was ever taken up: the number of the latest attempt';
comment on column webhook_deliveries.tries is 'how often since it was last queued';
create table webhook_attempts (
  delivery_id  text not null references webhook_deliveries (id),
  number       integer not null,
  attempted_at timestamptz not null,
  status       integer,
  error        text,
  millis       bigint not null,
  primary key (delivery_id, number)
);

--changeset rapidcall:call-service-022-webhook-secrets
create table webhook_secrets (
  id           text primary key,
  workspace_id text not null,
  secret       text not null,
  shown        boolean not null,
  created_at   timestamptz not null
);
create index webhook_secrets_of_workspace on webhook_secrets (workspace_id, created_at desc);
comment on column webhook_secrets.shown is 'whether anybody has ever seen it; one that nobody saw is replaced at the first rotation';
