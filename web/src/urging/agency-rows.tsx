import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List, rowsOf } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import { BulkBar } from '../tasks/index.ts'
import { showDay } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { LedgerList } from './ledger.tsx'
import { type AgencyFigure, agencyLedgerQuery, agencyTasksQuery } from './queries.ts'
import { useUrge } from './urge-tasks.tsx'

/** The tasks behind a figure of an agency that no filter of the task list covers. */
export function AgencyRows({ about, onClose }: { about: AgencyFigure | undefined; onClose: () => void }) {
  return (
    <Modal open={about !== undefined} title={about?.name} onCancel={onClose} footer={null} width={860}>
      {about ? <Tasks about={about} /> : null}
    </Modal>
  )
}

function Tasks({ about }: { about: AgencyFigure }) {
  const { t } = useTranslation()
  const found = useQuery(agencyTasksQuery(about))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const toggle = (id: number) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <List query={found} rows={found.data?.tasks} blank={null} lines={5}>
      {(tasks) => (
        <>
          <ScrollBox label={about.name} isTall>
            <Rows
              rows={tasks}
              caption={about.name}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'chosen',
                  title: <span className="unseen">{t('bulk.chooseAll')}</span>,
                  isOnScreenOnly: true,
                  cell: ({ id, code }) => (
                    <Checkbox
                      checked={chosen.has(id)}
                      aria-label={t('work.choose', { code })}
                      onChange={() => toggle(id)}
                    />
                  ),
                },
                {
                  key: 'task',
                  title: t('urging.task'),
                  isHead: true,
                  cell: ({ id, code, title }) => (
                    <>
                      <Link to="/nhiem-vu/$id" params={{ id: String(id) }} className="tabular">
                        {code}
                      </Link>{' '}
                      {title}
                    </>
                  ),
                },
                {
                  key: 'due',
                  title: t('urging.due'),
                  className: 'tabular',
                  cell: ({ dueOn }) => (dueOn ? showDay(dueOn) : '–'),
                },
                {
                  key: 'since',
                  title: t(about.kind === 'silent' ? 'urging.silentSince' : 'urging.periodDue'),
                  className: 'tabular',
                  cell: ({ heardOn, periods }) =>
                    about.kind === 'silent' ? showDay(heardOn) : periods.map(showDay).join(', '),
                },
              ]}
            />
          </ScrollBox>
          <BulkBar
            ids={tasks.flatMap(({ id }) => (chosen.has(id) ? [id] : []))}
            useUrge={useUrge}
            onClear={() => setChosen(new Set())}
          />
        </>
      )}
    </List>
  )
}

/** All urgings of an agency, by every sender and channel. */
export function AgencyLedger({
  about,
  onClose,
}: {
  about: { id: number; name: string } | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal
      open={about !== undefined}
      title={about ? t('urging.ledgerOf', { name: about.name }) : undefined}
      onCancel={onClose}
      footer={null}
      width={720}
    >
      {about ? <Ledger id={about.id} /> : null}
    </Modal>
  )
}

function Ledger({ id }: { id: number }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(agencyLedgerQuery(id))
  return (
    <ScrollBox label={t('urging.ledgerTitle')} isTall>
      <List
        query={found}
        rows={rowsOf(found.data)}
        blank={<p className="soft">{t('urging.agencyLedgerNone')}</p>}
        lines={5}
      >
        {(rows) => <LedgerList rows={rows} hasTask />}
      </List>
    </ScrollBox>
  )
}
