-- Names as they are searched and sorted: without case and accents. Immutable although unaccent() is not declared so: its
-- rules are a file that comes with the server.
create function plain_text(value text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC)));
grant execute on function plain_text to tenant_service;

alter table member
    add column name_key text collate "C" not null generated always as (plain_text(name)) stored,
    -- in this tenant; written at most once a minute
    add column last_seen_at timestamptz;
create index member_name on member (tenant_id, name_key, id);

-- Neither is anybody's change.
drop trigger audit_insert on member;
drop trigger audit_update on member;
drop trigger audit_delete on member;
call audit('member', 'member', p_passed_over => '{name_key,last_seen_at}');
