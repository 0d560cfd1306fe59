-- What one replica at a time does for the whole installation: look after the realm, read the provider's events. A row
-- rather than a lock, since it is held while the provider is asked.
create table identity_task (
    name text primary key,
    -- whoever took it lets go of it then at the latest
    held_until timestamptz,
    holder uuid,
    -- up to where the events have been read
    read_to timestamptz
);
grant select, insert, update on identity_task to tenant_platform;
insert into identity_task (name) values ('realm'), ('events');
