import { type RawBuilder, sql } from 'kysely'

/**
 * For a lateral join: the last look at the signatures of a file (`state`, `checked_at`, `verdicts`). `files`: the hashes of the files
 * that lie beside it, as `bytea[]`. A look at a file with its signatures beside it says more than one at the file alone.
 */
export const lastCheck = (sha256: RawBuilder<unknown>, files: RawBuilder<unknown>) => sql`lateral (
  select k.state, k.checked_at, k.verdicts from records.signature_check k
  where k.sha256 = ${sha256} and k.with_sha256 <@ ${files}
  order by cardinality(k.with_sha256) desc, k.checked_at desc limit 1)`

/** The files of an incoming document, for `lastCheck`. */
export const filesOfIncoming = (id: RawBuilder<unknown>) =>
  sql`(select array_agg(m.sha256) from records.incoming_file m where m.incoming_id = ${id})`
