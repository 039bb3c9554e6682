/** The panel of a channel's managers in CHZZK's page. It speaks of the channel that the page shows, and knows no secrets. */
import { type ManagePanel, mountManagePanel } from '../../components/in-page/manage-panel.tsx';
import { failureOf } from '../../lib/failure.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import { call } from '../../lib/messages/call.ts';
import { tellNewest } from '../../lib/newest.ts';
import { text } from '../../lib/text.ts';
import type { PanelPlace, PanelVisit } from '../chzzk.content/panel.ts';
import { openPanelIn } from '../desk/any-panel.ts';
import { spoken } from '../stream-page/spoken.ts';

/** Makes the panel for a visit; it ends with the visit. */
export async function makePanel({
  channel,
  theme,
  place,
  complain,
  life,
  signal,
  onClose,
}: PanelVisit): Promise<Pick<ManagePanel, 'open' | 'close' | 'isOpen'>> {
  await spoken(life);
  const { state, actions } = openPanelIn(
    {
      // Without the user's yes this script would not be here.
      isPermitted: () => Promise.resolve(true),
      permit: () => Promise.resolve(true),
      readChannels: async () => (await call('chzzk.channels', { also: channel })).channels,
      // What is in this script is in the page's process: a secret is neither drawn here nor carried to the clipboard.
      openKey: () =>
        void call('chzzk.openKey', { channel }).catch((error: unknown) =>
          complain(text('streamKeyWindowFailed'), failureOf(error)),
        ),
      openDesk: ({ list }: ManagePlace) =>
        void call('chzzk.openDesk', { channel, ...(list && { list }) }).catch((error: unknown) =>
          complain(text('deskOpenFailed'), failureOf(error)),
        ),
    },
    () => panel.draw(),
    signal,
    { channel, list: place?.list },
  );
  const keepPlace = tellNewest((newest: PanelPlace) =>
    call('chzzk.keepPlace', newest).catch(() => undefined),
  );
  const panel = mountManagePanel(
    {
      document,
      theme,
      state,
      actions,
      spot: place,
      onPlace: ({ x, y }, list) => keepPlace({ x, y, ...(list && { list }) }),
      onClose() {
        // No file comes from where nothing is seen. Changes go on in the background.
        const bulk = state()?.bulk;
        if (bulk?.stage === 'runs' && bulk.what === 'save') actions.stop();
        onClose();
      },
    },
    signal,
  );
  let isNew = true;
  return {
    ...panel,
    open() {
      // What was in sight then may be an hour old.
      if (!isNew) actions.reload();
      isNew = false;
      panel.open();
    },
  };
}
