import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'
import { OFFERED } from './acts.ts'
import { actsQuery, type BulkAct, commonActs } from './bulk.ts'
import { BulkForm } from './bulk-form.tsx'
import './bulk.css'

/** Number of acts shown as buttons; the others are in a menu. */
const SHOWN = 3

interface Props {
  ids: readonly number[]
  onClear: () => void
  /** Acts may be done on them; else the bar only has what is passed to it. */
  mayAct?: boolean
  /** What can be done with them besides acts. */
  children?: ReactNode
}

/** The bar below a list with selected tasks: their number, and the acts that all of them allow. */
export function BulkBar({ ids, onClear, mayAct = true, children }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [act, setAct] = useState<BulkAct>()
  const found = useQuery({ ...actsQuery(ids), enabled: mayAct && ids.length > 0 })
  if (ids.length === 0) return null
  const acts = found.data ? commonActs(found.data, OFFERED) : []
  return (
    <section className="bulk-bar screen-only" aria-label={t('bulk.chosen', { n: ids.length })}>
      <strong data-testid="chosen" role="status">
        {t('bulk.chosen', { n: showNumber(ids.length, language) })}
      </strong>
      <div className="row">
        {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
        {found.data && acts.length === 0 ? <span>{t('bulk.noCommon')}</span> : null}
        {acts.slice(0, SHOWN).map((one, place) => (
          <Button key={one} type={place === 0 ? 'primary' : 'default'} onClick={() => setAct(one)}>
            {t(`act.${one}`)}
          </Button>
        ))}
        {acts.length > SHOWN ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: acts.slice(SHOWN).map((one) => ({ key: one, label: t(`act.${one}`), onClick: () => setAct(one) })),
            }}
          >
            <Button>{t('bulk.otherActs')}</Button>
          </Dropdown>
        ) : null}
        {children}
        <Button type="text" onClick={onClear}>
          {t('bulk.clear')}
        </Button>
      </div>
      {act && found.data ? (
        <BulkForm
          act={act}
          tasks={found.data}
          onClose={(isDone) => {
            setAct(undefined)
            if (isDone) onClear()
          }}
        />
      ) : null}
    </section>
  )
}
