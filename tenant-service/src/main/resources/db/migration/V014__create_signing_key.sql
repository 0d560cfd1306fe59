-- What passports are signed with. A key is published before it signs and verifies until its last passport has expired.
create table signing_key (
    id uuid primary key,
    -- PKCS #8, encrypted by the service; the id is bound into it
    private_key text not null,
    -- X.509
    public_key bytea not null,
    published_at timestamptz not null,
    active_from timestamptz not null,
    -- null while no later key follows
    retire_at timestamptz
);
grant select, insert, update, delete on signing_key to tenant_platform;
