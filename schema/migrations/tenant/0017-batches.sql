-- claims of one pile that are decided together: what was judged, what was decided, what became of each
create table batches (
  id text primary key,
  facility_id text not null,
  month text not null,
  state text not null,
  prepared_at integer not null,
  -- JSON: the whole of it (schema/domain/piles/batch.ts)
  body text not null
) strict, without rowid;
create index batches_at_work on batches (state) where state = 'DECIDING';
create index batches_of_pile on batches (facility_id, month, prepared_at) where state <> 'PREPARED';
