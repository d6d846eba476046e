import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

interface Code<Props> {
  readonly default: ComponentType<Props>
}

type Fetching<Props> = { readonly code?: ComponentType<Props>; readonly failure?: Error }

/**
 * A component whose code is fetched when it is first shown; `waiting` stands in its place until then. Once the code is here
 * it is shown at once, then and ever after (decision 034). Code that cannot be fetched fails as a component that throws does.
 */
export function fetched<Props extends object>(
  fetchCode: () => Promise<Code<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  let here: Fetching<Props> = {}
  return function Fetched(props: Props) {
    const [{ code: Component, failure }, setFetching] = useState(here)
    useEffect(() => {
      if (Component) return
      fetchCode().then(
        (module) => {
          here = { code: module.default }
          setFetching(here)
        },
        (failure: Error) => setFetching({ failure }),
      )
    }, [Component])
    if (failure) throw failure
    return Component ? <Component {...props} /> : waiting
  }
}
