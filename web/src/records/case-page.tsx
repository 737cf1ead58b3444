import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { Rows } from '../list/rows.tsx'
import { caseItemFilePath, casePaperPath } from '../paths/cases.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { CASE_FORMS, CaseActs, type CaseForm, HashText, useOpenCaseAct } from './case-acts.tsx'
import { type Case, type CaseItem, caseQuery } from './case-queries.ts'
import { CaseStanding, useRetentionWords } from './case-standing.tsx'
import { CaseVerdicts } from './verdict-of.tsx'
import './cases.css'

/** One case file: what is in it in order, what is missing, what was done with it. */
export function CasePage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban/ho-so/$id' }).id)
  const found = useQuery(caseQuery(id))
  useTitle(found.data?.title ?? t('cases.case'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  return <View one={found.data} />
}

function View({ one }: { one: Case }) {
  const { t } = useTranslation()
  const { act, item } = useSearch({ from: '/staff/van-ban/ho-so/$id' })
  const open = useOpenCaseAct()
  const retention = useRetentionWords()
  const may: CaseForm[] = one.may.flatMap((name): CaseForm[] => (name === 'add' ? ['addDocument', 'addFile'] : [name]))
  const forms: readonly CaseForm[] = one.may.includes('add') ? [...may, 'remove'] : may
  return (
    <article className="page case-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/van-ban/ho-so">{t('cases.title')}</Link>
        </p>
        <h1 lang="vi">
          {one.code ? <span className="tabular">{one.code} </span> : null}
          {one.title}
        </h1>
        <p>
          <CaseStanding one={one} />
        </p>
      </div>
      <CaseActs
        may={may}
        nameOf={(name) => t(`cases.act.${name}`)}
        onOpen={(name) => open({ act: name })}
        testId="case"
      />
      <Missing one={one} />
      <section className="panel" aria-labelledby="case-facts">
        <h2 id="case-facts">{t('cases.facts')}</h2>
        <dl className="facts columns">
          <Fact name={t('cases.field.unit')}>
            <span lang="vi">{one.unit.name}</span>
          </Fact>
          <Fact name={t('cases.field.keeper')}>
            <span lang="vi">{one.keeper.name}</span>
          </Fact>
          {one.fonds.id === one.agency.id ? null : (
            <Fact name={t('cases.field.fonds')}>
              <span lang="vi">{one.fonds.name}</span>
            </Fact>
          )}
          <Fact name={t('cases.field.retention')}>
            {retention(one)}{' '}
            <span className="soft" lang="vi">
              ({one.retention.name}; {one.retention.source})
            </span>
          </Fact>
          <Fact name={t('cases.field.openedOn')}>
            {showDay(one.openedOn)}, <span lang="vi">{one.openedBy}</span>
          </Fact>
          {one.endedOn ? <Fact name={t('cases.field.endedOn')}>{showDay(one.endedOn)}</Fact> : null}
          {one.dueOn ? <Fact name={t('cases.field.dueOn')}>{showDay(one.dueOn)}</Fact> : null}
          {one.keptUntil ? <Fact name={t('cases.field.keptUntil')}>{showDay(one.keptUntil)}</Fact> : null}
          {one.acceptedBy ? (
            <Fact name={t('cases.acceptedBy')}>
              <span lang="vi">{one.acceptedBy}</span>
            </Fact>
          ) : null}
        </dl>
      </section>
      {one.state === 'destroyed' ? <Remains one={one} /> : <Contents one={one} />}
      {one.state === 'destroyed' || one.contents.length === 0 ? null : <CaseVerdicts id={one.id} />}
      <HandOvers one={one} />
      <History one={one} />
      <ActDrawer
        acts={CASE_FORMS}
        act={forms.find((name) => name === act)}
        target={{ one, item: one.contents.find(({ id }) => id === item) }}
        onClose={() => open({})}
      />
    </article>
  )
}

/** What keeps an open case from being closed; of a closed one, the files whose signatures nobody vouches for. */
function Missing({ one: { missing, doubts, contents, state } }: { one: Case }) {
  const { t } = useTranslation()
  const nameOf = (itemId: number | null) => {
    const item = contents.find(({ id }) => id === itemId)
    return item ? `${item.number}. ${asSentence(item.title)}` : ''
  }
  if (missing.length > 0)
    return (
      <Alert
        type="info"
        showIcon
        className="form-note"
        title={t('cases.missing')}
        description={
          <ul>
            {missing.map(({ itemId, what }) => (
              <li key={`${itemId} ${what}`}>
                <span lang="vi">{nameOf(itemId)}</span> {t(`cases.gap.${what}`)}
              </li>
            ))}
          </ul>
        }
      />
    )
  if (doubts.length > 0 && state !== 'open')
    return (
      <Alert
        type="warning"
        showIcon
        className="form-note"
        title={t('cases.doubts', { count: doubts.length })}
        description={t('cases.doubtsHint')}
      />
    )
  return null
}

function Contents({ one }: { one: Case }) {
  const { t } = useTranslation()
  const open = useOpenCaseAct()
  const mayFill = one.may.includes('add')
  const remove = ({ id }: CaseItem) => (
    <Button size="small" onClick={() => open({ act: 'remove', item: id })} data-testid="remove-item">
      {t('cases.act.remove')}
    </Button>
  )
  return (
    <section className="panel" aria-labelledby="case-contents">
      <div className="row spread panel-head">
        <h2 id="case-contents" className="grow">
          {t('cases.contents', { count: one.contents.length })}
        </h2>
        {one.contents.length > 0 ? (
          <Button className="screen-only" href={casePaperPath(one.id)} data-testid="case-paper">
            {t('cases.paper')}
          </Button>
        ) : null}
      </div>
      {one.contents.length === 0 ? (
        <Blank title={t('cases.noItems')} hint={t('cases.noItemsHint')} />
      ) : (
        <Rows
          rows={one.contents}
          caption={t('cases.contents', { count: one.contents.length })}
          keyOf={({ id }) => id}
          testId="case-item"
          columns={[
            { key: 'number', title: t('cases.field.number'), isNumber: true, cell: ({ number }) => number },
            {
              key: 'notation',
              title: t('cases.field.notation'),
              cell: ({ notation }) => notation ?? '',
              className: 'tabular nowrap',
            },
            {
              key: 'on',
              title: t('cases.field.datedOn'),
              cell: ({ datedOn }) => (datedOn ? showDay(datedOn) : ''),
              className: 'tabular nowrap',
            },
            { key: 'author', title: t('cases.field.author'), cell: ({ author }) => <span lang="vi">{author}</span> },
            { key: 'title', title: t('cases.field.about'), cell: (item) => <ItemTitle item={item} />, isHead: true },
            { key: 'files', title: t('cases.files'), cell: (item) => <Files one={one} item={item} /> },
            ...(mayFill
              ? [
                  {
                    key: 'act',
                    title: <span className="unseen">{t('cases.act.remove')}</span>,
                    isOnScreenOnly: true,
                    cell: remove,
                  },
                ]
              : []),
          ]}
          card={(item) => (
            <>
              <p lang="vi">
                {item.number}. <ItemTitle item={item} />
              </p>
              <p className="soft" lang="vi">
                {[item.notation, item.datedOn && showDay(item.datedOn), item.author].filter(Boolean).join(' · ')}
              </p>
              <Files one={one} item={item} />
              {mayFill ? <div>{remove(item)}</div> : null}
            </>
          )}
        />
      )}
      {one.removed.length > 0 ? (
        <details>
          <summary>{t('cases.removed', { count: one.removed.length })}</summary>
          <ul>
            {one.removed.map(({ id, title, removed }) => (
              <li key={id} lang="vi">
                {title}: {removed!.reason}{' '}
                <span className="soft">
                  ({removed!.by}, {showInstant(removed!.at)})
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** What a document is about, with the way to it for those who may read it. */
function ItemTitle({ item: { kind, title, documentId, mayOpen } }: { item: CaseItem }) {
  const words = <span lang="vi">{asSentence(title)}</span>
  if (documentId === null || !mayOpen) return words
  return <PathLink to={`/${kind === 'incoming' ? 'van-ban-den' : 'van-ban-di'}/${documentId}`}>{words}</PathLink>
}

/** The files of an item with what is known of their signatures. A file of its own is downloaded here, a document where it is kept. */
function Files({ one, item }: { one: Case; item: CaseItem }) {
  const { t } = useTranslation()
  if (item.files.length === 0) return <span className="soft">{t('cases.noFile')}</span>
  return (
    <ul className="case-files">
      {item.files.map(({ name, sha256, verdict }) => (
        <li key={`${sha256} ${name}`}>
          {item.kind === 'file' && verdict !== 'gone' ? (
            <a href={caseItemFilePath(one.id, item.id)} lang="vi">
              {name}
            </a>
          ) : (
            <span lang="vi">{name}</span>
          )}{' '}
          <span className={verdict === 'valid' || verdict === 'unsigned' ? 'soft' : 'case-doubt'}>
            {t(`cases.verdict.${verdict}`)}
          </span>{' '}
          <HashText sha256={sha256} />
        </li>
      ))}
    </ul>
  )
}

/** What remains of a case that was destroyed. */
function Remains({ one }: { one: Case }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="case-remains">
      <h2 id="case-remains">{t('cases.remains')}</h2>
      <p className="soft">{t('cases.remainsHint')}</p>
      <ol>
        {one.remains.map(({ position, title, notation, datedOn, author, files }) => (
          <li key={position} lang="vi" data-testid="remains">
            {[notation, datedOn && showDay(datedOn), author, title].filter(Boolean).join(', ')}
            <ul className="case-files">
              {files.map(({ name, sha256, gone, keptFor }) => (
                <li key={`${sha256} ${name}`}>
                  {name} <HashText sha256={sha256} />{' '}
                  <span className="soft">
                    {gone ? t('cases.gone') : t(`cases.keptFor.${(keptFor ?? 'elsewhere') as 'elsewhere'}`)}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function HandOvers({ one: { handOvers, destructionId } }: { one: Case }) {
  const { t } = useTranslation()
  if (handOvers.length === 0 && destructionId === null) return null
  return (
    <section className="panel" aria-labelledby="case-hand-overs">
      <h2 id="case-hand-overs">{t('cases.archive')}</h2>
      <ul>
        {handOvers.map(({ id, offeredAt, offeredBy, isAccepted, reason }) => (
          <li key={id}>
            <Link to="/van-ban/luu-tru/giao-nop/$id" params={{ id: String(id) }}>
              {t('cases.handOverOf', { at: showInstant(offeredAt) })}
            </Link>{' '}
            <span className="soft" lang="vi">
              {offeredBy}
            </span>{' '}
            {isAccepted === null ? t('cases.handOverState.offered') : t(isAccepted ? 'cases.taken' : 'cases.sentBack')}
            {reason ? <span lang="vi">: {reason}</span> : null}
          </li>
        ))}
        {destructionId === null ? null : (
          <li>
            <Link to="/van-ban/luu-tru/huy/$id" params={{ id: String(destructionId) }}>
              {t('cases.destruction')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

function History({ one: { history } }: { one: Case }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="case-history">
      <h2 id="case-history">{t('cases.history')}</h2>
      <ol>
        {history.map(({ at, by, event, words }) => (
          <li key={`${at} ${event}`}>
            <span className="tabular">{showInstant(at)}</span> {t(`cases.event.${event.split('.')[1] as 'opened'}`)}{' '}
            <span className="soft" lang="vi">
              {by}
              {words ? `: ${words}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
