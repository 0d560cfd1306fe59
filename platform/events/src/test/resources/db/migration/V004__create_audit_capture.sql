-- Who changed what. Every service carries this text unchanged in a migration of its own, after db/events.sql; audit()
-- then attaches it to a table. What a statement changes there goes into the outbox as audit.recorded, in the transaction
-- of the change: no code can forget it. The shape is that of contracts/audit-events, and the one event that SQL writes.

create function audit_name(p_column text) returns text language sql immutable parallel safe as $$
  select case when strpos(p_column, '_') = 0 then p_column
    else left(p_column, 1) || substr(replace(initcap(replace(p_column, '_', ' ')), ' ', ''), 2) end
$$;

create function audit_id(p_row jsonb, p_columns text[]) returns text language sql immutable parallel safe as $$
  select string_agg(p_row ->> c.name, '/' order by c.place) from unnest(p_columns) with ordinality as c (name, place)
$$;

-- What an entry shows of a row: secrets and content say only that they are there, long values how long they are.
create function audit_values(p_row jsonb, p_redacted text[], p_passed_over text[]) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(audit_name(v.key),
      case when v.key = any(p_redacted) then '"[redacted]"'::jsonb
        when length(v.value::text) > 2000 then to_jsonb('[' || length(v.value::text) || ' characters]')
        else v.value end), '{}')
  from jsonb_each(p_row) v
  where v.value <> 'null' and v.key <> all (p_passed_over)
$$;

-- In events of at most 200 changes, which Kafka takes.
create function audit_append(p_changes jsonb[]) returns void language plpgsql as $$
declare
  acting jsonb := '{"actor":{"type":"system"}}';
  encoded constant text := current_setting('app.actor', true);
  tenant constant text := current_setting('app.tenant_id');
begin
  if encoded <> '' then
    acting := acting || convert_from(decode(encoded, 'base64'), 'UTF8')::jsonb;
  end if;
  insert into outbox (topic, key, subject, aggregate_sequence, request_id, payload)
  select 'audit.recorded', tenant, tenant, (extract(epoch from clock_timestamp()) * 1000000)::bigint,
    acting ->> 'requestId',
    (acting - 'requestId' || jsonb_build_object('changes', to_jsonb(p_changes[part + 1:part + 200])))::text
  from generate_series(0, cardinality(p_changes) - 1, 200) part;
end
$$;

-- What changes no row and is to be known all the same: a sign-in, an export.
create function audit_note(p_action text, p_resource text, p_id text, p_details jsonb) returns void
language sql as $$
  select audit_append(array[jsonb_strip_nulls(jsonb_build_object('action', p_action,
    'resource', jsonb_build_object('type', p_resource, 'id', p_id), 'newValues', p_details))])
$$;

-- Its arguments are those of audit(). The lookup role acts only in reviewed functions that forget what is old or erased.
create function record_audit() returns trigger language plpgsql as $$
declare
  resource constant text := tg_argv[0];
  ids constant text[] := tg_argv[1]::text[];
  redacted constant text[] := tg_argv[2]::text[];
  passed_over constant text[] := tg_argv[3]::text[];
  changes jsonb[];
begin
  if current_user = '${flyway:defaultSchema}_lookup' then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select array_agg(jsonb_build_object('action', 'updated',
        'resource', jsonb_build_object('type', resource, 'id', audit_id(n.row, ids)),
        'oldValues', audit_values(o.row, redacted, passed_over || same.columns),
        'newValues', audit_values(n.row, redacted, passed_over || same.columns)))
    into changes
    from (select to_jsonb(r) as row from old_rows r) o
    join (select to_jsonb(r) as row from new_rows r) n on audit_id(n.row, ids) = audit_id(o.row, ids)
    cross join lateral (
      select coalesce(array_agg(v.key) filter (where v.value = o.row -> v.key), '{}') as columns,
        bool_or(v.value <> o.row -> v.key and v.key <> all (passed_over)) as differs
      from jsonb_each(n.row) v) same
    where same.differs;
  elsif tg_op = 'INSERT' then
    select array_agg(jsonb_build_object('action', 'created',
        'resource', jsonb_build_object('type', resource, 'id', audit_id(n.row, ids)),
        'newValues', audit_values(n.row, redacted, passed_over)))
    into changes from (select to_jsonb(r) as row from new_rows r) n;
  else
    select array_agg(jsonb_build_object('action', 'deleted',
        'resource', jsonb_build_object('type', resource, 'id', audit_id(o.row, ids)),
        'oldValues', audit_values(o.row, redacted, passed_over)))
    into changes from (select to_jsonb(r) as row from old_rows r) o;
  end if;
  if changes is not null then
    perform audit_append(changes);
  end if;
  return null;
end
$$;

-- Has every change of the table recorded. p_id: the columns that name a row, beside the tenant; p_redacted: those whose
-- values are secrets, content, or what is known of people who can ask to be forgotten, since an entry cannot be;
-- p_passed_over: those that change by themselves.
create procedure audit(
  p_table regclass, p_resource text, p_id text[] default '{id}', p_redacted text[] default '{}',
  p_passed_over text[] default '{}'
) language plpgsql as $$
declare
  passed_over constant text[] := p_passed_over || array['tenant_id', 'version', 'event_sequence', 'updated_at'];
  operation text;
begin
  foreach operation in array array['insert', 'update', 'delete'] loop
    execute format('create trigger audit_%s after %1$s on %s referencing %s for each statement execute function '
        'record_audit(%L, %L, %L, %L)', operation, p_table,
      concat_ws(' ', case when operation <> 'insert' then 'old table as old_rows' end,
        case when operation <> 'delete' then 'new table as new_rows' end),
      p_resource, p_id::text, p_redacted::text, passed_over::text);
  end loop;
end
$$;

grant execute on function audit_name, audit_id, audit_values, audit_append, audit_note
  to ${flyway:defaultSchema}_service;
