import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { TASKFORCE_TABS, type TaskforceSearch, type TaskforceTab } from '../paths/taskforce.ts'
import { type Me, mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { AssessmentTab } from './assessment.tsx'
import { DialoguesTab } from './dialogues.tsx'
import { ForcesTab } from './forces.tsx'
import { FindingsTab, InspectionsTab } from './inspections.tsx'
import { MineTab } from './mine.tsx'
import { forcesQuery } from './queries.ts'
import { QuestionsTab } from './questions.tsx'
import { RecommendationsTab } from './recommendations.tsx'
import './taskforce.css'

/** The tabs whose first request the server answers: no door is shown that is refused, nor one behind which nothing can be. */
function tabsFor(me: Me, isMember: boolean): TaskforceTab[] {
  const isOffice = mayDo(me, 'taskforce.keep') || mayDo(me, 'inspection.lead') || mayDo(me, 'report.draft')
  const isAssessed = mayDo(me, 'taskforce.keep') || mayDo(me, 'inspection.lead') || mayDo(me, 'task.carryOut')
  const shown: Record<TaskforceTab, boolean> = {
    mine: me.followerId !== null,
    forces: isOffice || isMember,
    inspections: true,
    findings: true,
    recommendations: true,
    dialogues: isOffice || isMember,
    questions: true,
    assessment: isAssessed,
  }
  return TASKFORCE_TABS.filter((tab) => shown[tab])
}

/** The Task Force's work: for the office all of it, for an agency what concerns it. */
export function TaskforcePage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/to-cong-tac' })
  const navigate = useNavigate({ from: '/to-cong-tac' })
  useTitle(t('taskforce.title'))
  // Of those who do not see all, the server lists the task forces that they sit in.
  const forces = useQuery(forcesQuery)
  const tabs = tabsFor(me, (forces.data?.rows.length ?? 0) > 0)
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0]!
  const change = (changed: TaskforceSearch) =>
    navigate({ search: (before) => ({ ...before, tab, ...changed }), replace: true, resetScroll: false })
  const props = { search, onChange: change }
  const content: Record<TaskforceTab, () => React.ReactNode> = {
    mine: () => <MineTab />,
    forces: () => <ForcesTab {...props} />,
    inspections: () => <InspectionsTab {...props} />,
    findings: () => <FindingsTab {...props} />,
    recommendations: () => <RecommendationsTab {...props} />,
    dialogues: () => <DialoguesTab {...props} />,
    questions: () => <QuestionsTab {...props} />,
    assessment: () => <AssessmentTab {...props} />,
  }
  return (
    <div className="page tf-page">
      <div className="page-head">
        <h1>{t('taskforce.title')}</h1>
        <p className="soft">{t('taskforce.about')}</p>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => navigate({ search: { tab: TASKFORCE_TABS.find((one) => one === key) } })}
        items={tabs.map((key) => ({
          key,
          label: t(`taskforce.tabs.${key}`),
          children: tab === key ? content[key]() : null,
        }))}
      />
    </div>
  )
}
