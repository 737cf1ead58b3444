/**
 * Every code of a field error the server can send has an English text: the server's own sentences are Vietnamese. The codes
 * are read from its source, where they appear as `wrong(path, code, sentence)` or as `{ path, code, message }`.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { fieldErrors } from '../i18n/en/field-errors.ts'
import { en } from '../i18n/en.ts'
import { wordsOfCode } from './field-words.ts'

const server = path.join(import.meta.dirname, '..', '..', '..', 'server')
/** Where codes come from parameters: the definition of `wrong`, and the messages of the schema validator. */
const MAKERS = ['platform/errors.ts', 'platform/http/validator.ts', 'platform/validator.ts']

/** The values a code expression can have at run time; undefined if the file does not show them. */
function valuesOf(code: ts.Expression, file: ts.SourceFile): string[] | undefined {
  if (ts.isStringLiteralLike(code)) return [code.text]
  if (ts.isConditionalExpression(code)) {
    const both = [valuesOf(code.whenTrue, file), valuesOf(code.whenFalse, file)]
    return both.includes(undefined) ? undefined : both.flatMap((values) => values ?? [])
  }
  if (ts.isIdentifier(code)) return argumentsFor(code, file)
  const [span, ...others] = ts.isTemplateExpression(code) ? code.templateSpans : []
  if (!span || others.length > 0 || !ts.isTemplateExpression(code)) return undefined
  return valuesOf(span.expression, file)?.map((value) => `${code.head.text}${value}${span.literal.text}`)
}

/** The arguments this file passes for a parameter of this name. */
function argumentsFor(name: ts.Identifier, file: ts.SourceFile): string[] | undefined {
  let at: ts.Node = name
  while (!ts.isFunctionLike(at)) {
    if (ts.isSourceFile(at)) return undefined
    at = at.parent
  }
  const place = at.parameters.findIndex((parameter) => parameter.name.getText() === name.text)
  const called = at.name ?? (ts.isVariableDeclaration(at.parent) ? at.parent.name : undefined)
  if (place < 0 || called === undefined) return undefined
  const found: (string[] | undefined)[] = []
  visit(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== called.getText()) return
    const given = node.arguments[place]
    found.push(given && valuesOf(given, file))
  })
  return found.includes(undefined) ? undefined : found.flatMap((values) => values ?? [])
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

/** The expression of a field's code, if this node has one. */
function codeAt(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'wrong' && node.arguments.length === 3) {
    return node.arguments[1]
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const members = new Map(node.properties.map((member) => [member.name?.getText(), member]))
  const code = members.get('code')
  if (!code || !members.has('path') || !members.has('message')) return undefined
  if (ts.isPropertyAssignment(code)) return isHandedOn(code.initializer) ? undefined : code.initializer
  return ts.isShorthandPropertyAssignment(code) ? code.name : undefined
}

/** The code of another error, found where that one is made; or the type of errors. */
function isHandedOn(code: ts.Expression): boolean {
  return /^(\w+\.code|Type\.String\(.*\))$/s.test(code.getText())
}

/** Field codes by file, and the places where none could be read. */
async function readCodes(): Promise<{ codes: Map<string, string>; unread: string[] }> {
  const codes = new Map<string, string>()
  const unread: string[] = []
  for await (const name of glob('**/*.ts', { cwd: server, exclude: ['node_modules', 'test', '**/*.test.ts'] })) {
    if (MAKERS.includes(name)) continue
    const text = readFileSync(path.join(server, name), 'utf8')
    // Most files have no field errors; parsing them all takes seconds.
    if (!/\bwrong\(|\bpath\b.*\bcode\b.*\bmessage\b/s.test(text)) continue
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    visit(file, (node) => {
      const code = codeAt(node)
      if (!code) return
      const values = valuesOf(code, file)
      for (const value of values ?? []) codes.set(value, name)
      if (!values) unread.push(`${name}: ${node.getText().slice(0, 120)}`)
    })
  }
  return { codes, unread }
}

/** The keywords of the schema validator; each is the code of the fields it refuses. */
function keywords(): string[] {
  const file = ['platform/http/validator.ts', 'platform/validator.ts'].map((name) => path.join(server, name))
  const text = file.flatMap((name) => {
    try {
      return [readFileSync(name, 'utf8')]
    } catch {
      return []
    }
  })
  const table = /const SAYINGS.*= \{\n([\s\S]*?)\n\}/.exec(text.join('\n'))?.[1] ?? ''
  return [...table.matchAll(/^ {2}(\w+):/gm)].map(([, keyword]) => keyword!)
}

const english = (key: string): string | undefined => {
  const words: unknown = { ...en, fieldErrors }
  const found = key.split('.').reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], words)
  return typeof found === 'string' ? found : undefined
}

test('every field code of the server has an English text', async () => {
  const { codes, unread } = await readCodes()
  assert.deepEqual(unread, [], 'places whose code cannot be read')
  assert.ok(codes.size > 120, `only ${codes.size} codes were found`)
  assert.ok(keywords().length > 10, 'the keywords of the validator were found')
  for (const known of ['task.due_not_later', 'password.too_short', 'task.two_leads', 'not_there', 'minLength'])
    assert.ok(codes.has(known), known)
  const wordless = [...codes, ...keywords().map((keyword): [string, string] => [keyword, 'validator'])]
    .filter(([code]) => wordsOfCode(code, english) === undefined)
    .map(([code, file]) => `${code} (${file})`)
  assert.deepEqual(wordless.sort(), [])
})

test('canary: a code without a text is detected', () => {
  assert.equal(wordsOfCode('task.no_such_code', english), undefined)
})
