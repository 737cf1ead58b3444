import { parentPort, workerData } from 'node:worker_threads'
import type { Progress } from '../shapes.ts'
import { type Reading, Unreadable } from '../shapes.ts'
import type { Job, Message } from './aside.ts'

/** The thread that reads one file; the reader of each format and its libraries are loaded only when needed. */
function post(message: Message): void {
  parentPort?.postMessage(message)
}

async function readJob(job: Job, onProgress: (progress: Progress) => void): Promise<Reading> {
  switch (job.format) {
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(job.bytes, job.name)
    case 'doc':
      return await (await import('./doc/doc.ts')).readDoc(job.bytes, job.name)
    case 'pdf':
      return await (await import('./pdf/pdf.ts')).readPdf(job.bytes, job.name, onProgress, job.mostPictures)
    case 'image':
      return await (await import('./scan/image.ts')).readImage(job.bytes, job.name, job.picture ?? '', onProgress)
  }
}

try {
  post({ reading: await readJob(workerData as Job, (progress) => post({ progress })) })
} catch (error) {
  if (error instanceof Unreadable) post({ refused: { code: error.code, message: error.message } })
  else post({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
