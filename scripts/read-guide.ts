/** Reads the guide of a checkout, for the build and for the tests. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { glossarySchema } from '../src/guide/glossary'
import type { Block, Guide, Inline } from '../src/guide/model'
import { compileGuide } from './compile-guide'
import { pictureSize } from './picture-size'

/** The guide as the app shows it: docs/panduan.md with the terms of the glossary marked. */
export function readGuide(root: string): Guide {
  const glossary = glossarySchema.parse(JSON.parse(readFileSync(glossaryPath(root), 'utf8')))
  const sizeOf = (name: string) => pictureSize(readFileSync(picturePath(root, name)))
  return compileGuide(readFileSync(guidePath(root), 'utf8'), { glossary, sizeOf })
}

/** The source of the module `virtual:guide`. */
export function guideModule(root: string): string {
  return moduleOf(readGuide(root), root)
}

function guidePath(root: string): string {
  return join(root, 'docs', 'panduan.md')
}

function glossaryPath(root: string): string {
  return join(root, 'src', 'guide', 'glossary.json')
}

function picturePath(root: string, name: string): string {
  return join(root, 'docs', 'images', name)
}

/** Pictures are imported, so that they become files of the build with a hash in their names. */
function moduleOf(guide: Guide, root: string): string {
  const names = [...new Set(pictureNames(guide))]
  const imports = names.map(
    (name, at) => `import picture${at} from ${JSON.stringify(picturePath(root, name))}`,
  )
  const pictures = names.map((name, at) => `${JSON.stringify(name)}: picture${at}`)
  // JSON.parse reads a large tree faster than the same as a script.
  return [
    ...imports,
    `export const guide = JSON.parse(${JSON.stringify(JSON.stringify(guide))})`,
    `export const pictures = { ${pictures.join(', ')} }`,
  ].join('\n')
}

/** The files of docs/images that the guide shows, in its order. */
export function pictureNames({ intro, sections }: Guide): string[] {
  return [...intro, ...sections.flatMap(({ blocks }) => blocks)].flatMap(picturesOfBlock)
}

function picturesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return block.children.flatMap(picturesOfInline)
    case 'list':
      return block.items.flat().flatMap(picturesOfBlock)
    case 'table':
      return [block.head, ...block.rows].flat(2).flatMap(picturesOfInline)
  }
}

function picturesOfInline(inline: Inline): string[] {
  if (inline.type === 'picture') return [inline.name]
  return 'children' in inline ? inline.children.flatMap(picturesOfInline) : []
}
