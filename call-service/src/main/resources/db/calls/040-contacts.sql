--liquibase formatted sql

--changeset rapidcall:call-service-040-contacts
create table contacts (
  id                text primary key,
  workspace_id      text not null,
  phone_e164        text not null,
  phone_digits      text not null generated always as (ltrim(phone_e164, '+')) stored,
  name              text not null,
  email             text not null,
  company           text not null,
  tags              text[] not null,
  notes             text not null,
  source            text not null check (source in ('manual', 'inbound', 'outbound', 'import')),
  total_calls       integer not null default 0,
  last_call_at      timestamptz,
  last_call_outcome text not null default '',
  metadata          jsonb not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  unique (workspace_id, phone_digits)
);
create index contacts_of_workspace
  on contacts (workspace_id, last_call_at desc nulls last, created_at desc);
comment on column contacts.phone_digits is 'with or without the plus sign it is the same person';
