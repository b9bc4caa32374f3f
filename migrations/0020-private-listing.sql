-- What its source keeps private is found by those who are signed in, and by nobody else.
alter table service_listing add column private boolean not null default false;
create or replace view service_search as select * from service_listing where programme_id = current_programme();
update service_listing l set private = true
from service s, directory_record r
where s.programme_id = l.programme_id and s.id = l.service_id and r.programme_id = s.programme_id and r.private
  and (r.kind = 'service' and r.id = s.id or r.kind = 'organisation' and r.id = s.organisation_id);
