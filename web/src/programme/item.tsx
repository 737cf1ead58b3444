import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { FORMS } from './acts.ts'
import { Chain } from './chain.tsx'
import { Annulments, Changes, Dues, Promises, Related, Steps, Submissions } from './item-parts.tsx'
import { type Item, type ItemAct, itemQuery } from './queries.ts'
import { ItemStanding } from './standing.tsx'
import './programme.css'

/** One entry on one page: its chain from clause to text, its due days, requests, submissions. */
export function ItemPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/chuong-trinh-cong-tac/$id' }).id)
  const found = useQuery(itemQuery(id))
  useTitle(found.data ? `${found.data.code} ${found.data.name}` : t('programme.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  return (
    <article className="page programme-page">
      {found.data ? <ItemView item={found.data} /> : <Waiting lines={12} />}
    </article>
  )
}

/** What is offered first, by where the entry stands. */
const LEADING: readonly ItemAct[] = ['decideChange', 'check', 'submit', 'consider', 'sign', 'issue']

function ItemView({ item }: { item: Item }) {
  const { t } = useTranslation()
  const { act: requested } = useSearch({ from: '/staff/chuong-trinh-cong-tac/$id' })
  const navigate = useNavigate({ from: '/chuong-trinh-cong-tac/$id' })
  const act = item.may.find((may) => may === requested)
  const open = (chosen: ItemAct | undefined) =>
    navigate({ search: chosen ? { act: chosen } : {}, replace: true, resetScroll: false })
  const ordered = (Object.keys(FORMS) as ItemAct[]).filter((may) => item.may.includes(may))
  // Some states are named by the same word as where the entry stands.
  const words = [t(`programme.state.${item.state}`), t(`programme.standing.${item.standing}`)]
  const saysMore = words[0]!.toLowerCase() !== words[1]!.toLowerCase()
  const leading = LEADING.find((may) => item.may.includes(may))
  return (
    <>
      <div className="page-head">
        <p className="screen-only">
          <Link to="/chuong-trinh-cong-tac" search={{ tab: 'list' }}>
            {t('programme.title')}
          </Link>
        </p>
        <h1 lang="vi">{asSentence(item.name)}</h1>
        <p className="soft">
          <span className="tabular">{item.code}</span> · <ItemStanding item={item} />
          {saysMore ? ` · ${t(`programme.state.${item.state}`)}` : null}
        </p>
      </div>
      {item.standing === 'owed' ? (
        <Alert
          type="error"
          showIcon
          title={t('programme.owedSince', { day: showDay(item.dueOn), n: item.daysLate ?? 0 })}
          description={
            item.recoverBy
              ? `${t('programme.promisedBy', { day: showDay(item.recoverBy) })}${item.promiseMoves > 0 ? ` ${t('programme.promisedAgain', { n: item.promiseMoves })}` : ''}`
              : t('programme.owedRemedy')
          }
          data-testid="owed-note"
        />
      ) : null}
      {item.carriedSince === null ? null : (
        <Alert type="warning" showIcon title={t('programme.carriedSince', { year: item.carriedSince })} />
      )}
      {ordered.length > 0 ? (
        <div className="row programme-acts screen-only">
          {ordered.map((may) => (
            <Button
              key={may}
              type={may === leading ? 'primary' : 'default'}
              onClick={() => open(may)}
              data-testid={`act-${may}`}
            >
              {t(`programme.act.${may}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <Chain item={item} />
      <div className="programme-grid">
        <div className="stack">
          <Submissions item={item} />
          <Dues item={item} />
          <Changes item={item} />
          <Annulments item={item} />
          <Promises item={item} />
          <Steps item={item} />
        </div>
        <aside className="stack" aria-label={t('programme.facts')}>
          <Facts item={item} />
          <Related item={item} />
        </aside>
      </div>
      <ActDrawer acts={FORMS} act={act} target={item} onClose={() => open(undefined)} />
    </>
  )
}

function Facts({ item }: { item: Item }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="item-facts">
      <h2 id="item-facts">{t('programme.facts')}</h2>
      <dl className="facts">
        <Fact name={t('programme.lead')} isBroad>
          <span lang="vi">{item.leadAgencyName}</span>
        </Fact>
        {item.coordinating.length > 0 ? (
          <Fact name={t('programme.coordinating')} isBroad>
            <span lang="vi">{item.coordinating.map(({ name }) => name).join('; ')}</span>
          </Fact>
        ) : null}
        <Fact name={t('programme.levelLabel')}>{t(`programme.level.${item.level}`)}</Fact>
        <Fact name={t('programme.textKind')}>{t(`programme.kindOf.${item.textKind}`)}</Fact>
        <Fact name={t('programme.inCharge')}>
          <span lang="vi">{item.inCharge ?? '–'}</span>
        </Fact>
        <Fact name={t('programme.due')}>{showDay(item.dueOn)}</Fact>
        <Fact name={t('programme.firstDue')}>{showDay(item.firstDueOn)}</Fact>
        <Fact name={t('programme.programmes')} isBroad>
          {item.programmes.map(({ id, title, carriedFrom }) => (
            <span key={id} lang="vi" className="programme-first">
              <Link to="/chuong-trinh-cong-tac" search={{ tab: 'list', programmeId: id }}>
                {title}
              </Link>
              {carriedFrom ? ` (${t('programme.carriedFrom', { title: carriedFrom })})` : ''}
            </span>
          ))}
        </Fact>
        {item.note ? (
          <Fact name={t('programme.note')} isBroad>
            <span lang="vi">{item.note}</span>
          </Fact>
        ) : null}
        <Fact name={t('programme.changed')} isBroad>
          {item.changedBy}, {showInstant(item.changedAt)}
        </Fact>
      </dl>
    </section>
  )
}
