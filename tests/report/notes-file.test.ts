import { describe, expect, it } from 'vitest'
import { placedIndicators } from '../../src/instrument/lookup'
import { countNotes, notesFile, notesOf } from '../../src/report/notes-file'
import { inputFixture, spbe2020 } from './fixture'

const placed = placedIndicators(spbe2020)
const { answers, evidence } = inputFixture()
const notes = notesOf(placed, answers, evidence.citations)

describe('the notes for the ministry', () => {
  it('say FAKTA with references and ANALISIS, in the order of the instrument', () => {
    expect(notes).toHaveLength(placed.length)
    const [first] = notes
    expect(first).toMatchObject({ number: 1, name: 'Kebijakan Arsitektur SPBE' })
    expect(first?.text).toMatch(/^FAKTA\n1\. .+\n[\s\S]+\n\nANALISIS\n/)
  })

  it('become one text for Notepad, without those that are empty', () => {
    const written = notes.filter(({ text }) => text)
    const file = notesFile('Catatan penilaian mandiri', notes)
    expect(written.length).toBeLessThan(notes.length)
    expect(countNotes(file)).toBe(written.length)
    expect(file).not.toMatch(/[^\r]\n/)
    for (const { text } of written) expect(file).toContain(text.replaceAll('\n', '\r\n'))
  })

  it('are counted as none where nothing is written', () => {
    expect(countNotes(notesFile('Catatan', notesOf(placed, new Map(), new Map())))).toBe(0)
  })
})
