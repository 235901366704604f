--liquibase formatted sql

--changeset rapidcall:call-service-030-knowledge-folders
create table kb_folders (
  id           text primary key,
  workspace_id text not null,
  name         text not null check (name <> ''),
  parent_id    text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  unique (workspace_id, id),
  foreign key (workspace_id, parent_id) references kb_folders (workspace_id, id) on delete cascade
);
create index kb_folders_of_workspace on kb_folders (workspace_id, created_at desc);
create index kb_folders_in_folder on kb_folders (workspace_id, parent_id);

--changeset rapidcall:call-service-031-knowledge-docs
create table kb_docs (
  id              text primary key,
  workspace_id    text not null,
  folder_id       text not null,
  kind            text not null check (kind in ('text', 'pdf')),
  title           text not null,
  content_text    text not null,
  content_length  integer generated always as (char_length(content_text)) stored,
  source_filename text,
  mime            text,
  size_bytes      bigint check (size_bytes >= 0),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  foreign key (workspace_id, folder_id) references kb_folders (workspace_id, id) on delete cascade
);
create index kb_docs_of_folder on kb_docs (workspace_id, folder_id, created_at desc);

--changeset rapidcall:call-service-032-knowledge-passages
create table kb_passages (
  doc_id    text not null references kb_docs (id) on delete cascade,
  number    integer not null,
  folder_id text not null,
  begins_at integer not null,
  length    integer not null,
  words     tsvector not null,
  primary key (doc_id, number)
);
create index kb_passages_words on kb_passages using gin (words);
create index kb_passages_of_folder on kb_passages (folder_id);
comment on table kb_passages is 'what is searched: pieces of documents, for one tsvector cannot hold a whole long one';
comment on column kb_passages.begins_at is 'in characters of content_text, from 0';
comment on column kb_passages.words is 'cut and folded by the service; those of the title, weight A, lie in the first passage';
