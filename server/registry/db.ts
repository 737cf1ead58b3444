import type { Database } from '../platform/db.ts'

/** The tables this module owns; beside them it reads who signs in. */
export type RegistryDb = Pick<
  Database,
  | 'platform.user'
  | 'registry.agency'
  | 'registry.agency_period'
  | 'registry.agency_code'
  | 'registry.agency_alias'
  | 'registry.agency_card'
  | 'registry.agency_latest'
  | 'registry.succession'
  | 'registry.collective'
  | 'registry.calendar'
  | 'registry.calendar_year'
  | 'registry.holiday_choice'
  | 'registry.day_plan'
  | 'registry.person'
  | 'registry.person_card'
  | 'registry.post'
  | 'registry.role'
  | 'registry.deputation'
  | 'registry.following'
  | 'registry.working_post'
  | 'registry.api_client'
  | 'registry.client_token'
  | 'registry.client_minute'
>
