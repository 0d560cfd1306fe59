-- Behind the ETag of what people settle for themselves.
alter table user_account add column version integer not null default 0;
