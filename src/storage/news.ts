import { z } from '../schema-setup'

/** What tabs tell each other: only ids; what they stand for is read from the database. */
const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changes'), assessment: z.string(), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('assessments') }),
])
export type News = z.infer<typeof newsSchema>

export interface NewsChannel {
  publish(news: News): void
  /** Hears what other tabs publish; returns how to stop. */
  subscribe(listener: (news: News) => void): () => void
  close(): void
}

export function openNews(): NewsChannel {
  const channel = new BroadcastChannel('spbe-mandiri')
  const listeners = new Set<(news: News) => void>()
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const news = z.safeParse(newsSchema, event.data)
    if (news.success) for (const listener of listeners) listener(news.data)
  }
  return {
    publish: (news) => channel.postMessage(news),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => channel.close(),
  }
}
