import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { type Endpoint, refreshWebhooks, type ShownSecret } from './webhook-queries.ts'

const OVERLAPS = [0, 1, 24, 72, 168]

interface Props {
  endpoint: Endpoint
  onEdit: () => void
  onShown: (shown: ShownSecret) => void
  onOpen: () => void
}

/** The acts on an endpoint. */
export function EndpointActs({ endpoint, onEdit, onShown, onOpen }: Props) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [isRenewing, setRenewing] = useState(false)
  const of = { params: { path: { id: endpoint.id } }, headers: ifMatch(endpoint.version) }
  const acting = useMutation({
    mutationFn: (act: 'pause' | 'resume' | 'remove') => {
      if (act === 'pause') return answer(api.POST('/api/webhooks/{id}/pause', of))
      if (act === 'resume') return answer(api.POST('/api/webhooks/{id}/resume', of))
      return answer(api.POST('/api/webhooks/{id}/remove', of))
    },
    onSuccess: () => message.success(t('webhooks.did')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshWebhooks(queries),
  })
  const isActive = endpoint.state === 'active'
  return (
    <div className="row">
      <Button size="small" type="primary" ghost onClick={onOpen} data-testid="webhook-open">
        {t('webhooks.open')}
      </Button>
      <Button size="small" onClick={onEdit}>
        {t('webhooks.edit')}
      </Button>
      <Button size="small" loading={acting.isPending} onClick={() => acting.mutate(isActive ? 'pause' : 'resume')}>
        {t(isActive ? 'webhooks.pause' : 'webhooks.resume')}
      </Button>
      <Button size="small" onClick={() => setRenewing(true)}>
        {t('webhooks.renew')}
      </Button>
      <Button
        size="small"
        danger
        onClick={() =>
          modal.confirm({
            title: t('webhooks.removeSure', { name: endpoint.name }),
            content: t('webhooks.removeAbout'),
            okText: t('webhooks.sure'),
            cancelText: t('shell.cancel'),
            onOk: () => acting.mutate('remove'),
          })
        }
      >
        {t('webhooks.remove')}
      </Button>
      <Renewal endpoint={endpoint} isOpen={isRenewing} onClose={() => setRenewing(false)} onShown={onShown} />
    </div>
  )
}

function Renewal({
  endpoint,
  isOpen,
  onClose,
  onShown,
}: {
  endpoint: Endpoint
  isOpen: boolean
  onClose: () => void
  onShown: (shown: ShownSecret) => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [overlapHours, setOverlap] = useState(24)
  const renewing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/webhooks/{id}/secret', {
          params: { path: { id: endpoint.id } },
          headers: ifMatch(endpoint.version),
          body: { overlapHours },
        }),
      ),
    onSuccess: async ({ secret }) => {
      onShown({ name: endpoint.name, secret })
      onClose()
      await refreshWebhooks(queries)
    },
  })
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('webhooks.renew')}
      okText={t('webhooks.sure')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ loading: renewing.isPending }}
      onOk={() => renewing.mutate()}
      destroyOnHidden
    >
      <p>{t('webhooks.renewAbout')}</p>
      <Labelled id="overlap" label={t('webhooks.overlap')}>
        <Select
          id="overlap"
          value={overlapHours}
          onChange={setOverlap}
          options={OVERLAPS.map((value) => ({
            value,
            label: value === 0 ? t('webhooks.overlapNone') : t('webhooks.overlapHours', { n: value }),
          }))}
          className="wide"
        />
      </Labelled>
      {renewing.error ? <ProblemNote error={renewing.error} /> : null}
    </Modal>
  )
}
