import type { ComponentChildren, VNode } from 'preact';

import { itemsOf, linesOf, blankDraft, memberOf } from '../../lib/explorer/draft.ts';
import type { Problem } from '../../lib/explorer/explorer.ts';
import type { Draft, FormField, FormNode, Place } from '../../lib/explorer/form.ts';
import { hintOf, limitText, unitText } from '../../lib/explorer/limit-text.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Field, type ControlIds } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { useId } from '../use-id.ts';

/** What a control is drawn from. */
export interface ControlProps {
  field: FormField;
  /** Its path in the input: `data.reason`, `choices[1].title`. */
  path: string;
  /** Only top-level parameters have one. */
  place?: Place | undefined;
  draft: Draft;
  problem: Problem | undefined;
  onChange: (draft: Draft) => void;
}

/** The control of one parameter, and of everything in it. */
export function Control(props: ControlProps): VNode {
  switch (props.field.node.kind) {
    case 'group':
      return <Group {...props} fields={props.field.node.fields} />;
    case 'list':
      return <Items {...props} of={props.field.node.of} maxItems={props.field.node.maxItems} />;
    case 'map':
      return <Entries {...props} of={props.field.node.of} />;
    default:
      return <Single {...props} />;
  }
}

function Aside({ field, place, draft }: ControlProps): VNode {
  const { node, required } = field;
  const count = node.kind === 'lines' ? linesOf(draft).length : 0;
  return (
    <span class="ss-parameter-aside">
      {node.kind === 'lines' && count > 0 && (
        <span>{node.maxItems === undefined ? count : `${count}/${node.maxItems}`}</span>
      )}
      {place !== undefined && <span>{place}</span>}
      {required && <strong>{text('apiRequired')}</strong>}
    </span>
  );
}

/** The words for a problem at `path`, or in an item of a control that holds several. */
function errorAt({ path, problem, field }: ControlProps): string | undefined {
  if (!problem) return undefined;
  if (problem.field === path) return limitText(problem.limit);
  const item = field.node.kind === 'lines' ? itemIndex(path, problem.field) : undefined;
  return item === undefined ? undefined : text('apiLineProblem', item + 1, limitText(problem.limit));
}

function itemIndex(path: string, at: string): number | undefined {
  const index = at.startsWith(`${path}[`) ? Number.parseInt(at.slice(path.length + 1), 10) : NaN;
  return Number.isNaN(index) ? undefined : index;
}

function Single(props: ControlProps): VNode {
  const { field, draft } = props;
  return (
    <div class="ss-parameter" data-kind={field.node.kind}>
      <Field
        label={field.name}
        hint={draft === null ? text('apiEmptySent') : hintOf(field)}
        error={errorAt(props)}
        aside={<Aside {...props} />}
      >
        {(ids) => <Input {...props} ids={ids} />}
      </Field>
    </div>
  );
}

function Input({ field, path, draft, onChange, ids }: ControlProps & { ids: ControlIds }): VNode {
  const { node, standard, required } = field;
  const listId = useId();
  const value = typeof draft === 'string' ? draft : '';
  const shared = {
    ...ids,
    name: path,
    'aria-required': required || undefined,
    autocomplete: 'off' as const,
    spellcheck: false,
    value,
    placeholder: standard,
  };
  const type = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);

  switch (node.kind) {
    case 'choice':
      return <Picker {...shared} choices={node.choices} unit={node.unit} onPick={onChange} />;
    case 'flag':
      return <Picker {...shared} choices={['true', 'false']} onPick={onChange} />;
    case 'number':
      return (
        <div class="ss-input">
          {/* A text field: a number field would swallow what it cannot read. */}
          <input {...shared} type="text" inputMode={node.whole ? 'numeric' : 'decimal'} onInput={type} />
          {node.unit !== undefined && <span class="ss-input-unit">{unitText(node.unit)}</span>}
        </div>
      );
    case 'date':
      return (
        <div class="ss-input">
          <input {...shared} type="datetime-local" step={1} onInput={type} />
        </div>
      );
    case 'lines':
      return (
        <div class="ss-input">
          <textarea {...shared} rows={2} onInput={type} />
        </div>
      );
    default: {
      const text = node.kind === 'text' ? node : undefined;
      return (
        <div class="ss-input">
          {text?.long === true ? (
            <textarea {...shared} rows={2} dir="auto" onInput={type} />
          ) : (
            <input {...shared} type="text" dir="auto" list={text?.suggestions && listId} onInput={type} />
          )}
          {text?.unit !== undefined && <span class="ss-input-unit">{unitText(text.unit)}</span>}
          {text?.suggestions && (
            <datalist id={listId}>
              {text.suggestions.map((known) => (
                <option key={known} value={known} />
              ))}
            </datalist>
          )}
          {text?.mayBeEmpty === true && !required && value === '' && (
            <EmptyToggle draft={draft} onChange={onChange} />
          )}
        </div>
      );
    }
  }
}

/** Chooses between sending nothing and sending an empty text, which takes away what is set. */
function EmptyToggle({ draft, onChange }: Pick<ControlProps, 'draft' | 'onChange'>): VNode {
  return (
    <button
      type="button"
      class="ss-empty-toggle"
      aria-pressed={draft === null}
      onClick={() => onChange(draft === null ? '' : null)}
    >
      {text('apiSendEmpty')}
    </button>
  );
}

interface PickerProps extends ControlIds {
  'aria-required': true | undefined;
  name: string;
  choices: readonly string[];
  value: string;
  unit?: string | undefined;
  onPick: (value: string) => void;
}

function Picker({ choices, value, unit, onPick, ...ids }: PickerProps): VNode {
  const after = unit === undefined ? '' : ` ${unitText(unit) ?? ''}`;
  return (
    <div class="ss-input">
      <select
        id={ids.id}
        name={ids.name}
        aria-describedby={ids['aria-describedby']}
        aria-invalid={ids['aria-invalid']}
        aria-required={ids['aria-required']}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        <option value="">–</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice + after}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </div>
  );
}

function Frame(props: ControlProps & { children: VNode | VNode[] | (VNode | false)[] }): VNode {
  const { field, children } = props;
  const id = useId();
  const error = errorAt(props);
  const below = error ?? hintOf(field);
  return (
    <fieldset class="ss-parameter-group" aria-describedby={below === undefined ? undefined : `${id}-below`}>
      <legend>
        <span class="ss-field-label">{field.name}</span>
        <Aside {...props} />
      </legend>
      {below !== undefined && (
        <p
          id={`${id}-below`}
          class="ss-field-below"
          data-error={error !== undefined || undefined}
          // The focus must be able to come here: the problem is of the whole group.
          tabIndex={error === undefined ? undefined : -1}
          aria-invalid={error === undefined ? undefined : true}
        >
          {below}
        </p>
      )}
      {children}
    </fieldset>
  );
}

function Group(props: ControlProps & { fields: readonly FormField[] }): VNode {
  return (
    <Frame {...props}>
      <GroupFields {...props} />
    </Frame>
  );
}

function GroupFields({
  fields,
  path,
  draft,
  problem,
  onChange,
}: Pick<ControlProps, 'path' | 'draft' | 'problem' | 'onChange'> & { fields: readonly FormField[] }): VNode {
  return (
    <div class="ss-parameters">
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          path={`${path}.${field.name}`}
          draft={memberOf(draft, field.name)}
          problem={problem}
          onChange={(next) => onChange({ ...(draft as Readonly<Record<string, Draft>>), [field.name]: next })}
        />
      ))}
    </div>
  );
}

/** Several of something, one below the other: each can be taken away, and more be added, `atMost` so many. */
function Several(
  props: ControlProps & {
    items: readonly Draft[];
    blank: Draft;
    atMost?: number | undefined;
    draw: (item: Draft, index: number) => ComponentChildren;
  },
): VNode {
  const { field, items, blank, atMost = Infinity, draw, onChange } = props;
  return (
    <Frame {...props}>
      <ol class="ss-parameter-items" hidden={items.length === 0}>
        {items.map((item, index) => (
          <li key={index}>
            <div class="ss-parameter-item">
              {draw(item, index)}
              <Button
                kind="quiet"
                size="small"
                icon="trash"
                aria-label={text('apiRemoveItem', field.name, index + 1)}
                onClick={() => onChange(items.toSpliced(index, 1))}
              >
                {text('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="small"
          icon="plus"
          disabled={items.length >= atMost}
          onClick={() => onChange([...items, blank])}
        >
          {text('apiAddItem', field.name)}
        </Button>
      </div>
    </Frame>
  );
}

function Items(props: ControlProps & { of: FormNode; maxItems: number | undefined }): VNode {
  const { field, path, draft, problem, of, maxItems, onChange } = props;
  const items = itemsOf(draft);
  return (
    <Several
      {...props}
      items={items}
      blank={blankDraft(of)}
      atMost={maxItems}
      draw={(item, index) => (
        <>
          <span class="ss-parameter-index" aria-hidden="true">
            {index + 1}
          </span>
          <Item
            of={of}
            name={`${field.name} ${index + 1}`}
            path={`${path}[${index}]`}
            draft={item}
            problem={problem}
            onChange={(next) => onChange(items.with(index, next))}
          />
        </>
      )}
    />
  );
}

interface ItemProps extends Pick<ControlProps, 'path' | 'draft' | 'problem' | 'onChange'> {
  of: FormNode;
  name: string;
}

/** One of several: its fields without a frame of their own, or its one control. */
function Item({ of, name, ...rest }: ItemProps): VNode {
  if (of.kind === 'group') return <GroupFields {...rest} fields={of.fields} />;
  return <Control {...rest} field={{ name, required: true, node: of }} />;
}

function Entries(props: ControlProps & { of: FormNode }): VNode {
  const { path, draft, problem, of, onChange } = props;
  const entries = itemsOf(draft);
  return (
    <Several
      {...props}
      items={entries}
      blank={{ key: '', value: blankDraft(of) }}
      draw={(entry, index) => {
        const key = memberOf(entry, 'key');
        const value = memberOf(entry, 'value');
        return (
          <div class="ss-parameters">
            <Control
              field={keyField}
              path={`${path}[${index}].key`}
              draft={key}
              problem={undefined}
              onChange={(next) => onChange(entries.with(index, { key: next, value }))}
            />
            <Item
              of={of}
              name={text('apiMapValue')}
              path={`${path}.${typeof key === 'string' ? key.trim() : ''}`}
              draft={value}
              problem={problem}
              onChange={(next) => onChange(entries.with(index, { key, value: next }))}
            />
          </div>
        );
      }}
    />
  );
}

/** The name of an entry, which the user gives. */
const keyField: FormField = {
  name: 'key',
  required: true,
  node: { kind: 'text', trims: true, mayBeEmpty: false, long: false },
};
