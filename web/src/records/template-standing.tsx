import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from './draft-pasted.ts'
import type { TemplateRow } from './outgoing-queries.ts'

/** Whether drafts begin with a template, and whether a newer text of it waits to be put in use. */
export function TemplateMark({ row: { used, latest } }: { row: TemplateRow }) {
  const { t } = useTranslation()
  if (used === null) return <span className="tag ref og-state">{t('outgoing.templates.unused')}</span>
  return (
    <>
      <span className="tag ref og-state og-out">{t('outgoing.templates.usedN', { n: used.number })}</span>
      {latest.number > used.number ? (
        <span className="soft"> {t('outgoing.templates.newer', { n: latest.number })}</span>
      ) : null}
    </>
  )
}

/** The words of a text with its fields marked. */
export function WithFields({ text }: { text: string }) {
  return text.split(/(\{[^{}\n]*\})/).map((piece, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and do not move.
      <span key={place} className="draft-field">
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={place}>{piece}</Fragment>
    ),
  )
}

/** The parts of a text as the editor shows them, to be read. */
export function PartsShown({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="draft-text template-text" lang="vi">
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is kept does not change.
        <PartShown key={place} part={part} />
      ))}
    </div>
  )
}

type Run = Extract<Part, { kind: 'paragraph' }>['runs'][number]
function RunShown({ run: { text, bold, italic } }: { run: Run }) {
  const words = <WithFields text={text} />
  const leaned = italic ? <em>{words}</em> : words
  return bold ? <strong>{leaned}</strong> : leaned
}
function PartShown({ part }: { part: Part }) {
  if (part.kind === 'heading') {
    const Tag = part.level === 1 ? 'h2' : 'h3'
    return (
      <Tag>
        <WithFields text={part.text} />
      </Tag>
    )
  }
  if (part.kind === 'centred')
    return (
      <p className="centred">
        <WithFields text={part.text} />
      </p>
    )
  if (part.kind === 'paragraph')
    return (
      <p>
        {part.runs.map((run, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <RunShown key={place} run={run} />
        ))}
      </p>
    )
  return (
    <div className="tableWrapper">
      <table>
        <thead>
          <tr>
            {part.columns.map(({ title }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <th key={place} scope="col">
                <WithFields text={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <tr key={place}>
              {row.map((run, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <td key={column} style={{ textAlign: part.columns[column]?.align ?? 'left' }}>
                  <RunShown run={run} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
