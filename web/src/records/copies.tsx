import { useTranslation } from 'react-i18next'
import { copyFile } from '../paths/outgoing.ts'
import { showInstant } from '../ui/format.ts'
import type { Outgoing } from './outgoing-queries.ts'
import './copies.css'

/** The copies that were made of it. */
export function Copies({ copies }: { copies: Outgoing['copies'] }) {
  const { t } = useTranslation()
  if (copies.length === 0) return null
  return (
    <section className="panel" aria-labelledby="records-copies" data-testid="copies">
      <h2 id="records-copies">{t('outgoing.copy.title')}</h2>
      <ul className="plain">
        {copies.map(({ id, form, notation, madeAt, madeBy }) => (
          <li key={id}>
            <a href={copyFile(id)} className="tabular copies-file">
              {notation}
            </a>{' '}
            {t(`outgoing.copy.${form}`)}{' '}
            <span className="soft">
              (<span lang="vi">{madeBy}</span>, {showInstant(madeAt)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
