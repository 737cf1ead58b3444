import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * A process of our own for one file: with a limit to its memory, so that a hostile file ends it and not the server. It may
 * only read files (its own code): it cannot write, start other processes or see our environment.
 */
export function sandboxed(module: URL, heapMegabytes: number): ChildProcess {
  return fork(module, {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons',
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Resident memory of the process in MB; 0 if the system does not report it. */
export async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
