import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldWords } from '../form/form-errors.ts'
import { Rows } from '../list/rows.tsx'
import { orderFile } from '../paths/directives.ts'
import { newKey, problemOf } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { DraftFields } from './draft-fields.tsx'
import { blankDraft, cleaned } from './edit.ts'
import { addToOrder, type Order, orderQuery, refreshOrders } from './order-queries.ts'
import './directives.css'

/** An order given outside the system: its basis, and the tasks entered from it. */
export function OrderPage() {
  const { id } = useParams({ from: '/staff/chi-dao/$id' })
  const { t } = useTranslation()
  const found = useQuery(orderQuery(Number(id)))
  useTitle(found.data?.about ?? t('orders.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={8} />
      </div>
    )
  return <OrderView order={found.data} />
}

function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  return (
    <article className="page order-page">
      <div className="page-head">
        <p className="soft">
          <Link to="/chi-dao">{t('orders.title')}</Link>
        </p>
        <h1 lang="vi">{asSentence(order.about)}</h1>
      </div>
      <section className="panel" aria-labelledby="order-basis">
        <h2 id="order-basis">{t('orders.basis')}</h2>
        <dl className="facts">
          <Fact name={t('orders.form')}>{t(`orders.forms.${order.form}`)}</Fact>
          <Fact name={t('orders.givenBy')}>{order.givenBy}</Fact>
          <Fact name={t('orders.givenOn')}>{showDay(order.givenOn)}</Fact>
          {order.documentNumber ? (
            <Fact name={t('orders.document')}>
              {t('amendments.document', { number: order.documentNumber, day: showDay(order.documentOn) })}
            </Fact>
          ) : null}
          {order.fileName ? (
            <Fact name={t('orders.file')}>
              <a href={orderFile(order.id)}>{order.fileName}</a>
            </Fact>
          ) : null}
          <Fact name={t('orders.recorded')}>
            {order.recordedBy}, {showInstant(order.recordedAt)}
          </Fact>
        </dl>
      </section>
      <section className="panel" aria-labelledby="order-tasks">
        <div className="row spread panel-head">
          <h2 id="order-tasks">{t('orders.tasks')}</h2>
          {order.mayAdd && !isAdding ? (
            <Button icon={<PlusOutlined />} onClick={() => setAdding(true)} data-testid="add-task">
              {t('orders.addTask')}
            </Button>
          ) : null}
        </div>
        <Rows
          rows={order.tasks}
          caption={t('orders.tasks')}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: t('tasks.column.title'),
              isHead: true,
              cell: ({ id, code, title }) => (
                <>
                  <Link to="/nhiem-vu/$id" params={{ id: String(id) }}>
                    {asSentence(title)}
                  </Link>{' '}
                  <span className="soft tabular">{code}</span>
                </>
              ),
            },
            { key: 'lead', title: t('tasks.column.lead'), cell: ({ leadAgencyName }) => leadAgencyName },
            {
              key: 'due',
              title: t('tasks.column.dueOn'),
              className: 'tabular',
              cell: ({ dueOn }) => (dueOn ? showDay(dueOn) : '–'),
            },
            { key: 'state', title: t('tasks.column.state'), cell: ({ state }) => t(`state.${state}`) },
          ]}
        />
      </section>
      {isAdding ? <AddTask order={order} onClose={() => setAdding(false)} /> : null}
    </article>
  )
}

function AddTask({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const fieldWords = useFieldWords()
  const [edit, setEdit] = useState(blankDraft)
  const [key] = useState(newKey)
  const adding = useMutation({
    mutationFn: () => addToOrder(order.id, cleaned(edit), key),
    onSuccess: async () => {
      message.success(t('orders.didRecord'))
      await refreshOrders(queries)
      onClose()
    },
  })
  const errors = new Map(
    adding.error
      ? problemOf(adding.error).fields.map((one) => [one.path.replace(/^tasks\.0\./, ''), fieldWords(one)])
      : [],
  )
  return (
    <section className="panel" aria-labelledby="order-add">
      <h2 id="order-add">{t('orders.addTask')}</h2>
      {adding.error ? <ProblemNote error={adding.error} /> : null}
      <div className="stack draft-form">
        <DraftFields
          edit={edit}
          on={order.givenOn}
          errors={errors}
          onChange={(part) => setEdit((before) => ({ ...before, ...part }))}
        />
        <div className="row form-foot">
          <Button type="primary" loading={adding.isPending} onClick={() => adding.mutate()}>
            {t('orders.assign')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </div>
    </section>
  )
}
