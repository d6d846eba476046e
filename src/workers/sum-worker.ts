import { sha256OfBytes } from '../handover/files/digest'
import { serveJob } from './job'

serveJob<Uint8Array<ArrayBuffer>, string>(async (bytes) => ({
  result: await sha256OfBytes(bytes),
  transfer: [],
}))
