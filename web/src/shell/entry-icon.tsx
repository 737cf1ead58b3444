import {
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ContactsOutlined,
  DownloadOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  MailOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SendOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Words } from '../i18n/vi.ts'
import type { Entry, Group } from './entry.ts'

/** Next to its name an icon adds nothing: it is not read out. */
type Picture = ComponentType<{ 'aria-hidden': true }>

/** Icons by meaning: an entry is data and names its icon. */
const ICONS = {
  desk: CheckSquareOutlined,
  overview: AppstoreOutlined,
  queue: InboxOutlined,
  programme: ScheduleOutlined,
  tasks: UnorderedListOutlined,
  document: FileTextOutlined,
  bell: BellOutlined,
  report: BarChartOutlined,
  taskforce: SolutionOutlined,
  agency: ApartmentOutlined,
  calendar: CalendarOutlined,
  people: TeamOutlined,
  roles: SafetyOutlined,
  reorganisation: SwapOutlined,
  connections: ApiOutlined,
  mail: MailOutlined,
  audit: AuditOutlined,
  incoming: DownloadOutlined,
  outgoing: SendOutlined,
  cases: FolderOpenOutlined,
} as const satisfies Record<string, Picture>

/** An entry of this console, with its name and icon. */
export type MenuEntry = Entry<`nav.${keyof Words['nav']}`, keyof typeof ICONS>

export function EntryIcon({ name }: { name: keyof typeof ICONS }) {
  const Icon = ICONS[name]
  return <Icon aria-hidden />
}

const GROUP_ICONS: Record<Group, Picture> = {
  steering: AppstoreOutlined,
  reporting: BarChartOutlined,
  programme: ScheduleOutlined,
  directory: ContactsOutlined,
  administration: SettingOutlined,
}

export function GroupIcon({ group }: { group: Group }) {
  const Icon = GROUP_ICONS[group]
  return <Icon aria-hidden />
}
