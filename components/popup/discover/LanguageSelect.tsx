import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { useLocale } from '../../locale.ts';
import { Select } from '../../Select.tsx';

/** The languages that streams are filed under. */
const languages = [
  ...['en', 'ko', 'ja', 'zh', 'es', 'pt', 'fr', 'de', 'it', 'ru', 'pl', 'tr', 'ar', 'th', 'vi', 'id', 'uk'],
  ...['cs', 'nl', 'sv', 'hu', 'ro', 'el', 'fi', 'da', 'no', 'he', 'hi', 'tl', 'ms', 'bg', 'sk', 'ca'],
] as const;

/** Only streams in one language, or all. */
export function LanguageSelect(props: { value: string; onChange: (language: string) => void }): VNode {
  const locale = useLocale(undefined);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <Select
      label={text('streamLanguage')}
      hideLabel
      options={[
        { value: '', label: text('everyLanguage') },
        ...languages.map((code) => ({ value: code, label: names.of(code) ?? code })),
      ]}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
