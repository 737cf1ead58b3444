/** What was done with a document: its signatures, its route, its note sheet, its versions. */
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { versionFile } from '../paths/outgoing.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { differencesQuery, type Outgoing, type Step } from './outgoing-queries.ts'

/** Who signed, when and how surely; the seal; the issue. Nothing before the signature. */
export function Signatures({ one }: { one: Outgoing }) {
  const { t } = useTranslation()
  if (!one.signed) return null
  const { name, title, at, onBehalfOf } = one.signed
  return (
    <section className="panel" aria-labelledby="og-signed" data-testid="signatures">
      <h2 id="og-signed">{t('outgoing.signatures')}</h2>
      <dl className="facts">
        <Fact name={t('outgoing.signedBy')}>
          <span lang="vi">
            {name}, {title.replaceAll('\n', ', ')}
          </span>
          {onBehalfOf ? <span className="soft"> ({t('outgoing.onBehalf', { name: onBehalfOf })})</span> : null}
          <div className="soft">{showInstant(at)}</div>
        </Fact>
        {one.signings.map((signing) => (
          <Fact key={`${signing.what} ${signing.at}`} name={t(`outgoing.signing.${signing.what}`)}>
            {signing.level === null ? t('outgoing.noElectronic') : t('outgoing.level', { level: signing.level })}
            {signing.note ? <div className="soft">{signing.note}</div> : null}
            <div className="soft">
              <span lang="vi">{signing.by}</span>, {showInstant(signing.at)}
            </div>
          </Fact>
        ))}
        <Fact name={t('outgoing.sealedAt')}>
          {one.sealedAt ? showInstant(one.sealedAt) : <span className="soft">{t('outgoing.notYet')}</span>}
        </Fact>
        <Fact name={t('outgoing.issuedAt')}>
          {one.issuedAt ? showInstant(one.issuedAt) : <span className="soft">{t('outgoing.notYet')}</span>}
        </Fact>
      </dl>
    </section>
  )
}

/** The steps of the route, the present round first. */
export function Route({ one, onReplace }: { one: Outgoing; onReplace: ((stepId: number) => void) | undefined }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  if (one.steps.length === 0) return null
  const rounds = [...new Set(one.steps.map(({ round }) => round))].sort((a, b) => b - a)
  return (
    <section className="panel" aria-labelledby="og-route" data-testid="route">
      <h2 id="og-route">{t('outgoing.route')}</h2>
      {(isWhole ? rounds : rounds.slice(0, 1)).map((round) => (
        <div key={round}>
          {rounds.length > 1 ? <h3>{t('outgoing.round', { n: round })}</h3> : null}
          <ol className="plain og-steps">
            {one.steps
              .filter((step) => step.round === round)
              .map((step) => (
                <StepRow
                  key={step.id}
                  step={step}
                  onReplace={
                    onReplace && round === one.round && (step.state === 'open' || step.state === 'waiting')
                      ? onReplace
                      : undefined
                  }
                />
              ))}
          </ol>
        </div>
      ))}
      {rounds.length > 1 ? (
        <Button
          type="link"
          size="small"
          className="link-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('outgoing.lastRoundOnly') : t('outgoing.allRounds', { n: rounds.length })}
        </Button>
      ) : null}
    </section>
  )
}

function StepRow({ step, onReplace }: { step: Step; onReplace: ((stepId: number) => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <li className={`og-step og-step-${step.state}`} data-testid="route-step">
      <p>
        <strong lang="vi">{step.person.name}</strong>{' '}
        <span className="soft">
          {t(`outgoing.step.${step.kind}`)}
          {step.dueOn ? `, ${t('outgoing.dueOn')}: ${showDay(step.dueOn)}` : ''}
        </span>
      </p>
      <p>
        {wordsIf(`outgoing.stepState.${step.state}`) ?? step.state}
        {step.actedAt ? (
          <span className="soft">
            {' '}
            {step.actedBy && step.actedBy !== step.person.name ? <span lang="vi">{step.actedBy}, </span> : null}
            {showInstant(step.actedAt)}
            {step.versionSeen ? `, ${t('outgoing.versionN', { n: step.versionSeen })}` : ''}
          </span>
        ) : null}
      </p>
      {step.words ? (
        <p className="og-words" lang="vi">
          {step.words}
        </p>
      ) : null}
      {onReplace ? (
        <Button
          size="small"
          onClick={() => onReplace(step.id)}
          aria-label={`${t('outgoing.act.replaceStep')}: ${step.person.name}`}
        >
          {t('outgoing.act.replaceStep')}
        </Button>
      ) : null}
    </li>
  )
}

/** The note sheet (phiếu trình): every word that was said, in order, with the version it was said of. */
export function NoteSheet({ one }: { one: Outgoing }) {
  const { t } = useTranslation()
  if (one.notes.length === 0) return null
  return (
    <section className="panel" aria-labelledby="og-notes" data-testid="note-sheet">
      <h2 id="og-notes">{t('outgoing.noteSheet')}</h2>
      <ol className="plain og-notes">
        {one.notes.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sheet only grows.
          <li key={place}>
            <p>
              <strong>{wordsIf(`outgoing.noted.${line.act}`) ?? line.act}</strong>{' '}
              <span className="soft">
                <span lang="vi">{line.by}</span>, {showInstant(line.at)},{' '}
                {t('outgoing.versionN', { n: line.versionSeen })}
              </span>
            </p>
            {line.words ? (
              <p className="og-words" lang="vi">
                {line.words}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The versions of the text, and what changed between two of them. */
export function Versions({ one }: { one: Outgoing }) {
  const { t } = useTranslation()
  const latest = one.versions[0]?.number ?? 0
  const [to, setTo] = useState<number>()
  const [from, setFrom] = useState<number>()
  const [isOpen, setOpen] = useState(false)
  if (one.versions.length === 0) return null
  const [before, after] = [from ?? Math.max(1, latest - 1), to ?? latest]
  const options = one.versions.map(({ number }) => ({ value: number, label: t('outgoing.versionN', { n: number }) }))
  return (
    <section className="panel" aria-labelledby="og-versions" data-testid="versions">
      <h2 id="og-versions">{t('outgoing.versions')}</h2>
      <ul className="plain og-notes">
        {one.versions.map(({ number, madeAt, madeBy, note, hasFile }) => (
          <li key={number}>
            <p>
              <strong>{t('outgoing.versionN', { n: number })}</strong>{' '}
              <span className="soft">
                <span lang="vi">{madeBy}</span>, {showInstant(madeAt)}
              </span>
            </p>
            {note ? <p lang="vi">{note}</p> : null}
            {hasFile ? <a href={versionFile(one.id, number)}>{t('outgoing.takenFrom')}</a> : null}
          </li>
        ))}
      </ul>
      {one.versions.length > 1 ? (
        <>
          <div className="row og-compare">
            <Select aria-label={t('outgoing.compareFrom')} value={before} onChange={setFrom} options={options} />
            <span aria-hidden>→</span>
            <Select aria-label={t('outgoing.compareTo')} value={after} onChange={setTo} options={options} />
            <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} data-testid="compare">
              {isOpen ? t('outgoing.hideChanges') : t('outgoing.showChanges')}
            </Button>
          </div>
          {isOpen ? <Changes id={one.id} from={before} to={after} /> : null}
        </>
      ) : null}
    </section>
  )
}

function Changes({ id, from, to }: { id: number; from: number; to: number }) {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useQuery(differencesQuery(id, from, to))
  if (error) return <ProblemNote error={error} retry={refetch} />
  if (isPending) return <Waiting lines={4} />
  const changed = data.rows.filter(({ kind }) => kind !== 'same')
  if (changed.length === 0) return <p className="soft">{t('outgoing.noChanges')}</p>
  return (
    <ul className="plain og-changes" data-testid="changes">
      {changed.map(({ before, after }) => (
        <li key={`${before}|${after}`} lang="vi">
          {before === null ? null : <del>{before}</del>}
          {after === null ? null : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  )
}
