-- What is to be written to people's mailboxes. It is put here in the transaction of what it tells of, sent after the commit,
-- and forgotten when the mail server has taken it; what could not be sent stays for a while, without what it said.
create table mail (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null,
    kind text not null check (length(kind) <= 40),
    -- whom it goes to and what it says, encrypted by the service: codes and tokens stand in it
    content text,
    attempts integer not null default 0,
    -- when an attempt is due; once it is given up, when it is forgotten
    due_at timestamptz not null,
    -- what it says is of no use later
    useful_until timestamptz not null,
    given_up boolean not null default false,
    -- why the last attempt failed, in a word
    problem text check (length(problem) <= 200),
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    check (given_up = (content is null))
);
-- Looked up in all tenants.
create index mail_due on mail (due_at);
alter table mail enable row level security;
alter table mail force row level security;
create policy tenant on mail to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on mail to tenant_service;

-- The sender asks for what is due, whosever it is, and how much waits; it then works inside each tenant.
create policy lookup on mail for select to tenant_lookup using (true);
grant select (tenant_id, id, due_at, given_up, created_at) on mail to tenant_lookup;
create function due_mails(p_limit integer) returns table (tenant_id uuid, id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select m.tenant_id, m.id from mail m where m.due_at <= now() order by m.due_at limit p_limit
$$;
revoke all on function due_mails(integer) from public;
grant execute on function due_mails(integer) to tenant_service;
create function mail_backlog() returns table (waiting bigint, oldest timestamptz)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select count(*), min(m.created_at) from mail m where not m.given_up
$$;
revoke all on function mail_backlog() from public;
grant execute on function mail_backlog() to tenant_service;
alter function due_mails(integer) owner to tenant_lookup;
alter function mail_backlog() owner to tenant_lookup;

-- The same for people who have no tenant yet, through the platform door.
create table stranger_mail (
    id uuid primary key,
    kind text not null check (length(kind) <= 40),
    content text,
    attempts integer not null default 0,
    due_at timestamptz not null,
    useful_until timestamptz not null,
    given_up boolean not null default false,
    problem text check (length(problem) <= 200),
    created_at timestamptz not null default now(),
    check (given_up = (content is null))
);
create index stranger_mail_due on stranger_mail (due_at);
grant select, insert, update, delete on stranger_mail to tenant_platform;
