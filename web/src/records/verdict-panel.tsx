import type { Answer } from '@dieuhanh/client'
import { Button } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import './verdict.css'

type At = Answer<'/api/records/outgoing/{id}/verdict'>
/** What was found of the signatures of one file, wherever it is shown. */
export type FileVerdict = Omit<At, 'checkedAt'>
export type VerdictState = FileVerdict['state'] | 'unchecked'
type Signature = FileVerdict['signatures'][number]
type Finding = FileVerdict['findings'][number]

// The shapes differ without colour: a tick in a shield, a question, a cross, a bare line.
const SIGNS: Record<VerdictState, ReactNode> = {
  valid: <path d="M8 1 14 3v5c0 4-3 6-6 7-3-1-6-3-6-7V3ZM5 8l2.2 2.2L11 6" fill="none" />,
  unverifiable: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" />
      <path d="M6 6.3c0-2.6 4-2.6 4 0C10 8 8 7.8 8 9.6M8 11.6v.4" fill="none" />
    </>
  ),
  invalid: <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2ZM5.5 5.5l5 5M10.5 5.5l-5 5" fill="none" />,
  unsigned: <path d="M3 8h10" fill="none" />,
  unchecked: <path d="M3 8h2M7 8h2M11 8h2" fill="none" />,
}

/** The state of the signatures of a file: sign, colour and words. */
export function VerdictMark({ state }: { state: VerdictState }) {
  const { t } = useTranslation()
  return (
    <span className={`verdict-mark verdict-${state}`} data-testid="verdict-state">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" stroke="currentColor" strokeWidth="1.7">
        {SIGNS[state]}
      </svg>
      {t(`verdict.state.${state}`)}
    </span>
  )
}

/**
 * Who signed a file, for which agency, when, whether the certificate was good on that day, what is covered and what was written
 * after. `onAgain` is left out for readers who may not have it looked at again.
 */
export function VerdictPanel({
  verdict,
  checkedAt,
  fileName,
  onAgain,
  isChecking = false,
}: {
  /** Null: nobody has looked yet. */
  verdict: FileVerdict | null
  checkedAt: string | null
  /** Where several files are shown beside each other. */
  fileName?: string
  onAgain?: (() => void) | undefined
  isChecking?: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  const state: VerdictState = verdict?.state ?? 'unchecked'
  const whole = verdict === null ? [] : [...(verdict.problem ? [verdict.problem] : []), ...verdict.findings]
  return (
    <section className="panel verdict-panel" aria-labelledby={id} data-testid="verdict">
      <div className="row spread">
        <h2 id={id}>{t('verdict.title')}</h2>
        {onAgain ? (
          <Button size="small" loading={isChecking} onClick={onAgain} data-testid="verdict-again">
            {t('verdict.again')}
          </Button>
        ) : null}
      </div>
      {fileName ? <p lang="vi">{fileName}</p> : null}
      <p>
        <VerdictMark state={state} />
      </p>
      <p className="soft">
        {t(`verdict.meaning.${state}`)} {checkedAt ? t('verdict.checkedAt', { at: showInstant(checkedAt) }) : null}
      </p>
      <Findings list={whole} />
      {verdict && verdict.signatures.length > 0 ? (
        <ol className="verdict-list">
          {verdict.signatures.map((signature, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no other key, and their order is that of the file.
            <One key={place} signature={signature} />
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function One({ signature }: { signature: Signature }) {
  const { t } = useTranslation()
  const { holder, kind, state, level, lies } = signature
  const isStamp = kind === 'timeStamp'
  return (
    <li className={`verdict-one verdict-${state}`} data-testid="verdict-signature">
      <h3>
        <span lang="vi">{holder?.name ?? t('verdict.nobody')}</span>{' '}
        {isStamp ? <span className="tag">{t('verdict.stamp')}</span> : null}
      </h3>
      <p>
        <VerdictMark state={state} /> {level ? <span className="soft">{t('verdict.level', { level })}</span> : null}
      </p>
      <dl className="facts">
        {holder?.organization ? (
          <Fact name={t('verdict.for')}>
            <span lang="vi">{holder.organization}</span>
          </Fact>
        ) : null}
        <Fact name={t('verdict.at')}>{useTime(signature)}</Fact>
        {holder ? (
          <Fact name={t('verdict.certificate')}>
            {isGood(signature) ? <div>{t('verdict.certificateGood')}</div> : null}
            <div className="soft">
              {t('verdict.certificateOf', {
                issuer: holder.issuer,
                from: showInstant(holder.notBefore),
                to: showInstant(holder.notAfter),
              })}
            </div>
          </Fact>
        ) : null}
        <Fact name={t('verdict.covers')}>
          {useCovers(signature)}
          {lies ? <div className="soft">{t('verdict.lies', { name: lies })}</div> : null}
        </Fact>
      </dl>
      <Findings list={signature.findings} />
    </li>
  )
}

/** Nothing was found against the certificate; those who could not be asked leave a finding. */
const isGood = ({ findings, state }: Signature) =>
  state !== 'invalid' &&
  !findings.some(
    ({ code, weight }) =>
      (weight === 'error' || weight === 'doubt') && /^(certificate|chain|revocation|ocsp|crl)\./.test(code),
  )

function useTime({ kind, provenAt, claimedAt }: Signature): string {
  const { t } = useTranslation()
  if (provenAt) return t(kind === 'timeStamp' ? 'verdict.stamped' : 'verdict.proven', { at: showInstant(provenAt) })
  return claimedAt ? t('verdict.claimed', { at: showInstant(claimedAt) }) : t('verdict.noTime')
}

function useCovers({ covers, isWhole, format, lies, state }: Signature): string {
  const { t } = useTranslation()
  if (covers.length > 0)
    return t(format.startsWith('X') && lies === null ? 'verdict.coversPart' : 'verdict.coversFiles', {
      names: covers.join(', '),
    })
  if (isWhole) return t('verdict.coversAll')
  return t(format === 'PAdES' && state !== 'invalid' ? 'verdict.coversBefore' : 'verdict.coversUnknown')
}

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

function Findings({ list }: { list: readonly Finding[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (list.length === 0) return null
  return (
    <ul className="verdict-found" aria-label={t('verdict.found')}>
      {list.map((finding, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice, of two parts.
        <li key={`${finding.code} ${place}`} className={`verdict-weight-${finding.weight}`}>
          <strong>{t(`verdict.weight.${finding.weight}`)}:</strong>{' '}
          {finding[language].replace(INSTANT, (instant) => showInstant(instant))}
        </li>
      ))}
    </ul>
  )
}
