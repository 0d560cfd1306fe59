-- Conversations and messages are audited like all else, by triggers of their own: ingest stores them in sets and counts on
-- with each message, and record_audit() would turn whole rows into jsonb only to see that nothing of interest changed.

-- What comes in is told with the few columns that say what it was. The provider's id of a message is not among them: it
-- holds the number of whom it was sent to.
create function record_conversations() returns trigger language plpgsql as $$
declare
    changes jsonb[];
begin
    select array_agg(jsonb_build_object('action', 'created',
        'resource', jsonb_build_object('type', 'conversation', 'id', n.id),
        'newValues', jsonb_build_object('channelId', n.channel_id, 'contactId', n.contact_id, 'status', n.status,
            'priority', n.priority, 'control', n.control)))
    into changes from new_rows n;
    if changes is not null then
        perform audit_append(changes);
    end if;
    return null;
end $$;

create function record_messages() returns trigger language plpgsql as $$
declare
    changes jsonb[];
begin
    select array_agg(jsonb_build_object('action', 'created',
        'resource', jsonb_build_object('type', 'message', 'id', n.id),
        'newValues', jsonb_strip_nulls(jsonb_build_object('conversationId', n.conversation_id, 'direction', n.direction,
            'senderType', n.sender_type, 'senderId', n.sender_id, 'kind', n.kind, 'status', n.status,
            'text', case when n.text is not null then '[redacted]' end,
            'content', case when n.content is not null then '[redacted]' end))))
    into changes from new_rows n;
    if changes is not null then
        perform audit_append(changes);
    end if;
    return null;
end $$;

-- One row that changed in what its trigger's condition names. Arguments are those of record_audit().
create function record_change() returns trigger language plpgsql as $$
declare
    redacted constant text[] := tg_argv[2]::text[];
    before constant jsonb := to_jsonb(old);
    after constant jsonb := to_jsonb(new);
    same constant text[] := tg_argv[3]::text[]
        || array(select v.key from jsonb_each(after) v where v.value = before -> v.key);
begin
    if current_user = 'messaging_lookup' then
        return null;
    end if;
    perform audit_append(array[jsonb_build_object('action', 'updated',
        'resource', jsonb_build_object('type', tg_argv[0], 'id', audit_id(after, tg_argv[1]::text[])),
        'oldValues', audit_values(before, redacted, same),
        'newValues', audit_values(after, redacted, same))]);
    return null;
end $$;

create trigger audit_insert after insert on conversation referencing new table as new_rows
    for each statement execute function record_conversations();
create trigger audit_insert after insert on message referencing new table as new_rows
    for each statement execute function record_messages();

-- A column is in the condition or among those passed over, which are the last argument.
create trigger audit_update after update on conversation for each row
    when ((old.id, old.channel_id, old.identity_id, old.contact_id, old.status, old.close_reason, old.priority,
        old.assignee_id, old.control, old.archived, old.snoozed_until, old.resolved_at, old.created_at)
        is distinct from (new.id, new.channel_id, new.identity_id, new.contact_id, new.status, new.close_reason,
        new.priority, new.assignee_id, new.control, new.archived, new.snoozed_until, new.resolved_at, new.created_at))
    execute function record_change('conversation', '{id}', '{}', '{tenant_id,unread_count,message_count,agent_message_count,assistant_message_count,sequence,last_message_at,last_message_preview,reply_window_ends_at,first_response_at,version}');
create trigger audit_update after update on message for each row
    when ((old.id, old.conversation_id, old.channel_id, old.direction, old.sender_type, old.sender_id, old.kind, old.text,
        old.content, old.reactions, old.reply_to_external_id, old.external_id, old.status, old.error, old.occurred_at,
        old.provider_time, old.edited_at, old.deleted_at, old.created_at)
        is distinct from (new.id, new.conversation_id, new.channel_id, new.direction, new.sender_type, new.sender_id,
        new.kind, new.text, new.content, new.reactions, new.reply_to_external_id, new.external_id, new.status, new.error,
        new.occurred_at, new.provider_time, new.edited_at, new.deleted_at, new.created_at))
    -- The sender's name is another's, and a copy.
    execute function record_change('message', '{id}', '{text,content,reactions,reply_to_external_id,external_id,error}', '{tenant_id,sender_name,attachment_count,sequence}');

create trigger audit_delete after delete on conversation referencing old table as old_rows
    for each statement execute function record_audit('conversation', '{id}', '{last_message_preview}', '{tenant_id,version}');
create trigger audit_delete after delete on message referencing old table as old_rows
    for each statement execute function record_audit('message', '{id}',
        '{sender_name,text,content,reactions,reply_to_external_id,external_id,error}', '{tenant_id}');
