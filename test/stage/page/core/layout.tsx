import type { ComponentProps, ReactElement } from 'react';

/** Class names put together; what is empty or false falls out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** The box that stands almost everywhere. Its own class changes with every build, as Twitch's does. */
export function Layout({ className, ...rest }: ComponentProps<'div'>): ReactElement {
  return <div className={classes('Layout-sc-9k2mvt-0', className)} {...rest} />;
}

/** A box whose looks are put in from outside. */
export function InjectLayout({ className, ...rest }: ComponentProps<'div'>): ReactElement {
  return <div className={classes('InjectLayout-sc-7d1qxe-0', className)} {...rest} />;
}

/** A run of text. */
export function CoreText({ className, ...rest }: ComponentProps<'span'>): ReactElement {
  return <span className={classes('CoreText-sc-4b8zrn-0', className)} {...rest} />;
}

/** A link. */
export function CoreLink({ className, ...rest }: ComponentProps<'a'>): ReactElement {
  return <a className={classes('ScCoreLink-sc-5h3wja-0', className, 'tw-link')} {...rest} />;
}
