-- Who erases a whole tenant takes the contacts as well: there is no search text to keep, and no right to.
drop trigger contact_identity_removed on contact_identity;
create trigger contact_identity_removed after delete on contact_identity
  referencing old table as before_change for each statement
  when (current_user <> 'contact_lookup') execute function contact_identity_search();
