import { ScissorOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldWords } from '../form/form-errors.ts'
import { api, isStale, newKey, problemOf } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { acts, type DraftsChanged, useFresh } from './acts.ts'
import { Conflict } from './conflict.tsx'
import { DraftFields } from './draft-fields.tsx'
import { cleaned, differs, EDIT_FIELDS, editOf, rebase } from './edit.ts'
import { type Directive, type Draft, type DraftEdit, doubtsOf, isSuggested, isSuggestion } from './queries.ts'

/** Another reviewer saved the same draft: their current version. */
interface Clash {
  other: Draft
}

/** Edits one draft, or a new one that starts from selected text. Typed text survives every refusal. */
export function DraftDrawer({
  directive,
  draft,
  initial,
  onClose,
}: {
  directive: Directive
  draft: Draft | undefined
  initial: DraftEdit | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const fresh = useFresh(directive.id)
  const fieldWords = useFieldWords()
  const [seen, setSeen] = useState(draft)
  const [edit, setEdit] = useState<DraftEdit | undefined>(draft ? editOf(draft) : initial)
  const [clash, setClash] = useState<Clash>()
  const [key] = useState(newKey)
  const top = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLTextAreaElement | null>(null)
  const base = seen ? editOf(seen) : undefined
  const isChanged =
    edit !== undefined && (base === undefined || EDIT_FIELDS.some((field) => differs(base, edit, field)))

  const saving = useMutation({
    mutationFn: async ({ on, body }: { on: Draft | undefined; body: DraftEdit }): Promise<DraftsChanged> =>
      on ? acts.save(directive.id, on, cleaned(body)) : acts.add(directive.id, cleaned(body), key),
    onError: async (error) => {
      if (!seen || !isStale(problemOf(error))) return
      const now = await answer(api.GET('/api/directives/{id}', { params: { path: { id: directive.id } } }))
      const other = now.drafts.find(({ id }) => id === seen.id)
      if (other) setClash({ other })
    },
  })
  const splitting = useMutation({
    mutationFn: ({ on, at }: { on: Pick<Draft, 'id' | 'version'>; at: number }) => acts.split(directive.id, on, at),
  })
  const failed = saving.error ?? splitting.error
  useEffect(() => {
    if (failed || clash) top.current?.scrollIntoView({ block: 'nearest' })
  }, [failed, clash])
  if (!edit) return null

  const change = (part: Partial<DraftEdit>) => setEdit((before) => (before ? { ...before, ...part } : before))
  const save = (on = seen, body = edit) =>
    saving.mutate(
      { on, body },
      {
        onSuccess: async (changed) => {
          message.success(t('directives.saved'))
          onClose()
          await fresh(changed)
        },
      },
    )
  const split = async () => {
    const at = content.current?.selectionStart ?? 0
    if (!seen || at <= 0 || at >= edit.content.length) {
      message.info(t('directives.splitWhere'))
      content.current?.focus()
      return
    }
    try {
      // The cut is an offset in the saved content, so typed text is saved first.
      const kept = isChanged
        ? (await saving.mutateAsync({ on: seen, body: edit })).drafts.find(({ id }) => id === seen.id)
        : seen
      const changed = await splitting.mutateAsync({ on: kept ?? seen, at })
      message.success(t('directives.didSplit'))
      onClose()
      await fresh(changed)
    } catch {
      // The two mutations show it above the form.
    }
  }
  const close = () => {
    if (!isChanged || !seen) return onClose()
    modal.confirm({
      title: t('directives.leaveTitle'),
      content: t('directives.leaveWords'),
      okText: t('directives.leave'),
      cancelText: t('directives.stay'),
      onOk: onClose,
    })
  }
  const error = clash ? undefined : failed
  const errors = new Map(error ? problemOf(error).fields.map((one) => [one.path, fieldWords(one)]) : [])
  return (
    <Drawer
      open
      onClose={close}
      size={640}
      // The document stays visible and usable next to the form.
      mask={false}
      title={draft ? t('directives.editTitle', { ref: draft.ref }) : t('directives.addTitle')}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="row spread">
          <span className="row">
            <Button
              type="primary"
              onClick={() => save()}
              loading={saving.isPending}
              // Saving a suggestion as it is takes it over.
              disabled={clash !== undefined || !(isChanged || (seen && isSuggested(seen)))}
              data-testid="save-draft"
            >
              {t(draft ? 'shell.save' : 'directives.add')}
            </Button>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </span>
          {seen ? (
            <Button
              icon={<ScissorOutlined />}
              onClick={split}
              loading={splitting.isPending}
              title={t('directives.splitHint')}
            >
              {t('directives.split')}
            </Button>
          ) : null}
        </div>
      }
    >
      <div className="stack draft-form" lang="vi">
        <div ref={top} />
        {clash && base ? (
          <Conflict
            base={base}
            mine={edit}
            other={clash.other}
            onKeepMine={() => {
              const merged = rebase(base, edit, editOf(clash.other))
              setSeen(clash.other)
              setEdit(merged)
              setClash(undefined)
              save(clash.other, merged)
            }}
            onTakeOther={() => {
              setSeen(clash.other)
              setEdit(editOf(clash.other))
              setClash(undefined)
              saving.reset()
            }}
          />
        ) : null}
        {error ? <ProblemNote error={error} /> : null}
        {seen?.warnings.filter(isSuggestion).map(({ message: words }) => (
          <p key={words} className="doubt-words">
            {words} {t('directives.savedIsTakenOver')}
          </p>
        ))}
        {(seen ? doubtsOf(seen) : [])
          .filter((doubt) => !isSuggestion(doubt))
          .map(({ message: words }) => (
            <p key={words} className="doubt-words">
              {words}
            </p>
          ))}
        <DraftFields
          edit={edit}
          matched={seen?.parties ?? []}
          on={directive.issuedOn ?? undefined}
          errors={errors}
          contentHint={seen ? t('directives.splitHint') : undefined}
          content={content}
          onChange={change}
        />
      </div>
    </Drawer>
  )
}
