/** What is needed to draw the popup, with its own style sheets and words. */
import '../../popup/popup.css';
import '../../../components/Choice.css';
import '../../../components/Checkbox.css';
import '../../../components/ProgressBar.css';
import '../../../components/Section.css';
import '../../../components/Table.css';
import '../../../components/chzzk/Manage.css';
import '../../../components/chzzk/Brief.css';
import '../../../components/popup/channel/Channel.css';
import '../../../components/popup/discover/Discover.css';
import '../../../components/popup/lists/Lists.css';
import '../../../components/popup/rows/Side.css';

import { type Catalogue, catalogueTexts } from '../../../lib/catalogue-text.ts';
import { speakFrom } from '../../../lib/text.ts';

export { PopupIn } from './states.tsx';

const catalogues = {
  en: () => import('../../../public/_locales/en/messages.json'),
  ko: () => import('../../../public/_locales/ko/messages.json'),
};

/** Lets the popup speak a language. */
export async function speak(language: keyof typeof catalogues): Promise<void> {
  const { default: catalogue }: { default: Catalogue } = await catalogues[language]();
  speakFrom(catalogueTexts(catalogue), language);
}
