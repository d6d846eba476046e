import { Fragment } from 'react'
import { pictures } from 'virtual:guide'
import type { Block, Inline, Picture } from '../../guide/model'
import { hrefOf } from '../app/routes'
import { Term } from './term'
import '../../ui/table.css'

/** Blocks of the guide as elements of the page. The tree never changes, so places serve as keys. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <BlockView key={at} block={block} />)
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <Paragraph inlines={block.children} />
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <ItemBlocks blocks={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return <Table block={block} />
  }
}

/** A lone paragraph of an item stands in it without a paragraph's distance. */
function ItemBlocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'paragraph') return <Inlines inlines={only.children} />
  return <Blocks blocks={blocks} />
}

function Paragraph({ inlines }: { readonly inlines: readonly Inline[] }) {
  const shown = inlines.filter((inline): inline is Picture => inline.type === 'picture')
  if (shown.length === 0) {
    return (
      <p>
        <Inlines inlines={inlines} />
      </p>
    )
  }
  return (
    <div className={shown.length > 1 ? 'pictures several' : 'pictures'}>
      {shown.map((picture) => (
        <PictureView key={picture.name} picture={picture} />
      ))}
    </div>
  )
}

function PictureView({ picture }: { readonly picture: Picture }) {
  const { name, alt, width, height } = picture
  return <img src={pictures[name]} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}

function Table({ block }: { readonly block: Extract<Block, { type: 'table' }> }) {
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((cell, at) => (
            <th key={at} scope="col">
              <Inlines inlines={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, at) => (
          <Row key={at} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** The first cell names the row. */
function Row({ row: [name, ...cells] }: { readonly row: readonly (readonly Inline[])[] }) {
  return (
    <tr>
      <th scope="row">
        <Inlines inlines={name ?? []} />
      </th>
      {cells.map((cell, at) => (
        <td key={at}>
          <Inlines inlines={cell} />
        </td>
      ))}
    </tr>
  )
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, at) => (
    <Fragment key={at}>
      <InlineView inline={inline} />
    </Fragment>
  ))
}

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'strong':
      return (
        <b>
          <Inlines inlines={inline.children} />
        </b>
      )
    case 'em':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      )
    case 'code':
      return <code>{inline.text}</code>
    case 'link':
      return (
        <a href={hrefOf({ screen: 'guide', section: inline.to })}>
          <Inlines inlines={inline.children} />
        </a>
      )
    case 'term':
      return <Term id={inline.id}>{inline.text}</Term>
    case 'picture':
      return <PictureView picture={inline} />
  }
}
