-- One way to reach a contact. The contact's id is minted here when an identity is first heard of; contact-service may
-- later say that it is another's (contact.merged).
create table identity (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    channel_type text not null,
    scope text not null default '',
    -- canonical, for matching; address is the provider's own form, for answering
    value text not null,
    address text not null,
    phone text,
    user_id text,
    -- what the provider calls them
    name text,
    contact_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, channel_type, scope, value)
);
create index identity_user_id on identity (tenant_id, channel_type, scope, user_id) where user_id is not null;
create index identity_contact on identity (tenant_id, contact_id);
alter table identity enable row level security;
alter table identity force row level security;
create policy tenant on identity
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on identity to messaging_service;

-- What contact-service says of a contact. Without a row, the provider's name stands.
create table contact (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null,
    name text,
    blocked boolean not null default false,
    -- ce_sequence of the last event taken, so that an older one changes nothing
    sequence bigint not null default 0,
    erased_at timestamptz,
    primary key (tenant_id, id)
);
alter table contact enable row level security;
alter table contact force row level security;
create policy tenant on contact
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on contact to messaging_service;
