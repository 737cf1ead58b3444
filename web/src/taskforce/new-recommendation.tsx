import { answer } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { RecommendationFields, recommendationWords } from './acts/recommendation.tsx'
import { type NewRecommendation, refreshTaskforce } from './queries.ts'

/** Drafts a recommendation, of its own or from a finding or question; then opens it. */
export function NewRecommendationDrawer({
  isOpen,
  source,
  agencyId,
  onClose,
}: {
  isOpen: boolean
  source: Pick<NewRecommendation, 'sourceKind' | 'sourceId' | 'taskForceId'>
  agencyId?: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <FormDrawer<Omit<NewRecommendation, 'sourceKind'>, undefined, { id: number }>
      title={isOpen ? t('taskforce.newRecommendation') : undefined}
      did={t('taskforce.did')}
      hint={t('taskforce.newRecommendationHint')}
      isWide
      {...(agencyId === undefined ? {} : { initial: { agencyId } })}
      send={(typed, _, key) =>
        answer(
          api.POST('/api/taskforce/recommendations', {
            headers: key,
            body: { ...recommendationWords(typed), ...source },
          }),
        )
      }
      refresh={() => refreshTaskforce(queries)}
      onDone={({ id }) => navigate({ to: '/to-cong-tac/kien-nghi/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => <RecommendationFields />}
    </FormDrawer>
  )
}
