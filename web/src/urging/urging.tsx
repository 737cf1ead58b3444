import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { URGING_TABS, type UrgingSearch } from '../paths/urging.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { EffectTab } from './effect.tsx'
import { LettersTab } from './letters.tsx'
import { RulesTab } from './rules.tsx'
import { TodayTab } from './today.tsx'
import './notices.css'
import './urging.css'

/** Agencies to urge, letters, rules and their effect. People of an agency see the letters to it. */
export function Urging() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/don-doc' })
  const navigate = useNavigate({ from: '/don-doc' })
  useTitle(t('urging.title'))
  const mayFollow = mayDo(me, 'urge.prepare') || mayDo(me, 'urge.sign') || mayDo(me, 'report.read')
  const tabs = mayFollow ? URGING_TABS : (['letters'] as const)
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0]
  const change = (changed: UrgingSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const content = {
    today: <TodayTab onLetters={() => navigate({ search: { tab: 'letters' } })} />,
    letters: <LettersTab search={search} onChange={change} />,
    rules: <RulesTab search={search} onChange={change} />,
    effect: <EffectTab search={search} onChange={change} />,
  }
  return (
    <div className="page urging-page">
      <div className="page-head">
        <h1>{t('urging.title')}</h1>
        <p className="soft">{t('urging.about')}</p>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => navigate({ search: { tab: URGING_TABS.find((one) => one === key) } })}
        items={tabs.map((key) => ({
          key,
          label: t(`urging.tabs.${key}`),
          children: tab === key ? content[key] : null,
        }))}
      />
    </div>
  )
}
