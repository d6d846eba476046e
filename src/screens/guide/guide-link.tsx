import { hrefOf } from '../app/routes'

/** Leads from a screen to the section of the guide that tells of it, by the slug of its heading. */
export function GuideLink({ section }: { readonly section: string }) {
  return <a href={hrefOf({ screen: 'guide', section })}>Baca panduannya</a>
}
