-- An annex may hold tables that are not read: the review says which, and why.
alter table programme.import add column unread text[] not null default '{}';
comment on column programme.import.unread is 'Tables of the file that hold no entries, each with its place and why.';
