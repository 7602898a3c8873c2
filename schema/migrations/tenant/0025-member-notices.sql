-- what covered people with a portal of their own are told, kept 90 days: numbers and states alone
create table member_notices (
  enrollee_id text not null,
  -- the journal's number
  seq integer not null,
  at integer not null,
  topic text not null,
  -- the number of the claim, request or visit; whose cover it is
  about text not null,
  what text not null,
  -- whose care or cover it is: their own, or a minor's
  person_id text not null
) strict;
create unique index member_notices_of on member_notices (enrollee_id, seq, topic, about);
create index member_notices_at on member_notices (at);
