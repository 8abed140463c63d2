-- The part of a register that the questions of bench/peers.ts are about. Days are numbers, as in the graph.
create table town (
  id text primary key,
  name text not null
);

create table organization (
  id text primary key,
  kind text not null,
  name text not null,
  sort_name text not null,
  existence text not null,
  founded int not null,
  town text references town
);

create table descent (
  id text primary key,
  predecessor text not null references organization,
  successor text not null references organization,
  mechanism text not null,
  continuity text[] not null,
  date text,
  date_earliest int not null,
  date_latest int not null,
  derived boolean not null,
  certainty text not null,
  citations text[] not null
);

-- Can be filtered by, though no index begins with it.
comment on column descent.derived is E'@behavior +filterBy';
