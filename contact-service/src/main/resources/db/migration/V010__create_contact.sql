-- Text as it is searched and sorted: without case, accents, vowel points, tatweel, marks of direction and zero-width
-- characters; Persian and Arabic letters and digits that people type for one another become one.
-- It is immutable although unaccent() is not declared so: its rules are a file that comes with the server. After an
-- upgrade that changes them the columns below are written anew.
create function plain_text(value text) returns text
  language sql immutable parallel safe strict
  return translate(
    lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(normalize(value, NFKD),
      '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'
      || '\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'))
      collate pg_unicode_fast),
    'ςیىکة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'σييكه01234567890123456789');
grant execute on function plain_text to contact_service;

create table contact (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null default uuidv7(),
  name text check (char_length(name) between 1 and 200),
  name_source text not null default 'none' check (name_source in ('none', 'provider', 'person')),
  avatar_url text check (char_length(avatar_url) <= 2048),
  language text check (char_length(language) <= 35),
  timezone text check (char_length(timezone) <= 64),
  location_address text check (char_length(location_address) <= 500),
  location_city text check (char_length(location_city) <= 200),
  location_region text check (char_length(location_region) <= 200),
  location_country text check (location_country ~ '^[A-Z]{2}$'),
  location_latitude double precision check (location_latitude between -90 and 90),
  location_longitude double precision check (location_longitude between -180 and 180),
  blocked boolean not null default false,
  is_group boolean not null default false,
  tags text[] not null default '{}' check (cardinality(tags) <= 100),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  -- Grows with each event of the contact (ce_sequence), and never starts anew for an id: erased rows stay as empty shells.
  sequence bigint not null default 0,
  -- Grows when something changes that people edit; it is behind the ETag.
  version bigint not null default 0,
  merged_into uuid,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Kept by triggers: name and identities.
  search text not null default '',
  -- Contacts without a name come last.
  name_key text collate "C" not null
    generated always as (coalesce(nullif(plain_text(name), ''), U&'\+10FFFD')) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, merged_into) references contact (tenant_id, id),
  check (merged_into <> id),
  check ((name is null) = (name_source = 'none')),
  check (erased_at is null or (name is null and avatar_url is null and tags = '{}' and attributes = '{}' and search = ''))
);

create index contact_by_name on contact (tenant_id, name_key, id) where merged_into is null and erased_at is null;
create index contact_by_creation on contact (tenant_id, created_at desc, id desc)
  where merged_into is null and erased_at is null;
create index contact_blocked on contact (tenant_id, name_key, id)
  where blocked and merged_into is null and erased_at is null;
create index contact_merged on contact (tenant_id, merged_into) where merged_into is not null;
-- btree_gin puts the tenant into the index, so that it is not searched for all tenants' rows.
create index contact_search on contact using gin (tenant_id, search gin_trgm_ops)
  where merged_into is null and erased_at is null;
create index contact_tags on contact using gin (tenant_id, tags) where merged_into is null and erased_at is null;

create function contact_touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

create trigger contact_touch before update on contact
  for each row when (old.version is distinct from new.version) execute function contact_touch();

alter table contact enable row level security;
alter table contact force row level security;
create policy tenant on contact
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on contact to contact_service;
