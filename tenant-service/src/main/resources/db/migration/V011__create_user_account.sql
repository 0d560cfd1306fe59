-- A person as the identity provider knows them. Belongs to no tenant: one person can be a member of several.
create table user_account (
    id uuid primary key default uuidv7(),
    issuer text not null,
    subject text not null,
    email text check (email = lower(email) and length(email) <= 254),
    email_verified boolean not null default false,
    name text not null check (length(name) between 1 and 200),
    given_name text check (length(given_name) <= 100),
    family_name text check (length(family_name) <= 100),
    avatar_url text check (length(avatar_url) <= 2000),
    phone text check (length(phone) <= 40),
    preferences jsonb not null default '{}',
    -- as the last sign-in said, so that a passport can be renewed without the provider's token
    platform_admin boolean not null default false,
    last_seen_at timestamptz not null default now(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (issuer, subject)
);
grant select, insert, update on user_account to tenant_platform;
create trigger touch before update on user_account for each row execute function touch_updated_at();
