import { answer, ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { filled } from './act.tsx'
import { type Programme, refreshProgramme } from './queries.ts'

interface Words {
  title: string
  actNumber?: string
  reason: string
}

/** The programme that the list shows: the act that issued it, and what its keeper may put right. */
export function ProgrammeLine({ programme, onRemoved }: { programme: Programme; onRemoved: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const [isOpen, setOpen] = useState(false)
  const { id, title, actNumber, actOn, version } = programme
  const about = { params: { path: { id } }, headers: ifMatch(version) }
  const remove = async () => {
    try {
      await answer(api.DELETE('/api/programme/programmes/{id}', about))
      message.success(t('programme.didRemove'))
      onRemoved()
    } catch (error) {
      message.error(words(problemOf(error)))
    } finally {
      await refreshProgramme(queries)
    }
  }
  return (
    <div className="row panel-head" data-testid="programme-line">
      <span lang="vi">
        <strong>{title}</strong>
        {actNumber && actOn ? ` · ${actNumber}, ${showDay(actOn)}` : ''}
      </span>
      {mayDo(me, 'programme.keep') ? (
        <span className="row screen-only">
          <Button size="small" onClick={() => setOpen(true)}>
            {t('programme.correctProgramme')}
          </Button>
          {programme.items === 0 ? (
            <Button
              size="small"
              danger
              onClick={() =>
                modal.confirm({
                  title: t('programme.removeProgramme'),
                  content: t('programme.removeSure', { title }),
                  okText: t('programme.removeProgramme'),
                  okButtonProps: { danger: true },
                  cancelText: t('shell.cancel'),
                  onOk: remove,
                })
              }
            >
              {t('programme.removeProgramme')}
            </Button>
          ) : null}
        </span>
      ) : null}
      <FormDrawer<Words>
        title={isOpen ? t('programme.correctProgramme') : undefined}
        initial={{ title, ...(actNumber ? { actNumber } : {}) }}
        did={t('programme.didCorrectProgramme')}
        send={(body) => answer(api.PATCH('/api/programme/programmes/{id}', { ...about, body: filled(body) }))}
        refresh={() => refreshProgramme(queries)}
        onClose={() => setOpen(false)}
      >
        {() => (
          <>
            <LineField name="title" label={t('programme.programmeTitle')} max={300} />
            {actNumber ? <LineField name="actNumber" label={t('programme.actNumber')} max={100} /> : null}
            <WordsField name="reason" label={t('programme.correctReason')} />
          </>
        )}
      </FormDrawer>
    </div>
  )
}
