import { ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { type OutgoingRow, type OutgoingState, refreshOutgoing } from './outgoing-queries.ts'

type Mood = 'draft' | 'waiting' | 'back' | 'out' | 'over'
const MOODS: Record<OutgoingState, Mood> = {
  drafting: 'draft',
  inReview: 'waiting',
  returned: 'back',
  initialled: 'waiting',
  forSignature: 'waiting',
  signed: 'out',
  sealed: 'out',
  issued: 'out',
  replaced: 'over',
  recalled: 'back',
  dropped: 'over',
}

/** Where a document is on its way. */
export function StateMark({ state }: { state: OutgoingState }) {
  const { t } = useTranslation()
  return (
    <span className={`tag ref og-state og-${MOODS[state]}`} data-testid="outgoing-state">
      {t(`outgoing.state.${state}`)}
    </span>
  )
}

/** Path and version of a document for a request. */
export const onOutgoing = ({ id, version }: Pick<OutgoingRow, 'id' | 'version'>) => ({
  params: { path: { id } },
  headers: ifMatch(version),
})

const ASKS_PIN = 'signing.pin_missing'

/** Asks for the PIN of a key that wants it each time; undefined if the reader gives none. It is kept nowhere. */
export function useAskPin(): () => Promise<string | undefined> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return useCallback(
    () =>
      new Promise((resolve) => {
        let pin = ''
        modal.confirm({
          title: t('outgoing.pin'),
          content: (
            <Input.Password
              autoFocus
              autoComplete="off"
              aria-label={t('outgoing.pin')}
              onChange={({ target }) => {
                pin = target.value
              }}
            />
          ),
          okText: t('outgoing.pinGive'),
          cancelText: t('shell.cancel'),
          onOk: () => resolve(pin || undefined),
          onCancel: () => resolve(undefined),
        })
      }),
    [modal, t],
  )
}
export const asksPin = ({ code }: { code: string }): boolean => code === ASKS_PIN

/** An act without fields: asks whether it is meant, then sends it. */
export function useSure(): (
  words: { title: string; ok: string; did: string; content?: string; isDanger?: boolean },
  send: (pin?: string) => Promise<unknown>,
) => void {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const askPin = useAskPin()
  const doing = useMutation({
    mutationFn: async (send: (pin?: string) => Promise<unknown>) => {
      try {
        return await send()
      } catch (error) {
        const pin = asksPin(problemOf(error)) ? await askPin() : undefined
        if (pin === undefined) throw error
        return send(pin)
      }
    },
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshOutgoing(queries),
  })
  return ({ title, ok, did, content, isDanger = false }, send) =>
    modal.confirm({
      title,
      ...(content === undefined ? {} : { content }),
      okText: ok,
      okButtonProps: { danger: isDanger },
      cancelText: t('shell.cancel'),
      onOk: () =>
        doing.mutateAsync(send).then(
          () => message.success(did),
          () => undefined,
        ),
    })
}

/** Why an act on one of several failed, in the language of the page; the server's sentence has the details. */
export function useWhy(): (failed: { code: string; message: string }) => string {
  const language = useLanguage()
  return ({ code, message }) =>
    language === 'vi' ? message : (wordsIf(`errors.${code.replaceAll('.', '_')}`) ?? message)
}
