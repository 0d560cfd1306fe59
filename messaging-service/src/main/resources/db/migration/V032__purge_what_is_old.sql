-- What came from providers is forgotten by age, over all tenants; the functions say how many rows it was, and nothing else.
-- The policies hold that nothing younger than a day goes, whatever is asked for.
create index provider_event_age on provider_event using brin (received_at);

-- The tenant's policy fails where no tenant is set, so it is the service's alone.
alter policy tenant on provider_event to messaging_service;
alter policy tenant on waiting_item to messaging_service;
alter policy tenant on realtime_nonce to messaging_service;
create policy purge on provider_event to messaging_lookup using (received_at < now() - interval '1 day');
create policy purge on waiting_item to messaging_lookup using (created_at < now() - interval '1 day');
create policy purge on realtime_nonce to messaging_lookup using (used_at < now() - interval '5 minutes');
-- Updating is not done, but its right is what locking a row asks for.
grant select (tenant_id, id, received_at), update, delete on provider_event to messaging_lookup;
grant update, delete on waiting_item to messaging_lookup;
grant select (tenant_id, nonce, used_at), update, delete on realtime_nonce to messaging_lookup;

create function purge_provider_events(p_before timestamptz, p_limit integer) returns bigint
    language sql security definer set search_path = messaging, pg_temp as $$
    with old as (
        select e.tenant_id, e.id from provider_event e where e.received_at < p_before limit p_limit for update skip locked
    ), gone as (
        delete from provider_event e using old where e.tenant_id = old.tenant_id and e.id = old.id returning 1
    )
    select count(*) from gone
$$;
create function purge_waiting_items(p_before timestamptz, p_limit integer) returns bigint
    language sql security definer set search_path = messaging, pg_temp as $$
    with old as (
        select w.tenant_id, w.id from waiting_item w where w.created_at < p_before limit p_limit for update skip locked
    ), gone as (
        delete from waiting_item w using old where w.tenant_id = old.tenant_id and w.id = old.id returning 1
    )
    select count(*) from gone
$$;
create function purge_realtime_nonces(p_before timestamptz, p_limit integer) returns bigint
    language sql security definer set search_path = messaging, pg_temp as $$
    with old as (
        select n.tenant_id, n.nonce from realtime_nonce n where n.used_at < p_before limit p_limit for update skip locked
    ), gone as (
        delete from realtime_nonce n using old where n.tenant_id = old.tenant_id and n.nonce = old.nonce returning 1
    )
    select count(*) from gone
$$;
revoke all on function purge_provider_events, purge_waiting_items, purge_realtime_nonces from public;
grant execute on function purge_provider_events, purge_waiting_items, purge_realtime_nonces to messaging_service;
alter function purge_provider_events owner to messaging_lookup;
alter function purge_waiting_items owner to messaging_lookup;
alter function purge_realtime_nonces owner to messaging_lookup;
