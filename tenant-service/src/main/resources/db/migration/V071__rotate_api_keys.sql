-- A key gives way to another: both work until the old one expires, and each says which the other is.
alter table api_key
    add column replaced_by uuid,
    add column replaces uuid,
    add column created_by_name text check (length(created_by_name) <= 200),
    add column version integer not null default 0,
    add foreign key (tenant_id, replaced_by) references api_key (tenant_id, id),
    add foreign key (tenant_id, replaces) references api_key (tenant_id, id);
create unique index api_key_replaces on api_key (tenant_id, replaces) where replaces is not null;
