-- What people saved of the queue's filters: one row a person.
create table queue_views (
  account_id text primary key,
  -- JSON: [{ id, name, query }], in the order of their tabs
  views text not null,
  -- what the queue opens with
  default_id text
) without rowid;
