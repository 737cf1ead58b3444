import { SearchOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { acts, type Choosable, choosableQuery, type Line, type Plan, refreshPlan } from './queries.ts'

/** The open tasks that go to a partial successor, picked one by one; for an abolished agency, who takes each. */
export function ChoicesDrawer({ plan, line, onClose }: { plan: Plan; line: Line | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const name = line?.newAgency?.name ?? (line?.new || t('reorganisation.receiver'))
  return (
    <Drawer
      open={line !== undefined}
      onClose={onClose}
      size={680}
      destroyOnHidden
      title={t('reorganisation.decideTitle', { name })}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {line ? <Choices plan={plan} line={line} name={name} /> : null}
    </Drawer>
  )
}

function Choices({ plan, line, name }: { plan: Plan; line: Line; name: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  // Tasks probably contain the words of the line's subject; the user can search for others.
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim()) || undefined
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [agencyId, setAgencyId] = useState<number>()
  const isAbolished = line.kind === 'abolished'
  const list = useInfiniteQuery(choosableQuery(plan.id, line.id, search))
  const choosing = useMutation({
    mutationFn: (isChosen: boolean) =>
      acts.choose(plan, {
        lineId: line.id,
        taskIds: [...picked],
        isChosen,
        ...(isAbolished && agencyId !== undefined ? { agencyId } : {}),
      }),
    onSuccess: () => setPicked(new Set()),
    onSettled: () => refreshPlan(queries, plan.id),
  })
  const toggle = (id: number, isOn: boolean) =>
    setPicked((before) => {
      const next = new Set(before)
      if (isOn) next.add(id)
      else next.delete(id)
      return next
    })
  const where = (row: Choosable) => {
    if (row.chosenLineId === null) return isAbolished ? t('reorganisation.undecided') : t('reorganisation.stays')
    if (row.chosenLineId !== line.id) return t('reorganisation.goesElsewhere')
    return t('reorganisation.goesTo', { name: row.chosenAgencyName ?? name })
  }
  return (
    <div className="stack">
      <p className="soft">{t(isAbolished ? 'reorganisation.decideAbolished' : 'reorganisation.decideHint')}</p>
      {line.subject ? (
        <p>
          {t('reorganisation.subject')}: <strong lang="vi">{line.subject}</strong>
        </p>
      ) : null}
      <Labelled id="choice-words" label={t('reorganisation.searchWords')}>
        <Input
          id="choice-words"
          prefix={<SearchOutlined />}
          value={typed}
          maxLength={200}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
        />
      </Labelled>
      {isAbolished ? (
        <Labelled id="choice-agency" label={t('reorganisation.receiver')}>
          <AgencySelect
            id="choice-agency"
            value={agencyId}
            onChange={setAgencyId}
            placeholder={t('reorganisation.pickAgency')}
          />
        </Labelled>
      ) : null}
      <div className="row">
        <Button
          type="primary"
          disabled={picked.size === 0 || (isAbolished && agencyId === undefined)}
          loading={choosing.isPending}
          onClick={() => choosing.mutate(true)}
        >
          {t('reorganisation.give', { n: picked.size })}
        </Button>
        {isAbolished ? null : (
          <Button disabled={picked.size === 0} onClick={() => choosing.mutate(false)}>
            {t('reorganisation.giveBack', { n: picked.size })}
          </Button>
        )}
      </div>
      {choosing.error ? <ProblemNote error={choosing.error} /> : null}
      <List query={list} rows={rowsOf(list.data)} blank={<p className="soft">{t('reorganisation.noRows')}</p>}>
        {(rows) => (
          <ul className="plain moved-tasks">
            {rows.map((row) => (
              <li key={row.id} className="row choice">
                <Checkbox
                  checked={picked.has(row.id)}
                  onChange={(event) => toggle(row.id, event.target.checked)}
                  aria-label={t('reorganisation.pick', { code: row.code })}
                />
                <div className="grow">
                  <p lang="vi">{row.title}</p>
                  <p className="soft tabular">
                    {[row.code, showDay(row.dueOn), where(row)].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </List>
    </div>
  )
}
