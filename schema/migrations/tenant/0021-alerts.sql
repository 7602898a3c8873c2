-- browsers in which a covered person agreed to be notified: one row a person
create table push_subscriptions (
  enrollee_id text primary key,
  -- JSON, schema/domain/notifications/browser.ts
  data text not null
) strict, without rowid;

-- what goes out by push, e-mail and text message: written with what it tells of, sent afterwards
create table sendings (
  id text primary key,
  state text not null,
  at integer not null,
  -- when it is tried next; null: it is sent, or given up
  next_at integer,
  -- JSON, schema/domain/notifications/sending.ts
  data text not null
) strict, without rowid;
create index sendings_waiting on sendings (next_at) where next_at is not null;
create index sendings_by_state on sendings (state, at);

-- alerts by whom they were put to
create index authorizations_alerted on authorizations (body ->> '$.alert.to', id) where body ->> '$.alert' is not null;
