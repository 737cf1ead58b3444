import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROGRESS_SHEET } from '../paths/worklists.ts'
import { AlsoToday } from '../shell/landing.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Blank } from '../ui/blank.tsx'
import { RowActs } from './row-acts.tsx'
import { SheetBox } from './sheet-box.tsx'
import { WorkList } from './work-list.tsx'

/** The work of the agencies the user works for: the first page of users who carry out tasks. */
export function Desk() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/viec-cua-toi' })
  const navigate = useNavigate({ from: '/viec-cua-toi' })
  const [isBringing, setBringing] = useState(false)
  useTitle(t('nav.desk'))
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('nav.desk')}</h1>
          <p className="soft">{t('work.deskAbout', { agency: me.agencyName })}</p>
        </div>
        {mayDo(me, 'task.carryOut') ? (
          <div className="row screen-only">
            <Button icon={<DownloadOutlined />} href={PROGRESS_SHEET}>
              {t('progressSheet.take')}
            </Button>
            <Button icon={<UploadOutlined />} onClick={() => setBringing(true)}>
              {t('progressSheet.bring')}
            </Button>
          </div>
        ) : null}
      </div>
      {search.group === undefined ? <AlsoToday here="/viec-cua-toi" /> : null}
      <WorkList
        list="desk"
        path="/viec-cua-toi"
        search={search}
        blank={<Blank title={t('work.nothing')} hint={t('work.nothingHint')} />}
        actsOf={(row) => (
          <RowActs
            row={row}
            onOpen={(act) =>
              navigate({
                search: (before) => ({ ...before, task: row.taskId, act }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        )}
      />
      {isBringing ? <SheetBox onClose={() => setBringing(false)} /> : null}
    </div>
  )
}
