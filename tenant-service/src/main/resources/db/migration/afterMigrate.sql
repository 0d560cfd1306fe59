-- After every migration, so that a table that it made can be erased with its tenant.
call make_erasable();
