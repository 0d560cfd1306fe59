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
create function contact_search_text(contact_id uuid, name text) returns text
  language sql stable
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
  new.search := contact.contact_search_text(new.id, new.name);
  return new;
end $$;

create trigger contact_name_search before insert or update of name on contact
  for each row execute function contact_name_search();

create function contact_identity_search() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    update contact.contact c set search = contact.contact_search_text(c.id, c.name)
      where c.id in (select contact_id from after_change);
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    update contact.contact c set search = contact.contact_search_text(c.id, c.name)
      where c.id in (select contact_id from before_change);
  end if;
  return null;
end $$;

create trigger contact_identity_added after insert on contact_identity
  referencing new table as after_change for each statement execute function contact_identity_search();
create trigger contact_identity_removed after delete on contact_identity
  referencing old table as before_change for each statement execute function contact_identity_search();
create trigger contact_identity_moved after update on contact_identity
  referencing old table as before_change new table as after_change
  for each statement execute function contact_identity_search();
