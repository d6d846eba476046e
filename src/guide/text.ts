import type { Block, Inline } from './model'

/** The words of some inlines, without what only sets them off. A picture gives its description. */
export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('')
}

/** The words of some blocks, a space between any two of them. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).filter(Boolean).join(' ')
}

function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'term':
      return inline.text
    case 'picture':
      return inline.alt
    default:
      return textOfInlines(inline.children)
  }
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textOfInlines(block.children)
    case 'list':
      return block.items.map(textOf).join(' ')
    case 'table':
      return [block.head, ...block.rows].flat().map(textOfInlines).join(' ')
  }
}
