/** The user guide as a tree: what docs/panduan.md may hold, and nothing else. Made while building, read by the screen. */
import { z } from '../schema-setup'

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  /** To a heading of the guide, by its slug. */
  | { readonly type: 'link'; readonly to: string; readonly children: readonly Inline[] }
  /** A word of the glossary where a section uses it first. */
  | { readonly type: 'term'; readonly id: string; readonly text: string }
  | Picture

/** `name` is the file's name in docs/images; width and height are its pixels. */
export interface Picture {
  readonly type: 'picture'
  readonly name: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Block[])[]
    }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

/** What stands under one heading, up to the next. Level 3 belongs to the level 2 before it. */
export interface Section {
  /** The slug of the title, as GitHub makes it; unique in the guide. */
  readonly id: string
  readonly level: 2 | 3
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Guide {
  readonly title: string
  readonly intro: readonly Block[]
  readonly sections: readonly Section[]
}

const words = z.string().check(z.minLength(1))
const inlines = z.array(z.lazy(() => inlineSchema))

const inlineSchema: z.ZodMiniType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words }),
  z.strictObject({ type: z.enum(['strong', 'em']), children: inlines }),
  z.strictObject({ type: z.literal('code'), text: words }),
  z.strictObject({ type: z.literal('link'), to: words, children: inlines }),
  z.strictObject({ type: z.literal('term'), id: words, text: words }),
  z.strictObject({
    type: z.literal('picture'),
    name: words,
    alt: words,
    width: z.int().check(z.positive()),
    height: z.int().check(z.positive()),
  }),
])

const blockSchema: z.ZodMiniType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), children: inlines }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.array(z.lazy(() => blockSchema))),
  }),
  z.strictObject({ type: z.literal('table'), head: z.array(inlines), rows: z.array(z.array(inlines)) }),
])

export const guideSchema: z.ZodMiniType<Guide> = z.strictObject({
  title: words,
  intro: z.array(blockSchema),
  sections: z.array(
    z.strictObject({
      id: words,
      level: z.union([z.literal(2), z.literal(3)]),
      title: words,
      blocks: z.array(blockSchema),
    }),
  ),
})
