import { TargetType } from 'puppeteer';
import type { Browser, CDPSession, Target } from 'puppeteer';

import type { Problems } from '../problems.ts';

interface Frames {
  readonly callFrames: readonly { readonly url: string }[];
}

/** Where extensions live. There is only one in the browser. */
const origin = 'chrome-extension://';

/** Chromium's own notes on what a worker had under way when it ended: a question of its own, or its own start. */
const endedMeanwhile = /^Uncaught \(in promise\) Error: No SW$|^Failed to load the script unexpectedly$/;

const watched = new Set([TargetType.PAGE, TargetType.OTHER]);

/** Notes the extension's errors in every document and worker of `browser`, from now on. */
export function watchProblems(browser: Browser, problems: Problems): void {
  const watch = (target: Target): void => {
    if (!watched.has(target.type())) return;
    target
      .createCDPSession()
      .then((session) => listen(session, target.url().startsWith(origin), problems))
      // The target was gone before we could listen, so there is nothing to hear.
      .catch(() => undefined);
  };
  browser.on('targetcreated', watch);
  for (const target of browser.targets()) watch(target);
}

async function listen(session: CDPSession, isOurs: boolean, problems: Problems): Promise<void> {
  const ownContexts = new Set<number>();
  const from = (stack: Frames | undefined, url = ''): boolean =>
    url.startsWith(origin) || (stack?.callFrames.some((frame) => frame.url.startsWith(origin)) ?? false);

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith(origin)) ownContexts.add(context.id);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { url, exception, stackTrace, text, executionContextId: id } = exceptionDetails;
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
  // Every tab tells of the errors in all workers. Listening in the workers themselves would keep them alive.
  session.on('ServiceWorker.workerErrorReported', ({ errorMessage: { errorMessage, sourceURL } }) => {
    if (sourceURL.startsWith(origin) && !endedMeanwhile.test(errorMessage))
      problems.add({ where: sourceURL, text: errorMessage });
  });
  await Promise.all([
    session.send('Runtime.enable'),
    session.send('Log.enable'),
    // Only tabs have it.
    session.send('ServiceWorker.enable').catch(() => undefined),
  ]);
}
