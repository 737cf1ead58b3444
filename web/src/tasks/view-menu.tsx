import { EyeOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskSearch } from '../paths/tasks.ts'
import { useMe } from '../shell/session.ts'
import { Labelled } from '../ui/labelled.tsx'
import { READY_VIEWS, readyView, removeView, savedViews, saveView, searchOfView } from './views.ts'

/** Named views: the built-in ones, and those this person saved. */
export function ViewMenu({ search }: { search: TaskSearch }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const [views, setViews] = useState(() => savedViews(me.userId))
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const open = (to: TaskSearch) => navigate({ to: '/nhiem-vu', search: to })
  const save = () => {
    if (name.trim() === '') return
    setViews(saveView(me.userId, name.trim(), search))
    setName('')
    setNaming(false)
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...READY_VIEWS.map((view) => ({
              key: view,
              label: t(`tasks.view.${view}`),
              onClick: () => open(readyView(view, search.asOf ?? me.today, me.agencyId)),
            })),
            ...(views.length > 0
              ? [
                  { type: 'divider' as const },
                  ...views.map((view) => ({
                    key: `own:${view.name}`,
                    label: view.name,
                    onClick: () => open(searchOfView(view)),
                  })),
                  {
                    key: 'remove',
                    label: t('tasks.removeView'),
                    children: views.map((view) => ({
                      key: `remove:${view.name}`,
                      label: view.name,
                      onClick: () => setViews(removeView(me.userId, view.name)),
                    })),
                  },
                ]
              : []),
            { type: 'divider' as const },
            { key: 'save', label: t('tasks.saveView'), onClick: () => setNaming(true) },
          ],
        }}
      >
        <Button icon={<EyeOutlined />}>{t('tasks.views')}</Button>
      </Dropdown>
      <Modal
        open={isNaming}
        title={t('tasks.saveView')}
        cancelText={t('shell.cancel')}
        okText={t('shell.save')}
        okButtonProps={{ disabled: name.trim() === '' }}
        onOk={save}
        onCancel={() => setNaming(false)}
      >
        <Labelled id="view-name" label={t('tasks.viewName')} hint={t('tasks.viewHint')}>
          <Input
            id="view-name"
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={save}
          />
        </Labelled>
      </Modal>
    </>
  )
}
