--liquibase formatted sql

--changeset rapidcall:recording-service-004-known-calls
alter table recording_facts drop constraint recording_facts_kind_check;
alter table recording_facts add constraint recording_facts_kind_check check (kind in
  ('wanted', 'known', 'call-over', 'egress-seen', 'stop-asked', 'looked-in-vain', 'given-up',
   'object-found', 'uploaded'));
alter table recordings drop constraint recordings_status;
alter table recordings add constraint recordings_status check (status in
  ('PARKED', 'NONE', 'REQUESTED', 'RECORDING', 'STOPPING', 'VERIFYING', 'READY', 'FAILED',
   'MISSING'));
