import type { Finder } from '../platform/search.ts'
import { listFindings, listInspections } from './inspections.ts'
import { listRecommendations } from './recommendations.ts'

const all = (tab: string) => (words: string) => `/to-cong-tac?tab=${tab}&search=${encodeURIComponent(words)}`

/** Recommendations, inspections and findings by their words, with the search of their lists. */
export const taskforceFinders: readonly Finder[] = [
  {
    kind: 'recommendation',
    vi: 'Kiến nghị',
    en: 'Recommendations',
    all: all('recommendations'),
    async find({ db, actor, words, limit, today }) {
      const { rows } = await listRecommendations(db, actor, { search: words, limit }, today)
      return rows.map(({ id, words: title, agency }) => ({
        title,
        detail: agency.name,
        to: `/to-cong-tac/kien-nghi/${id}`,
      }))
    },
  },
  {
    kind: 'inspection',
    vi: 'Cuộc kiểm tra',
    en: 'Inspections',
    all: all('inspections'),
    async find({ db, actor, words, limit, today }) {
      const { rows } = await listInspections(db, actor, { search: words, limit }, today)
      return rows.map(({ id, title, agency, decision }) => ({
        title,
        detail: [decision, agency.name].filter(Boolean).join(' · '),
        to: `/to-cong-tac/kiem-tra/${id}`,
      }))
    },
  },
  {
    kind: 'finding',
    vi: 'Phát hiện',
    en: 'Findings',
    all: all('findings'),
    async find({ db, actor, words, limit, today }) {
      const { rows } = await listFindings(db, actor, { search: words, limit }, today)
      return rows.map(({ inspectionId, id, fact, agency }) => ({
        title: fact,
        detail: agency.name,
        to: `/to-cong-tac/kiem-tra/${inspectionId}?finding=${id}`,
      }))
    },
  },
]
