-- moves to another plan, each a row from when it is recorded: on its day the open codes of whoever moves are judged again
create table plan_moves (
  day text not null,
  enrollee_id text not null,
  -- 1: it has been gone through
  swept integer not null,
  primary key (day, enrollee_id)
) strict, without rowid;
create index plan_moves_waiting on plan_moves (day, enrollee_id) where swept = 0;
