import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { Checkbox, Switch } from '../../../components/Checkbox.tsx';
import { Choice } from '../../../components/Choice.tsx';
import { DurationInput } from '../../../components/DurationInput.tsx';
import { NumberInput } from '../../../components/NumberInput.tsx';
import { SearchInput } from '../../../components/SearchInput.tsx';
import { Select } from '../../../components/Select.tsx';
import { Slider } from '../../../components/Slider.tsx';
import { TextInput } from '../../../components/TextInput.tsx';
import { Part } from '../Part.tsx';

const sorts = [
  { value: 'viewers', label: 'Viewers' },
  { value: 'uptime', label: 'Uptime' },
  { value: 'name', label: 'Name, in a wording that is longer than the place it has' },
] as const;

const looks = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const;

const openers = [
  { value: 'tab', label: 'In a new tab', hint: 'Ctrl and the middle button always do this.' },
  { value: 'window', label: 'In a window of its own' },
] as const;

/** Everything that is filled in. */
export function Forms(): VNode {
  const [title, setTitle] = useState('Which map next?');
  const [bad, setBad] = useState('not-a-client-id');
  const [long, setLong] = useState('Please keep spoilers out of chat.\n스포일러는 삼가 주세요.');
  const [query, setQuery] = useState('lumen');
  const [count, setCount] = useState<number | null>(3);
  const [sort, setSort] = useState<(typeof sorts)[number]['value']>('viewers');
  const [look, setLook] = useState<(typeof looks)[number]['value']>('dark');
  const [opener, setOpener] = useState<(typeof openers)[number]['value']>('tab');
  const [seconds, setSeconds] = useState(600);
  const [volume, setVolume] = useState(65);
  const [on, setOn] = useState(true);
  const nothing = (): void => undefined;
  return (
    <>
      <Part title="Text">
        <div class="g-column">
          <TextInput
            label="Poll title"
            limit={60}
            value={title}
            onChange={setTitle}
            hint="Viewers see it above the choices."
          />
          <TextInput
            label="Twitch client id"
            icon="key"
            value={bad}
            onChange={setBad}
            error="A client id has 30 letters and digits. Copy it from your Twitch developer console."
          />
          <TextInput
            label="Reason"
            multiline
            value={long}
            onChange={setLong}
            placeholder="Said to the chatter"
          />
          <TextInput label="Empty" value="" onChange={nothing} placeholder="An example" />
          <TextInput label="Disabled" value="cannot be changed" onChange={nothing} disabled />
        </div>
      </Part>
      <Part title="Search: with a key, filled, busy">
        <div class="g-column">
          <SearchInput label="Filter channels" keys="/" clearLabel="Clear" value="" onChange={nothing} />
          <SearchInput label="Search" clearLabel="Clear" value={query} onChange={setQuery} />
          <SearchInput label="Searching" clearLabel="Clear" busy value="한밤" onChange={nothing} />
        </div>
      </Part>
      <Part title="Numbers and lengths">
        <div class="g-column">
          <NumberInput
            label="Warnings before a timeout"
            min={1}
            max={9}
            unit="warnings"
            value={count}
            onChange={setCount}
          />
          <DurationInput
            label="Timeout"
            value={seconds}
            onChange={setSeconds}
            max={1_209_600}
            invalidText="1s to 2w"
          />
          <DurationInput
            label="Timeout (ko)"
            locale="ko"
            value={5400}
            onChange={nothing}
            invalidText="1초에서 2주"
          />
          <Slider
            label="Volume"
            min={0}
            max={100}
            value={volume}
            onChange={setVolume}
            valueText={`${volume} %`}
          />
          <Slider
            label="Volume, disabled"
            disabled
            min={0}
            max={100}
            value={30}
            onChange={nothing}
            valueText="30 %"
          />
        </div>
      </Part>
      <Part title="Choosing">
        <div class="g-column">
          <Select label="Sort by" options={sorts} value={sort} onChange={setSort} />
          <Choice label="Theme" options={looks} value={look} onChange={setLook} />
          <Choice label="Open channels" look="list" options={openers} value={opener} onChange={setOpener} />
          <div>
            <Switch
              label="Notify me"
              hint="The browser asks for permission once."
              checked={on}
              onChange={setOn}
            />
            <Switch label="Play a sound" checked={false} onChange={nothing} />
            <Switch label="Not here" checked={false} disabled onChange={nothing} />
          </div>
          <div>
            <Checkbox
              label="Ask before a ban"
              hint="Only for chatters older than a year."
              checked={on}
              onChange={setOn}
            />
            <Checkbox label="Some of them" checked={false} mixed onChange={nothing} />
            <Checkbox
              label="I have read this"
              checked={false}
              error="Tick this to go on."
              onChange={nothing}
            />
            <Checkbox label="Disabled" checked disabled onChange={nothing} />
          </div>
        </div>
      </Part>
    </>
  );
}
