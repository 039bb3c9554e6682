import type { VNode } from 'preact';

import { Part } from '../Part.tsx';

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover', 'press', 'lamp-soft'] as const;
const inks = ['ink', 'ink-2', 'ink-3', 'lamp-ink', 'live', 'danger', 'warning', 'success', 'info'] as const;
const fills = ['lamp', 'danger-fill', 'live', 'edge', 'line', 'focus'] as const;
const sizes = ['text-xl', 'text-l', 'text', 'text-s'] as const;

/** The tokens. */
export function Colours(): VNode {
  return (
    <>
      <Part title="Grounds">
        <Swatches names={grounds} />
      </Part>
      <Part title="Fills and lines">
        <Swatches names={fills} />
      </Part>
      <Part title="Inks">
        <div class="g-row">
          {inks.map((name) => (
            <span key={name} style={{ color: `var(--ss-${name})`, fontWeight: 600 }}>
              {name}
            </span>
          ))}
        </div>
      </Part>
      <Part title="Type">
        {sizes.map((name) => (
          <div key={name} class="ss-cut" style={{ fontSize: `var(--ss-${name})` }}>
            The quick fox of the night show · 무대 옆에서 지켜보는 사람들 · 1234567890
          </div>
        ))}
      </Part>
    </>
  );
}

function Swatches({ names }: { names: readonly string[] }): VNode {
  return (
    <div class="g-grid">
      {names.map((name) => (
        <div key={name}>
          <span class="g-swatch" style={{ background: `var(--ss-${name})` }} />
          {name}
        </div>
      ))}
    </div>
  );
}
