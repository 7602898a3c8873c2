-- how many links stand in each state: kept by the database itself, so that no list counts them
create table link_counts (
  state text primary key,
  links integer not null
) strict, without rowid;
create trigger links_counted after insert on links begin
  insert into link_counts (state, links) values (new.state, 1) on conflict do update set links = links + 1;
end;
create trigger links_recounted after update of state on links when old.state <> new.state begin
  update link_counts set links = links - 1 where state = old.state;
  insert into link_counts (state, links) values (new.state, 1) on conflict do update set links = links + 1;
end;
insert into link_counts (state, links) select state, count(*) from links group by state;
