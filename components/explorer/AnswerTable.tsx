import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { AnswerView, Cell, ListTable } from '../../lib/explorer/table.ts';
import { spoken, text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';

/** Rows drawn at a time. */
const page = 50;

/** Texts that are longer may break anywhere: an address has no other place for it, and an id must stay in one piece. */
const wordLength = 30;

/** An answer as facts and tables. */
export function AnswerTable({ view }: { view: AnswerView }): VNode {
  const { facts, tables } = view;
  return (
    <div class="ss-answer-view">
      {facts.length > 0 && (
        <dl class="ss-facts">
          {facts.map(({ name, cell }) => (
            <FactLine key={name} name={name} cell={cell} />
          ))}
        </dl>
      )}
      {tables.map((table) => (
        <Rows key={table.name} table={table} />
      ))}
    </div>
  );
}

function FactLine({ name, cell }: { name: string; cell: Cell }): VNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <CellText cell={cell} />
      </dd>
    </>
  );
}

function Rows({ table }: { table: ListTable }): VNode {
  const [drawn, setDrawn] = useState(page);
  const { name, columns, rows } = table;
  return (
    <>
      <h3 class="ss-answer-name">
        {name} <span>{rows.length.toLocaleString(spoken())}</span>
      </h3>
      {rows.length === 0 ? (
        <p class="ss-quiet">{text('apiNoRows')}</p>
      ) : (
        <div class="ss-table-frame" tabIndex={0} role="region" aria-label={name}>
          <table class="ss-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column === '' ? text('apiMapValue') : column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, drawn).map((cells, index) => (
                <tr key={index}>
                  {cells.map((cell, column) => (
                    <td
                      key={column}
                      data-kind={cell?.kind}
                      data-long={(cell?.text.length ?? 0) > wordLength || undefined}
                    >
                      {cell && <CellText cell={cell} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > drawn && (
        <div class="ss-more">
          <Button size="small" onClick={() => setDrawn(drawn + page)}>
            {text('showMore', rows.length - drawn)}
          </Button>
        </div>
      )}
    </>
  );
}

function CellText({ cell }: { cell: Cell }): VNode {
  return (
    <span class="ss-cell" data-kind={cell.kind} dir="auto" title={cell.full}>
      {cell.text}
    </span>
  );
}
