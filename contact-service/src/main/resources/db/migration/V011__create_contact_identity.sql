-- One way to reach a contact. The canonical value is what identities are compared by, the address is what the provider
-- calls it. A provider's user id without a phone is an identity as well.
create table contact_identity (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null default uuidv7(),
  contact_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,31}$'),
  scope text not null default '' check (char_length(scope) <= 200),
  value text not null check (char_length(value) between 1 and 320),
  address text not null check (char_length(address) between 1 and 320),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, kind, scope, value),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id)
);

create index contact_identity_of_contact on contact_identity (tenant_id, contact_id);

alter table contact_identity enable row level security;
alter table contact_identity force row level security;
create policy tenant on contact_identity
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on contact_identity to contact_service;

-- What finds a contact: each word of its name and of its identities begins after a blank.
-- Sequential scans are off here and below: a plan that was made while the tables were empty is kept until they are
-- analyzed, and an import can come first.
create function contact_search_text(contact_id uuid, name text) returns text
  language sql stable set enable_seqscan = off
  begin atomic
    select case when name is null then '' else ' ' || plain_text(name) end
      || coalesce((
        select string_agg(
          ' ' || i.plain_value || case when i.plain_address = i.plain_value then '' else ' ' || i.plain_address end,
          '' order by i.kind, i.scope, i.value)
        from (
          select kind, scope, value, plain_text(ltrim(value, '+')) as plain_value,
            plain_text(ltrim(address, '+')) as plain_address, contact_identity.contact_id
          from contact_identity
        ) i
        where i.contact_id = contact_search_text.contact_id), '');
  end;
grant execute on function contact_search_text to contact_service;

create function contact_name_search() returns trigger language plpgsql as $$
begin
  -- A contact that is being made has no identities yet.
  new.search := case when tg_op = 'UPDATE' then contact.contact_search_text(new.id, new.name)
    when new.name is null then '' else ' ' || contact.plain_text(new.name) end;
  return new;
end $$;

create trigger contact_name_search before insert or update of name on contact
  for each row execute function contact_name_search();

create function contact_identity_search() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  changed uuid;
begin
  -- One by one: the plan for many that come at once would be kept for the few that come later. Sorted as all who write
  -- several contacts do, so that nobody waits in a circle.
  for changed in execute case tg_op
      when 'INSERT' then 'select distinct contact_id from after_change order by 1'
      when 'DELETE' then 'select distinct contact_id from before_change order by 1'
      else 'select contact_id from after_change union select contact_id from before_change order by 1' end
  loop
    update contact.contact c set search = contact.contact_search_text(c.id, c.name) where c.id = changed;
  end loop;
  return null;
end $$;

create trigger contact_identity_added after insert on contact_identity
  referencing new table as after_change for each statement execute function contact_identity_search();
create trigger contact_identity_removed after delete on contact_identity
  referencing old table as before_change for each statement execute function contact_identity_search();
create trigger contact_identity_moved after update on contact_identity
  referencing old table as before_change new table as after_change
  for each statement execute function contact_identity_search();
