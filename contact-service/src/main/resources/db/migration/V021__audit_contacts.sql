-- A contact can ask to be forgotten, and an entry cannot be: it says that something is known of a person, not what.
call audit('contact', 'contact',
  p_redacted => '{name,avatar_url,location_address,location_city,location_region,location_country,location_latitude,location_longitude,attributes}',
  p_passed_over => '{sequence,search,name_key}');
call audit('contact_identity', 'contact-identity', p_redacted => '{scope,value,address}');
call audit('contact_merge', 'contact-merge', p_redacted => '{fields_before,fields_after}');
