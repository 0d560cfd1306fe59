-- Whether the provider knows where this channel's webhooks go: told by us, or by hand since it could not be told.
alter table channel
    add column webhook_state text not null default 'unknown' check (webhook_state in ('unknown', 'registered', 'manual')),
    add column webhook_problem text,
    add column webhook_at timestamptz;
