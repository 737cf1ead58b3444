import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { Sheet } from '../ui/sheet.tsx'
import { asksPin, useAskPin, useWhy } from './outgoing-act.tsx'
import { useKindName } from './outgoing-kinds.ts'
import { type OutgoingRow, previewQuery, refreshOutgoing } from './outgoing-queries.ts'

/** What waits for the reader's signature: each page beside its row, many signed in one act; on a phone one after another. */
export function SigningTray({ rows }: { rows: readonly OutgoingRow[] }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [shown, setShown] = useState<number>()
  const picked = rows.filter(({ id }) => chosen.has(id))
  const place = Math.max(
    0,
    rows.findIndex(({ id }) => id === shown),
  )
  const current = rows[place]!
  const toggle = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const foot = <SignMany picked={picked} onDone={() => setChosen(new Set())} />
  if (narrow)
    return (
      <section className="og-tray" aria-label={t('outgoing.list.toSign')}>
        <div className="row spread">
          <Button disabled={place === 0} onClick={() => setShown(rows[place - 1]!.id)}>
            {t('outgoing.previous')}
          </Button>
          <span className="tabular" aria-live="polite">
            {t('outgoing.oneOf', { place: place + 1, n: rows.length })}
          </span>
          <Button disabled={place === rows.length - 1} onClick={() => setShown(rows[place + 1]!.id)}>
            {t('outgoing.next')}
          </Button>
        </div>
        <TrayRow row={current} isChosen={chosen.has(current.id)} onToggle={toggle} />
        <Page row={current} />
        <div className="og-foot">{foot}</div>
      </section>
    )
  return (
    <section className="og-tray og-two" aria-label={t('outgoing.list.toSign')}>
      <div>
        <div className="row spread panel-head">
          <Checkbox
            checked={picked.length === rows.length}
            indeterminate={picked.length > 0 && picked.length < rows.length}
            onChange={({ target }) => setChosen(new Set(target.checked ? rows.map(({ id }) => id) : []))}
          >
            {t('outgoing.chooseAll')}
          </Checkbox>
          {foot}
        </div>
        <ul className="plain og-tray-rows">
          {rows.map((row) => (
            <li key={row.id} className={row.id === current.id ? 'og-shown' : undefined} data-row-box>
              <TrayRow row={row} isChosen={chosen.has(row.id)} onToggle={toggle} onShow={() => setShown(row.id)} />
            </li>
          ))}
        </ul>
      </div>
      <Page row={current} />
    </section>
  )
}

function TrayRow({
  row,
  isChosen,
  onToggle,
  onShow,
}: {
  row: OutgoingRow
  isChosen: boolean
  onToggle: (id: number, isChosen: boolean) => void
  onShow?: () => void
}) {
  const { t } = useTranslation()
  const kindName = useKindName()
  return (
    <div className="og-tray-row" data-testid="tray-row">
      <Checkbox
        checked={isChosen}
        onChange={({ target }) => onToggle(row.id, target.checked)}
        aria-label={t('outgoing.choose', { name: row.about })}
      />
      <div className="grow">
        <p lang="vi">
          <strong>{asSentence(row.about)}</strong>
          {row.isUrgent ? <span className="tag warn">{t('outgoing.urgent')}</span> : null}
        </p>
        <p className="soft" lang="vi">
          {kindName(row.kind)}; {row.drafter.name}, {row.unit.name}
          {row.dueOn ? `; ${t('outgoing.dueOn')}: ${showDay(row.dueOn)}` : ''}
        </p>
        <div className="row">
          {onShow ? (
            <Button size="small" onClick={onShow} aria-label={`${t('outgoing.showPage')}: ${row.about}`}>
              {t('outgoing.showPage')}
            </Button>
          ) : null}
          <Link to="/van-ban-di/$id" params={{ id: String(row.id) }} data-row>
            {t('outgoing.open')}
          </Link>
        </div>
      </div>
    </div>
  )
}

function Page({ row }: { row: OutgoingRow }) {
  const { t } = useTranslation()
  const page = useQuery(previewQuery(row.id, row.version))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls beside the list, by keys too.
    <section className="og-paper" tabIndex={0} aria-label={t('outgoing.previewOf', { name: row.about })}>
      {page.error ? <ProblemNote error={page.error} retry={page.refetch} /> : null}
      {page.isPending ? <Waiting lines={14} /> : null}
      {page.data ? <Sheet html={page.data} title={t('outgoing.previewOf', { name: row.about })} /> : null}
    </section>
  )
}

/** One act for all that are chosen; what was refused is said by name, with the reason. */
function SignMany({ picked, onDone }: { picked: readonly OutgoingRow[]; onDone: () => void }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const why = useWhy()
  const askPin = useAskPin()
  const signing = useMutation({
    mutationFn: async (documents: { id: number; version: number }[]) => {
      const send = (asked: typeof documents, pin?: string) =>
        answer(
          api.POST('/api/records/outgoing/sign', {
            body: { documents: asked, ...(pin === undefined ? {} : { pin }) },
          }),
        )
      const first = await send(documents)
      const unsigned = documents.filter(({ id }) => first.failed.some((one) => one.id === id && asksPin(one)))
      const pin = unsigned.length > 0 ? await askPin() : undefined
      if (pin === undefined) return first
      const second = await send(unsigned, pin)
      return {
        signed: [...first.signed, ...second.signed],
        failed: [...first.failed.filter((one) => !asksPin(one)), ...second.failed],
      }
    },
    onError: (error) => message.error(words(problemOf(error))),
    onSuccess: async ({ signed, failed }) => {
      onDone()
      const done = t('outgoing.signedMany', { count: signed.length })
      const content = (
        <>
          {signed.length > 0 ? <p className="tabular">{signed.map(({ notation }) => notation).join('; ')}</p> : null}
          {failed.length > 0 ? (
            <Alert
              type="warning"
              data-testid="sign-failed"
              title={t('outgoing.failedMany', { count: failed.length })}
              description={
                <ul className="plain">
                  {failed.map((one) => (
                    <li key={one.id}>
                      <span lang="vi">{one.about}</span>: {why(one)}
                    </li>
                  ))}
                </ul>
              }
            />
          ) : null}
        </>
      )
      if (failed.length === 0) modal.success({ title: done, content, okText: t('shell.close') })
      else modal.warning({ title: done, content, okText: t('shell.close') })
      await refreshOutgoing(queries)
    },
  })
  const sign = () =>
    modal.confirm({
      title: t('outgoing.sureSignMany', { count: picked.length }),
      content: (
        <>
          <ul className="plain">
            {picked.map(({ id, about }) => (
              <li key={id} lang="vi">
                {about}
              </li>
            ))}
          </ul>
          <p className="soft">{t('outgoing.sureHint.sign')}</p>
        </>
      ),
      okText: t('outgoing.signMany', { count: picked.length }),
      cancelText: t('shell.cancel'),
      onOk: () =>
        signing.mutateAsync(picked.map(({ id, version }) => ({ id, version }))).then(
          () => undefined,
          () => undefined,
        ),
    })
  return (
    <Button
      type="primary"
      disabled={picked.length === 0}
      loading={signing.isPending}
      onClick={sign}
      data-testid="sign-many"
    >
      {picked.length === 0 ? t('outgoing.signNone') : t('outgoing.signMany', { count: picked.length })}
    </Button>
  )
}
