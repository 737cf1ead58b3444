import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { PROGRAMME_TABS, type ProgrammeSearch } from '../paths/programme.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { useNarrow } from '../ui/narrow.ts'
import { BoardTab } from './board.tsx'
import { DetailingTab } from './detailing.tsx'
import { LedgerTab } from './ledger.tsx'
import { ListTab } from './list-tab.tsx'
import { NewItem } from './new-item.tsx'
import { NewProgramme } from './new-programme.tsx'
import { PlansTab } from './plans.tsx'
import { PrintProgramme } from './print-programme.tsx'
import { ReadAnnex } from './read-annex.tsx'
import { WeekTab } from './week.tsx'
import './programme.css'

/** The Government's work programme: month board, list, debt, detailing texts, action plans, the week. */
export function ProgrammePage() {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const search = useSearch({ from: '/staff/chuong-trinh-cong-tac' })
  const navigate = useNavigate({ from: '/chuong-trinh-cong-tac' })
  useTitle(t('programme.title'))
  const tab = search.tab ?? 'board'
  const change = (changed: ProgrammeSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const choose = (key: string) => navigate({ search: { tab: PROGRAMME_TABS.find((one) => one === key) } })
  const open = (act: string | undefined) => change({ act })
  const content = {
    board: <BoardTab search={search} onChange={change} />,
    list: <ListTab search={search} onChange={change} />,
    ledger: <LedgerTab search={search} onChange={change} />,
    detailing: <DetailingTab search={search} onChange={change} />,
    plans: <PlansTab search={search} onChange={change} />,
    week: <WeekTab search={search} onChange={change} />,
  }
  const isKeeper = mayDo(me, 'programme.keep')
  return (
    <div className="page programme-page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('programme.title')}</h1>
          <p className="soft">{t('programme.about')}</p>
        </div>
        <div className="row screen-only">
          <Button onClick={() => open('print')}>{t('programme.print')}</Button>
          {isKeeper ? <Button onClick={() => open('import')}>{t('programme.import')}</Button> : null}
          {isKeeper ? <Button onClick={() => open('found')}>{t('programme.found')}</Button> : null}
          {isKeeper || mayDo(me, 'programme.register') ? (
            <Button type="primary" onClick={() => open('add')} data-testid="add-item">
              {isKeeper ? t('programme.add') : t('programme.register')}
            </Button>
          ) : null}
        </div>
      </div>
      {narrow ? (
        <>
          {/* Six tabs do not fit on a phone, and what hides the rest is not one for a screen reader. */}
          <Select
            aria-label={t('programme.tab')}
            className="wide programme-tab"
            value={tab}
            onChange={choose}
            options={PROGRAMME_TABS.map((value) => ({ value, label: t(`programme.tabs.${value}`) }))}
          />
          {content[tab]}
        </>
      ) : (
        <Tabs
          activeKey={tab}
          onChange={choose}
          items={PROGRAMME_TABS.map((key) => ({
            key,
            label: t(`programme.tabs.${key}`),
            children: tab === key ? content[key] : null,
          }))}
        />
      )}
      <NewItem isOpen={search.act === 'add'} onClose={() => open(undefined)} />
      <NewProgramme isOpen={search.act === 'found'} onClose={() => open(undefined)} />
      <PrintProgramme
        isOpen={search.act === 'print'}
        programmeId={search.programmeId}
        onClose={() => open(undefined)}
      />
      <ReadAnnex isOpen={search.act === 'import'} onClose={() => open(undefined)} />
    </div>
  )
}
