-- Somebody is asked by mail to become a member.
create table invitation (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    email text not null check (email = lower(email) and length(email) between 3 and 254),
    name text check (length(name) between 1 and 200),
    role text not null check (role in ('admin', 'supervisor', 'agent', 'viewer')),
    -- beside those of the role
    permissions text[] not null default '{}',
    message text check (length(message) <= 1000),
    locale text not null,
    -- SHA-256 in hex of the token in the newest link, which is random and long
    token_hash text not null,
    -- one whose time is up may still say that it is pending
    status text not null default 'pending' check (status in ('pending', 'accepted', 'cancelled', 'expired')),
    invited_by uuid,
    invited_by_name text not null,
    reminders integer not null default 0,
    -- when the newest mail was written
    sent_at timestamptz not null,
    mail_id uuid not null,
    expires_at timestamptz not null,
    -- an account at the identity provider is being made for who shows the token
    account_begun boolean not null default false,
    member_id uuid,
    ended_at timestamptz,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    check ((status = 'accepted') = (member_id is not null))
);
create unique index invitation_pending on invitation (tenant_id, email) where status = 'pending';
create index invitation_sent on invitation (tenant_id, sent_at);
-- Unlike other unique indexes it does not begin with the tenant: the token says whose invitation it is.
create unique index invitation_token on invitation (token_hash);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant on invitation to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on invitation to tenant_service;
create trigger touch before update on invitation for each row execute function touch_updated_at();

create policy lookup on invitation for select to tenant_lookup using (true);
grant select (tenant_id, id, token_hash) on invitation to tenant_lookup;
create function invitation_by_token(p_hash text) returns table (tenant_id uuid, invitation_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select i.tenant_id, i.id from invitation i where i.token_hash = p_hash
$$;
revoke all on function invitation_by_token(text) from public;
grant execute on function invitation_by_token(text) to tenant_service;
alter function invitation_by_token(text) owner to tenant_lookup;

call audit('invitation', 'invitation', p_redacted => '{token_hash, message}', p_passed_over => '{mail_id, account_begun}');
