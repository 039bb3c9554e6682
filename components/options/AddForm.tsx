import type { Ref, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';

/** What the form is drawn from. */
export interface AddFormProps {
  label: string;
  placeholder: string;
  /** What it says where something cannot be added. */
  wrong: string;
  /** What stands on its button. */
  button: string;
  /** The list takes no more. */
  isFull: boolean;
  /** What stands in the field at first. */
  start?: string;
  formRef?: Ref<HTMLFormElement>;
  /** Adds what was typed; whether that could be. */
  onAdd: (typed: string) => boolean;
}

/** One field, whose words are added to a list. What cannot be added stays, and says why. */
export function AddForm(props: AddFormProps): VNode {
  const { label, placeholder, wrong, button, isFull, start = '', formRef, onAdd } = props;
  const [typed, setTyped] = useState(start);
  const [isWrong, setWrong] = useState(false);

  return (
    <form
      {...(formRef && { ref: formRef })}
      class="ss-profile-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (onAdd(typed)) setTyped('');
        else setWrong(true);
      }}
    >
      <TextInput
        label={label}
        hideLabel
        placeholder={placeholder}
        spellcheck={false}
        error={isWrong ? wrong : undefined}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setWrong(false);
        }}
      />
      <Button type="submit" icon="plus" disabled={isFull}>
        {button}
      </Button>
    </form>
  );
}
