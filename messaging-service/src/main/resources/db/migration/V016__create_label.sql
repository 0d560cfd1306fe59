create table label (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 60),
    color text not null check (color ~ '^#[0-9a-f]{6}$'),
    version integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create unique index label_name on label (tenant_id, lower(name));
alter table label enable row level security;
alter table label force row level security;
create policy tenant on label
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on label to messaging_service;

create table conversation_label (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    conversation_id uuid not null,
    label_id uuid not null,
    added_at timestamptz not null default now(),
    added_by text,
    primary key (tenant_id, conversation_id, label_id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id),
    foreign key (tenant_id, label_id) references label (tenant_id, id) on delete cascade
);
create index conversation_label_of_label on conversation_label (tenant_id, label_id, conversation_id);
alter table conversation_label enable row level security;
alter table conversation_label force row level security;
create policy tenant on conversation_label
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, delete on conversation_label to messaging_service;

-- Internal: never sent, and edited only by its author.
create table note (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    conversation_id uuid not null,
    author_id uuid not null,
    author_name text,
    text text not null check (length(text) between 1 and 10000),
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id)
);
create index note_of_conversation on note (tenant_id, conversation_id, id desc);
create trigger touch before update on note for each row execute function touch_updated_at();
alter table note enable row level security;
alter table note force row level security;
create policy tenant on note
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on note to messaging_service;
