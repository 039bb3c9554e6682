import { TargetType } from 'puppeteer';
import type { Browser, CDPSession, Target } from 'puppeteer';

import type { Problems } from '../problems.ts';

interface Frames {
  readonly callFrames: readonly { readonly url: string }[];
}

interface Thrown {
  readonly text: string;
  readonly url?: string;
  readonly exception?: { readonly description?: string };
  readonly stackTrace?: Frames;
}

const watched = new Set([TargetType.PAGE, TargetType.SERVICE_WORKER, TargetType.OTHER]);

/** Reports the extension's errors in every document and worker of `browser`, from now on. */
export function watchProblems(browser: Browser, origin: string, problems: Problems): void {
  const watch = (target: Target): void => {
    if (!watched.has(target.type())) return;
    sessionOf(target)
      .then((session) => session && listen(session, target.url().startsWith(origin), origin, problems))
      // The target was gone before we could listen, so there is nothing to hear.
      .catch(() => undefined);
  };
  browser.on('targetcreated', watch);
  for (const target of browser.targets()) watch(target);
}

/** A worker's own session is used, because a second one would keep the worker alive when it is closed. */
async function sessionOf(target: Target): Promise<CDPSession | undefined> {
  return target.type() === TargetType.SERVICE_WORKER
    ? (await target.worker())?.client
    : target.createCDPSession();
}

async function listen(
  session: CDPSession,
  isOurs: boolean,
  origin: string,
  problems: Problems,
): Promise<void> {
  const ownContexts = new Set<number>();
  const from = (stack: Frames | undefined, url = ''): boolean =>
    url.startsWith(origin) || (stack?.callFrames.some((frame) => frame.url.startsWith(origin)) ?? false);

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith(origin)) ownContexts.add(context.id);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { url, exception, stackTrace, text }: Thrown = exceptionDetails;
    const id = exceptionDetails.executionContextId;
    if (!isOurs && !(id !== undefined && ownContexts.has(id)) && !from(stackTrace, url)) return;
    problems.add({
      where: url ?? stackTrace?.callFrames[0]?.url ?? '',
      text: exception?.description ?? text,
    });
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace, executionContextId }) => {
    if (type !== 'error' && type !== 'assert') return;
    if (!isOurs && !ownContexts.has(executionContextId) && !from(stackTrace)) return;
    const text = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
    problems.add({ where: stackTrace?.callFrames[0]?.url ?? '', text });
  });
  session.on('Log.entryAdded', ({ entry }) => {
    // A failed request is the business of the code that made it: it shows its failure, or throws.
    if (entry.level !== 'error' || entry.source === 'network') return;
    if (isOurs || from(entry.stackTrace, entry.url))
      problems.add({ where: entry.url ?? '', text: entry.text });
  });
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
}
