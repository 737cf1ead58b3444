import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { agenciesQuery } from '../form/agency-select.tsx'
import { wordsIf } from '../i18n/index.ts'
import { showDay, showInstant } from '../ui/format.ts'
import type { AuditRow } from './queries.ts'

/** What an act changed, field by field, and its further details. */
export function Content({ row }: { row: AuditRow }) {
  const { t } = useTranslation()
  const fieldName = fieldNameFor(row.subjectKind)
  const shown = useValueWords(fieldName)
  const [before, after] = [partsOf(row.before), partsOf(row.after)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const details = Object.entries(partsOf(row.detail)).filter(([, value]) => value !== null && value !== undefined)
  if (names.length === 0 && details.length === 0) return <p className="soft">{t('audit.nothingMore')}</p>
  return (
    <div className="audit-content">
      {names.length > 0 ? (
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const isChanged = JSON.stringify(before[name]) !== JSON.stringify(after[name])
              return (
                <tr key={name} className={isChanged ? undefined : 'soft'}>
                  <th scope="row">{fieldName(name)}</th>
                  <td>{shown(name, before[name])}</td>
                  <td>{isChanged ? <strong>{shown(name, after[name])}</strong> : shown(name, after[name])}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      {details.length > 0 ? (
        <>
          <h2 className="panel-part">{t('audit.detail')}</h2>
          <ul className="plain">
            {details.map(([name, value]) => (
              <li key={name}>
                {fieldName(name)}: {shown(name, value)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

type Words = (name: string, value: unknown) => string

/** People and tasks have fields of the same name with different meanings: the title of a post, of a task. */
function fieldNameFor(kind: string): (name: string) => string {
  const [own, other] = kind === 'person' || kind === 'role' ? ['audit.fields', 'logged'] : ['logged', 'audit.fields']
  return (name) => wordsIf(`${own}.${name}`) ?? wordsIf(`${other}.${name}`) ?? name
}

/** A record as its fields; any other value as one part without a name. */
function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { '': value }
}

/** Formats values: days and instants in local form, keys by their labels. */
function useValueWords(fieldName: (name: string) => string): Words {
  const { data } = useQuery(agenciesQuery(undefined))
  const words: Words = (name, value) => {
    if (value === null || value === undefined || value === '') return '–'
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((part) => words(name, part)).join('; ')
    if (typeof value === 'object') {
      return Object.entries(value)
        .map(([part, held]) => `${fieldName(part)}: ${words(part, held)}`)
        .join(', ')
    }
    if (typeof value === 'boolean') return wordsIf(value ? 'roles.yes' : 'roles.no') ?? String(value)
    if (/agencyIds?$/i.test(name)) return data?.agencies.find(({ id }) => id === value)?.name ?? String(value)
    const text = String(value)
    const known = name in KEYS ? wordsIf(`${KEYS[name as keyof typeof KEYS]}.${text}`) : undefined
    if (known !== undefined) return known
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text)
    return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? showInstant(text) : text
  }
  return words
}

/** Fields that hold a key, and the i18n path of its labels. */
const KEYS = {
  state: 'state',
  role: 'role',
  access: 'people.accessWords',
  kind: 'people.kinds',
  sees: 'roles.seesWords',
  rights: 'roles.rights',
  deadlineKind: 'deadlineKind',
} as const
