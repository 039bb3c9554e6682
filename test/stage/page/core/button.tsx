import type { ComponentProps, ReactElement } from 'react';

import { classes, Layout } from './layout.tsx';

/** A button that is only an icon; `injected` as in a chat line, where its looks come from outside. */
export function ButtonIcon({
  className,
  children,
  injected,
  ...rest
}: ComponentProps<'button'> & { readonly injected?: boolean }): ReactElement {
  return (
    <button
      className={classes(
        'ScCoreButton-sc-6r9fbl-0',
        'ScButtonIcon-sc-1t5vqo-0',
        injected && 'InjectLayout-sc-7d1qxe-0',
        className,
      )}
      {...rest}
    >
      <div className="ButtonIconFigure-sc-0x8jms-0">{children}</div>
    </button>
  );
}

/** A filled button with a word on it. */
export function Button({ className, children, ...rest }: ComponentProps<'button'>): ReactElement {
  return (
    <button
      className={classes('ScCoreButton-sc-6r9fbl-0', 'ScCoreButtonPrimary-sc-6r9fbl-1', className)}
      {...rest}
    >
      <div className="ScCoreButtonLabel-sc-5j2hya-0">
        <Layout data-a-target="tw-core-button-label-text">{children}</Layout>
      </div>
    </button>
  );
}
