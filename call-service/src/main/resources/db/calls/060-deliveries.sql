--liquibase formatted sql

--changeset rapidcall:call-service-060-deliveries-in-order
alter table webhook_deliveries add column queued integer not null default 0;
comment on column webhook_deliveries.queued is 'how often it was sent again on request: an attempt that began before decides nothing any more';
comment on column webhook_deliveries.due_at is 'null: settled, or pending behind an earlier one of its call; of a call that is under way, the end of the lease';
update webhook_deliveries set due_at = leased_until where status = 'pending' and leased_until > due_at;
update webhook_deliveries waiting set due_at = null
where waiting.status = 'pending' and exists (
  select 1 from webhook_deliveries earlier
  where earlier.call_id = waiting.call_id and earlier.event_seq < waiting.event_seq and earlier.status = 'pending');
drop index webhook_deliveries_due;
create index webhook_deliveries_due on webhook_deliveries (host, workspace_id, due_at, event_seq) where status = 'pending' and due_at is not null;
create index webhook_deliveries_under_way on webhook_deliveries (leased_until) where status = 'pending' and leased_until is not null;

--changeset rapidcall:call-service-061-event-sizes
alter table customer_events add column body_bytes integer not null default 0;
update customer_events set body_bytes = octet_length(body::text);
comment on column customer_events.body_bytes is 'kept, so that pages are bounded without reading the bodies';
