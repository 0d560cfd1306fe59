call audit('channel', 'channel', p_redacted => '{secrets}', p_passed_over => '{checked_at}');
call audit('label', 'label');
call audit('conversation_label', 'conversation-label', p_id => '{conversation_id,label_id}');
call audit('note', 'note', p_redacted => '{text}');
-- What a file is called and holds is content; how its fetching goes is not for people.
call audit('attachment', 'attachment', p_redacted => '{file_name,sha256,storage_key,provider_media_id}',
    p_passed_over => '{attempts,next_attempt_at}');

-- What goes with a label that is removed goes by the owner's hand, and its entries with it.
create policy owner on outbox for insert to messaging_owner
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
