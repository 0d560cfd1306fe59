-- Why it is suspended or cancelled, as those who run the installation say it to the tenant.
alter table tenant add column status_reason text check (length(status_reason) between 1 and 500);
