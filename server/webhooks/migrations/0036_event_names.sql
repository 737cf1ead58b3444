-- Four events have new names; an endpoint that subscribed to an old one receives the event under its new name.
update webhooks.endpoint e
set events = array(
  select distinct case name
    when 'task.extensionAsked' then 'task.extensionRequested'
    when 'task.returnAsked' then 'task.returnRequested'
    when 'task.transferAsked' then 'task.transferRequested'
    when 'contribution.asked' then 'contribution.requested'
    else name
  end
  from unnest(e.events) as name
  order by 1)
where e.events && array['task.extensionAsked', 'task.returnAsked', 'task.transferAsked', 'contribution.asked'];
