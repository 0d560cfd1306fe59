-- The members that there are already. For once the owner reads past row level security.
alter table member no force row level security;
alter table usage_counter no force row level security;
insert into usage_counter (tenant_id, metric, used)
select tenant_id, 'members', count(*) from member where active group by tenant_id;
alter table member force row level security;
alter table usage_counter force row level security;
