/** What a drop holds, as a browser gives it: folders come in parts, and not all of it can be read. */
import { expect, test } from 'vitest'
import { droppedFiles } from '../../src/screens/intake/dropped-files'

/** A browser gives the entries of a folder in parts of so many. */
const PART = 100

const fileEntry = (name: string) => ({
  isDirectory: false,
  name,
  file: (found: (file: File) => void) => found(new File(['x'], name)),
})

const unreadable = (name: string) => ({
  isDirectory: false,
  name,
  file: (_: unknown, failed: (cause: unknown) => void) => failed(new DOMException('', 'NotFoundError')),
})

function folderEntry(name: string, entries: readonly object[]) {
  return {
    isDirectory: true,
    name,
    createReader() {
      let at = 0
      return {
        readEntries: (found: (part: readonly object[]) => void) => found(entries.slice(at, (at += PART))),
      }
    },
  }
}

function dropOf(...entries: readonly object[]): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }))
  return { items, files: [] } as unknown as DataTransfer
}

const names = (files: readonly File[]) => files.map(({ name }) => name)

test('a folder of more entries than a browser gives at once comes in whole, with what lies deeper', async () => {
  const many = Array.from({ length: 250 }, (_, at) => fileEntry(`berkas ${at}.pdf`))
  const deep = folderEntry('Isi', [fileEntry('dalam.pdf'), fileEntry('Thumbs.db')])
  const { files, unreadable } = await droppedFiles(
    dropOf(folderEntry('Bukti', [...many, deep]), fileEntry('sendiri.pdf')),
  )
  expect(names(files)).toEqual([...many.map(({ name }) => name), 'dalam.pdf', 'sendiri.pdf'])
  expect(unreadable).toEqual([])
})

test('what cannot be read is named, and the rest comes in', async () => {
  const locked = {
    ...folderEntry('Terkunci', []),
    createReader: () => ({
      readEntries: (_: unknown, failed: (cause: unknown) => void) =>
        failed(new DOMException('', 'NotReadableError')),
    }),
  }
  const folder = folderEntry('Bukti', [
    fileEntry('a.pdf'),
    unreadable('hilang.pdf'),
    locked,
    fileEntry('b.pdf'),
  ])
  const dropped = await droppedFiles(dropOf(folder, fileEntry('c.pdf')))
  expect(names(dropped.files)).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(dropped.unreadable).toEqual(['hilang.pdf', 'Terkunci'])
})

test('a browser that gives no entries still gives its files', async () => {
  const transfer = { items: [{ webkitGetAsEntry: () => null }], files: [new File(['x'], 'a.pdf')] }
  const { files } = await droppedFiles(transfer as unknown as DataTransfer)
  expect(names(files)).toEqual(['a.pdf'])
})
