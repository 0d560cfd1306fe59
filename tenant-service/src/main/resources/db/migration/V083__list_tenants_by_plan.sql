-- The list of tenants says by which plan each lives, and can be asked for those of one.
drop function list_tenants(timestamptz, uuid, text, text, integer);
grant select (plan) on subscription to tenant_lookup;
create function list_tenants(
    p_after_created timestamptz, p_after_id uuid, p_status text, p_plan text, p_query text, p_limit integer)
    returns table (
        tenant_id uuid, slug text, name text, status text, plan text, country text, created_at timestamptz)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select t.tenant_id, t.slug, t.name, t.status, s.plan, t.country, t.created_at
    from tenant t
    left join subscription s on s.tenant_id = t.tenant_id
    where t.deleted_at is null
      and (p_after_id is null or (t.created_at, t.tenant_id) < (p_after_created, p_after_id))
      and (p_status is null or t.status = p_status)
      and (p_plan is null or s.plan = p_plan)
      and (p_query is null or strpos(t.slug, lower(p_query)) > 0 or strpos(lower(t.name), lower(p_query)) > 0)
    order by t.created_at desc, t.tenant_id desc
    limit p_limit
$$;
revoke all on function list_tenants(timestamptz, uuid, text, text, text, integer) from public;
grant execute on function list_tenants(timestamptz, uuid, text, text, text, integer) to tenant_platform;
alter function list_tenants(timestamptz, uuid, text, text, text, integer) owner to tenant_lookup;
