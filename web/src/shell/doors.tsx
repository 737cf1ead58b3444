import {
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  InboxOutlined,
  MailOutlined,
  SafetyOutlined,
  SwapOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type Me, mayDo } from './session.ts'

export interface Door {
  to: string
  words:
    | 'nav.desk'
    | 'nav.overview'
    | 'nav.queue'
    | 'nav.directives'
    | 'nav.tasks'
    | 'nav.urging'
    | 'nav.reports'
    | 'nav.agencies'
    | 'nav.workingDays'
    | 'nav.reorganisation'
    | 'nav.people'
    | 'nav.roles'
    | 'nav.connections'
    | 'nav.mail'
    | 'nav.audit'
  icon: ReactNode
  /** For whom; everybody where left out. */
  when?: (me: Me) => boolean
}

/** What somebody works with every day, most needed first. */
const MAIN: Door[] = [
  { to: '/viec-cua-toi', words: 'nav.desk', icon: <CheckSquareOutlined />, when: (me) => !me.seesAll },
  { to: '/tong-quan', words: 'nav.overview', icon: <AppstoreOutlined /> },
  { to: '/theo-doi', words: 'nav.queue', icon: <InboxOutlined />, when: (me) => mayDo(me, 'task.steer') },
  { to: '/nhiem-vu', words: 'nav.tasks', icon: <UnorderedListOutlined /> },
  { to: '/van-ban', words: 'nav.directives', icon: <FileTextOutlined /> },
  { to: '/don-doc', words: 'nav.urging', icon: <BellOutlined /> },
  { to: '/bao-cao', words: 'nav.reports', icon: <BarChartOutlined />, when: (me) => mayDo(me, 'report.read') },
]

const OTHER: Door[] = [
  { to: '/co-quan', words: 'nav.agencies', icon: <ApartmentOutlined /> },
  { to: '/lich-lam-viec', words: 'nav.workingDays', icon: <CalendarOutlined /> },
  { to: '/sap-xep', words: 'nav.reorganisation', icon: <SwapOutlined />, when: (me) => mayDo(me, 'registry.keep') },
  {
    to: '/nguoi-dung',
    words: 'nav.people',
    icon: <TeamOutlined />,
    when: (me) => mayDo(me, 'people.keep') || mayDo(me, 'people.keepOwn') || mayDo(me, 'urge.sign'),
  },
  { to: '/vai-tro', words: 'nav.roles', icon: <SafetyOutlined />, when: (me) => mayDo(me, 'system.keep') },
  {
    to: '/ket-noi',
    words: 'nav.connections',
    icon: <ApiOutlined />,
    when: (me) => mayDo(me, 'connection.keepOwn') || mayDo(me, 'system.keep'),
  },
  { to: '/thu', words: 'nav.mail', icon: <MailOutlined />, when: (me) => mayDo(me, 'system.keep') },
  { to: '/nhat-ky', words: 'nav.audit', icon: <AuditOutlined />, when: (me) => mayDo(me, 'audit.read') },
]

/** The doors somebody may go through: those of every day and the others. */
export function doorsFor(me: Me): { main: Door[]; other: Door[] } {
  const open = ({ when }: Door) => when === undefined || when(me)
  return { main: MAIN.filter(open), other: OTHER.filter(open) }
}
