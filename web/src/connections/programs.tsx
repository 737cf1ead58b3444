import { type Answer, answer, ifMatch } from '@dieuhanh/client'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { ProgramForm } from './program-form.tsx'

export type Program = Answer<'/api/clients'>['clients'][number]
/** Told once: how the program names itself. */
export interface Told {
  clientId: string
  secret: string
}

export const programsQuery = queryOptions({
  queryKey: ['clients'],
  queryFn: ({ signal }) => answer(api.GET('/api/clients', { signal })),
})

/** Programs of bodies that come in through the API, with what they may do and when they last did. */
export function Programs() {
  const { t } = useTranslation()
  const list = useQuery(programsQuery)
  const [edited, setEdited] = useState<Program | 'new'>()
  const [told, setTold] = useState<Told>()
  const narrow = useNarrow()
  const programs = list.data?.clients ?? []
  const acts = (program: Program) => <Acts program={program} onEdit={() => setEdited(program)} onTold={setTold} />
  return (
    <section className="panel" aria-labelledby="programs">
      <div className="row page-head">
        <h2 id="programs" className="grow">
          {t('programs.title')}
        </h2>
        <Button href="/api/docs/" target="_blank">
          {t('programs.docs')}
        </Button>
        <Button type="primary" onClick={() => setEdited('new')}>
          {t('programs.add')}
        </Button>
      </div>
      <p className="soft">{t('programs.about')}</p>
      {told ? <Secret told={told} onClose={() => setTold(undefined)} /> : null}
      {list.error ? <ProblemNote error={list.error} retry={list.refetch} /> : null}
      {narrow ? (
        <ul className="cards" aria-label={t('programs.title')}>
          {programs.map((program) => (
            <li key={program.clientId} className="card">
              <Named program={program} />
              <p className="soft">
                {program.agencyName} · <Scopes {...program} />
              </p>
              <p className="soft">
                <LastUse {...program} />
              </p>
              {acts(program)}
            </li>
          ))}
        </ul>
      ) : (
        <Table<Program>
          rowKey="clientId"
          size="small"
          pagination={false}
          loading={list.isPending}
          dataSource={programs}
          locale={{ emptyText: <span className="soft">{t('programs.none')}</span> }}
          columns={[
            { title: t('programs.name'), render: (_, program) => <Named program={program} /> },
            { title: t('programs.agency'), dataIndex: 'agencyName' },
            { title: t('programs.scopes'), render: (_, program) => <Scopes {...program} /> },
            { title: t('programs.perMinute'), dataIndex: 'perMinute', align: 'right', className: 'figures' },
            { title: t('programs.usedAt'), render: (_, program) => <LastUse {...program} /> },
            { title: t('programs.acts'), render: (_, program) => acts(program) },
          ]}
        />
      )}
      {narrow && list.data && programs.length === 0 ? <p className="soft">{t('programs.none')}</p> : null}
      <ProgramForm
        program={edited === 'new' ? undefined : edited}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onTold={setTold}
      />
    </section>
  )
}

function Scopes({ scopes }: Program) {
  const { t } = useTranslation()
  return scopes.map((scope) => t(scope === 'tasks.read' ? 'programs.read' : 'programs.report')).join(', ')
}

function LastUse({ usedAt }: Program) {
  const { t } = useTranslation()
  return usedAt ? showInstant(usedAt) : t('programs.neverUsed')
}

function Named({ program: { name, clientId, revokedAt, purpose } }: { program: Program }) {
  const { t } = useTranslation()
  return (
    <>
      <strong>{name}</strong> {revokedAt ? <Tag>{t('programs.revoked', { at: showInstant(revokedAt) })}</Tag> : null}
      <br />
      <span className="soft">{clientId}</span>
      {purpose ? (
        <>
          <br />
          <span className="soft">{purpose}</span>
        </>
      ) : null}
    </>
  )
}

function Acts({ program, onEdit, onTold }: { program: Program; onEdit: () => void; onTold: (told: Told) => void }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const of = { params: { path: { clientId: program.clientId } }, headers: ifMatch(program.version) }
  const settle = {
    onError: (error: unknown) => message.error(words(problemOf(error)), 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  }
  const renewing = useMutation({
    mutationFn: () => answer(api.POST('/api/clients/{clientId}/secret', of)),
    onSuccess: onTold,
    ...settle,
  })
  const revoking = useMutation({
    mutationFn: () => answer(api.POST('/api/clients/{clientId}/revoke', of)),
    onSuccess: () => message.success(t('programs.didRevoke', { name: program.name })),
    ...settle,
  })
  if (program.revokedAt) return null
  const sure = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title, content, okText: t('programs.sure'), cancelText: t('shell.cancel'), onOk })
  return (
    <div className="row">
      <Button size="small" onClick={onEdit}>
        {t('programs.edit')}
      </Button>
      <Button
        size="small"
        loading={renewing.isPending}
        onClick={() => sure(t('programs.renew'), t('programs.renewAbout'), () => renewing.mutate())}
      >
        {t('programs.renew')}
      </Button>
      <Button
        size="small"
        danger
        loading={revoking.isPending}
        onClick={() =>
          sure(t('programs.revokeSure', { name: program.name }), t('programs.revokeAbout'), () => revoking.mutate())
        }
      >
        {t('programs.revoke')}
      </Button>
    </div>
  )
}

/** The only time the secret is seen. */
function Secret({ told, onClose }: { told: Told; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="panel" role="status">
      <p className="strong">{t('programs.secretOnce')}</p>
      <p>
        client_id: <Typography.Text copyable>{told.clientId}</Typography.Text>
        <br />
        client_secret: <Typography.Text copyable>{told.secret}</Typography.Text>
      </p>
      <Button onClick={onClose}>{t('programs.kept')}</Button>
    </div>
  )
}
