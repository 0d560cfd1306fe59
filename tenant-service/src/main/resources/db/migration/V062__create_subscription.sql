-- Since when it stands as it does: how long a payment is due.
alter table tenant add column status_since timestamptz not null default now();

-- What a tenant has subscribed to. How it stands (on trial, past due, suspended) is the tenant's status.
create table subscription (
    tenant_id uuid primary key default current_setting('app.tenant_id')::uuid,
    plan text not null check (length(plan) between 1 and 40),
    -- when the trial ends and the plan of those who did not choose another comes
    trial_ends_at timestamptz,
    -- what is to happen then: another plan, or, without one, the end
    scheduled_at timestamptz,
    scheduled_plan text check (length(scheduled_plan) between 1 and 40),
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    foreign key (tenant_id) references tenant (tenant_id),
    check (scheduled_plan is null or scheduled_at is not null)
);
alter table subscription enable row level security;
alter table subscription force row level security;
create policy tenant on subscription to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on subscription to tenant_service;
create trigger touch before update on subscription for each row execute function touch_updated_at();

-- Those that are there already begin as those that are made from now on. For once the owner reads past row level security.
alter table tenant no force row level security;
alter table subscription no force row level security;
insert into subscription (tenant_id, plan, trial_ends_at)
select tenant_id, case when status = 'trialing' then 'professional' else 'business' end,
    case when status = 'trialing' then now() + interval '14 days' end
from tenant;
alter table tenant force row level security;
alter table subscription force row level security;

call audit('subscription', 'subscription', p_id => '{tenant_id}');

-- What a tenant may use otherwise than its plan says.
create table limit_override (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    metric text not null check (length(metric) between 1 and 60),
    -- null: not limited
    size bigint check (size >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, metric),
    foreign key (tenant_id) references tenant (tenant_id)
);
alter table limit_override enable row level security;
alter table limit_override force row level security;
create policy tenant on limit_override to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on limit_override to tenant_service;
create trigger touch before update on limit_override for each row execute function touch_updated_at();
call audit('limit_override', 'limit-override', p_id => '{metric}');

-- The features that somebody has switched on or off; of the others the default holds.
create table feature_switch (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    feature text not null check (length(feature) between 1 and 40),
    enabled boolean not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, feature),
    foreign key (tenant_id) references tenant (tenant_id)
);
alter table feature_switch enable row level security;
alter table feature_switch force row level security;
create policy tenant on feature_switch to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on feature_switch to tenant_service;
create trigger touch before update on feature_switch for each row execute function touch_updated_at();
call audit('feature_switch', 'feature', p_id => '{feature}');

-- What services have counted, as they told it last.
create table tenant_usage (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    metric text not null,
    -- of the tenant's time zone; empty for what is not counted by months
    month text not null default '',
    used bigint not null,
    -- ce_sequence of the event, so that an older one changes nothing
    sequence bigint not null,
    counted_at timestamptz not null,
    primary key (tenant_id, metric, month)
);
alter table tenant_usage enable row level security;
alter table tenant_usage force row level security;
create policy tenant on tenant_usage to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tenant_usage to tenant_service;

-- For which tenants something's time has come: the end of a trial, a change that was scheduled, the end of the grace.
create policy lookup on subscription for select to tenant_lookup using (true);
grant select (tenant_id, trial_ends_at, scheduled_at) on subscription to tenant_lookup;
grant select (status_since) on tenant to tenant_lookup;
create function subscriptions_due(p_now timestamptz, p_due_before timestamptz, p_limit integer)
    returns table (tenant_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select t.tenant_id from tenant t join subscription s on s.tenant_id = t.tenant_id
    where t.deleted_at is null and t.status <> 'cancelled'
      and (s.trial_ends_at <= p_now or s.scheduled_at <= p_now
        or t.status = 'past_due' and t.status_since <= p_due_before)
    order by least(s.trial_ends_at, s.scheduled_at, t.status_since)
    limit p_limit
$$;
revoke all on function subscriptions_due(timestamptz, timestamptz, integer) from public;
grant execute on function subscriptions_due(timestamptz, timestamptz, integer) to tenant_service;
alter function subscriptions_due(timestamptz, timestamptz, integer) owner to tenant_lookup;
