import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { showDay, showInstant } from '../ui/format.ts'
import type { AuditRow } from './queries.ts'

/** What an act changed, field by field, and what else was said with it. */
export function Content({ row }: { row: AuditRow }) {
  const { t } = useTranslation()
  const [before, after] = [partsOf(row.before), partsOf(row.after)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const said = Object.entries(partsOf(row.detail)).filter(([, value]) => value !== null && value !== undefined)
  if (names.length === 0 && said.length === 0) return <p className="soft">{t('audit.nothingMore')}</p>
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
                  <td>{shown(before[name])}</td>
                  <td>{isChanged ? <strong>{shown(after[name])}</strong> : shown(after[name])}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      {said.length > 0 ? (
        <>
          <h3 className="panel-part">{t('audit.detail')}</h3>
          <ul className="plain">
            {said.map(([name, value]) => (
              <li key={name}>
                {fieldName(name)}: {shown(value)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

const fieldName = (name: string): string => wordsIf(`logged.${name}`) ?? name

/** A record by its fields; anything else as one part without a name. */
function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { '': value }
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join('; ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, part]) => `${fieldName(name)}: ${shown(part)}`)
      .join(', ')
  }
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text)
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? showInstant(text) : text
}
