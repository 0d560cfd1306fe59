-- Ingest by shared commits: what many webhooks brought is stored by one call, set by set. Rows come grouped by tenant,
-- and each group is worked on inside its tenant, under row level security like everything else.
--
-- Rows are found by their whole key whatever the planner last heard of the tables' sizes (scalar look-ups, or
-- the place of a locked row): a cached plan that reads all identities of a tenant for a batch of five costs many times
-- more.

create function ingest_messages_of_tenant(
    p_tenant uuid,
    p_reopen_within interval,
    p_reply_window interval,
    p_channel uuid[],
    p_channel_type text[],
    p_value text[],
    p_address text[],
    p_phone text[],
    p_user_id text[],
    p_name text[],
    p_message_id uuid[],
    p_external_id text[],
    p_inbound boolean[],
    -- false: from the history that a newly connected number shares; it is stored, and moves nothing
    p_live boolean[],
    p_status text[],
    p_kind text[],
    p_text text[],
    p_preview text[],
    p_content text[],
    p_attachment_count integer[],
    p_reply_to text[],
    p_provider_time timestamptz[],
    p_occurred_at timestamptz[]
) returns table (
    tenant_id uuid,
    message_id uuid,
    message_sequence bigint,
    conversation_id uuid,
    opened boolean,
    reopened boolean,
    status text,
    priority text,
    assignee_id uuid,
    control text,
    unread_count integer,
    last_message_at timestamptz,
    last_message_preview text,
    reply_window_ends_at timestamptz,
    first_response_at timestamptz,
    conversation_created_at timestamptz,
    contact_id uuid,
    contact_name text,
    value text,
    address text,
    phone text,
    user_id text
) language plpgsql
    -- Planning anew for each small batch would cost more than the work.
    set plan_cache_mode = force_generic_plan
    set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off set jit = off set lock_timeout = '2s'
as $$
#variable_conflict use_column
declare
    v_new boolean[];
    v_new_count integer;
    v_stored_count integer;
    v_identity uuid[];
    v_renamed boolean;
    v_conversation uuid[];
    v_opened uuid[] := '{}';
    v_reopened uuid[] := '{}';
    v_position integer;
begin
    perform set_config('app.tenant_id', p_tenant::text, true);

    -- Known messages are left out before anything is changed: a redelivery must not open or count anything.
    select array_agg(found.id is null order by t.n), count(*) filter (where found.id is null)
    into v_new, v_new_count
    from unnest(p_channel, p_external_id) with ordinality t (channel, external_id, n)
    cross join lateral (select (select m.id from message m
        where m.tenant_id = p_tenant and m.channel_id = t.channel and m.external_id = t.external_id) as id) found;
    if v_new_count = 0 then
        return;
    end if;

    -- Who they are.
    select array_agg((found.i).id order by t.n),
        bool_or((found.i).id is not null and (
            (found.i).name is distinct from coalesce(t.name, (found.i).name)
            or (found.i).address <> t.address
            or (found.i).user_id is distinct from coalesce(t.user_id, (found.i).user_id)))
    into v_identity, v_renamed
    from unnest(p_channel_type, p_value, p_address, p_user_id, p_name) with ordinality t (type, value, address, user_id, name, n)
    cross join lateral (select (select i from identity i
        where i.tenant_id = p_tenant and i.channel_type = t.type and i.scope = '' and i.value = t.value) as i) found;

    if array_position(v_identity, null) is not null then
        -- Known by the provider's user id, and now by a phone too (or the other way round).
        v_identity := array(select coalesce(t.identity, (select i.id from identity i
                where i.tenant_id = p_tenant and i.channel_type = t.type and i.scope = '' and i.user_id = t.user_id
                order by i.created_at, i.id limit 1))
            from unnest(v_identity, p_channel_type, p_user_id) with ordinality t (identity, type, user_id, n) order by t.n);
        v_renamed := v_renamed or exists (select 1 from unnest(p_user_id) t (user_id) where t.user_id is not null);
        insert into identity (channel_type, value, address, phone, user_id, name, contact_id)
        select distinct on (t.type, t.value) t.type, t.value, t.address, t.phone, t.user_id, t.name, uuidv7()
        from unnest(v_identity, p_channel_type, p_value, p_address, p_phone, p_user_id, p_name) with ordinality
            t (identity, type, value, address, phone, user_id, name, n)
        where t.identity is null and v_new[t.n]
        order by t.type, t.value, t.n desc
        on conflict (tenant_id, channel_type, scope, value) do nothing;
        v_identity := array(select coalesce(t.identity, (select i.id from identity i
                where i.tenant_id = p_tenant and i.channel_type = t.type and i.scope = '' and i.value = t.value))
            from unnest(v_identity, p_channel_type, p_value) with ordinality t (identity, type, value, n) order by t.n);
    end if;
    if v_renamed then
        -- One by one and by key: a join that guesses wrong reads all identities of the tenant, and few are ever renamed.
        for v_position in 1 .. cardinality(v_identity) loop
            if v_new[v_position] then
                update identity i set
                    name = coalesce(p_name[v_position], i.name),
                    address = p_address[v_position],
                    phone = coalesce(p_phone[v_position], i.phone),
                    user_id = coalesce(p_user_id[v_position], i.user_id)
                where i.tenant_id = p_tenant and i.id = v_identity[v_position]
                    and (i.name, i.address, i.phone, i.user_id) is distinct from (coalesce(p_name[v_position], i.name),
                        p_address[v_position], coalesce(p_phone[v_position], i.phone),
                        coalesce(p_user_id[v_position], i.user_id));
            end if;
        end loop;
    end if;

    -- Where it belongs: the open conversation, or the last one if it was resolved a short while ago, or a new one.
    v_conversation := array(select (select c.id from conversation c
            where c.tenant_id = p_tenant and c.channel_id = t.channel and c.identity_id = t.identity
                and (c.status <> 'resolved' or not t.live)
            order by c.status = 'resolved', c.resolved_at desc limit 1)
        from unnest(p_channel, v_identity, p_live) with ordinality t (channel, identity, live, n) order by t.n);
    if array_position(v_conversation, null) is not null then
        v_reopened := array(select distinct (select c.id from conversation c
                where c.tenant_id = p_tenant and c.identity_id = t.identity and c.channel_id = t.channel
                    and c.status = 'resolved' and c.resolved_at > now() - p_reopen_within
                order by c.resolved_at desc limit 1)
            from unnest(p_channel, v_identity, v_conversation) with ordinality t (channel, identity, conversation, n)
            where t.conversation is null and v_new[t.n] and p_live[t.n]);
        with reopened as (
            update conversation c set status = 'open', close_reason = null, resolved_at = null,
                sequence = c.sequence + 1, version = c.version + 1
            where c.tenant_id = p_tenant and c.id = any (v_reopened) and c.status = 'resolved'
            returning c.id
        )
        select coalesce(array_agg(r.id), '{}') into v_reopened from reopened r;
        v_conversation := array(select coalesce(t.conversation, (select c.id from conversation c
                where c.tenant_id = p_tenant and c.channel_id = t.channel and c.identity_id = t.identity
                    and (c.status <> 'resolved' or not t.live)
                order by c.status = 'resolved', c.resolved_at desc limit 1))
            from unnest(p_channel, v_identity, p_live, v_conversation) with ordinality
                t (channel, identity, live, conversation, n) order by t.n);

        with opened as (
            insert into conversation (channel_id, identity_id, contact_id, sequence, last_message_at, status, close_reason,
                resolved_at)
            select t.channel, t.identity,
                (select i.contact_id from identity i where i.tenant_id = p_tenant and i.id = t.identity), 1, t.occurred_at,
                case when t.live then 'open' else 'resolved' end,
                case when not t.live then 'history' end,
                case when not t.live then t.occurred_at end
            from (select distinct on (u.channel, u.identity) u.channel, u.identity, u.occurred_at, u.live
                from unnest(p_channel, v_identity, v_conversation, p_occurred_at, p_live) with ordinality
                    u (channel, identity, conversation, occurred_at, live, n)
                where u.conversation is null and v_new[u.n]
                order by u.channel, u.identity, u.live desc, u.n) t
            on conflict (tenant_id, channel_id, identity_id) where status <> 'resolved' do nothing
            returning id
        )
        select coalesce(array_agg(o.id), '{}') into v_opened from opened o;
        v_conversation := array(select coalesce(t.conversation, (select c.id from conversation c
                where c.tenant_id = p_tenant and c.channel_id = t.channel and c.identity_id = t.identity
                    and (c.status <> 'resolved' or not t.live)
                order by c.status = 'resolved', c.resolved_at desc limit 1))
            from unnest(p_channel, v_identity, p_live, v_conversation) with ordinality
                t (channel, identity, live, conversation, n) order by t.n);
    end if;

    -- Two batches at once take their conversations in the same order.
    perform 1 from conversation c
    where c.tenant_id = p_tenant and c.id = any (v_conversation) order by c.id for no key update;

    -- What was said, and what that changes in the conversation.
    return query
    with said as materialized (
        select t.* from unnest(p_channel, v_conversation, v_identity, p_message_id, p_external_id, p_inbound, p_kind, p_text,
            p_preview, p_content, p_attachment_count, p_reply_to, p_provider_time, p_occurred_at, p_name, p_live, p_status)
            with ordinality t (channel, conversation, identity, message_id, external_id, inbound, kind, text, preview,
                content, attachment_count, reply_to, provider_time, occurred_at, name, live, status, n)
        where v_new[t.n]
    ), told as (
        select s.conversation, count(*)::integer as said, (count(*) filter (where s.inbound and s.live))::integer as inbound,
            max(s.occurred_at) as last_at, max(s.occurred_at) filter (where s.inbound and s.live) as last_inbound_at,
            (array_agg(s.preview order by s.occurred_at desc, s.n desc))[1] as preview,
            -- its place is fixed, since it is locked
            (select k.ctid from conversation k where k.tenant_id = p_tenant and k.id = s.conversation) as place
        from said s group by s.conversation
    ), bumped as (
        update conversation c set
            sequence = c.sequence + t.said,
            message_count = c.message_count + t.said,
            unread_count = c.unread_count + t.inbound,
            last_message_preview = case when t.last_at >= c.last_message_at then t.preview else c.last_message_preview end,
            last_message_at = greatest(c.last_message_at, t.last_at),
            reply_window_ends_at = greatest(c.reply_window_ends_at, t.last_inbound_at + p_reply_window),
            status = case when c.status = 'snoozed' and t.inbound > 0 then 'open' else c.status end,
            snoozed_until = case when t.inbound > 0 then null else c.snoozed_until end,
            version = case when c.status = 'snoozed' and t.inbound > 0 then c.version + 1 else c.version end
        from told t
        where c.tenant_id = p_tenant and c.ctid = t.place
        returning c.*, c.sequence - t.said as base
    ), stored as (
        insert into message (tenant_id, id, conversation_id, channel_id, direction, sender_type, sender_id, sender_name, kind,
            text, content, attachment_count, reply_to_external_id, external_id, status, sequence, occurred_at, provider_time)
        select p_tenant, s.message_id, s.conversation, s.channel,
            case when s.inbound then 'inbound' else 'outbound' end,
            case when s.inbound then 'contact' else 'agent' end,
            case when s.inbound then b.contact_id end,
            case when s.inbound then s.name end,
            s.kind, s.text, s.content::jsonb, s.attachment_count, s.reply_to, s.external_id,
            s.status,
            b.base + row_number() over (partition by s.conversation order by s.occurred_at, s.n),
            s.occurred_at, s.provider_time
        from said s join bumped b on b.id = s.conversation
        order by s.external_id
        on conflict (tenant_id, channel_id, external_id) do nothing
        returning id, conversation_id, sequence
    )
    select p_tenant, s.id, s.sequence, b.id, b.id = any (v_opened), b.id = any (v_reopened), b.status, b.priority,
        b.assignee_id, b.control, b.unread_count, b.last_message_at, b.last_message_preview, b.reply_window_ends_at,
        b.first_response_at, b.created_at, b.contact_id,
        coalesce((select k.name from contact k where k.tenant_id = p_tenant and k.id = b.contact_id), i.name),
        i.value, i.address, i.phone, i.user_id
    from stored s
    join bumped b on b.id = s.conversation_id
    cross join lateral (select k.* from identity k where k.tenant_id = p_tenant and k.id = b.identity_id offset 0) i
    order by s.sequence;
    get diagnostics v_stored_count = row_count;

    -- Another transaction stored some of them between our look and our insert: take back what was counted for those.
    if v_stored_count < v_new_count then
        update conversation c set
            message_count = c.message_count - t.lost,
            unread_count = greatest(0, c.unread_count - t.lost_inbound)
        from (select u.conversation, count(*) as lost, count(*) filter (where u.inbound and u.live) as lost_inbound
            from unnest(v_conversation, p_message_id, p_inbound, p_live) with ordinality
                u (conversation, message_id, inbound, live, n)
            where v_new[u.n] and not exists (
                select 1 from message m where m.tenant_id = p_tenant and m.id = u.message_id)
            group by u.conversation) t
        where c.tenant_id = p_tenant and c.id = t.conversation;
    end if;
end $$;

-- The whole batch: each tenant's rows inside that tenant.
create function ingest_messages(
    p_reopen_within interval,
    p_reply_window interval,
    p_tenant uuid[],
    p_channel uuid[],
    p_channel_type text[],
    p_value text[],
    p_address text[],
    p_phone text[],
    p_user_id text[],
    p_name text[],
    p_message_id uuid[],
    p_external_id text[],
    p_inbound boolean[],
    p_live boolean[],
    p_status text[],
    p_kind text[],
    p_text text[],
    p_preview text[],
    p_content text[],
    p_attachment_count integer[],
    p_reply_to text[],
    p_provider_time timestamptz[],
    p_occurred_at timestamptz[]
) returns table (
    tenant_id uuid,
    message_id uuid,
    message_sequence bigint,
    conversation_id uuid,
    opened boolean,
    reopened boolean,
    status text,
    priority text,
    assignee_id uuid,
    control text,
    unread_count integer,
    last_message_at timestamptz,
    last_message_preview text,
    reply_window_ends_at timestamptz,
    first_response_at timestamptz,
    conversation_created_at timestamptz,
    contact_id uuid,
    contact_name text,
    value text,
    address text,
    phone text,
    user_id text
) language plpgsql as $$
declare
    a integer := 1;
    z integer;
    n constant integer := cardinality(p_tenant);
begin
    while a <= n loop
        z := a;
        while z < n and p_tenant[z + 1] = p_tenant[a] loop
            z := z + 1;
        end loop;
        return query select * from ingest_messages_of_tenant(p_tenant[a], p_reopen_within, p_reply_window,
            p_channel[a:z], p_channel_type[a:z], p_value[a:z], p_address[a:z], p_phone[a:z], p_user_id[a:z], p_name[a:z],
            p_message_id[a:z], p_external_id[a:z], p_inbound[a:z], p_live[a:z], p_status[a:z], p_kind[a:z], p_text[a:z], p_preview[a:z],
            p_content[a:z], p_attachment_count[a:z], p_reply_to[a:z], p_provider_time[a:z], p_occurred_at[a:z]);
        a := z + 1;
    end loop;
end $$;

-- What the webhooks said, as it came.
create function keep_provider_events(
    p_tenant uuid[], p_id uuid[], p_channel uuid[], p_body bytea[], p_status text[], p_problem text[], p_request_id text[]
) returns void language plpgsql as $$
declare
    a integer := 1;
    z integer;
    n constant integer := cardinality(p_tenant);
begin
    while a <= n loop
        z := a;
        while z < n and p_tenant[z + 1] = p_tenant[a] loop
            z := z + 1;
        end loop;
        perform set_config('app.tenant_id', p_tenant[a]::text, true);
        insert into provider_event (id, channel_id, body, status, problem, request_id)
        select * from unnest(p_id[a:z], p_channel[a:z], p_body[a:z], p_status[a:z], p_problem[a:z], p_request_id[a:z])
        on conflict do nothing;
        a := z + 1;
    end loop;
end $$;

-- The lattice of an outbound message's states: it only moves up, so statuses may come twice and in any order. That a
-- failed one was delivered after all is known when the provider says so; the other way round it is not.
create function message_status_rank(p_status text) returns integer language sql immutable parallel safe as $$
    select array_position(array ['queued', 'unknown', 'sent', 'failed', 'delivered', 'read'], p_status)
$$;

-- Statuses of what we sent. One for a message that is not known yet waits for it.
create function ingest_statuses(
    p_tenant uuid[],
    p_channel uuid[],
    p_external_id text[],
    -- our own id, which the provider hands back where it can
    p_message_id uuid[],
    p_status text[],
    p_error text[],
    p_at timestamptz[],
    p_item text[]
) returns table (
    tenant_id uuid,
    message_id uuid,
    external_id text,
    message_status text,
    error text,
    at timestamptz,
    conversation_sequence bigint,
    conversation_id uuid,
    channel_id uuid,
    channel_type text,
    conversation_status text,
    assignee_id uuid,
    unread_count integer
) language plpgsql
    -- Planning anew for each small batch would cost more than the work.
    set plan_cache_mode = force_generic_plan
    set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off set jit = off set lock_timeout = '2s'
as $$
#variable_conflict use_column
declare
    v_message message%rowtype;
    v_conversation conversation%rowtype;
begin
    for n in 1 .. cardinality(p_tenant) loop
        if n = 1 or p_tenant[n] <> p_tenant[n - 1] then
            perform set_config('app.tenant_id', p_tenant[n]::text, true);
        end if;
        v_message := null;
        if p_message_id[n] is not null then
            select m.* into v_message from message m
            where m.tenant_id = p_tenant[n] and m.id = p_message_id[n] and m.channel_id = p_channel[n]
                and m.direction = 'outbound';
        end if;
        if v_message.id is null then
            select m.* into v_message from message m
            where m.tenant_id = p_tenant[n] and m.channel_id = p_channel[n] and m.external_id = p_external_id[n];
        end if;
        if v_message.id is null then
            insert into waiting_item (channel_id, external_id, item, fingerprint)
            values (p_channel[n], p_external_id[n], p_item[n]::jsonb, 'status:' || p_status[n])
            on conflict do nothing;
            continue;
        end if;
        if v_message.direction = 'inbound' then
            continue;
        end if;
        if message_status_rank(p_status[n]) <= message_status_rank(v_message.status)
            and v_message.external_id is not null then
            continue;
        end if;

        -- The conversation first, as everybody does, so that nobody waits in a circle.
        select c.* into v_conversation from conversation c
        where c.tenant_id = p_tenant[n] and c.id = v_message.conversation_id for no key update;
        update message m set
            status = p_status[n],
            external_id = coalesce(m.external_id, p_external_id[n]),
            error = case when p_status[n] = 'failed' then p_error[n]::jsonb end
        where m.tenant_id = p_tenant[n] and m.id = v_message.id
            and message_status_rank(p_status[n]) > message_status_rank(m.status);
        if not found then
            continue;
        end if;
        -- It was sent, whatever the dispatcher still believes.
        delete from dispatch d where d.tenant_id = p_tenant[n] and d.message_id = v_message.id;
        update conversation c set sequence = c.sequence + 1
        where c.tenant_id = p_tenant[n] and c.id = v_conversation.id
        returning c.sequence into v_conversation.sequence;
        return query select p_tenant[n], v_message.id, coalesce(v_message.external_id, p_external_id[n]), p_status[n],
            case when p_status[n] = 'failed' then p_error[n] end, p_at[n], v_conversation.sequence, v_conversation.id,
            v_conversation.channel_id,
            (select k.type from channel k where k.tenant_id = p_tenant[n] and k.id = v_conversation.channel_id),
            v_conversation.status, v_conversation.assignee_id, v_conversation.unread_count;
    end loop;
end $$;

-- The files of messages that were just stored.
create function ingest_attachments(
    p_tenant uuid[], p_id uuid[], p_message_id uuid[], p_channel uuid[], p_position integer[], p_kind text[],
    p_content_type text[], p_file_name text[], p_size_bytes bigint[], p_sha256 text[], p_voice boolean[],
    p_animated boolean[], p_status text[], p_problem text[], p_provider_media_id text[]
) returns void language plpgsql as $$
declare
    a integer := 1;
    z integer;
    n constant integer := cardinality(p_tenant);
begin
    while a <= n loop
        z := a;
        while z < n and p_tenant[z + 1] = p_tenant[a] loop
            z := z + 1;
        end loop;
        perform set_config('app.tenant_id', p_tenant[a]::text, true);
        insert into attachment (id, message_id, channel_id, position, kind, content_type, file_name, size_bytes, sha256,
            voice, animated, status, problem, provider_media_id, next_attempt_at)
        select t.*, case when t.status = 'pending' then now() end
        from unnest(p_id[a:z], p_message_id[a:z], p_channel[a:z], p_position[a:z], p_kind[a:z], p_content_type[a:z],
            p_file_name[a:z], p_size_bytes[a:z], p_sha256[a:z], p_voice[a:z], p_animated[a:z], p_status[a:z],
            p_problem[a:z], p_provider_media_id[a:z])
            t (id, message_id, channel_id, position, kind, content_type, file_name, size_bytes, sha256, voice, animated,
                status, problem, provider_media_id);
        a := z + 1;
    end loop;
end $$;

-- Items whose message has come meanwhile.
create policy lookup on waiting_item for select to messaging_lookup using (true);
grant select on waiting_item to messaging_lookup;
create policy lookup on message for select to messaging_lookup using (true);
grant select (tenant_id, id, channel_id, external_id) on message to messaging_lookup;
create function waiting_items_due(p_since timestamptz, p_limit integer) returns table (tenant_id uuid, item_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select w.tenant_id, w.id from waiting_item w
    where w.created_at >= p_since and exists (select 1 from message m
        where m.tenant_id = w.tenant_id and m.channel_id = w.channel_id and m.external_id = w.external_id)
    order by w.created_at
    limit p_limit
$$;
revoke all on function waiting_items_due(timestamptz, integer) from public;
grant execute on function waiting_items_due(timestamptz, integer) to messaging_service;
alter function waiting_items_due(timestamptz, integer) owner to messaging_lookup;
create index waiting_item_age on waiting_item (created_at);

revoke all on function ingest_attachments from public;
grant execute on function ingest_attachments to messaging_service;
revoke all on function ingest_messages_of_tenant, ingest_messages, keep_provider_events, message_status_rank,
    ingest_statuses from public;
grant execute on function ingest_messages_of_tenant, ingest_messages, keep_provider_events, message_status_rank,
    ingest_statuses to messaging_service;
