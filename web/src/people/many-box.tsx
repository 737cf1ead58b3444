import { answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { Rows } from '../list/rows.tsx'
import { PEOPLE_SHEET } from '../paths/people.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showNumber } from '../ui/format.ts'
import { type Added, type NewPerson, type PeopleSheetRow, previewPeople } from './many.ts'
import { refreshPeople } from './queries.ts'

/** Invites many people from a sheet: a template, what the filled-in sheet says row by row, then all that are right in one act. */
export function ManyBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const queries = useQueryClient()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const reading = useMutation({ mutationFn: previewPeople, onSuccess: () => setKey(crypto.randomUUID()) })
  const inviting = useMutation({
    mutationFn: (people: NewPerson[]) =>
      answer(api.POST('/api/people/many', { headers: { 'Idempotency-Key': key }, body: { people } })),
    onSuccess: () => refreshPeople(queries),
  })
  const rows = reading.data?.rows ?? []
  const right = rows.flatMap(({ person }) => person ?? [])
  const n = (count: number) => showNumber(count, language)
  const done = inviting.data?.people
  const pick = useFilePick({
    accept: '.xlsx',
    label: t('people.many.choose'),
    testId: 'people-file',
    onPick: ([file]) => {
      inviting.reset()
      reading.mutate(file)
    },
  })
  return (
    <Modal
      open
      title={t('people.many.title')}
      onCancel={onClose}
      // Links are shown only once: a click beside the box does not lose them.
      mask={{ closable: done === undefined }}
      keyboard={done === undefined}
      width={960}
      footer={
        <div className="row modal-foot">
          {done ? null : (
            <>
              <Button href={PEOPLE_SHEET} download>
                {t('people.many.template')}
              </Button>
              <Button type={rows.length > 0 ? 'default' : 'primary'} onClick={pick.open}>
                {t(rows.length > 0 ? 'people.many.other' : 'people.many.choose')}
              </Button>
              {rows.length > 0 ? (
                <Button
                  type="primary"
                  disabled={right.length === 0 || reading.isPending}
                  loading={inviting.isPending}
                  onClick={() => inviting.mutate(right)}
                >
                  {t('people.many.invite', { n: n(right.length) })}
                </Button>
              ) : null}
            </>
          )}
          <Button onClick={onClose}>
            {t(done?.some(({ invitation }) => invitation?.link) ? 'people.kept' : 'shell.close')}
          </Button>
        </div>
      }
    >
      {pick.input}
      <div className="stack">
        {reading.data || reading.isPending ? null : <p>{t('people.many.about')}</p>}
        {reading.isPending ? <Waiting lines={4} /> : null}
        {reading.error ? <ProblemNote error={reading.error} /> : null}
        {inviting.error ? <ProblemNote error={inviting.error} /> : null}
        {done ? <Done people={done} /> : null}
        {!done && !reading.isPending && rows.length > 0 ? (
          <>
            <p role="status" data-testid="people-found">
              {t('people.many.found', { right: n(right.length), wrong: n(rows.length - right.length) })}
            </p>
            <Preview rows={rows} />
          </>
        ) : null}
      </div>
    </Modal>
  )
}

function Preview({ rows }: { rows: readonly PeopleSheetRow[] }) {
  const { t } = useTranslation()
  const state = (row: PeopleSheetRow) =>
    row.errors.length === 0 ? (
      <span>{t('people.many.right')}</span>
    ) : (
      <ul className="plain">
        {row.errors.map(({ cell, message }) => (
          <li key={`${cell}${message}`} className="wrong">
            <strong>{t('people.many.cell', { cell })}</strong> {message}
          </li>
        ))}
      </ul>
    )
  return (
    <div className="people-many">
      <Rows
        rows={rows}
        caption={t('people.many.title')}
        keyOf={({ place }) => place}
        columns={[
          { key: 'place', title: t('people.many.place'), className: 'tabular', cell: ({ place }) => place },
          { key: 'name', title: t('people.fullName'), cell: ({ fullName }) => fullName },
          { key: 'email', title: t('people.email'), className: 'break', cell: ({ email }) => email },
          {
            key: 'post',
            title: t('people.posts'),
            cell: ({ title, agency, role }) => [title, agency, role].filter(Boolean).join(', '),
          },
          { key: 'state', title: t('people.status'), cell: state },
        ]}
        card={(row) => (
          <>
            <strong>
              {row.place}. {row.fullName}
            </strong>
            <p className="soft break">{row.email}</p>
            <p>{[row.title, row.agency, row.role].filter(Boolean).join(', ')}</p>
            {state(row)}
          </>
        )}
      />
    </div>
  )
}

/** Who was invited; where there is no mail, each link, and all of them to copy at once. */
function Done({ people }: { people: Added }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const links = people.flatMap(({ fullName, email, invitation }) =>
    invitation?.link ? [`${fullName}\t${email}\t${invitation.link}`] : [],
  )
  return (
    <>
      <Alert
        type={links.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t('people.many.done', { n: showNumber(people.length, language) })}
        description={
          links.length > 0 ? (
            <>
              <p>{t('people.many.linksOnce')}</p>
              <Typography.Text copyable={{ text: links.join('\n') }}>{t('people.many.copyAll')}</Typography.Text>
            </>
          ) : people.some(({ invitation }) => invitation === null) ? (
            t('people.many.before')
          ) : (
            t('people.many.mailed')
          )
        }
      />
      <ul className="plain people-many">
        {people.map(({ id, fullName, email, invitation }) => (
          <li key={id}>
            <strong>{fullName}</strong> <span className="soft break">{email}</span>
            {invitation?.link ? (
              <p>
                <Typography.Text copyable className="link-once">
                  {invitation.link}
                </Typography.Text>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
