import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { ListSection } from '../list/list-page.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { type HistoryEntry, historyQuery } from './queries.ts'

/** The log of every act on the task, newest first: who, when, before and after. */
export function History({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const history = useQuery(historyQuery(taskId))
  const entries = history.data && [...history.data.entries].reverse()
  return (
    <ListSection id="history" title={t('task.history')} query={history} rows={entries} blank={null} lines={4}>
      {(shown) => (
        <ol className="log">
          {shown.map((entry) => (
            <li key={entry.id}>
              <p>
                <strong>
                  <Event name={entry.event} />
                </strong>
              </p>
              <p className="soft tabular">
                {entry.actor}
                {entry.onBehalfOf ? ` (${t('people.onBehalfOf', { name: entry.onBehalfOf })})` : ''} ·{' '}
                {showInstant(entry.recordedAt)}
                {entry.happenedOn !== entry.recordedAt.slice(0, 10)
                  ? ` (${t('task.effective', { day: showDay(entry.happenedOn) })})`
                  : ''}
              </p>
              <Change entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </ListSection>
  )
}

/** The name of an act in the log. */
export function Event({ name }: { name: string }) {
  const { t } = useTranslation()
  return wordsIf(`event.${name.replace(/^task\./, '').replaceAll('.', '_')}`) ?? t('event.other', { name })
}

/** The changes and details of an entry, folded by default. */
function Change({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation()
  const shown = useChange()(entry)
  if (shown.length === 0) return null
  return (
    <details>
      <summary>{t('task.logChange')}</summary>
      <ul className="plain">
        {shown.map(({ name, line }) => (
          <li key={name}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** The lines of a change: "Hạn: 30/06/2021 → 30/07/2021", then the details. */
export function useChange(): (
  entry: Pick<HistoryEntry, 'before' | 'after' | 'detail'>,
) => { name: string; line: string }[] {
  // The texts are looked up by name; the hook re-renders the lines when the language changes.
  useTranslation()
  return linesOf
}

/** What a source states, in words: parties, deadlines and targets are lists. */
export function useStatedWords(): (name: string, value: unknown) => string {
  useTranslation()
  return statedWords
}

interface ListedParty {
  role: string
  name: string
  accountable: boolean
  scope: string | null
}
interface ListedDeadline {
  kind: string
  literal: string
  dueOn: string | null
}
interface ListedTarget {
  literal: string
}

function statedWords(name: string, value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  switch (name) {
    case 'parties':
      return (value as ListedParty[])
        .map(({ role, name: party, accountable, scope }) => {
          const part = wordsIf(`mark.${role}`) ?? role
          const more = [accountable ? wordsIf('task.accountable') : undefined, scope ?? undefined].filter(Boolean)
          return `${part}: ${party}${more.length > 0 ? ` (${more.join('; ')})` : ''}`
        })
        .join('; ')
    case 'deadlines':
      return (value as ListedDeadline[])
        .map(({ kind, literal, dueOn }) => {
          const day = dueOn === null ? (wordsIf(`deadlineKind.${kind}`) ?? kind) : showDay(dueOn)
          return literal === '' || literal === day ? day : `${literal} (${day})`
        })
        .join('; ')
    case 'targets':
      return (value as ListedTarget[]).map(({ literal }) => literal).join('; ')
    default:
      return ''
  }
}

const STATED_LISTS: ReadonlySet<string> = new Set(['parties', 'deadlines', 'targets'])

function linesOf(entry: Pick<HistoryEntry, 'before' | 'after' | 'detail'>): { name: string; line: string }[] {
  const before = recordOf(entry.before)
  const after = recordOf(entry.after)
  const detail = recordOf(entry.detail)
  const nameOf = (name: string) => wordsIf(`logged.${name}`) ?? name
  const shownValue = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (name === 'state') return wordsIf(`state.${value}`) ?? String(value)
    if (name === 'subtaskState') return wordsIf(`subtasks.subtaskState.${value}`) ?? String(value)
    if (name === 'cadence' || name === 'cutoff') return wordsIf(`subtasks.${name}.${value}`) ?? String(value)
    if (name === 'deadlineKind') return wordsIf(`deadlineKind.${value}`) ?? String(value)
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : value
    if (STATED_LISTS.has(name)) return statedWords(name, value) || '–'
    if (typeof value === 'object') return JSON.stringify(value)
    return String(value)
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      JSON.stringify(before[name]) !== JSON.stringify(after[name]) &&
      (STATED_LISTS.has(name) || (isPlain(before[name]) && isPlain(after[name]))),
  )
  const details = Object.entries(detail).filter(([, value]) => isPlain(value) && value !== null && value !== '')
  return [
    ...names.map((name) => ({
      name,
      line: `${nameOf(name)}: ${name in before ? `${shownValue(name, before[name])} → ` : ''}${shownValue(name, after[name])}`,
    })),
    ...details.map(([name, value]) => ({
      name: `detail:${name}`,
      line: `${nameOf(name)}: ${shownValue(name, value)}`,
    })),
  ]
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const isPlain = (value: unknown) => typeof value !== 'object' || value === null
