create index on organization (town, sort_name, id);
create index on organization (sort_name, id);
create index on descent (predecessor, date_earliest, id);
create index on descent (successor, date_earliest, id);

-- All that came out of an organization along links of some days, nearest first, each once.
create function organization_descendants(organization organization, first_day int default null, last_day int default null)
returns setof organization language sql stable as $$
  with recursive reached (id, depth) as (
    select organization.id, 0
    union
    select descent.successor, reached.depth + 1
    from reached join descent on descent.predecessor = reached.id
    where reached.depth < 25
      and (first_day is null or descent.date_latest >= first_day)
      and (last_day is null or descent.date_earliest <= last_day)
  ),
  nearest as (select id, min(depth) as depth from reached where depth > 0 group by id)
  select found.* from nearest join organization found using (id) order by nearest.depth, found.id
$$;

analyze;
