import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Radio, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListSection } from '../list/list-page.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { sendForm } from '../shell/upload.ts'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { AddKey } from './add-key.tsx'
import { type Chosen, FileField, fileOf } from './fields.tsx'
import { type Key, keysQuery, refreshKeys } from './queries.ts'

/** Days before the end of a certificate from which its number is shown as a warning: the same as of the notice. */
const SOON = 30

/** On the user's own page: the keys with which they sign. */
export function MySignatures() {
  return <SigningKeys agencyId={undefined} />
}

/** On the page of an agency: its seals, for those who keep them and everyone else. */
export function AgencySeals({ agencyId }: { agencyId: number }) {
  return <SigningKeys agencyId={agencyId} />
}

type Doing = { act: 'add' } | { act: 'picture' | 'end'; key: Key } | undefined

function SigningKeys({ agencyId }: { agencyId: number | undefined }) {
  const { t } = useTranslation()
  const found = useQuery(keysQuery(agencyId))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const isSeal = agencyId !== undefined
  const keys = found.data
  return (
    <ListSection
      id="signing-keys"
      title={t(isSeal ? 'signingKeys.titleSeal' : 'signingKeys.title')}
      about={t(isSeal ? 'signingKeys.aboutSeal' : 'signingKeys.about')}
      acts={
        keys?.mayAdd ? (
          <Button onClick={() => setDoing({ act: 'add' })}>
            {t(isSeal ? 'signingKeys.addSeal' : 'signingKeys.add')}
          </Button>
        ) : null
      }
      query={found}
      rows={keys?.identities}
      blank={<p className="soft">{t(isSeal ? 'signingKeys.noneSeal' : 'signingKeys.none')}</p>}
      lines={2}
      after={
        keys ? (
          <>
            <AddKey keys={keys} agencyId={agencyId} isOpen={doing?.act === 'add'} onClose={close} />
            <SetPicture one={doing?.act === 'picture' ? doing.key : undefined} onClose={close} />
            <EndKey one={doing?.act === 'end' ? doing.key : undefined} onClose={close} />
          </>
        ) : null
      }
    >
      {(rows) => (
        <ul className="plain">
          {rows.map((row) => (
            <Row key={row.id} row={row} onDo={(act) => setDoing({ act, key: row })} />
          ))}
        </ul>
      )}
    </ListSection>
  )
}

function Row({ row, onDo }: { row: Key; onDo: (act: 'picture' | 'end') => void }) {
  const { t } = useTranslation()
  const isPast = row.state === 'over' || row.state === 'ended' || row.state === 'revoked'
  return (
    <li className={isPast ? 'post-row past' : 'post-row'} data-signing-key={row.id} data-state={row.state}>
      <div className="row spread">
        <span>
          <strong>{row.holder}</strong>{' '}
          <Tag color={row.state === 'inForce' ? 'green' : 'default'}>{t(`signingKeys.state.${row.state}`)}</Tag>
        </span>
        {row.mayKeep ? (
          <span className="row screen-only">
            <Button size="small" onClick={() => onDo('picture')}>
              {t('signingKeys.setPicture')}
            </Button>
            <Button size="small" danger onClick={() => onDo('end')}>
              {t('signingKeys.end')}
            </Button>
          </span>
        ) : null}
      </div>
      <p className="soft">
        {t(`signingKeys.kinds.${row.kind}`)}
        {row.place ? ` · ${row.place}` : ''}
        {row.asksPin ? ` · ${t('signingKeys.asksPin')}` : ''} ·{' '}
        {t('signingKeys.used', { from: showDay(row.from), to: showDay(row.to) })}
      </p>
      <dl className="facts">
        <Fact name={t('signingKeys.issuer')}>{row.issuer}</Fact>
        <Fact name={t('signingKeys.serial')}>
          <span className="tabular break">{row.serial}</span>
        </Fact>
        <Fact name={t('signingKeys.valid')}>
          {t('signingKeys.between', { from: showInstant(row.notBefore), to: showInstant(row.notAfter) })}
          {isPast ? null : <DaysLeft days={row.daysLeft} />}
        </Fact>
        <Fact name={t(row.agencyId === null ? 'signingKeys.picture' : 'signingKeys.pictureSeal')}>
          {row.hasPicture && row.mayKeep ? (
            <a href={`/api/signing-identities/${row.id}/picture`} download>
              {t('signingKeys.picture')}
            </a>
          ) : row.hasPicture ? (
            '✓'
          ) : (
            <span className="soft">{t('signingKeys.noPicture')}</span>
          )}
        </Fact>
      </dl>
      {row.endedAt ? (
        <p className="soft">
          {t('signingKeys.endedBy', {
            by: row.endedBy ?? '',
            at: showInstant(row.endedAt),
            reason: row.endReason ?? '',
          })}
        </p>
      ) : null}
    </li>
  )
}

function DaysLeft({ days }: { days: number }) {
  const language = useLanguage()
  const { t } = useTranslation()
  const words =
    days < 0
      ? t('signingKeys.over')
      : days === 0
        ? t('signingKeys.lastDay')
        : t('signingKeys.daysLeft', { n: showNumber(days, language) })
  return (
    <>
      {' · '}
      <span className={days <= SOON ? 'wrong' : 'soft'}>{words}</span>
    </>
  )
}

function SetPicture({ one, onClose }: { one: Key | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const name = t(one?.agencyId == null ? 'signingKeys.picture' : 'signingKeys.pictureSeal')
  return (
    <FormDrawer<{ file?: Chosen }, Key | undefined>
      title={one && `${t('signingKeys.setPicture')}: ${one.holder}`}
      act={t('signingKeys.setPicture')}
      hint={t('signingKeys.pictureHint')}
      did={t('signingKeys.didPicture')}
      on={one}
      send={({ file }, on, key) =>
        sendForm(`/api/signing-identities/${on?.id}/picture`, {}, fileOf(file), {
          ...key,
          ...ifMatch(on?.version ?? 0),
        })
      }
      refresh={() => refreshKeys(queries)}
      onClose={onClose}
    >
      {() => <FileField label={name} accept=".png" />}
    </FormDrawer>
  )
}

interface EndWords {
  kind: 'ended' | 'revoked'
  reason: string
}

function EndKey({ one, onClose }: { one: Key | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<EndWords, Key | undefined>
      title={one && t('signingKeys.endTitle', { holder: one.holder })}
      act={t('signingKeys.end')}
      isDanger
      hint={t('signingKeys.endHint')}
      did={t('signingKeys.didEnd')}
      initial={{ kind: 'ended' }}
      on={one}
      send={(body, on, key) =>
        answer(
          api.POST('/api/signing-identities/{id}/end', {
            params: { path: { id: on?.id ?? 0 } },
            headers: { ...key, ...ifMatch(on?.version ?? 0) },
            body,
          }),
        )
      }
      refresh={() => refreshKeys(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="kind" label={t('signingKeys.endKind')}>
            <Radio.Group
              className="stack"
              options={(['ended', 'revoked'] as const).map((value) => ({
                value,
                label: t(`signingKeys.endKinds.${value}`),
              }))}
            />
          </Field>
          <WordsField name="reason" label={t('signingKeys.reason')} rows={2} max={500} />
        </>
      )}
    </FormDrawer>
  )
}
