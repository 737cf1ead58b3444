import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What a test says of a program of the machine that cannot do its work, for `{ skip }`; undefined where it can. `args` have
 * it do a small part of that work: that it is there says little, for parts of it may not be.
 */
export function missing(program: string, args: readonly string[]): string | undefined {
  const { status } = spawnSync(program, args, { timeout: 60_000, stdio: 'ignore' })
  return status === 0 ? undefined : `${program} is not on this machine, or cannot do what is needed of it`
}

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync)

/** An office program's own workbook of these bytes (xlsx, or csv text); undefined where it makes none. */
export function savedByOffice(bytes: Buffer, name = 'phieu.xlsx'): Buffer | undefined {
  if (OFFICE === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-office-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')]
    spawnSync(OFFICE, [...args, join(folder, name)], { timeout: 120_000 })
    // LibreOffice without Calc says that all is well and writes nothing.
    const saved = join(folder, 'out', name.replace(/\.\w+$/, '.xlsx'))
    return existsSync(saved) ? readFileSync(saved) : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As `missing`, for an office program that can open and save a workbook. */
export function missingOffice(): string | undefined {
  if (OFFICE === undefined) return 'no office program is on this machine'
  return savedByOffice(Buffer.from('1,2\n'), 'thu.csv')
    ? undefined
    : `${OFFICE} saves no workbook (Calc is not installed)`
}
