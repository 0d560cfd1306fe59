-- When each mail of an invitation was written, the reminders too: a tenant writes to the world only so often a day.
alter table invitation add column mails_at timestamptz[] not null default '{}';
create function keep_mails_at() returns trigger language plpgsql as $$
begin
    new.mails_at = new.mails_at || new.sent_at;
    return new;
end
$$;
create trigger invited before insert on invitation for each row execute function keep_mails_at();
create trigger reminded before update of mail_id on invitation
    for each row when (old.mail_id is distinct from new.mail_id) execute function keep_mails_at();

-- An entry in the audit says when the newest was written, which is enough.
drop trigger audit_insert on invitation;
drop trigger audit_update on invitation;
drop trigger audit_delete on invitation;
call audit('invitation', 'invitation', p_redacted => '{token_hash, message}',
    p_passed_over => '{mail_id, mails_at, account_begun}');
