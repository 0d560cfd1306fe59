-- A contact that was merged into another is only another name for it. Of the merges and divisions that come in any order
-- the last one counts: those with one survivor by its sequence, those with several by their time.
alter table contact
    add column merged_into uuid,
    add column merge_survivor_id uuid,
    add column merge_sequence bigint,
    add column merged_at timestamptz;
