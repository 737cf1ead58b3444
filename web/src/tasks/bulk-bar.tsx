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
import type { UseUrge } from './urge.ts'
import './bulk.css'

/** Number of acts shown as buttons; the others are in a menu. */
const SHOWN = 3

interface Props {
  ids: readonly number[]
  onClear: () => void
  /** Acts may be done on them; else the bar only has what is passed to it. */
  mayAct?: boolean
  /** Letters about the selected tasks, where a feature above prepares them. */
  useUrge?: UseUrge
  /** What can be done with them besides acts. */
  children?: ReactNode
}
const noUrge = () => null

/** The bar below a list with selected tasks: their number, and the acts that all of them allow. */
export function BulkBar({ ids, onClear, mayAct = true, useUrge = noUrge, children }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [act, setAct] = useState<BulkAct>()
  const found = useQuery({ ...actsQuery(ids), enabled: mayAct && ids.length > 0 })
  const urging = useUrge()
  if (ids.length === 0) return null
  const acts = found.data ? commonActs(found.data, OFFERED) : []
  return (
    <section className="bulk-bar screen-only" aria-label={t('bulk.chosen', { n: ids.length })}>
      <strong data-testid="chosen" role="status">
        {t('bulk.chosen', { n: showNumber(ids.length, language) })}
      </strong>
      <div className="row">
        {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
        {found.data && acts.length === 0 && urging === null ? <span>{t('bulk.noCommon')}</span> : null}
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
        {urging && mayAct ? (
          <Button loading={urging.isUrging} onClick={() => urging.urge(ids)} data-testid="urge-chosen">
            {t('urging.urgeThese')}
          </Button>
        ) : null}
        {urging?.shown}
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
