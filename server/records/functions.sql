-- Functions of documents of an office. Those that run with their owner's rights change what nobody else may.

create function records.erase_drafts(destroyed_case bigint) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare erased integer;
begin
  if not exists (select from records.case_file c where c.case_id = destroyed_case and c.state = 'destroyed') then
    raise exception 'case % is not destroyed', destroyed_case;
  end if;
  update records.document_version v set content = '{}'
  from records.case_item t
  where t.case_id = destroyed_case and t.outgoing_id = v.outgoing_id and v.content is not null
    and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id)
    -- Another case that has the document keeps its drafts.
    and not exists (
      select from records.case_item o join records.case_file k using (case_id)
      where o.outgoing_id = t.outgoing_id and k.state <> 'destroyed'
        and not exists (select from records.case_item_removal r where r.case_item_id = o.case_item_id));
  get diagnostics erased = row_count;
  return erased;
end
$$;
comment on function records.erase_drafts is 'Empties the texts of drafts of the documents in a case that was destroyed, where no other case has them. Returns how many.';

-- Likeness of subjects is asked of the index as high as it counts: at the usual threshold it would hand over most of a book.
create function records.alike(body bigint, subject text, most integer) returns table (incoming_id bigint, likeness real)
language sql stable set pg_trgm.similarity_threshold = 0.6 as $$
  select o.incoming_id, similarity(platform.fold(o.about), platform.fold(subject))
  from records.incoming o
  where o.agency_id = body and o.state not in ('refused', 'returned') and platform.fold(o.about) % platform.fold(subject)
  order by 2 desc, 1 desc limit most
$$;
comment on function records.alike is 'Documents that came to a body whose subject is like this one, the most alike first.';
