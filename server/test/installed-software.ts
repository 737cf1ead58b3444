import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The reason to `{ skip }` a test that needs a command of this machine; undefined if the command works. `args` make it do a
 * small part of the work, because an installed command may lack parts.
 */
export function missing(command: string, args: readonly string[]): string | undefined {
  const { status } = spawnSync(command, args, { timeout: 60_000, stdio: 'ignore' })
  return status === 0 ? undefined : `${command} is not on this machine, or cannot do what is needed`
}

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync)
export const isOfficeHere = OFFICE !== undefined

/** These bytes (xlsx, or csv text) saved as a workbook by an office application; undefined if it saves none. */
export function savedByOffice(bytes: Uint8Array, name = 'phieu.xlsx'): Buffer | undefined {
  return convertedByOffice(bytes, name, 'xlsx:Calc MS Excel 2007 XML')
}

/** This file as a PDF, as an office application prints it; undefined if it prints none. */
export function printedByOffice(bytes: Uint8Array, name: string): Buffer | undefined {
  return convertedByOffice(bytes, name, 'pdf')
}

/** `as` begins with the ending of the file that is made. Without the part of it that this needs, LibreOffice reports success and writes nothing. */
function convertedByOffice(bytes: Uint8Array, name: string, as: string): Buffer | undefined {
  if (OFFICE === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-office-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', as, '--outdir', join(folder, 'out')]
    spawnSync(OFFICE, [...args, join(folder, name)], { timeout: 240_000 })
    const made = join(folder, 'out', name.replace(/\.\w+$/, `.${as.split(':')[0]}`))
    return existsSync(made) ? readFileSync(made) : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Like `missing`, for an office application that can open and save a workbook. */
export function missingOffice(): string | undefined {
  if (OFFICE === undefined) return 'no office application is on this machine'
  return savedByOffice(Buffer.from('1,2\n'), 'thu.csv')
    ? undefined
    : `${OFFICE} saves no workbook (Calc is not installed)`
}

/** Like `missing`, for an office application that can open a text and print it. */
export function missingWriter(): string | undefined {
  if (OFFICE === undefined) return 'no office application is on this machine'
  return printedByOffice(Buffer.from('thử\n'), 'thu.txt')
    ? undefined
    : `${OFFICE} prints no text (Writer is not installed)`
}
