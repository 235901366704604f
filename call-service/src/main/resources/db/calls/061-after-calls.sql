--liquibase formatted sql

--changeset rapidcall:call-service-062-tasks-by-time
drop index call_tasks_due;
create index call_tasks_due on call_tasks (due_at) where done_at is null;
create index call_tasks_done on call_tasks (done_at) where done_at is not null;

--changeset rapidcall:call-service-063-retention
create index customer_events_by_age on customer_events (created_at);
alter table call_facts add column parked boolean not null default false;
update call_facts set parked = true where not exists (select 1 from calls where calls.id = call_id);
create index call_facts_parked on call_facts (recorded_at) where parked;
comment on column call_facts.parked is 'its call was not known when it came; whether it is known since is looked up when it is old';
