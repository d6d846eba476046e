/** A whole round as a dossier: 300 real-looking files, cited over 47 indicators; every link followed, every original taken out. */
import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { spbe2020 } from '../examples/spbe-2020'
import { ASSESSMENT } from './a11y-states'
import { expectProven, type ExpectedProof } from './dossier-proof'
import { makeEvidenceFiles, type EvidenceFile } from './evidence-files'
import { expect, test } from './fixtures'
import { layPool } from './pool'

const COUNT = 300
const SEED = 4
/** Dots: enough for a scan, little to be read back. */
const SCAN_WIDTH = 400

const indicators = spbe2020.domains.flatMap(({ aspects }) =>
  aspects.flatMap((aspect) => aspect.indicators.map(({ id }) => id)),
)

test(`${COUNT} files, cited under every indicator: each claim leads to its page and back`, async ({
  page,
}, info) => {
  // Three hundred documents, made, bound and read back: a stop for what hangs on a busy machine.
  test.setTimeout(240_000)
  const files = await makeEvidenceFiles(page, COUNT, SEED, SCAN_WIDTH)
  const claims = claimsOf(files)
  await layPool(page, {
    documents: Object.fromEntries(
      files.map(({ name }, index) => [`d${index}`, { title: titleOf(name), kind: 'laporan' }]),
    ),
    citations: claims.map(({ mark, indicator, document, proof: { page } }) => ({
      ...{ id: `rujukan-${mark.replace('.', '-')}`, indicator, document: `d${document}` },
      ...(page === null ? {} : { pages: String(page), pdfPages: String(page) }),
    })),
    files: files.map(({ name, mediaType, buffer, pages }, index) => ({
      ...{ document: `d${index}`, name, mediaType, bytes: buffer },
      ...(pages.length > 0 ? { facts: { pages: pages.length } } : {}),
    })),
  })
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
  const folder = await boundInto(page, info.outputPath('berkas-asesor'))
  const cited = new Set(claims.map(({ document }) => files[document]?.sha256 ?? ''))
  const proofs = new Map(claims.map(({ mark, proof }) => [mark, proof]))
  const volumes = await expectProven(folder, proofs, [...cited])
  expect(volumes.length).toBeGreaterThan(1)
})

interface Claim {
  readonly mark: string
  readonly indicator: string
  /** Place of its file among them all. */
  readonly document: number
  readonly proof: ExpectedProof
}

/** Each file is cited under one indicator, by another of its pages each time; five of them under ten. */
function claimsOf(files: readonly EvidenceFile[]): Claim[] {
  return indicators.flatMap((indicator, index) => {
    const own = files.map((_, at) => at).filter((at) => at % indicators.length === index)
    const common = 10 * ((Math.floor(index / 10) + 1) % 5)
    return [...own, common].map((document, at): Claim => {
      const { name, pages } = files[document] ?? { name: '', pages: [] }
      const page = pages.length > 0 ? 1 + ((index + at) % pages.length) : null
      const proof = { title: titleOf(name), page, words: pages[(page ?? 0) - 1] ?? '' }
      return { mark: `${index + 1}.${'abcdefgh'.charAt(at)}`, indicator, document, proof }
    })
  })
}

function titleOf(name: string): string {
  return name.replace(/\.\w+$/, '')
}

/** Makes the dossier with its originals and unpacks its volumes into a folder. */
async function boundInto(page: Page, folder: string): Promise<string> {
  const section = page.getByRole('region', { name: 'Berkas asesor' })
  await section.getByRole('checkbox', { name: 'Sertakan berkas asli di dalam PDF' }).check()
  await section.getByRole('radio', { name: 'Halaman yang dirujuk dan halaman pertama' }).check()
  await section.getByRole('combobox', { name: 'Ukuran satu jilid paling besar' }).selectOption('10 MB')
  const downloading = page.waitForEvent('download', { timeout: 120_000 })
  await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
  const zip = await (await downloading).path()
  execFileSync('unzip', ['-qq', zip, '-d', folder])
  return folder
}
