-- Conversations are found by words: those said in them, and those by which their contact is known. Words are compared
-- without case and accents and by their beginnings, the same in every language: what people look for in an inbox are names,
-- numbers and words that they remember, which a language's rules would rather bend than find.

-- The same as in contact-service, which says what becomes of what. Immutable although unaccent() is not declared so: its
-- rules are a file that comes with the server; after an upgrade that changes them the columns below are written anew.
create function plain_words(value text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(translate(
        lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(normalize(value, NFKD),
            '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'
            || '\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'))
            collate pg_unicode_fast),
        'ςیىکة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'σييكه01234567890123456789'), '[^[:alnum:]]+' collate pg_unicode_fast, ' ', 'g');

-- More than anybody writes, and less than a tsvector holds.
create function words_of(value text) returns tsvector
    language sql immutable parallel safe
    return coalesce(to_tsvector('pg_catalog.simple', plain_words(left(value, 20000))), ''::tsvector);

-- A number is looked for from any of its digits on, as people remember it: without the country, by its end.
create function number_words(value text) returns tsvector
    language sql immutable parallel safe
    begin atomic
        select coalesce(array_to_tsvector(array_agg(distinct substr(d.digits, n.n))), ''::tsvector)
        from (select left(regexp_replace(value, '[^0-9]', '', 'g'), 40) as digits) d,
            generate_series(1, length(d.digits) - 2) n (n);
    end;

-- Each word as the beginning of one; null where there is none.
create function words_wanted(value text) returns tsquery
    language sql immutable parallel safe
    begin atomic
        select string_agg(quote_literal(w.word) || ':*', ' & ')::tsquery
        from unnest(tsvector_to_array(words_of(value))) w (word);
    end;
grant execute on function plain_words, words_of, number_words, words_wanted to messaging_service;

alter table message add column search tsvector not null generated always as (words_of(text)) stored;
alter table identity add column search tsvector not null
    generated always as (words_of(name) || words_of(user_id) || number_words(value) || number_words(phone)
        || number_words(address)) stored;
alter table contact add column search tsvector not null generated always as (words_of(name)) stored;

-- btree_gin puts the tenant into the index, so that it is not searched for all tenants' rows.
create index message_search on message using gin (tenant_id, search);
create index identity_search on identity using gin (tenant_id, search);
create index contact_search on contact using gin (tenant_id, search);

-- What is derived from the text is content as the text is, and is recorded no more than it.
drop trigger audit_update on message;
create trigger audit_update after update on message for each row
    when ((old.id, old.conversation_id, old.channel_id, old.direction, old.sender_type, old.sender_id, old.kind, old.text,
        old.content, old.reactions, old.reply_to_external_id, old.external_id, old.status, old.error, old.occurred_at,
        old.provider_time, old.edited_at, old.deleted_at, old.created_at)
        is distinct from (new.id, new.conversation_id, new.channel_id, new.direction, new.sender_type, new.sender_id,
        new.kind, new.text, new.content, new.reactions, new.reply_to_external_id, new.external_id, new.status, new.error,
        new.occurred_at, new.provider_time, new.edited_at, new.deleted_at, new.created_at))
    execute function record_change('message', '{id}', '{text,content,reactions,reply_to_external_id,external_id,error}', '{tenant_id,sender_name,attachment_count,sequence,search}');
drop trigger audit_delete on message;
create trigger audit_delete after delete on message referencing old table as old_rows
    for each statement execute function record_audit('message', '{id}',
        '{sender_name,text,content,reactions,reply_to_external_id,external_id,error}', '{tenant_id,search}');
