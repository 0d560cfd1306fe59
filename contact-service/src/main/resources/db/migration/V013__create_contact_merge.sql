-- What a merge changed, so that it can be undone: the fields of the survivor before and after it, the identities that
-- moved, and the duplicate's share of the activity. The duplicate's own row keeps its fields.
create table contact_merge (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null default uuidv7(),
  contact_id uuid not null,
  duplicate_id uuid not null,
  fields_before jsonb not null,
  fields_after jsonb not null,
  identity_ids uuid[] not null,
  -- Null: the duplicate had never written.
  survivor_last_interaction_at timestamptz,
  duplicate_last_interaction_at timestamptz,
  duplicate_interaction_count bigint not null,
  merged_by text not null,
  merged_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id),
  foreign key (tenant_id, duplicate_id) references contact (tenant_id, id),
  check ((undone_by is null) = (undone_at is null))
);

create unique index contact_merge_of_duplicate on contact_merge (tenant_id, duplicate_id) where undone_at is null;
create index contact_merge_of_contact on contact_merge (tenant_id, contact_id, id);

alter table contact_merge enable row level security;
alter table contact_merge force row level security;
create policy tenant on contact_merge
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on contact_merge to contact_service;
