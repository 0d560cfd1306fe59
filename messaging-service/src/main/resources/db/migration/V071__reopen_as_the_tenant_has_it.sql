-- As before, but a tenant's own time to reopen counts where it has one. The row is found by its key whatever the planner
-- last heard of the table's size, as in V018.
create or replace function ingest_messages(
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
) language plpgsql set enable_seqscan = off as $$
declare
    v_reopen_within interval;
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
        v_reopen_within := coalesce(
            (select s.reopen_within from tenant_settings s where s.tenant_id = p_tenant[a]), p_reopen_within);
        return query select * from ingest_messages_of_tenant(p_tenant[a], v_reopen_within, p_reply_window,
            p_channel[a:z], p_channel_type[a:z], p_value[a:z], p_address[a:z], p_phone[a:z], p_user_id[a:z], p_name[a:z],
            p_message_id[a:z], p_external_id[a:z], p_inbound[a:z], p_live[a:z], p_status[a:z], p_kind[a:z], p_text[a:z], p_preview[a:z],
            p_content[a:z], p_attachment_count[a:z], p_reply_to[a:z], p_provider_time[a:z], p_occurred_at[a:z]);
        a := z + 1;
    end loop;
end $$;
