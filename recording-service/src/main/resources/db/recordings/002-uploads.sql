--liquibase formatted sql

--changeset rapidcall:recording-service-003-uploads
alter table recording_facts drop constraint recording_facts_kind_check;
alter table recording_facts add constraint recording_facts_kind_check check (kind in
  ('wanted', 'call-over', 'egress-seen', 'stop-asked', 'looked-in-vain', 'given-up', 'object-found',
   'uploaded'));
create index recording_facts_uploads on recording_facts (call_id, at desc) where kind = 'uploaded';
