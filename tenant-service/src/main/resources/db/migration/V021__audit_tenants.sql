call audit('tenant', 'tenant', p_id => '{tenant_id}');
call audit('member', 'member');
-- The prefix finds a key and is no secret; its use is noted at most once a minute and changes nothing.
call audit('api_key', 'api-key', p_redacted => '{hash}', p_passed_over => '{last_used_at}');
