import { sql } from 'kysely'
import { type AnyHandle, type Database, reading } from '../platform/db.ts'
import { membersOf, resolveMany } from '../registry/index.ts'
import { randomFrom } from './random.ts'

/** An agency of 2021 with its weights in the invented register. */
export interface SampleAgency {
  id: number
  name: string
  kind: 'ministry' | 'ministerialAgency' | 'governmentAgency' | 'province'
  /** For a province, its area as written in text: "tỉnh Lào Cai". */
  area: string
  /** The agencies whose fields of work it has, by name: itself, and agencies of 2021 that were merged into it. */
  fieldsOf: readonly string[]
  /** Relative number of tasks it is given. */
  size: number
  /** Relative frequency of being late; 1 is usual. */
  trouble: number
  /** Its abbreviation in the numbers of its documents. */
  sign: string
  /** The successor that took its open tasks when the reorganisation of 2025 ended it, with the day; null if it continues. */
  heir: { id: number; name: string; on: string } | null
}

const MINISTRIES = '2025-03-01'
const PROVINCES = '2025-07-01'

/** Weights invented for the sample: they say nothing about any real agency. */
const SIZES: Readonly<Record<string, readonly [size: number, trouble: number]>> = {
  'Bộ Công an': [210, 0.6],
  'Bộ Công Thương': [430, 1.3],
  'Bộ Giáo dục và Đào tạo': [240, 0.9],
  'Bộ Giao thông vận tải': [410, 1.2],
  'Bộ Kế hoạch và Đầu tư': [520, 1.1],
  'Bộ Khoa học và Công nghệ': [190, 0.8],
  'Bộ Lao động - Thương binh và Xã hội': [300, 0.9],
  'Bộ Ngoại giao': [170, 0.5],
  'Bộ Nội vụ': [280, 1],
  'Bộ Nông nghiệp và Phát triển nông thôn': [340, 0.9],
  'Bộ Quốc phòng': [160, 0.5],
  'Bộ Tài chính': [500, 1.2],
  'Bộ Tài nguyên và Môi trường': [380, 1.5],
  'Bộ Thông tin và Truyền thông': [260, 0.8],
  'Bộ Tư pháp': [220, 0.6],
  'Bộ Văn hóa, Thể thao và Du lịch': [230, 1],
  'Bộ Xây dựng': [290, 1.4],
  'Bộ Y tế': [360, 1.2],
  'Ngân hàng Nhà nước Việt Nam': [210, 0.6],
  'Thanh tra Chính phủ': [190, 1.1],
  'Ủy ban Dân tộc': [110, 0.8],
  'Văn phòng Chính phủ': [230, 0.4],
  'Bảo hiểm xã hội Việt Nam': [70, 0.6],
  'Ủy ban Quản lý vốn nhà nước tại doanh nghiệp': [90, 1.6],
  'Đài Truyền hình Việt Nam': [26, 0.6],
  'Đài Tiếng nói Việt Nam': [24, 0.6],
  'Thông tấn xã Việt Nam': [22, 0.5],
  'Viện Hàn lâm Khoa học và Công nghệ Việt Nam': [28, 0.8],
  'Viện Hàn lâm Khoa học xã hội Việt Nam': [24, 0.8],
  'Ban Quản lý Lăng Chủ tịch Hồ Chí Minh': [12, 0.4],
}

/** Areas that are given more than others, only because of their size. */
const LARGE_AREAS = new Set([
  'Hà Nội',
  'Hồ Chí Minh',
  'Đà Nẵng',
  'Hải Phòng',
  'Cần Thơ',
  'Quảng Ninh',
  'Đồng Nai',
  'Thanh Hóa',
])

/** The 22 ministries and ministerial agencies, 8 agencies and 63 provinces of 28/02/2021, from the registry. */
export async function agenciesOf2021(db: AnyHandle): Promise<SampleAgency[]> {
  const on = '2021-02-28'
  const found = await membersOn(db, on)
  const heirs = await heirsOf(db, found)
  const random = randomFrom(63)
  return found.map(({ id, name, kind }, index) => {
    const area = areaOf(name)
    const [size, trouble] = SIZES[name] ?? [
      random.between(42, 78) * ([...LARGE_AREAS].some((large) => area.endsWith(large)) ? 2 : 1),
      0.4 + random.next() * 1.6,
    ]
    const sign = signOf(name, area)
    return {
      id,
      name,
      kind: kind as SampleAgency['kind'],
      area,
      fieldsOf: [name],
      size,
      trouble,
      sign,
      heir: heirs[index]!,
    }
  })
}

/** The registry knows the provinces from this day on: earlier tasks are given to the agencies of this day. */
const KNOWN_SINCE = '2008-08-01'
/** The weight of an agency without a counterpart in 2021. */
const USUAL_WEIGHT = { size: 50, trouble: 1 }

/**
 * The agencies of each month's first day, by month: those of 2021 if they existed, and in 2025 their successors, with the
 * fields, the weight and the lateness of all that were merged into them. An agency that ends has its heir.
 */
export async function agenciesThrough(db: AnyHandle, months: readonly string[]): Promise<Map<string, SampleAgency[]>> {
  const of2021 = await agenciesOf2021(db)
  // Names are read again only for days on which an agency changed: a few dozen in twenty years.
  const { rows: changes } = await sql<{ day: string }>`
    select distinct lower(valid) as day from registry.agency_period where not lower_inf(valid)
    union select upper(valid) from registry.agency_period where not upper_inf(valid) order by 1`.execute(
    reading<Database>(db),
  )
  const since = (day: string) => changes.findLast((change) => change.day <= day)?.day ?? KNOWN_SINCE
  const by = new Map<string, SampleAgency[]>()
  const found = new Map<string, SampleAgency[]>()
  for (const month of months) {
    const day = since(`${month}-01` < KNOWN_SINCE ? KNOWN_SINCE : `${month}-01`)
    if (!by.has(day)) by.set(day, agenciesFrom(of2021, await membersOn(db, day), day))
    found.set(month, by.get(day)!)
  }
  return found
}

function agenciesFrom(
  of2021: readonly SampleAgency[],
  members: Awaited<ReturnType<typeof membersOn>>,
  day: string,
): SampleAgency[] {
  const there = new Set(members.map(({ id }) => id))
  return members.map(({ id, name, kind }) => {
    const own = of2021.filter((agency) => agency.id === id || (agency.heir?.id === id && !there.has(agency.id)))
    const same = own.find((agency) => agency.id === id)
    const area = areaOf(name)
    return {
      id,
      name,
      kind: kind as SampleAgency['kind'],
      area,
      fieldsOf: own.length === 0 ? [name] : own.flatMap(({ fieldsOf }) => fieldsOf),
      ...(own.length === 0 ? USUAL_WEIGHT : together(own)),
      sign: signOf(name, area),
      heir: same?.heir && same.heir.on > day ? same.heir : null,
    }
  })
}

function together(agencies: readonly SampleAgency[]): { size: number; trouble: number } {
  const size = agencies.reduce((sum, agency) => sum + agency.size, 0)
  return { size, trouble: agencies.reduce((sum, agency) => sum + agency.size * agency.trouble, 0) / size }
}

async function membersOn(db: AnyHandle, on: string): Promise<{ id: number; name: string; kind: string }[]> {
  const all = await Promise.all(
    ['các bộ, cơ quan ngang bộ', 'các cơ quan thuộc Chính phủ', 'các tỉnh, thành phố trực thuộc Trung ương'].map(
      async (phrase) => (await membersOf(db, phrase, on)) ?? [],
    ),
  )
  return all.flat()
}

function areaOf(name: string): string {
  return /^Ủy ban nhân dân (.*)$/u.exec(name)?.[1] ?? name
}

/** Initials of its words, as in document numbers: "BTNMT", "UBND-QN". */
function signOf(name: string, area: string): string {
  const initials = (words: string) =>
    words
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && word !== 'và')
      .map((word) => word[0]!.toUpperCase())
      .join('')
  return name === area ? initials(name) : `UBND-${initials(area.replace(/^(?:tỉnh|thành phố) /iu, ''))}`
}

async function heirsOf(db: AnyHandle, agencies: readonly { id: number; name: string; kind: string }[]) {
  const names = agencies.map(({ name }) => name)
  const resolved = await resolveMany(db, names, PROVINCES)
  return resolved.map(({ outcome, agency, candidates }, index): SampleAgency['heir'] => {
    const former = agencies[index]!
    const goesOn = agency?.id === former.id || outcome === 'certain'
    const heir = candidates[0]
    if (goesOn || heir === undefined) return null
    return { id: heir.id, name: heir.name, on: former.kind === 'province' ? PROVINCES : MINISTRIES }
  })
}
