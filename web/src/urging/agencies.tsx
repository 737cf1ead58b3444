import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '../list/list.tsx'
import { api, newKey, problemOf } from '../shell/api.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { AgencyLedger, AgencyRows } from './agency-rows.tsx'
import { MadeList } from './bulk.tsx'
import { type AgencyFigure, type AgencyRow, agenciesQuery, type Made, refreshUrging } from './queries.ts'

/** Number of agencies the "worst" button selects, and of those shown before "show all". */
const WORST = 5
const SHOWN = 20

/** Agencies to urge, most overdue first; letters to the selected ones in one act. */
export function Agencies({ onLetters }: { onLetters: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const found = useQuery(agenciesQuery)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isWhole, setWhole] = useState(false)
  const [made, setMade] = useState<Made>()
  const [rows, setRows] = useState<AgencyFigure>()
  const [ledger, setLedger] = useState<{ id: number; name: string }>()
  const mayMake = mayDo(me, 'urge.prepare')
  const making = useMutation({
    mutationFn: (key: { 'Idempotency-Key': string }) =>
      answer(api.POST('/api/urging/letters', { headers: key, body: { agencyIds: [...chosen] } })),
    onSuccess: async (result) => {
      setMade(result)
      setChosen(new Set())
      await refreshUrging(queries)
    },
    onError: (error) => message.error(words(problemOf(error))),
  })
  const agencies = found.data?.agencies ?? []
  const free = agencies.filter(({ overdue, dueSoon, openLetterId }) => overdue + dueSoon > 0 && openLetterId === null)
  const worst = free.slice(0, WORST)
  const toggle = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section className="panel" aria-labelledby="agencies">
      <div className="row spread panel-head">
        <div>
          <h2 id="agencies">{t('urging.agenciesTitle')}</h2>
          <p className="soft">{t('urging.agenciesAbout')}</p>
        </div>
        {mayMake && agencies.length > 0 ? (
          <div className="row screen-only">
            <Button
              onClick={() => setChosen(new Set(worst.map(({ agencyId }) => agencyId)))}
              disabled={worst.length === 0}
              data-testid="choose-worst"
            >
              {t('urging.chooseWorst', { count: worst.length })}
            </Button>
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={making.isPending}
              onClick={() => making.mutate(newKey())}
              data-testid="make-letters"
            >
              {chosen.size > 0 ? t('urging.makeMany', { count: chosen.size }) : t('urging.make')}
            </Button>
          </div>
        ) : null}
      </div>
      <List
        query={found}
        rows={found.data?.agencies}
        blank={<Blank title={t('urging.agenciesNone')} hint={t('urging.agenciesNoneHint')} />}
        lines={8}
      >
        {(all) =>
          found.data ? (
            <BodyTable
              rows={isWhole ? all : all.slice(0, SHOWN)}
              data={found.data}
              chosen={mayMake ? chosen : undefined}
              onToggle={toggle}
              onRows={setRows}
              onLedger={setLedger}
            />
          ) : null
        }
      </List>
      {!isWhole && agencies.length > SHOWN ? (
        <Button type="link" className="screen-only" onClick={() => setWhole(true)}>
          {t('urging.showAll', { count: agencies.length })}
        </Button>
      ) : null}
      <AgencyRows about={rows} onClose={() => setRows(undefined)} />
      <AgencyLedger about={ledger} onClose={() => setLedger(undefined)} />
      <MadeList made={made} onClose={() => setMade(undefined)} onLetters={onLetters} />
    </section>
  )
}

function BodyTable({
  rows,
  data,
  chosen,
  onToggle,
  onRows,
  onLedger,
}: {
  rows: readonly AgencyRow[]
  data: { asOf: string; soonTo: string; silentDays: number }
  chosen: ReadonlySet<number> | undefined
  onToggle: (id: number, isChosen: boolean) => void
  onRows: (about: AgencyFigure) => void
  onLedger: (about: { id: number; name: string }) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const mayChoose = (agency: AgencyRow) => agency.overdue + agency.dueSoon > 0 && agency.openLetterId === null
  return (
    <ScrollBox label={t('urging.agenciesTitle')}>
      <table className="grid-table urging-due" data-testid="agencies">
        <thead>
          <tr>
            {chosen ? (
              <th scope="col" className="screen-only">
                <span className="unseen">{t('urging.chooseAll')}</span>
              </th>
            ) : null}
            <th scope="col">{t('urging.agency')}</th>
            <th scope="col" className="number">
              {t('urging.overdue')}
            </th>
            <th scope="col" className="number">
              {t('urging.mostDaysLate')}
            </th>
            <th scope="col" className="number">
              {t('urging.dueSoon', { day: showDay(data.soonTo) })}
            </th>
            <th scope="col" className="number">
              {t('urging.silent', { days: data.silentDays })}
            </th>
            <th scope="col" className="number">
              {t('urging.periodsMissing')}
            </th>
            <th scope="col" className="number">
              {t('urging.people')}
            </th>
            <th scope="col">{t('urging.lastLetter')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((agency) => (
            <tr key={agency.agencyId}>
              {chosen ? (
                <td className="screen-only">
                  <Checkbox
                    checked={chosen.has(agency.agencyId)}
                    disabled={!mayChoose(agency)}
                    onChange={({ target }) => onToggle(agency.agencyId, target.checked)}
                    aria-label={t('urging.choose', { name: agency.agencyName })}
                  />
                </td>
              ) : null}
              <th scope="row" lang="vi">
                {agency.agencyName}
                <Button
                  type="link"
                  size="small"
                  className="screen-only ledger-opener"
                  onClick={() => onLedger({ id: agency.agencyId, name: agency.agencyName })}
                  aria-label={`${t('urging.openLedger')}: ${agency.agencyName}`}
                >
                  {t('urging.openLedger')}
                </Button>
                {agency.proposed ? <span className="tag">{t('urging.proposed')}</span> : null}
              </th>
              <td className="number">
                {agency.overdue > 0 ? (
                  <Figure
                    rows={{ agencyId: agency.agencyId, standing: 'openOverdue', asOf: data.asOf }}
                    className="late"
                  >
                    {n(agency.overdue)}
                  </Figure>
                ) : (
                  '0'
                )}
              </td>
              <td className="number tabular">{agency.mostDaysLate > 0 ? n(agency.mostDaysLate) : '–'}</td>
              <td className="number">
                {agency.dueSoon > 0 ? (
                  <Figure
                    rows={{
                      agencyId: agency.agencyId,
                      standing: 'open',
                      dueFrom: data.asOf,
                      dueTo: data.soonTo,
                      asOf: data.asOf,
                    }}
                  >
                    {n(agency.dueSoon)}
                  </Figure>
                ) : (
                  '0'
                )}
              </td>
              <td className="number">
                <Opener value={agency.silent} onOpen={() => onRows(aboutOf(agency, 'silent'))} />
              </td>
              <td className="number">
                <Opener value={agency.periodsMissing} onOpen={() => onRows(aboutOf(agency, 'periodsMissing'))} />
              </td>
              <td className="number tabular">
                {agency.people > 0 ? n(agency.people) : <span className="tag warn">{t('urging.noRecipient')}</span>}
              </td>
              <td>
                {agency.openLetterId ? (
                  <Link to="/don-doc/$id" params={{ id: String(agency.openLetterId) }}>
                    {t('urging.openLetter')}
                  </Link>
                ) : agency.lastLetter ? (
                  <Link to="/don-doc/$id" params={{ id: String(agency.lastLetter.id) }} className="tabular">
                    <span className="nowrap">{agency.lastLetter.notation}</span>, {showDay(agency.lastLetter.issuedOn)}
                  </Link>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const aboutOf = (agency: AgencyRow, kind: AgencyFigure['kind']): AgencyFigure => ({
  id: agency.agencyId,
  name: agency.agencyName,
  kind,
})

/** A figure whose rows open in a dialog. */
function Opener({ value, onOpen }: { value: number; onOpen: () => void }) {
  const language = useLanguage()
  const shown = showNumber(value, language)
  if (value === 0) return <span className="tabular">0</span>
  return (
    <button type="button" className="figure tabular opener" onClick={onOpen}>
      {shown}
    </button>
  )
}
