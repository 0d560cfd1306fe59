-- Who is carrying what the tenant wants, and until when nobody else does. What is changed meanwhile is due at once but
-- leaves this alone: of two at work on one tenant the slower one would have the last word, with what it read before.
alter table identity_provider_sync add column holder uuid;
alter table identity_provider_sync add column held_until timestamptz;
alter table identity_provider_sync add check ((holder is null) = (held_until is null));
-- Whoever mends what somebody changed at Keycloak carries it though nothing was changed here.
grant insert on identity_provider_sync to tenant_platform;

-- People are shown the tenant's name where they sign in.
create function ask_identity_provider_sync_of_renamed() returns trigger
language plpgsql security definer set search_path = tenant, pg_temp as $$
begin
    insert into identity_provider_sync as s (tenant)
    select p.tenant_id from identity_provider p where p.tenant_id = new.tenant_id
    on conflict (tenant) do update set revision = s.revision + 1, due_at = now(), attempts = 0, problem = null;
    return null;
end
$$;
create trigger sync_renamed after update of name on tenant
    for each row when (old.name is distinct from new.name) execute function ask_identity_provider_sync_of_renamed();
revoke all on function ask_identity_provider_sync_of_renamed() from public;
alter function ask_identity_provider_sync_of_renamed() owner to tenant_lookup;
