import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySchemaCompiler, FastifySchemaValidationError, FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Field } from '../errors.ts'
import { SOMETHING } from '../shapes.ts'

/** Compiled shapes, by the text of the shape: many routes share one, and tests build the application many times. */
const validators = new Map<string, ReturnType<typeof Compile>>()
const serializers = new Map<string, ReturnType<FastifySerializerCompiler<TSchema>>>()

/** Fastify's own, but a shape that many routes answer with, such as that of errors, is compiled once. */
export const compileSerializer: FastifySerializerCompiler<TSchema> = (route) =>
  kept(serializers, JSON.stringify(route.schema), () =>
    buildSerializer({ ...route, httpStatus: route.httpStatus ?? '' }),
  )
const buildSerializer = SerializerSelector()({})

function kept<K, V>(all: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const found = all.get(key) ?? make()
  all.set(key, found)
  return found
}

/**
 * One compiler for the parts of a request. A body is validated as sent: no conversion (but see `withoutTurns`), and an unknown property is
 * refused at any depth. Path, query and headers are text, so they are first converted to the types of their shape; an
 * unknown query parameter is refused as well, because ignoring a misspelt filter would answer another question.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const shape = httpPart === 'headers' ? schema : closed(schema)
  const check = kept(validators, JSON.stringify(shape), () => Compile(shape))
  return (value: unknown) => {
    const taken = httpPart === 'body' ? value : fromText(shape, value)
    if (!check.Check(taken)) return { error: check.Errors(taken) as FastifySchemaValidationError[] }
    const broken = httpPart === 'body' ? brokenText(taken) : undefined
    if (broken !== undefined) return { error: [{ keyword: 'wellFormed', instancePath: broken, params: {} } as never] }
    return { value: httpPart === 'body' ? withoutTurns(taken) : taken }
  }
}

/** Marks that turn the direction of the letters after them: what is shown is then not what is stored ("\u202E"). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g
/** What is compared with a secret is taken as sent. */
const SECRET = /password|secret|code|token/i

/** The same input without such marks in any text: no name or sentence here is written from right to left. */
export function withoutTurns(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(TURNS, '')
  if (Array.isArray(value)) return value.map(withoutTurns)
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, SECRET.test(name) ? item : withoutTurns(item)]),
  )
}

/** The position of half a surrogate pair, which UTF-8 and the database's json cannot store: a JSON pointer. */
export function brokenText(value: unknown, at = ''): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at
  if (value === null || typeof value !== 'object') return undefined
  for (const [name, item] of Object.entries(value)) {
    const found = brokenText(item, `${at}/${name}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** A shape whose objects allow no unknown property, at any depth. The given shape is not changed. */
export function closed<T extends TSchema>(schema: T): T {
  return close(schema) as T
}

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close)
  if (node === null || typeof node !== 'object') return node
  return kept(closedShapes, node, () => closeObject(node))
}

/** Shapes are constants of their rooms that many routes share; their copies are never changed. */
const closedShapes = new WeakMap<object, unknown>()
const answeredShapes = new WeakMap<object, unknown>()

function closeObject(node: object): unknown {
  // TypeBox keeps the kind of a definition in non-enumerable members: copied with their descriptors.
  const copy = Object.create(Object.getPrototypeOf(node), Object.getOwnPropertyDescriptors(node)) as Record<
    string,
    unknown
  >
  for (const [key, value] of Object.entries(node)) {
    if (key === 'default' || key === 'const' || key === 'enum' || key === 'examples') continue
    copy[key] = key === 'properties' || key === 'patternProperties' ? mapValues(value, close) : close(value)
  }
  if (Array.isArray(copy.allOf)) {
    // Each part of an intersection sees the properties of the others: only the whole can be closed.
    copy.allOf = (copy.allOf as Record<string, unknown>[]).map((part) => {
      const { additionalProperties, ...rest } = Object.getOwnPropertyDescriptors(part)
      return Object.create(
        Object.getPrototypeOf(part),
        additionalProperties?.value === false ? rest : Object.getOwnPropertyDescriptors(part),
      )
    })
    copy.unevaluatedProperties ??= false
  } else if (copy.type === 'object' && copy.properties !== undefined && !('additionalProperties' in copy)) {
    copy.additionalProperties = false
  }
  return copy
}

function mapValues(value: unknown, change: (item: unknown) => unknown): unknown {
  return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, item]) => [key, change(item)]))
}

interface TextShape {
  type?: string
  items?: TextShape
  properties?: Record<string, TextShape>
}

/**
 * Converts each parameter of a path or query to the type of its shape; what does not parse stays text, to be refused.
 */
function fromText(shape: TextShape, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => [name, readAs(shape.properties?.[name] ?? {}, given)]),
  )
}

/** `?agency=3` alone is a list of one if the shape is a list; `?agency=3,4` is a list of two. */
function readAs({ type, items = {} }: TextShape, given: unknown): unknown {
  if (type === 'array') {
    const list = typeof given === 'string' ? given.split(',').filter((_, __, all) => all.join('') !== '') : given
    return Array.isArray(list) ? list.map((item) => readAs(items, item)) : list
  }
  if (typeof given !== 'string') return given
  // A number that is rounded or read from "1e3" would answer another question than the one sent.
  if (type === 'integer') return /^-?\d+$/.test(given) ? Number(given) : given
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : given
  if (type === 'boolean') return TRUTHS[given] ?? given
  return given
}

const TRUTHS: Record<string, boolean> = { true: true, 1: true, false: false, 0: false }

/** Members of a shape that limit what may be sent. */
const BOUNDS = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'minItems', 'maxItems']

/**
 * A shape of an answer: without the limits it shares with input. What is in the database is answered, however long a
 * document made it; the serialiser would treat a broken limit inside a union as an internal error.
 */
export function answered<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(answered) as T
  if (schema === null || typeof schema !== 'object') return schema
  return kept(answeredShapes, schema, () => answeredObject(schema)) as T
}

function answeredObject(schema: object): unknown {
  const copy = Object.create(Object.getPrototypeOf(schema), Object.getOwnPropertyDescriptors(schema)) as Record<
    string,
    unknown
  >
  for (const [key, value] of Object.entries(schema)) {
    if (BOUNDS.includes(key) && typeof value !== 'object') delete copy[key]
    else if (key === 'properties') copy[key] = mapValues(value, answered)
    else if (key !== 'enum' && key !== 'const' && key !== 'default') copy[key] = answered(value)
  }
  return copy
}

const SAYINGS: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => 'Bắt buộc phải có.',
  additionalProperties: () => 'Không có trường này.',
  unevaluatedProperties: () => 'Không có trường này.',
  boolean: () => 'Không có trường này.',
  type: ({ type }) => `Phải là ${TYPES[String(type)] ?? String(type)}.`,
  format: ({ format }) => `Không đúng dạng ${FORMATS[String(format)] ?? String(format)}.`,
  pattern: ({ pattern }) => (String(pattern) === SOMETHING ? 'Không được để trống.' : 'Không đúng dạng.'),
  enum: ({ allowedValues }) => `Phải là một trong: ${(allowedValues as unknown[]).join(', ')}.`,
  const: ({ allowedValue }) => `Phải là ${String(allowedValue)}.`,
  anyOf: () => 'Không thuộc các giá trị được nhận.',
  minLength: ({ limit }) => (limit === 1 ? 'Không được để trống.' : `Phải có ít nhất ${String(limit)} ký tự.`),
  maxLength: ({ limit }) => `Không được quá ${String(limit)} ký tự.`,
  minItems: ({ limit }) => `Phải có ít nhất ${String(limit)} mục.`,
  maxItems: ({ limit }) => `Không được quá ${String(limit)} mục.`,
  uniqueItems: () => 'Có mục trùng nhau.',
  wellFormed: () => 'Có ký tự hỏng (nửa ký tự). Hãy gõ lại chỗ đó.',
  minimum: ({ limit }) => `Không được nhỏ hơn ${String(limit)}.`,
  maximum: ({ limit }) => `Không được lớn hơn ${String(limit)}.`,
}
const TYPES: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  integer: 'số nguyên',
  boolean: 'đúng hoặc sai',
  array: 'danh sách',
  object: 'nhóm trường',
  null: 'rỗng',
}
const FORMATS: Record<string, string> = {
  date: 'ngày (năm-tháng-ngày, ví dụ 2021-02-28)',
  'date-time': 'thời điểm',
  email: 'địa chỉ thư điện tử',
  uuid: 'mã UUID',
}

interface Complaint {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

/** The validator's complaints, one entry per field, in words. */
export function fieldsOf(errors: readonly FastifySchemaValidationError[]): Field[] {
  const fields = (errors as unknown as Complaint[]).flatMap((error) => {
    const names = namesOf(error)
    const message = (SAYINGS[error.keyword] ?? (() => 'Không được nhận.'))(error.params)
    const code =
      error.keyword === 'unevaluatedProperties' || error.keyword === 'boolean' ? 'additionalProperties' : error.keyword
    return names.map((name) => ({ path: dotted(error.instancePath, name), code, message }))
  })
  const seen = new Set<string>()
  return fields.filter(({ path }) => !seen.has(path) && seen.add(path))
}

/** The properties a complaint is about, if it names them; '' for the value itself. */
function namesOf({ keyword, params }: Complaint): string[] {
  const list =
    keyword === 'required'
      ? params.requiredProperties
      : keyword === 'additionalProperties'
        ? params.additionalProperties
        : keyword === 'unevaluatedProperties'
          ? params.unevaluatedProperties
          : undefined
  return Array.isArray(list) ? list.map(String) : ['']
}

function dotted(pointer: string, name: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  return [...parts, ...(name === '' ? [] : [name])].join('.')
}
