/** What the sign-in window does with an address: resolves with the redirect, or says why there is none. */
export type OpenConsent = (
  url: string,
  interactive: boolean,
) => Promise<{ readonly redirectedTo: string } | { readonly stopped: 'closed' | 'needs-user' | 'offline' }>;
