-- What a client's and a person's cover follows from is JSON in `body` (schema/tables/tenant/enrollees.ts). Beside it stand
-- only the columns that lists and searches need. Dates, not states: a state begins and ends on its day without a write.
alter table clients add column people integer not null default 0;
alter table clients add column suspended_from text;
-- the first day on which it is in force again
alter table clients add column suspended_to text;
-- the last day of its cover
alter table clients add column cover_to text;
alter table clients add column body text not null default '{}';
update clients set people = (select count(*) from enrollees where client_code = clients.code);
create index clients_by_name on clients (name collate nocase);
-- most clients are neither: few rows stand in these
create index clients_suspended on clients (suspended_from) where suspended_from is not null;
create index clients_ended on clients (cover_to) where cover_to is not null;

-- Made anew, because the text search needs a row number that nothing renumbers.
create table enrollees_before as select * from enrollees order by rowid;
drop table enrollees;
create table enrollees (
  n integer primary key,
  id text not null unique,
  member_id text not null unique,
  external_id text unique,
  client_code text not null references clients (code),
  principal_id text references enrollees (id),
  relation text not null,
  first_name text not null,
  last_name text not null,
  birth_date text not null,
  sex text not null,
  phone text,
  -- its last ten digits: what a telephone number is searched by, however it was written
  phone_key text,
  email text,
  death_date text,
  -- the first day of cover, and the last one once it is known
  cover_from text not null,
  cover_to text,
  -- the suspension that runs, or comes next; the day it ends is the first one of cover again
  suspended_from text,
  suspended_to text,
  -- the plan, and the one they move to
  plan_code text,
  next_plan text,
  next_plan_from text,
  -- the key that what is personal about them in the journal is sealed with (base64); erasing it erases that
  seal_key text,
  -- JSON: cover, plans and primary facilities step by step, national numbers, consents
  body text not null default '{}'
) strict;
insert into enrollees (id, member_id, external_id, client_code, principal_id, relation, first_name, last_name, birth_date, sex,
  phone, phone_key, email, death_date, cover_from, cover_to, seal_key, body)
  select id, member_id, external_id, client_code, principal_id, relation, first_name, last_name, birth_date, sex,
    phone, substr(ltrim(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '+', ''), '0'), -10),
    email, death_date, cover_from, cover_to, seal_key,
    json_object(
      'cover', case when cover_to is null
        then json_array(json_object('from', cover_from, 'state', 'ACTIVE', 'reason', 'Enrolled', 'at', 0))
        else json_array(json_object('from', cover_from, 'state', 'ACTIVE', 'reason', 'Enrolled', 'at', 0),
          json_object('from', date(cover_to, '+1 day'), 'state', 'TERMINATED', 'reason', 'End of cover as enrolled', 'at', 0)) end,
      'plans', json_array(), 'primaryFacilities', json_array(), 'transferred', json('false'),
      'nin', null, 'nhiaNumber', null, 'consents', json_array())
  from enrollees_before order by rowid;
drop table enrollees_before;

-- A list stands in the order of member ids, which keeps families together; a filter on top of a client or a plan is
-- answered from the index alone.
create index enrollees_of_principal on enrollees (principal_id);
create index enrollees_of_client on enrollees (client_code, member_id, plan_code, next_plan, next_plan_from, cover_from, cover_to, suspended_from, suspended_to);
create index enrollees_of_plan on enrollees (plan_code, member_id, next_plan_from, cover_from, cover_to, suspended_from, suspended_to);
create index enrollees_moving on enrollees (next_plan, member_id) where next_plan is not null;
-- by state alone the list stands in the order of the day it began
create index enrollees_beginning on enrollees (cover_from, member_id);
create index enrollees_ended on enrollees (cover_to, member_id) where cover_to is not null;
create index enrollees_suspended on enrollees (suspended_from, member_id) where suspended_from is not null;
create index enrollees_phone on enrollees (phone_key) where phone_key is not null;

create virtual table enrollees_text using fts5 (member_id, first_name, last_name, content = 'enrollees', content_rowid = 'n', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
insert into enrollees_text (enrollees_text) values ('rebuild');
create trigger enrollees_text_insert after insert on enrollees begin
  insert into enrollees_text (rowid, member_id, first_name, last_name) values (new.n, new.member_id, new.first_name, new.last_name);
end;
create trigger enrollees_text_update after update of member_id, first_name, last_name on enrollees
  when old.first_name is not new.first_name or old.last_name is not new.last_name or old.member_id is not new.member_id begin
  insert into enrollees_text (enrollees_text, rowid, member_id, first_name, last_name) values ('delete', old.n, old.member_id, old.first_name, old.last_name);
  insert into enrollees_text (rowid, member_id, first_name, last_name) values (new.n, new.member_id, new.first_name, new.last_name);
end;
