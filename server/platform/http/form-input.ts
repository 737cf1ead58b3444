import type { FastifySchemaValidationError } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type Field, Invalid } from '../errors.ts'
import type { UploadedForm } from '../upload.ts'
import { brokenText, closed, fieldsOf, withoutTurns } from './validator.ts'

/**
 * The input of an act that comes with a file: one field of the form holds it as JSON, checked like the body of any other
 * request. Returns a reader of such forms, which throws naming the fields of the input.
 */
export function inputOf<const Shape extends TSchema>(
  name: string,
  shape: Shape,
): (form: UploadedForm) => Static<Shape> {
  const check = Compile(closed(shape))
  return ({ fields }) => {
    const input = parsed(name, fields[name])
    if (!check.Check(input)) throw refused(fieldsOf(check.Errors(input) as FastifySchemaValidationError[]))
    const broken = brokenText(input)
    if (broken === undefined) return withoutTurns(input) as Static<Shape>
    throw refused(fieldsOf([{ keyword: 'wellFormed', instancePath: broken, params: {} } as never]))
  }
}

function parsed(name: string, text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw refused([{ path: name, code: 'type', message: 'Phải là một đối tượng JSON.' }])
  }
}

const refused = (fields: Field[]) =>
  new Invalid('request.invalid', 'Dữ liệu gửi lên chưa hợp lệ. Hãy xem từng chỗ sai và gửi lại.', { fields })
