import { createContext, type MouseEvent, type ReactElement, type ReactNode, useContext } from 'react';

import { CoreLink } from './core/layout.tsx';

/** Goes to a path without loading a page. */
export const Navigate = createContext<(path: string) => void>(() => undefined);

/** A link within the site. */
export function SiteLink({
  to,
  children,
  ...rest
}: {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly 'data-a-target'?: string;
  readonly 'data-a-id'?: string;
  readonly 'aria-label'?: string;
}): ReactElement {
  const navigate = useContext(Navigate);
  const go = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <CoreLink href={to} onClick={go} {...rest}>
      {children}
    </CoreLink>
  );
}
