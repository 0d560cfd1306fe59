-- Who can be given conversations, as tenant-service tells it.
create table member (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null,
    name text not null,
    role text not null,
    active boolean not null,
    -- ce_sequence of the last event taken, so that an older one changes nothing
    sequence bigint not null,
    primary key (tenant_id, id)
);
alter table member enable row level security;
alter table member force row level security;
create policy tenant on member
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on member to messaging_service;
