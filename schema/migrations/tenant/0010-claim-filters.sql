-- what the queue is filtered and ranked by
alter table claims add column client_code text not null default '';
alter table claims add column plan_code text;
-- 0–100
alter table claims add column risk integer not null default 0;
