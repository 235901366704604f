--liquibase formatted sql

--changeset messaging:messaging-001-outbox
--comment: Rows live for milliseconds; vacuum early so that reading from the front stays cheap.
create table outbox (
  id bigint generated always as identity primary key,
  event_id text not null unique,
  topic text not null,
  event_key text not null,
  headers jsonb not null,
  payload text not null,
  created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

--changeset messaging:messaging-002-inbox
create table inbox (
  event_id text not null,
  consumer text not null,
  handled_at timestamptz not null default now(),
  primary key (event_id, consumer)
);
create index inbox_handled_at on inbox (handled_at);
