-- What is said often, to be written with a few letters: everybody's, or a member's own.
create table quick_reply (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    shortcut text not null check (length(shortcut) between 1 and 40),
    text text not null check (length(text) between 1 and 4096),
    -- the member whose own it is; null: everybody's
    owner_id uuid,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create unique index quick_reply_shortcut on quick_reply (tenant_id, owner_id, lower(shortcut)) nulls not distinct;
create trigger touch before update on quick_reply for each row execute function touch_updated_at();
alter table quick_reply enable row level security;
alter table quick_reply force row level security;
create policy tenant on quick_reply
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on quick_reply to messaging_service;
-- Owners read the audit, and what a member keeps for themself is not theirs to read.
call audit('quick_reply', 'quick-reply', p_redacted => '{text}');
