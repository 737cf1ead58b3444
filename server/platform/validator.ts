import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Field } from './errors.ts'

/**
 * One compiler for the parts of a request. A body is taken as it is: no conversion, and a property its shape does not
 * name is refused at any depth. Path, query and headers are text, so they are converted to what their shape says first;
 * an unknown query parameter is refused as well, because a misspelt filter that is passed over answers another question.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const shape = httpPart === 'headers' ? schema : closed(schema)
  const check = Compile(shape)
  return (value: unknown) => {
    const taken = httpPart === 'body' ? value : Value.Convert(shape, listsFor(shape, value))
    if (check.Check(taken)) return { value: taken }
    return { error: check.Errors(taken) as FastifySchemaValidationError[] }
  }
}

/** A shape whose objects take no property beyond those they name, at any depth. The given shape is left as it is. */
export function closed<T extends TSchema>(schema: T): T {
  return close(schema) as T
}

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close)
  if (node === null || typeof node !== 'object') return node
  // Definitions as TypeBox makes them keep their kind in members that are not enumerable: copied with their descriptors.
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

/** `?agency=3` alone is a list of one where the shape wants a list; `?agency=3,4` is a list of two. */
function listsFor(schema: TSchema, value: unknown): unknown {
  const properties = (schema as { properties?: Record<string, { type?: string }> }).properties
  if (!properties || value === null || typeof value !== 'object') return value
  const result: Record<string, unknown> = { ...value }
  for (const [name, shape] of Object.entries(properties)) {
    const given = result[name]
    if (shape.type === 'array' && typeof given === 'string') result[name] = given === '' ? [] : given.split(',')
  }
  return result
}

const SAYINGS: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => 'Bắt buộc phải có.',
  additionalProperties: () => 'Không có trường này.',
  unevaluatedProperties: () => 'Không có trường này.',
  boolean: () => 'Không có trường này.',
  type: ({ type }) => `Phải là ${TYPES[String(type)] ?? String(type)}.`,
  format: ({ format }) => `Không đúng dạng ${FORMATS[String(format)] ?? String(format)}.`,
  pattern: () => 'Không đúng dạng.',
  enum: ({ allowedValues }) => `Phải là một trong: ${(allowedValues as unknown[]).join(', ')}.`,
  const: ({ allowedValue }) => `Phải là ${String(allowedValue)}.`,
  anyOf: () => 'Không thuộc các giá trị được nhận.',
  minLength: ({ limit }) => (limit === 1 ? 'Không được để trống.' : `Phải có ít nhất ${String(limit)} ký tự.`),
  maxLength: ({ limit }) => `Không được quá ${String(limit)} ký tự.`,
  minItems: ({ limit }) => `Phải có ít nhất ${String(limit)} mục.`,
  maxItems: ({ limit }) => `Không được quá ${String(limit)} mục.`,
  uniqueItems: () => 'Có mục trùng nhau.',
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

/** What the validator found, one entry per field, in words. */
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

/** The properties a complaint is about, where it names them; '' for the value itself. */
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
